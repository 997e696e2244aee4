// Reactions of the flow that failed: what did not happen, why, what waits behind it; a parked one is tried again by hand (P3).
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { get } from '../../../web/api.ts';
import { Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { FaultView } from '../contract.ts';
import { type Act, REFRESH_MS } from './act.ts';
import { Trace } from './trace.tsx';

export function FaultList({ act }: { act: Act }) {
  const say = useSay();
  const time = useTime();
  const faults = useQuery({
    queryKey: ['exchange', 'faults'],
    queryFn: () => get<{ items: FaultView[] }>('/exchange/faults'),
    refetchInterval: REFRESH_MS,
  });
  return (
    <section className="card scroll" aria-label={say('内部处理故障', 'Failed reactions')}>
      <h2>{say('内部处理故障', 'Failed reactions')}</h2>
      <Shown query={faults} empty={(f) => f.items.length === 0}>
        {(f) => (
          <table className="plain">
            <tbody>
              {f.items.map((one) => (
                <tr key={`${one.position} ${one.reaction}`}>
                  <td>
                    <code>
                      {one.event} → {one.reaction}
                    </code>
                    <div className="soft">
                      #{one.position} · {time(one.occurredAt)}
                    </div>
                    <Trace id={one.traceId} />
                  </td>
                  <td>
                    {one.parked ? <StateTag state="dead" /> : <StateTag state="queued" />}{' '}
                    {say(`${one.attempts} 次`, `${one.attempts} attempts`)}
                    {one.nextAttemptAt && ` → ${time(one.nextAttemptAt)}`}
                  </td>
                  <td>
                    {one.error}
                    {one.behind > 0 && (
                      <div className="soft">{say(`其后等待 ${one.behind} 项`, `${one.behind} wait behind it`)}</div>
                    )}
                  </td>
                  <td>
                    {one.parked && (
                      <Button
                        size="small"
                        onClick={() => act(`/exchange/faults/${one.position}/${one.reaction}/retry`)}
                      >
                        {say('重试', 'Try again')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Shown>
    </section>
  );
}
