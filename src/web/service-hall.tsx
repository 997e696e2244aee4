// The service hall (办事大厅, P1): what this account can do next, with counts that are queries, not decoration.
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Skeleton } from 'antd';
import type { InspectionView } from '../hub/inspection/contract.ts';
import type { ShipmentSummary } from '../hub/shipment/contract.ts';
import { get } from './api.ts';
import { goodsWords } from './goods-words.ts';
import { Shown, SimulatedTag, StateTag } from './kit.tsx';
import { useSay, useTime } from './language.tsx';
import { useLive } from './live.ts';
import { Services } from './services.tsx';
import { useSession } from './session.ts';

type Counted = { items: unknown[]; next?: string };
const tasks = [
  {
    action: 'api-key.confirm',
    to: '/organisation',
    search: {},
    path: '/api-key-confirmations',
    zh: '待确认的密钥',
    en: 'Keys to confirm',
  },
  {
    action: 'shipment.write',
    to: '/shipments',
    search: { progress: 'rejected' },
    path: '/shipments?progress=rejected',
    zh: '退单待修改',
    en: 'Rejected, to be amended',
  },
  {
    action: 'shipment.write',
    to: '/shipments',
    search: { state: 'draft' },
    path: '/shipments?state=draft',
    zh: '未申报的草稿',
    en: 'Drafts not filed',
  },
  {
    action: 'shipment.read',
    to: '/shipments',
    search: { progress: 'awaiting' },
    path: '/shipments?progress=awaiting',
    zh: '等待部门意见',
    en: 'Awaiting authorities',
  },
  {
    action: 'shipment.read',
    to: '/shipments',
    search: { progress: 'held' },
    path: '/shipments?progress=held',
    zh: '布控扣留',
    en: 'Held',
  },
  {
    action: 'inspection.read',
    to: '/inspections',
    search: {},
    path: '/inspections?state=planned',
    zh: '已安排的查验',
    en: 'Planned inspections',
  },
  {
    action: 'collision.resolve',
    to: '/collisions',
    search: {},
    path: '/collisions',
    zh: '指令对碰',
    en: 'Contradictions',
  },
  {
    action: 'release.verify',
    to: '/gate',
    search: {},
    path: '/releases?state=granted',
    zh: '待提货的放行',
    en: 'Releases to hand over',
  },
  {
    action: 'organisation.admit',
    to: '/admissions',
    search: {},
    path: '/organisation-applications?state=open',
    zh: '待批的单位注册',
    en: 'Organisations to admit',
  },
  {
    action: 'organisation.admit',
    to: '/admissions',
    search: {},
    path: '/qualifications?state=pending',
    zh: '待核对的资质',
    en: 'Qualifications to check',
  },
  {
    action: 'exchange.operate',
    to: '/exchange',
    search: {},
    path: '/exchange/deliveries?state=dead',
    zh: '死信',
    en: 'Dead letters',
  },
  {
    action: 'exchange.operate',
    to: '/exchange',
    search: {},
    path: '/exchange/messages?state=quarantined',
    zh: '被隔离的来文',
    en: 'Quarantined messages',
  },
] as const;

export default function ServiceHall() {
  const say = useSay();
  const session = useSession();
  const mine = tasks.filter((t) => session.data?.actions.includes(t.action));
  const counts = useQueries({
    queries: mine.map((t) => ({ queryKey: ['live', 'count', t.path], queryFn: () => get<Counted>(t.path) })),
  });
  const may = (action: string) => session.data?.actions.includes(action) ?? false;
  return (
    <>
      <h1>{say('办事大厅', 'Service hall')}</h1>
      {may('notice.read') && <Live />}
      <div className="hall">
        {mine.map((task, i) => {
          const count = counts[i];
          return (
            <Link key={task.path} to={task.to} search={task.search as never}>
              <Card hoverable size="small">
                <div className="soft">{say(task.zh, task.en)}</div>
                <div className={count?.data?.items.length === 0 ? 'count zero' : 'count'}>
                  {count?.data ? (
                    `${count.data.items.length}${count.data.next ? '+' : ''}`
                  ) : count?.isError ? (
                    '–'
                  ) : (
                    <Skeleton.Button size="small" active />
                  )}
                </div>
              </Card>
            </Link>
          );
        })}
      </div>
      <Services may={may} />
      <div className="two">
        {may('shipment.read') && <RecentShipments mayStart={may('shipment.write')} />}
        {may('inspection.read') && <ComingInspections />}
      </div>
    </>
  );
}

/** The two who watch over the platform hear of no case. */
function Live() {
  useLive();
  return null;
}

function RecentShipments({ mayStart }: { mayStart: boolean }) {
  const say = useSay();
  const time = useTime();
  const list = useQuery({
    queryKey: ['live', 'shipments', 'recent'],
    queryFn: () => get<{ items: ShipmentSummary[] }>('/shipments?limit=10'),
  });
  return (
    <section className="card scroll" aria-label={say('最近的货物', 'Recent shipments')}>
      <div className="bar">
        <h2>{say('最近的货物', 'Recent shipments')}</h2>
        <Link to="/shipments">{mayStart ? say('全部 / 新建', 'All, or a new one') : say('全部', 'All')}</Link>
      </div>
      <Shown query={list} empty={(l) => l.items.length === 0}>
        {(l) => (
          <table className="plain stack">
            <tbody>
              {l.items.map((s) => (
                <tr key={s.id}>
                  <td>
                    <Link to="/shipments/$id" params={{ id: s.id }}>
                      {s.number}
                    </Link>
                  </td>
                  <td>{goodsWords(s, say)}</td>
                  <td className="soft">{s.conveyance}</td>
                  <td>
                    <StateTag state={s.progress} />
                    <SimulatedTag shown={s.simulated} />
                  </td>
                  <td className="time">{time(s.updatedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Shown>
    </section>
  );
}

function ComingInspections() {
  const say = useSay();
  const time = useTime();
  const list = useQuery({
    queryKey: ['live', 'inspections', 'coming'],
    queryFn: () => get<{ items: InspectionView[] }>('/inspection-queue?state=planned&limit=8'),
  });
  return (
    <section className="card" aria-label={say('即将进行的查验', 'Coming inspections')}>
      <div className="bar">
        <h2>{say('即将进行的查验', 'Coming inspections')}</h2>
        <Link to="/inspections">{say('全部', 'All')}</Link>
      </div>
      <Shown query={list} empty={(l) => l.items.length === 0}>
        {(l) => (
          <ul className="timeline">
            {l.items.map((i) => (
              <li key={i.id} className="attention">
                <div className="soft">
                  {time(i.slot.startsAt)} – {time(i.slot.endsAt)}
                </div>
                {i.number} {i.overdue && <StateTag state="overdue" />}{' '}
                {i.joint && <StateTag state={say('联合查验', 'Joint inspection')} />} {say(i.slot.siteName)}{' '}
                {i.slot.bay} ·{' '}
                <Link to="/shipments/$id" params={{ id: i.shipmentId }}>
                  {i.shipmentNumber}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}
