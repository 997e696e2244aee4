// The service hall (办事大厅, P1): what this account can do next, with counts that are queries, not decoration.
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Skeleton } from 'antd';
import { get } from './api.ts';
import { useSay } from './language.tsx';
import { useLive } from './live.ts';
import { useSession } from './session.ts';

type Counted = { items: unknown[]; next?: string };
const tasks = [
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
  useLive();
  const session = useSession();
  const mine = tasks.filter((t) => session.data?.actions.includes(t.action));
  const counts = useQueries({
    queries: mine.map((t) => ({ queryKey: ['live', 'count', t.path], queryFn: () => get<Counted>(t.path) })),
  });
  return (
    <>
      <h1>{say('办事大厅', 'Service hall')}</h1>
      <div className="grid">
        {mine.map((task, i) => {
          const count = counts[i];
          return (
            <Link
              key={task.path}
              to={task.to}
              search={task.search as never}
              style={{ color: 'inherit', textDecoration: 'none' }}
            >
              <Card hoverable size="small">
                <div className="soft">{say(task.zh, task.en)}</div>
                <div style={{ fontSize: 28, fontWeight: 600, minHeight: 42 }}>
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
    </>
  );
}
