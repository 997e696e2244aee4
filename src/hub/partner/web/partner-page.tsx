// One partner: how its channel is by kind of document, what is set for it and by whom, and its certifications (issue 6).
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { get } from '../../../web/api.ts';
import { ProblemNote, Shown, SimulatedTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import { ChannelCredentials } from '../../credentials/web/credential-cards.tsx';
import type { ChannelCare, ChannelPulseDetail } from '../contract.ts';
import { CertificationList } from './certification-list.tsx';
import { CredentialForm } from './credential-form.tsx';
import { Figures, PartnerState } from './health-page.tsx';
import { ProposeSettings } from './propose-settings.tsx';
import { SettingsChanges } from './settings-changes.tsx';
import { WindowList } from './window-list.tsx';
import { msText, REFRESH_MS } from './words.ts';

export default function PartnerPage() {
  const say = useSay();
  const { id } = useParams({ strict: false }) as { id: string };
  const care = useQuery({
    queryKey: ['partners', 'care', id],
    queryFn: () => get<ChannelCare>(`/channel-settings/${id}`),
    refetchInterval: REFRESH_MS,
  });
  const { problem, act } = useAct(['partners']);
  return (
    <>
      <div className="bar">
        <h1>{care.data ? say(care.data.channelName) : say('伙伴', 'Partner')}</h1>
        <SimulatedTag shown={care.data?.simulated ?? false} />
        <Link to="/partners">{say('全部伙伴', 'All partners')}</Link>
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      <HealthCard id={id} />
      <section className="card" aria-label={say('现行参数', 'Settings in force')}>
        <h2>{say('现行参数', 'Settings in force')}</h2>
        <Shown query={care}>
          {(one) => (
            <>
              <InForce one={one} />
              <ProposeSettings key={one.since ?? ''} care={one} act={act} />
              <CredentialForm care={one} act={act} />
            </>
          )}
        </Shown>
      </section>
      <SettingsChanges id={id} act={act} />
      <CertificationList id={id} act={act} />
      <ChannelCredentials id={id} />
    </>
  );
}

function HealthCard({ id }: { id: string }) {
  const say = useSay();
  const time = useTime();
  const health = useQuery({
    queryKey: ['partners', 'health', id],
    queryFn: () => get<ChannelPulseDetail>(`/channel-health/${id}`),
    refetchInterval: REFRESH_MS,
  });
  return (
    <section className="card" aria-label={say('运行情况', 'How it is')}>
      <h2>{say('运行情况', 'How it is')}</h2>
      <Shown query={health}>
        {(one) => (
          <>
            <div className="bar">
              <PartnerState one={one} />
              <span>{say(`待发 ${one.queued}，死信 ${one.dead}`, `${one.queued} queued, ${one.dead} dead`)}</span>
              {one.nextRetryAt && (
                <span>{say(`下次重试 ${time(one.nextRetryAt)}`, `Next retry ${time(one.nextRetryAt)}`)}</span>
              )}
              <span className="soft">
                {say(`最近来文 ${time(one.lastHeardAt) || '–'}`, `Last heard ${time(one.lastHeardAt) || '–'}`)}
              </span>
            </div>
            <p className="soft">
              {say(
                '成功率、次数；有应答的投递的时延 p50 / p95 / p99。',
                'Success, attempts; latency of deliveries that were answered, p50 / p95 / p99.',
              )}
            </p>
            <Kinds kinds={one.kinds} />
            {one.outages.length > 0 && (
              <>
                <h3>{say('最近中断', 'Recent outages')}</h3>
                <ul className="plain-list">
                  {one.outages.map((outage) => (
                    <li key={outage.id}>
                      {time(outage.since)} – {outage.until ? time(outage.until) : say('仍未恢复', 'not over')}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

/** What went to the partner within the day, by kind of document; what did not is named below it. */
function Kinds({ kinds }: { kinds: ChannelPulseDetail['kinds'] }) {
  const say = useSay();
  const sent = kinds.filter((kind) => kind.day.attempts > 0);
  const quiet = kinds.filter((kind) => kind.day.attempts === 0);
  return (
    <>
      {sent.length > 0 && (
        <table className="plain stack">
          <thead>
            <tr>
              <th>{say('单证', 'Document')}</th>
              <th>{say('近一小时', 'Last hour')}</th>
              <th>{say('近一天', 'Last day')}</th>
            </tr>
          </thead>
          <tbody>
            {sent.map((kind) => (
              <tr key={kind.document}>
                <td>
                  {say(kind.name)}
                  <div className="soft">{kind.document}</div>
                </td>
                <td>
                  <span className="narrow-label">{say('近一小时', 'Last hour')} </span>
                  <Figures figures={kind.hour} />
                </td>
                <td>
                  <span className="narrow-label">{say('近一天', 'Last day')} </span>
                  <Figures figures={kind.day} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {quiet.length > 0 && (
        <details>
          <summary>
            {say(`近一天无投递的单证 ${quiet.length} 种`, `Nothing sent within a day: ${quiet.length} kinds`)}
          </summary>
          <ul className="plain-list">
            {quiet.map((kind) => (
              <li key={kind.document}>
                {say(kind.name)} <span className="soft">{kind.document}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function InForce({ one }: { one: ChannelCare }) {
  const say = useSay();
  const time = useTime();
  const { counts, settings } = one;
  const own = (name: keyof ChannelCare['settings']) =>
    settings[name] === undefined ? <span className="soft">{say('（通道说明）', '(profile)')}</span> : null;
  const kib = (bytes: number) => `${Math.round(bytes / 1024)} KiB`;
  const told = one.people.filter((person) => settings.tell.includes(person.id)).map((person) => person.name);
  return (
    <dl className="pairs">
      <dt>{say('地址', 'Address')}</dt>
      <dd>
        {one.endpoint || say('未配置', 'none')}{' '}
        {settings.endpoint === undefined && <span className="soft">{say('（部署配置）', '(configured)')}</span>}
      </dd>
      {settings.hostKey && (
        <>
          <dt>{say('主机密钥', 'Host key')}</dt>
          <dd>
            <code>{settings.hostKey}</code>
          </dd>
        </>
      )}
      <dt>{say('凭据', 'Credential')}</dt>
      <dd>{settings.credential ?? <span className="soft">{say('按部署配置', 'as configured')}</span>}</dd>
      <dt>{say('同时连接', 'Connections')}</dt>
      <dd>
        {counts.connections} {own('connections')}
      </dd>
      <dt>{say('时限：连接、首字节、总计', 'Time: connect, first byte, in all')}</dt>
      <dd>
        {[counts.connectMs, counts.firstByteMs, counts.totalMs].map(msText).join(' / ')} {own('totalMs')}
      </dd>
      <dt>{say('上限：发出、应答、来文', 'Limits: sent, answer, received')}</dt>
      <dd>{[counts.requestBytes, counts.answerBytes, counts.maxBytes].map(kib).join(' / ')}</dd>
      <dt>{say('重试间隔', 'Retried after')}</dt>
      <dd>
        {counts.retryAfterMs.map(msText).join(', ')} {own('retryAfterMs')}
      </dd>
      <dt>{say('维护窗口', 'Maintenance')}</dt>
      <dd>
        {one.maintenanceUntil && (
          <strong>
            {say(`维护中，至 ${time(one.maintenanceUntil)}。`, `Under way until ${time(one.maintenanceUntil)}. `)}
          </strong>
        )}
        <WindowList windows={counts.maintenance} />
      </dd>
      <dt>{say('故障告知', 'Told when it breaks')}</dt>
      <dd>{told.length > 0 ? told.join('、') : say('全部交换运行人员', 'everybody who runs the exchange')}</dd>
      {one.since && (
        <>
          <dt>{say('生效自', 'In force since')}</dt>
          <dd>{time(one.since)}</dd>
        </>
      )}
    </dl>
  );
}
