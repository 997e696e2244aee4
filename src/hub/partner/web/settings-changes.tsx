// Changes of a channel's settings: what was proposed by whom, and the second person's word.
import { Button } from 'antd';
import { send } from '../../../web/api.ts';
import { PagedTable, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { usePages } from '../../../web/use-pages.ts';
import type { SettingsChange } from '../contract.ts';
import { WindowList } from './window-list.tsx';
import { msText, REFRESH_MS } from './words.ts';

export function SettingsChanges({ id, act }: { id: string; act: (doing: () => Promise<unknown>) => Promise<boolean> }) {
  const say = useSay();
  const list = usePages<SettingsChange>(['partners', 'changes', id], `/channel-settings/${id}/changes?limit=10`, {
    refetchInterval: REFRESH_MS,
  });
  return (
    <section className="card" aria-label={say('参数变更（两人办理）', 'Changes of settings (by two persons)')}>
      <h2>{say('参数变更（两人办理）', 'Changes of settings (by two persons)')}</h2>
      <PagedTable
        list={list}
        head={[
          say('内容', 'What'),
          say('理由', 'Reason'),
          say('生效', 'In force from'),
          say('经手', 'By'),
          say('状态', 'State'),
        ]}
        row={(one) => <Row key={one.id} one={one} act={act} />}
      />
    </section>
  );
}

function Row({ one, act }: { one: SettingsChange; act: (doing: () => Promise<unknown>) => Promise<boolean> }) {
  const say = useSay();
  const time = useTime();
  const at = (step: string) => void act(() => send('POST', `/channel-settings-changes/${one.id}/${step}`));
  const { maintenance, tell, withoutTls, ...rest } = one.settings;
  const named = Object.entries(rest).map(([name, value]) => {
    const shown = name.endsWith('Ms')
      ? [value]
          .flat()
          .map((ms) => msText(Number(ms)))
          .join(', ')
      : String(value);
    return `${name}: ${shown}`;
  });
  return (
    <tr>
      <td>
        {named.map((text) => (
          <div key={text}>
            <code>{text}</code>
          </div>
        ))}
        {maintenance.length > 0 && <WindowList windows={maintenance} />}
        {withoutTls && (
          <div>
            {say(`不加密例外至 ${time(withoutTls.until)}`, `Without TLS until ${time(withoutTls.until)}`)}{' '}
            <code>{withoutTls.address}</code> {withoutTls.reason}
          </div>
        )}
        {tell.length > 0 && <div className="soft">{say(`告知 ${tell.length} 人`, `${tell.length} told`)}</div>}
        {named.length + maintenance.length + tell.length === 0 && !withoutTls && (
          <span className="soft">{say('全部按通道说明', 'All as the profile says')}</span>
        )}
      </td>
      <td>{one.reason}</td>
      <td>
        {time(one.effectiveFrom)} {one.inForce && <span className="tag tag-green">{say('现行', 'Counts now')}</span>}
      </td>
      <td>
        {one.proposedBy} <span className="soft">{time(one.proposedAt)}</span>
        {one.decidedBy && (
          <div>
            {one.decidedBy} <span className="soft">{time(one.decidedAt)}</span>
          </div>
        )}
      </td>
      <td>
        <StateTag state={`settings-${one.state}`} />
        {one.state === 'proposed' && (
          <div className="bar">
            {one.mine ? (
              <span className="soft">{say('须由另一人确认', 'Another person confirms')}</span>
            ) : (
              <Button size="small" type="primary" onClick={() => at('confirmation')}>
                {say('确认参数', 'Confirm')}
              </Button>
            )}
            <Button size="small" onClick={() => at('withdrawal')}>
              {say('撤回', 'Withdraw')}
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}
