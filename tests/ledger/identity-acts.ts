// Acts on sessions, passwords, second factors and staff. Each is done by or to somebody who has just joined: most of them end sessions,
// and the accounts of the world have to stay signed in.
import { makeLink } from '../../src/hub/account/links.ts';
import type { OwnSession } from '../../src/hub/account/contract.ts';
import type { SessionView } from '../../src/hub/enterprise/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import type { Client } from '../support/application.ts';
import { callFromElsewhere, callWith, codeOf, tryToSignIn } from '../support/identity.ts';
import type { World } from '../support/world.ts';
import type { Acts } from './act.ts';

const password = '嘉陵江边的火锅店只开到十点';
const nextPassword = '山城夜景看不够每年再来一次';
const tokenIn = (link: string | undefined) => /#([\w-]{43})$/.exec(link ?? '')?.[1] ?? '';

type Invited = { readonly id: string; readonly link?: string };
const invitation = { email: 'zhao@example.com', name: '赵演示', roles: ['declarant'] };
const inviteBy = (client: Client) => client.send<Invited>('POST', '/invitations', invitation);

type Person = { readonly id: string; readonly account: string; readonly cookie: string };
let people = 0;
const signInAgain = async ({ application }: World, { account }: Person) =>
  (await tryToSignIn(application, { account, password })).cookie;
const sessionOf = async ({ application }: World, cookie: string) =>
  (await callWith(application, cookie, 'GET', '/session')).body as unknown as SessionView;

/** Works for the trader. */
async function newcomer({ application, clients }: World): Promise<Person> {
  people += 1;
  const account = `newcomer${people}`;
  const token = tokenIn((await inviteBy(clients.trader)).link);
  await callFromElsewhere(application, '', '/invitation-acceptances', { token, account, password });
  const { cookie } = await tryToSignIn(application, { account, password });
  const { items } = await clients.trader.get<{ items: { id: string; account: string }[] }>('/staff');
  return { id: items.find((one) => one.account === account)?.id ?? '', account, cookie };
}

/** What the letter would bring: this world has no mail server. */
async function addressToken({ application }: World, { id, account }: Person): Promise<string> {
  const { url } = await application.unitOfWork.run(portico, (context) =>
    makeLink(context, { purpose: 'address', personId: id, about: { email: `${account}@example.com` } }),
  );
  return tokenIn(url);
}

async function beginEnrolment({ application }: World, { cookie }: Person): Promise<string> {
  const begun = await callWith(application, cookie, 'POST', '/account/second-factor', { current: password });
  return String(begun.body.secret);
}
/** With the next code, which is taken already: the present one was used up to enrol. */
async function enrolled(world: World): Promise<Person & { code: string }> {
  const person = await newcomer(world);
  const secret = await beginEnrolment(world, person);
  const path = '/account/second-factor/confirmation';
  await callWith(world.application, person.cookie, 'POST', path, { code: codeOf(secret) });
  return { ...person, code: codeOf(secret, 1) };
}

const sessionActs: Acts = {
  // With the cookie of no session: on top of one it would end that too.
  'POST /session': async (world) => {
    const { account } = await newcomer(world);
    return { path: '/session', body: { account, password }, cookie: 'portico_session=none' };
  },
  'DELETE /session': async (world) => ({ path: '/session', cookie: (await newcomer(world)).cookie }),
  'PUT /session/organisation': async (world) => {
    const { cookie } = await newcomer(world);
    const token = tokenIn((await inviteBy(world.clients.broker)).link);
    await callFromElsewhere(world.application, cookie, '/invitation-acceptances', { token });
    const other = (await sessionOf(world, cookie)).organisations.find((o) => o.kind === 'broker');
    return { path: '/session/organisation', body: { organisationId: other?.id }, cookie };
  },
  'DELETE /sessions': async (world) => {
    const person = await newcomer(world);
    await signInAgain(world, person);
    return { path: '/sessions', cookie: person.cookie };
  },
  'DELETE /sessions/:id': async (world) => {
    const person = await newcomer(world);
    const cookie = await signInAgain(world, person);
    const { body } = await callWith(world.application, cookie, 'GET', '/sessions');
    const other = (body.items as OwnSession[]).find((session) => !session.current);
    return { path: `/sessions/${other?.id}`, cookie };
  },
};

