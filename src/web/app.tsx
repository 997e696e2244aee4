// The shell: sign-in, menu by what the account may do, and one lazy page per route.
import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  Outlet,
  RouterProvider,
  useNavigate,
  useRouterState,
} from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Skeleton } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { SessionView } from '../hub/enterprise/contract.ts';
import { get, send } from './api.ts';
import { ProblemNote } from './kit.tsx';
import { useLanguage, useSay } from './language.tsx';
import { type PortalPath, portalPaths } from './paths.ts';
import { useLiveState } from './live.ts';
import { useSession } from './session.ts';

const SignIn = lazy(() => import('../hub/account/web/sign-in.tsx'));
const Account = lazy(() => import('../hub/account/web/account-page.tsx'));
const InboxLink = lazy(() => import('../hub/inbox/web/inbox-link.tsx'));
const EmergencyNote = lazy(() => import('../hub/emergency/web/emergency-note.tsx'));
/** A page for each path; a path without one does not compile. */
const pages: Readonly<Record<PortalPath, ReturnType<typeof lazy>>> = {
  '/': lazy(() => import('./service-hall.tsx')),
  '/shipments': lazy(() => import('../hub/shipment/web/shipment-list.tsx')),
  '/shipments/$id': lazy(() => import('../hub/shipment/web/shipment-page.tsx')),
  '/shipments/$id/form': lazy(() => import('../hub/shipment/web/composite-form.tsx')),
  '/library': lazy(() => import('../hub/documents/web/library-page.tsx')),
  '/inspections': lazy(() => import('../hub/inspection/web/inspection-list.tsx')),
  '/field': lazy(() => import('../hub/inspection/web/field/field-list.tsx')),
  '/field/$id': lazy(() => import('../hub/inspection/web/field/field-page.tsx')),
  '/yard': lazy(() => import('../hub/inspection/web/yard-page.tsx')),
  '/draws': lazy(() => import('../hub/draw/web/draws-page.tsx')),
  '/draw-proofs/$id': lazy(() => import('../hub/draw/web/draw-proof-page.tsx')),
  '/awaited': lazy(() => import('../hub/disposition/web/awaited-words.tsx')),
  '/collisions': lazy(() => import('../hub/disposition/web/collision-desk.tsx')),
  '/rules': lazy(() => import('../hub/disposition/web/rules-page.tsx')),
  '/gate': lazy(() => import('../hub/release/web/gate-desk.tsx')),
  '/emergencies': lazy(() => import('../hub/emergency/web/emergency-desk.tsx')),
  '/reference': lazy(() => import('../hub/reference/web/reference-page.tsx')),
  '/exchange': lazy(() => import('../hub/exchange/web/operator-desk.tsx')),
  '/partners': lazy(() => import('../hub/partner/web/health-page.tsx')),
  '/partners/$id': lazy(() => import('../hub/partner/web/partner-page.tsx')),
  '/certifications/$id': lazy(() => import('../hub/partner/web/certification-page.tsx')),
  '/status': lazy(() => import('../hub/partner/web/status-page.tsx')),
  '/organisation': lazy(() => import('../hub/enterprise/web/organisation-page.tsx')),
  '/directory': lazy(() => import('../hub/directory/web/directory-page.tsx')),
  '/account': Account,
  '/password': lazy(() => import('../hub/account/web/password-page.tsx')),
  '/invitation': lazy(() => import('../hub/account/web/invitation-page.tsx')),
  '/provider/$id': lazy(() => import('../hub/account/web/provider-page.tsx')),
  '/registration': lazy(() => import('../hub/registration/web/registration-page.tsx')),
  '/admissions': lazy(() => import('../hub/registration/web/admissions-page.tsx')),
  '/statistics': lazy(() => import('../hub/statistics/web/statistics-page.tsx')),
  '/inbox': lazy(() => import('../hub/inbox/web/inbox-page.tsx')),
  '/subscriptions': lazy(() => import('../hub/subscriptions/web/subscriptions-page.tsx')),
  '/receipts': lazy(() => import('../hub/ledger/web/receipts-page.tsx')),
  '/looks': lazy(() => import('../hub/shipment/web/looks-page.tsx')),
  '/signatures': lazy(() => import('../hub/signatures/web/signatures-page.tsx')),
  '/audit': lazy(() => import('../hub/audit/web/audit-page.tsx')),
  '/retention': lazy(() => import('../hub/audit/web/retention-page.tsx')),
};

