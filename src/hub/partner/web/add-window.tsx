// One more window of maintenance: every week or dated.
import { Button } from 'antd';
import { useSay } from '../../../web/language.tsx';
import { useTextFields } from '../../../web/text-fields.tsx';
import type { MaintenanceWindow } from '../contract.ts';
import { instantOf, weekdays } from './words.ts';

export function AddWindow({ add }: { add: (window: MaintenanceWindow) => void }) {
  const say = useSay();
  const { words, field, choice } = useTextFields('window', () => ({
    kind: 'weekly',
    weekday: '7',
    at: '02:00',
    minutes: '120',
    from: '',
    until: '',
    zh: '',
    en: '',
  }));
  const weekly = words('kind') === 'weekly';
  const from = instantOf(words('from'));
  const until = instantOf(words('until'));
  const reason = { zh: words('zh'), en: words('en') };
  const complete =
    reason.zh !== '' &&
    reason.en !== '' &&
    (weekly ? /^\d{1,4}$/.test(words('minutes')) && words('at') !== '' : from && until);
  return (
    <>
      <div className="grid">
        {choice('kind', '方式', 'How', [
          ['weekly', say('每周', 'Every week')],
          ['dated', say('指定日期', 'Dated')],
        ])}
        {weekly ? (
          <>
            {choice(
              'weekday',
              '星期',
              'Weekday',
              weekdays.map(([zh, en], i) => [String(i + 1), say(zh, en)] as const),
            )}
            {field('at', '开始时刻（UTC+8）', 'From (UTC+8)', { type: 'time' })}
            {field('minutes', '分钟', 'Minutes', { maxLength: 4 })}
          </>
        ) : (
          <>
            {field('from', '开始（UTC+8）', 'From (UTC+8)', { type: 'datetime-local' })}
            {field('until', '结束（UTC+8）', 'Until (UTC+8)', { type: 'datetime-local' })}
          </>
        )}
        {field('zh', '公开原因（中文）', 'Reason, published (Chinese)', { maxLength: 200 })}
        {field('en', '公开原因（英文）', 'Reason, published (English)', { maxLength: 200 })}
      </div>
      <Button
        disabled={!complete}
        onClick={() =>
          add(
            weekly
              ? { weekday: Number(words('weekday')), at: words('at'), minutes: Number(words('minutes')), reason }
              : { ...(from ? { from } : {}), ...(until ? { until } : {}), reason },
          )
        }
      >
        {say('加入窗口', 'Add the window')}
      </Button>
    </>
  );
}
