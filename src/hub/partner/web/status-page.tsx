// Whether partners can be reached, for everybody, without an account (issue 6): now, the last 24 hours, and planned maintenance.
import { useQuery } from '@tanstack/react-query';
import { get } from '../../../web/api.ts';
import { Shown } from '../../../web/kit.tsx';
import { useLanguage, useSay, useTime } from '../../../web/language.tsx';
import type { PartnerAvailability, ServiceStatus } from '../contract.ts';

const REFRESH_MS = 30_000;
const words: Readonly<Record<PartnerAvailability, readonly [zh: string, en: string, colour: string]>> = {
  // What nobody has asked is not known to work; only that nothing is known against it.
  available: ['无已知异常', 'No trouble known', 'green'],
  degraded: ['不稳定', 'Unsteady', 'orange'],
  unreachable: ['无法连接', 'Cannot be reached', 'red'],
  maintenance: ['维护中', 'Maintenance', 'gold'],
  suspended: ['暂停', 'Suspended', 'orange'],
};

export default function StatusPage() {
  const say = useSay();
  const time = useTime();
  const { language } = useLanguage();
  const status = useQuery({
    queryKey: ['service-status'],
    queryFn: () => get<ServiceStatus>('/service-status'),
    refetchInterval: REFRESH_MS,
  });
  return (
    <>
      <div className="bar">
        <h1>{say('伙伴系统状态', 'Status of partners')}</h1>
        <a href={`/api/v1/service-status.rss?language=${language}`}>RSS</a>
        <a href="/api/v1/service-status">JSON</a>
      </div>
      <Shown query={status}>
        {(one) => (
          <>
            <Summary status={one} />
            <Planned status={one} />
            <section className="card" aria-label={say('各伙伴', 'Partners')}>
              <h2>{say('各伙伴', 'Partners')}</h2>
              <ul className="status-list">
                {one.partners.map((partner) => (
                  <li key={partner.channel} className="status-row">
                    <div>
                      <strong>{say(partner.name)}</strong> <State state={partner.state} />
                      {partner.until && (
                        <span className="soft">{say(`至 ${time(partner.until)}`, `until ${time(partner.until)}`)}</span>
                      )}
                      {partner.outages[0] && (
                        <div className="soft">
                          {say('最近中断', 'Last outage')} {time(partner.outages[0].since)} –{' '}
                          {partner.outages[0].until ? time(partner.outages[0].until) : say('仍未恢复', 'not over')}
                        </div>
                      )}
                    </div>
                    <Hours hours={partner.hours} />
                  </li>
                ))}
              </ul>
              <p className="soft">
                {say(
                  '每格一小时：绿色可达，空格无往来，橙色不稳定，红色无法连接。',
                  'One bar for each hour: green reached, empty nothing sent, orange unsteady, red not reached.',
                )}
              </p>
            </section>
            <p className="soft">{say(`更新于 ${time(one.at)}`, `As of ${time(one.at)}`)}</p>
          </>
        )}
      </Shown>
    </>
  );
}

function State({ state }: { state: PartnerAvailability }) {
  const say = useSay();
  const [zh, en, colour] = words[state];
  return <span className={`tag tag-${colour}`}>{say(zh, en)}</span>;
}

function Summary({ status }: { status: ServiceStatus }) {
  const say = useSay();
  const bad = status.partners.filter((one) => one.state !== 'available');
  return (
    <section className="card" aria-label={say('概况', 'In short')}>
      <strong>
        {bad.length === 0
          ? say('各伙伴系统均无已知异常', 'No trouble is known of any partner')
          : say(
              `${bad.length} 个伙伴系统受影响：${bad.map((one) => one.name.zh).join('、')}`,
              `${bad.length} affected: ${bad.map((one) => one.name.en).join(', ')}`,
            )}
      </strong>
      {status.simulated && (
        <div className="soft">
          {say('演示环境：伙伴系统均为模拟器。', 'Demonstration: all partners are simulators.')}
        </div>
      )}
    </section>
  );
}

function Planned({ status }: { status: ServiceStatus }) {
  const say = useSay();
  const time = useTime();
  const planned = status.partners
    .flatMap((partner) => partner.planned.map((one) => ({ ...one, name: partner.name, channel: partner.channel })))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return (
    <section className="card" aria-label={say('计划维护', 'Planned maintenance')}>
      <h2>{say('计划维护（14 天内）', 'Planned maintenance (14 days)')}</h2>
      {planned.length === 0 ? (
        <p className="soft">{say('没有计划维护', 'Nothing is planned')}</p>
      ) : (
        <ul className="plain-list">
          {planned.map((one) => (
            <li key={`${one.channel} ${one.from}`}>
              <strong>{say(one.name)}</strong> {time(one.from)} – {time(one.until)} · {say(one.reason)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** One bar for each hour; in words for whoever does not see colours. */
function Hours({ hours }: { hours: ServiceStatus['partners'][number]['hours'] }) {
  const say = useSay();
  const silent = hours.filter((hour) => hour === 'silent').length;
  const bad = hours.filter((hour) => hour === 'degraded' || hour === 'unreachable').length;
  const known =
    bad === 0
      ? say('近 24 小时无已知异常', 'No trouble known in the last 24 hours')
      : say(`近 24 小时中 ${bad} 小时受影响`, `${bad} of the last 24 hours affected`);
  const label =
    silent === 0 ? known : say(`${known}，其中 ${silent} 小时无往来`, `${known}, nothing sent in ${silent}`);
  return (
    <div className="hours" role="img" aria-label={label}>
      {hours.map((hour, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hours stand in their order
        <span key={i} className={`hour hour-${hour}`} />
      ))}
    </div>
  );
}
