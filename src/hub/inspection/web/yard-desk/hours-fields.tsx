// Days of the week and a time from … to, in the yard's own time.
import { Input } from 'antd';
import { useSay } from '../../../../web/language.tsx';

export type GivenHours = {
  readonly weekdays: readonly number[];
  readonly fromMinute: number;
  readonly toMinute: number;
};
const days = [
  ['一', 'Mon'],
  ['二', 'Tue'],
  ['三', 'Wed'],
  ['四', 'Thu'],
  ['五', 'Fri'],
  ['六', 'Sat'],
  ['日', 'Sun'],
] as const;
const clock = (minute: number): string =>
  minute >= 1440
    ? '24:00'
    : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
/** 一 二 三 08:00–20:00. */
export function useHoursText(): (hours: GivenHours) => string {
  const say = useSay();
  const name = (day: number) => {
    const [zh, en] = days[day - 1] ?? days[0];
    return say(zh, en);
  };
  return ({ weekdays, fromMinute, toMinute }) =>
    `${weekdays.map(name).join(' ')} ${clock(fromMinute)}–${clock(toMinute)}`;
}
/** `24:00` is the end of the day; undefined where it is no time. */
function minuteOf(text: string): number | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  const at = Number(hour) * 60 + Number(minute);
  return hour !== '' && Number(minute) < 60 && at <= 1440 ? at : undefined;
}

export function HoursFields<H extends GivenHours>({
  id,
  hours,
  change,
}: {
  id: string;
  hours: H;
  change: (hours: H) => void;
}) {
  const say = useSay();
  const time = (name: 'fromMinute' | 'toMinute', label: string) => (
    <Input
      key={`${id} ${name} ${hours[name]}`}
      aria-label={label}
      style={{ width: 80 }}
      maxLength={5}
      defaultValue={clock(hours[name])}
      onBlur={(e) => {
        const minute = minuteOf(e.target.value.trim());
        if (minute === undefined) e.target.value = clock(hours[name]);
        else change({ ...hours, [name]: minute });
      }}
    />
  );
  return (
    <fieldset className="hours">
      <legend className="sr-only">{say('时段', 'Hours')}</legend>
      {days.map(([zh, en], i) => (
        <label key={en}>
          <input
            type="checkbox"
            checked={hours.weekdays.includes(i + 1)}
            onChange={(e) =>
              change({
                ...hours,
                weekdays: e.target.checked
                  ? [...hours.weekdays, i + 1].sort()
                  : hours.weekdays.filter((day) => day !== i + 1),
              })
            }
          />
          {say(zh, en)}
        </label>
      ))}
      {time('fromMinute', say('开始时刻', 'From'))}–{time('toMinute', say('结束时刻', 'To'))}
    </fieldset>
  );
}
