// How every partner is: queue, success and latency of the last hour and day, breaker, when something last went and came (issue 6).
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../../web/api.ts';
import { Shown, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { ChannelPulse } from '../contract.ts';
import { ageText, latencyText, rateOf, REFRESH_MS } from './words.ts';

export default function HealthPage() {
  const say = useSay();
  const health = useQuery({
    queryKey: ['partners', 'health'],
    queryFn: () => get<{ items: ChannelPulse[] }>('/channel-health'),
    refetchInterval: REFRESH_MS,
  });
  return (
    <>
      <div className="bar">
        <h1>{say('伙伴运维', 'Care for partners')}</h1>
        <Link to="/status">{say('公开状态页', 'Public status page')}</Link>
      </div>
      <section className="card" aria-label={say('通道健康', 'Health of channels')}>
        <h2>{say('通道健康', 'Health of channels')}</h2>
        <p className="soft">
          {say(
            '成功率与时延按近一小时、近一天统计；时延为有应答的投递，依次为 p50 / p95 / p99。',
            'Success and latency of the last hour and the last day; latency is that of deliveries that were answered, p50 / p95 / p99.',
          )}
        </p>
        <Shown query={health} empty={({ items }) => items.length === 0}>
          {({ items }) => (
            <table className="plain stack">
              <thead>
                <tr>
                  <th>{say('通道', 'Channel')}</th>
                  <th>{say('状态', 'State')}</th>
                  <th>{say('队列', 'Queue')}</th>
                  <th>{say('近一小时', 'Last hour')}</th>
                  <th>{say('近一天', 'Last day')}</th>
                  <th>{say('最近往来', 'Last sent, last heard')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <Row key={one.channel} one={one} />
                ))}
              </tbody>
            </table>
          )}
        </Shown>
      </section>
    </>
  );
}

function Row({ one }: { one: ChannelPulse }) {
  const say = useSay();
  const time = useTime();
  return (
    <tr>
      <td>
        <Link to="/partners/$id" params={{ id: one.channel }}>
          {say(one.channelName)}
        </Link>{' '}
        <SimulatedTag shown={one.simulated} />
        <div className="soft">{one.promise}</div>
      </td>
      <td>
        <PartnerState one={one} />
      </td>
      <td>
        {say(`待发 ${one.queued}`, `${one.queued} queued`)}
        {one.dead > 0 && <div>{say(`死信 ${one.dead}`, `${one.dead} dead`)}</div>}
        {one.oldestQueuedAt && (
          <div className="soft">
            {say(`最早已等 ${ageText(say, one.oldestQueuedAt)}`, `oldest ${ageText(say, one.oldestQueuedAt)}`)}
          </div>
        )}
        {one.nextRetryAt && (
          <div className="soft">{say(`重试 ${time(one.nextRetryAt)}`, `retry ${time(one.nextRetryAt)}`)}</div>
        )}
      </td>
      <td>
        <span className="narrow-label">{say('近一小时', 'Last hour')} </span>
        <Figures figures={one.hour} />
      </td>
      <td>
        <span className="narrow-label">{say('近一天', 'Last day')} </span>
        <Figures figures={one.day} />
      </td>
      <td>
        <div>
          {say('发', 'Sent')} {time(one.lastSentAt) || '–'}
        </div>
        <div>
          {say('收', 'Heard')} {time(one.lastHeardAt) || '–'}
        </div>
      </td>
    </tr>
  );
}

export function Figures({ figures }: { figures: ChannelPulse['hour'] }) {
  const say = useSay();
  if (figures.attempts === 0) return <span className="soft">{say('无投递', 'Nothing sent')}</span>;
  return (
    <>
      <div>
        {rateOf(figures)} <span className="soft">{say(`共 ${figures.attempts} 次`, `of ${figures.attempts}`)}</span>
      </div>
      <div className="soft">{latencyText(figures)}</div>
    </>
  );
}

export function PartnerState({ one }: { one: ChannelPulse }) {
  const say = useSay();
  const time = useTime();
  return (
    <>
      <StateTag state={one.state} />
      {one.tls?.state === 'refused' && (
        <div className="tag tag-red">{say('未加密，已停发', 'No TLS: nothing goes out')}</div>
      )}
      {one.tls?.state === 'excepted' && (
        <div className="soft">
          {say(
            `不加密例外至 ${time(one.tls.until)}：${one.tls.reason}`,
            `Without TLS until ${time(one.tls.until)}: ${one.tls.reason}`,
          )}
        </div>
      )}
      {one.maintenanceUntil && (
        <div className="soft">{say(`维护至 ${time(one.maintenanceUntil)}`, `until ${time(one.maintenanceUntil)}`)}</div>
      )}
      {one.breaker === 'open' && (
        <div className="soft">
          {say(`已熔断，${time(one.probeAt)} 试探`, `Cut off, probed at ${time(one.probeAt)}`)}
        </div>
      )}
      {one.breaker === 'half-open' && <div className="soft">{say('正在试探', 'Being probed')}</div>}
    </>
  );
}