/** Menu entries with the action that shows them. */
const menu = [
  { to: '/', zh: '办事大厅', en: 'Service hall', action: 'signed-in' },
  { to: '/shipments', zh: '货物', en: 'Shipments', action: 'shipment.read' },
  { to: '/library', zh: '单证库', en: 'Library', action: 'shipment.read' },
  { to: '/inspections', zh: '查验', en: 'Inspections', action: 'inspection.read' },
  { to: '/field', zh: '现场登记', en: 'In the yard', action: 'inspection.record' },
  { to: '/yard', zh: '查验场', en: 'Yards', action: 'yard.read' },
  { to: '/draws', zh: '双随机', en: 'Random draws', action: 'draw.read' },
  { to: '/awaited', zh: '待我处置', en: 'Words awaited', action: 'collision.resolve' },
  { to: '/collisions', zh: '对碰台', en: 'Collision desk', action: 'collision.resolve' },
  { to: '/rules', zh: '处置规则', en: 'Rules', action: 'jurisdiction.manage' },
  { to: '/gate', zh: '闸口', en: 'Gate desk', action: 'release.verify' },
  { to: '/emergencies', zh: '应急', en: 'Emergency', action: 'paper-act.handle' },
  { to: '/exchange', zh: '交换运行', en: 'Exchange', action: 'exchange.operate' },
  { to: '/partners', zh: '伙伴运维', en: 'Partners', action: 'exchange.operate' },
  { to: '/statistics', zh: '统计', en: 'Statistics', action: 'shipment.read' },
  { to: '/reference', zh: '基础数据', en: 'Reference', action: 'signed-in' },
  { to: '/subscriptions', zh: '订阅', en: 'Subscriptions', action: 'subscription.manage' },
  { to: '/receipts', zh: '凭证', en: 'Receipts', action: 'signed-in' },
  { to: '/signatures', zh: '签名', en: 'Signatures', action: 'signed-in' },
  { to: '/admissions', zh: '单位注册', en: 'Admissions', action: 'organisation.admit' },
  { to: '/audit', zh: '审计', en: 'Audit', action: 'audit.read' },
  { to: '/retention', zh: '保存期限', en: 'Retention', action: 'retention.read' },
  { to: '/organisation', zh: '本单位', en: 'Organisation', action: 'enterprise.read' },
] as const;
/** For whoever has no account or cannot sign in yet: pages behind links of letters, and what is published. */
const openPages: readonly string[] = ['/password', '/invitation', '/registration', '/draws', '/status'];
/** Opens without network too, and says itself who is at the phone. */
const isField = (path: string): boolean => path === '/field' || path.startsWith('/field/');
const isOpen = (path: string): boolean =>
  openPages.includes(path) || path.startsWith('/provider/') || path.startsWith('/draw-proofs/') || isField(path);
const account = { to: '/account', zh: '我的账号', en: 'My account' } as const;
/** Stands beside the name, with its number. */
const inbox = { to: '/inbox', zh: '收件箱', en: 'Inbox' } as const;
/** Reached from the service hall and from the receipts. */
const looks = { to: '/looks', zh: '谁看过我的单证', en: 'Who has looked' } as const;

/** Reached from the service hall and from the organisation’s page. */
const directory = { to: '/directory', zh: '外汇名录', en: 'Foreign exchange directory' } as const;

