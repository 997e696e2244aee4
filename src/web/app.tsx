// The shell: sign-in, menu by what the account may do, and one lazy page per route.
import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  Outlet,
  RouterProvider,
  useNavigate,
} from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { send } from './api.ts';
import { ProblemNote } from './kit.tsx';
import { useLanguage, useSay } from './language.tsx';
import { useSession } from './session.ts';

const SignIn = lazy(() => import('../hub/enterprise/web/sign-in.tsx'));
const pages = {
  hall: lazy(() => import('./service-hall.tsx')),
  shipments: lazy(() => import('../hub/shipment/web/shipment-list.tsx')),
  shipment: lazy(() => import('../hub/shipment/web/shipment-page.tsx')),
  form: lazy(() => import('../hub/shipment/web/composite-form.tsx')),
  inspections: lazy(() => import('../hub/inspection/web/inspection-list.tsx')),
  collisions: lazy(() => import('../hub/disposition/web/collision-desk.tsx')),
  gate: lazy(() => import('../hub/release/web/gate-desk.tsx')),
  reference: lazy(() => import('../hub/reference/web/reference-page.tsx')),
  exchange: lazy(() => import('../hub/exchange/web/operator-desk.tsx')),
};

/** Menu entries with the action that shows them. */
export const menu = [
  { to: '/', zh: '办事大厅', en: 'Service hall', action: 'signed-in' },
  { to: '/shipments', zh: '货物', en: 'Shipments', action: 'shipment.read' },
  { to: '/inspections', zh: '查验', en: 'Inspections', action: 'inspection.read' },
  { to: '/collisions', zh: '对碰台', en: 'Collision desk', action: 'collision.resolve' },
  { to: '/gate', zh: '闸口', en: 'Gate desk', action: 'release.verify' },
  { to: '/reference', zh: '基础数据', en: 'Reference', action: 'signed-in' },
  { to: '/exchange', zh: '交换运行', en: 'Exchange', action: 'exchange.operate' },
] as const;

function Shell() {
  const say = useSay();
  const session = useSession();
  const { language, setLanguage } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = async () => {
    await send('DELETE', '/session');
    client.clear();
    await navigate({ to: '/' });
    await client.invalidateQueries({ queryKey: ['session'] });
  };
  const other = language === 'zh' ? 'en' : 'zh';
  const me = session.data;
  return (
    <>
      <header className="shell-head">
        <span className="brand">{say('国际贸易单一窗口', 'Trade Single Window')} Portico</span>
        <nav aria-label={say('主菜单', 'Main menu')}>
          {me &&
            menu
              .filter((m) => me.actions.includes(m.action))
              .map((m) => (
                <Link
                  key={m.to}
                  to={m.to}
                  activeOptions={{ exact: m.to === '/' }}
                  activeProps={{ className: 'active' }}
                >
                  {say(m.zh, m.en)}
                </Link>
              ))}
        </nav>
        <span className="grow" />
        {me && (
          <span>
            {me.user.name} · {say(me.organisation.name, me.organisation.nameEn)}
          </span>
        )}
        <Button size="small" onClick={() => setLanguage(other)} lang={other === 'zh' ? 'zh-CN' : 'en'}>
          {other === 'zh' ? '中文' : 'English'}
        </Button>
        {me && (
          <Button size="small" onClick={() => void signOut()}>
            {say('退出', 'Sign out')}
          </Button>
        )}
      </header>
      {me?.mode === 'demo' && (
        <div className="demo-banner" role="note">
          {say(
            '演示环境：企业、货物均为虚构，各部门与场站由模拟器应答。',
            'Demonstration: companies and goods are invented; authorities and stations are simulators.',
          )}
        </div>
      )}
      <main>
        {session.isPending && <Skeleton active />}
        {session.isError && <ProblemNote error={session.error} retry={() => void session.refetch()} />}
        {session.isSuccess && (
          <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>{me ? <Outlet /> : <SignIn />}</Suspense>
        )}
      </main>
    </>
  );
}

const rootRoute = createRootRoute({ component: Shell });
const at = (path: string, component: (typeof pages)[keyof typeof pages]) =>
  createRoute({ getParentRoute: () => rootRoute, path, component });
const router = createRouter({
  routeTree: rootRoute.addChildren([
    at('/', pages.hall),
    at('/shipments', pages.shipments),
    at('/shipments/$id', pages.shipment),
    at('/shipments/$id/form', pages.form),
    at('/inspections', pages.inspections),
    at('/collisions', pages.collisions),
    at('/gate', pages.gate),
    at('/reference', pages.reference),
    at('/exchange', pages.exchange),
  ]),
  defaultNotFoundComponent: () => <p>404</p>,
});

export const App = () => <RouterProvider router={router} />;