const accountActs: Acts = {
  'POST /account/address-confirmation': async (world) => {
    const person = await newcomer(world);
    const token = await addressToken(world, person);
    return { path: '/account/address-confirmation', body: { token }, cookie: person.cookie };
  },
  'PUT /password': async (world) => {
    const { cookie } = await newcomer(world);
    return { path: '/password', body: { current: password, password: nextPassword }, cookie };
  },
  'POST /password-resets': async (world) => {
    const person = await newcomer(world);
    const token = await addressToken(world, person);
    await callWith(world.application, person.cookie, 'POST', '/account/address-confirmation', { token });
    return { path: '/password-resets', body: { account: person.account } };
  },
  'POST /passwords': async (world) => {
    const { id } = await newcomer(world);
    const { link } = await world.clients.trader.send<{ link?: string }>('POST', `/staff/${id}/sign-in-link`);
    return { path: '/passwords', body: { token: tokenIn(link), password: nextPassword } };
  },
  'POST /account/second-factor/confirmation': async (world) => {
    const person = await newcomer(world);
    const code = codeOf(await beginEnrolment(world, person));
    return { path: '/account/second-factor/confirmation', body: { code }, cookie: person.cookie };
  },
  'POST /account/second-factor/removal': async (world) => {
    const { code, cookie } = await enrolled(world);
    return { path: '/account/second-factor/removal', body: { current: password, code }, cookie };
  },
  'POST /account/recovery-codes': async (world) => {
    const { code, cookie } = await enrolled(world);
    return { path: '/account/recovery-codes', body: { current: password, code }, cookie };
  },
};

const staffActs: Acts = {
  'PUT /staff/:id/roles': async (world) => ({
    path: `/staff/${(await newcomer(world)).id}/roles`,
    body: { roles: ['enterprise-manager'] },
  }),
  'DELETE /staff/:id': async (world) => ({ path: `/staff/${(await newcomer(world)).id}` }),
  'POST /account/leaving': async (world) => ({ path: '/account/leaving', cookie: (await newcomer(world)).cookie }),
  'POST /invitations': () => ({ path: '/invitations', body: invitation }),
  'DELETE /invitations/:id': async ({ clients }) => ({ path: `/invitations/${(await inviteBy(clients.trader)).id}` }),
  'POST /invitation-acceptances': async (world) => {
    const { cookie } = await newcomer(world);
    const token = tokenIn((await inviteBy(world.clients.broker)).link);
    return { path: '/invitation-acceptances', body: { token }, cookie };
  },
  'POST /staff/:id/unlocking': async (world) => {
    const { id, account } = await newcomer(world);
    for (let n = 0; n < 5; n++) await tryToSignIn(world.application, { account, password: 'wrong' });
    return { path: `/staff/${id}/unlocking` };
  },
  'DELETE /staff/:id/second-factor': async (world) => ({ path: `/staff/${(await enrolled(world)).id}/second-factor` }),
  'POST /staff/:id/sign-in-link': async (world) => ({ path: `/staff/${(await newcomer(world)).id}/sign-in-link` }),
  // The other trader’s manager can only enrol from now on: no row is his.
  'PUT /organisation/second-factor': () => ({
    path: '/organisation/second-factor',
    by: 'trader2',
    body: { of: 'privileged' },
  }),
  'PUT /second-factor-start': () => ({
    path: '/second-factor-start',
    by: 'security',
    body: { startsOn: '2026-01-01', reason: '立即执行' },
  }),
};

export const identityActs: Acts = { ...sessionActs, ...accountActs, ...staffActs };
