// Partners' health: state, breaker, what waits, when something last went and came; pause, drain, resume, replay (P3).
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { get } from '../../../web/api.ts';
import { Shown, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { ChannelHealth } from '../contract.ts';
import { type Act, REFRESH_MS } from './act.ts';

export function ChannelTable({ act }: { act: Act }) {
  const say = useSay();
  const channels = useQuery({
    queryKey: ['exchange', 'channels'],
    queryFn: () => get<{ items: ChannelHealth[] }>('/exchange/channels'),
    refetchInterval: REFRESH_MS,
  });
  return (
    <section className="card scroll" aria-label={say('伙伴通道', 'Partner channels')}>
      <h2>{say('伙伴通道', 'Partner channels')}</h2>
      <Shown query={channels}>
        {(c) => (
          <table className="plain">
            <thead>
              <tr>
                <th>{say('通道', 'Channel')}</th>
                <th>{say('状态', 'State')}</th>
                <th className="number">{say('待发', 'Queued')}</th>
                <th className="number">{say('死信', 'Dead')}</th>
                <th className="number">{say('等待', 'Waiting')}</th>
                <th className="number">{say('隔离', 'Quarantined')}</th>
                <th className="wide">{say('最近送达', 'Last delivered')}</th>
                <th className="wide">{say('最近来文', 'Last received')}</th>
                <th>{say('操作', 'Acts')}</th>
              </tr>
            </thead>
            <tbody>
              {c.items.map((channel) => (
                <ChannelRow key={channel.id} channel={channel} act={act} />
              ))}
            </tbody>
          </table>
        )}
      </Shown>
    </section>
  );
}

function ChannelRow({ channel: ch, act }: { channel: ChannelHealth; act: Act }) {
  const say = useSay();
  const time = useTime();
  const at = (step: string) => act(`/exchange/channels/${ch.id}/${step}`);
  return (
    <tr>
      <td>
        {say(ch.name)} <SimulatedTag shown={ch.simulated} />
        <div className="soft wide">
          {ch.promise} · {ch.endpoint}
        </div>
      </td>
      <td>
        <StateTag state={ch.state} />
        {ch.breaker.state !== 'closed' && (
          <div className="soft">
            {ch.breaker.state === 'open'
              ? say(`已熔断，${time(ch.breaker.probeAt)} 试探`, `Cut off, probed at ${time(ch.breaker.probeAt)}`)
              : say('正在试探', 'Being probed')}
          </div>
        )}
        {ch.oldestQueuedAt && (
          <div className="soft">
            {say('最早待发', 'Oldest')} {time(ch.oldestQueuedAt)}
          </div>
        )}
      </td>
      <td className="number">{ch.queued}</td>
      <td className="number">{ch.dead}</td>
      <td className="number">{ch.waiting}</td>
      <td className="number">{ch.quarantined}</td>
      <td className="wide">{time(ch.lastDeliveredAt)}</td>
      <td className="wide">{time(ch.lastReceivedAt)}</td>
      <td>
        {ch.paused || ch.state === 'draining' ? (
          <Button size="small" onClick={() => at('resume')}>
            {say('恢复', 'Resume')}
          </Button>
        ) : (
          <>
            <Button size="small" onClick={() => at('pause')}>
              {say('暂停', 'Pause')}
            </Button>{' '}
            <Button size="small" onClick={() => at('drain')}>
              {say('排空', 'Drain')}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}