function Shell() {
  const say = useSay();
  const session = useSession();
  const me = session.data;
  const path = useRouterState({ select: (s) => s.location.pathname });
  useEffect(() => {
    const entry =
      [...menu, inbox, account, looks, directory].find((m) => m.to !== '/' && path.startsWith(m.to)) ?? menu[0];
    document.title = `${say(entry.zh, entry.en)} · Portico`;
    // On a narrow screen the menu scrolls: where one is, is in sight.
    document.querySelector('.shell-head nav .active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [path, say]);
  return (
    <>
      <a className="skip" href="#main">
        {say('跳到内容', 'Skip to the content')}
      </a>
      <Head />
      {me?.mode === 'demo' && (
        <div className="demo-banner" role="note">
          {say(
            '演示环境：企业、货物均为虚构，各部门与场站由模拟器应答。',
            'Demonstration: companies and goods are invented; authorities and stations are simulators.',
          )}
        </div>
      )}
      {me && (
        <Suspense fallback={null}>
          <EmergencyNote />
        </Suspense>
      )}
      <main id="main" tabIndex={-1}>
        {session.isPending && !isField(path) && <Skeleton active />}
        {session.isError && !isField(path) && (
          <ProblemNote error={session.error} retry={() => void session.refetch()} />
        )}
        {(session.isSuccess || isField(path)) && (
          <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
            <Page me={me} path={path} />
          </Suspense>
        )}
      </main>
    </>
  );
}

/** What stands on the page: until a second factor that is asked for is enrolled, the account only. */
function Page({ me, path }: { me: SessionView | null | undefined; path: string }) {
  if (isOpen(path)) return <Outlet />;
  if (!me) return <SignIn />;
  return me.factorPending ? <Account /> : <Outlet />;
}

function Head() {
  const say = useSay();
  const me = useSession().data;
  const { language, setLanguage } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = async () => {
    const field = await import('../hub/inspection/web/field/forget-field.ts');
    const unsent = await field.countUnsent();
    const sure = say(
      `本机还有 ${unsent} 项查验记录未上传；退出将从本机删除。仍要退出吗？`,
      `${unsent} inspection records on this phone have not been sent; signing out deletes them. Sign out all the same?`,
    );
    if (unsent > 0 && !window.confirm(sure)) return;
    await field.forgetField();
    await send('DELETE', '/session');
    client.clear();
    await navigate({ to: '/' });
    await client.invalidateQueries({ queryKey: ['session'] });
  };
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <header className="shell-head">
      <span className="brand">{say('国际贸易单一窗口', 'Trade Single Window')} Portico</span>
      <span className="grow" />
      {me?.actions.includes('shipment.read') && <FindByNumber />}
      {me && <LiveNote />}
      {me?.actions.includes('notice.read') && (
        <Suspense fallback={null}>
          <InboxLink />
        </Suspense>
      )}
      {me && me.organisations.length > 1 && <ActFor me={me} />}
      {me && (
        <Link
          to="/account"
          className="who-am-i"
          title={say('我的账号', 'My account')}
          activeProps={{ className: 'active' }}
        >
          {me.user.name} · {say(me.organisation.name, me.organisation.nameEn)}
        </Link>
      )}
      <Button size="small" onClick={() => setLanguage(other)} lang={other === 'zh' ? 'zh-CN' : 'en'}>
        {other === 'zh' ? '中文' : 'English'}
      </Button>
      {me && (
        <Button size="small" onClick={() => void signOut()}>
          {say('退出', 'Sign out')}
        </Button>
      )}
      <nav aria-label={say('主菜单', 'Main menu')}>
        {me &&
          menu
            .filter((m) => me.actions.includes(m.action))
            .map((m) => (
              <Link key={m.to} to={m.to} activeOptions={{ exact: m.to === '/' }} activeProps={{ className: 'active' }}>
                {say(m.zh, m.en)}
              </Link>
            ))}
      </nav>
    </header>
  );
}

/** Whoever works for several organisations says for which he acts now; everything on the page is asked for anew. */
function ActFor({ me }: { me: SessionView }) {
  const say = useSay();
  const act = async (organisationId: string) => {
    await send('PUT', '/session/organisation', { organisationId });
    // The whole page anew: nothing of the other organisation may stay on it, and the live stream opens under the new session.
    location.assign('/');
  };
  return (
    <select
      className="act-for"
      aria-label={say('代表哪个单位', 'Acting for')}
      value={me.organisation.id}
      onChange={(event) => void act(event.target.value)}
    >
      {me.organisations.map((one) => (
        <option key={one.id} value={one.id}>
          {say(one.name, one.nameEn)}
        </option>
      ))}
    </select>
  );
}

/** Any number or words from any page: the one case that bears the number opens, everything else is shown in the library. `/` puts the cursor here. */
function FindByNumber() {
  const say = useSay();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      document.getElementById('find-number')?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const find = async (query: string) => {
    if (query.trim() === '') return;
    setBusy(true);
    try {
      const { items } = await get<{ items: { id: string }[] }>(
        `/shipments?limit=2&query=${encodeURIComponent(query.trim())}`,
      );
      const [only] = items;
      if (only && items.length === 1) await navigate({ to: '/shipments/$id', params: { id: only.id } });
      else await navigate({ to: '/library', search: { query: query.trim() } as never });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Input.Search
      id="find-number"
      className="find-number"
      loading={busy}
      maxLength={100}
      aria-label={say('按编号或文字查找（快捷键 /）', 'Find by number or words (key /)')}
      placeholder={say('编号或文字  /', 'Number or words  /')}
      onSearch={(text) => void find(text)}
    />
  );
}

/** Says when live updates have stopped; nothing while all is well. */
function LiveNote() {
  const say = useSay();
  const live = useLiveState();
  return (
    <span role="status" className="live-note">
      {live === 'lost' ? say('实时更新中断，正在重连…', 'Live updates lost, reconnecting…') : ''}
    </span>
  );
}

function NotFound() {
  const say = useSay();
  return (
    <div className="card">
      <h1>{say('没有这个页面', 'There is no such page')}</h1>
      <Link to="/">{say('回到办事大厅', 'Back to the service hall')}</Link>
    </div>
  );
}
function Failed({ error, reset }: { error: unknown; reset: () => void }) {
  return <ProblemNote error={error} retry={reset} />;
}

const rootRoute = createRootRoute({ component: Shell });
const router = createRouter({
  routeTree: rootRoute.addChildren(
    portalPaths.map((path) => createRoute({ getParentRoute: () => rootRoute, path, component: pages[path] })),
  ),
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Failed,
  scrollRestoration: true,
});

export const App = () => <RouterProvider router={router} />;
