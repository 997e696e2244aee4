// Windows of maintenance in words.
import { Button } from 'antd';
import { useSay, useTime } from '../../../web/language.tsx';
import type { MaintenanceWindow } from '../contract.ts';
import { weekdays } from './words.ts';

export function WindowList({
  windows,
  remove,
}: {
  windows: readonly MaintenanceWindow[];
  remove?: (index: number) => void;
}) {
  const say = useSay();
  const time = useTime();
  const text = (one: MaintenanceWindow): string => {
    if (one.from && one.until) return `${time(one.from)} – ${time(one.until)}`;
    const [zh, en] = weekdays[(one.weekday ?? 1) - 1] ?? ['', ''];
    return say(
      `每${zh} ${one.at} 起 ${one.minutes} 分钟（UTC+8）`,
      `${en}s from ${one.at} for ${one.minutes} min (UTC+8)`,
    );
  };
  if (windows.length === 0) return <span className="soft">{say('无', 'none')}</span>;
  return (
    <ul className="plain-list">
      {windows.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: windows have no number of their own and are never reordered
        <li key={i}>
          {text(one)} · {say(one.reason)}{' '}
          {remove && (
            <Button size="small" onClick={() => remove(i)} aria-label={say(`删除 ${text(one)}`, `Remove ${text(one)}`)}>
              {say('删除', 'Remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
