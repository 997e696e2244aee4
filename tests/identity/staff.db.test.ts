// Staff: invited by a link, in several organisations at once, with other roles, and gone at once (P11).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { InvitationView, StaffMember } from '../../src/hub/account/contract.ts';
import type { SessionView } from '../../src/hub/enterprise/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
} from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { callFromElsewhere, callWith, tryToSignIn } from '../support/identity.ts';
import { openLive } from '../support/live.ts';

let application: TestApplication;
let trader: Client;
let broker: Client;
before(async () => {
  application = await startTestApplication();
  [trader, broker] = await Promise.all([signIn(application, 'trader'), signIn(application, 'broker')]);
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const password = '嘉陵江边的火锅店只开到十点';
const tokenIn = (link: string | undefined) => /#([\w-]{43})$/.exec(link ?? '')?.[1] ?? '';
const accept = async (body: object, cookie = '') =>
  callFromElsewhere(application, cookie, '/invitation-acceptances', body);
async function inviteBy(client: Client, roles: string[], email = 'zhao@example.com') {
  const invited = await client.send<{ id: string; link?: string }>('POST', '/invitations', {
    email,
    name: '赵演示',
    roles,
  });
  return { id: invited.id, token: tokenIn(invited.link) };
}
const sessionOf = async (cookie: string) =>
  (await callWith(application, cookie, 'GET', '/session')).body as unknown as SessionView;

test('[P11] invited by a link that works once; roles only as the kind of the organisation may hold', async () => {
  for (const role of ['officer', 'operator', 'partner-system', 'no-such'])
    assert.equal(
      (
        await callWith(application, trader.cookie, 'POST', '/invitations', {
          email: 'a@b.cn',
          name: 'x',
          roles: [role],
        })
      ).code,
      'ROLE_NOT_HELD',
      role,
    );
  const { token } = await inviteBy(trader, ['declarant']);
  const look = await callWith(application, '', 'POST', '/invitation-looks', { token });
  assert.deepEqual([look.body.name, look.body.roles], ['赵演示', ['declarant']]);
  assert.equal((await accept({ token, account: 'Zhao!', password })).code, 'ACCOUNT_NAME_UNFIT');
  assert.equal((await accept({ token, account: 'trader2', password })).code, 'ACCOUNT_NAME_TAKEN');
  assert.equal((await accept({ token, account: 'zhao', password: 'zhaozhaozhao1' })).code, 'PASSWORD_UNFIT');
  const both = await Promise.all([1, 2].map((n) => accept({ token, account: `zhao${n === 1 ? '' : n}`, password })));
  assert.deepEqual(both.map((b) => b.status).sort(), [200, 400], 'one of two at once');
  assert.equal((await accept({ token, account: 'qian', password })).code, 'LINK_INVALID');
  const account = both[0]?.status === 200 ? 'zhao' : 'zhao2';
  const { cookie } = await tryToSignIn(application, { account, password });
  const session = await sessionOf(cookie);
  assert.deepEqual([session.roles, session.organisation.kind], [['declarant'], 'trader']);
  assert.equal((await callWith(application, cookie, 'GET', '/staff')).status, 403);
});

test('[P11] an invitation is withdrawn, is over after its time, and is its organisation’s own', async () => {
  const first = await inviteBy(trader, ['declarant']);
  assert.equal(
    (await callWith(application, broker.cookie, 'DELETE', `/invitations/${first.id}`)).code,
    'INVITATION_UNKNOWN',
  );
  const { items } = await trader.get<{ items: InvitationView[] }>('/invitations');
  assert.deepEqual(
    items.map((i) => [i.id, i.email]),
    [[first.id, 'zhao@example.com']],
  );
  assert.deepEqual((await broker.get<{ items: InvitationView[] }>('/invitations')).items, []);
  await trader.send('DELETE', `/invitations/${first.id}`);
  assert.equal((await accept({ token: first.token, account: 'sun', password })).code, 'LINK_INVALID');
  const second = await inviteBy(trader, ['declarant']);
  await application.unitOfWork.run(portico, async (context) => {
    await sql`update account.link set expires_at = now() - interval '1 second' where id = ${second.id}`.execute(
      context.db,
    );
  });
  assert.equal((await accept({ token: second.token, account: 'sun', password })).code, 'LINK_INVALID');
});

test('[P11] one person, two organisations: each session acts for one, and sees that one’s cases only', async () => {
  const cases = { trader: (await fileShipment(trader, railImport('CLEAN-PLACES'))).id };
  const { token } = await inviteBy(trader, ['declarant'], 'wang@example.com');
  assert.equal((await accept({ token }, broker.cookie)).status, 200);
  const again = await inviteBy(trader, ['declarant'], 'wang@example.com');
  assert.equal((await accept({ token: again.token }, broker.cookie)).code, 'ALREADY_STAFF');
  const at = await sessionOf(broker.cookie);
  assert.deepEqual(
    at.organisations.map((o) => o.kind),
    ['broker', 'trader'],
  );
  assert.equal((await callWith(application, broker.cookie, 'GET', `/shipments/${cases.trader}`)).status, 404);
  const traderId = at.organisations[1]?.id ?? '';
  const stranger = await signIn(application, 'trader2');
  assert.equal(
    (await callWith(application, stranger.cookie, 'PUT', '/session/organisation', { organisationId: traderId })).code,
    'PLACE_UNKNOWN',
  );
  const moved = await broker.raw('PUT', '/session/organisation', JSON.stringify({ organisationId: traderId }), {
    'content-type': 'application/json',
  });
  const cookie = moved.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  assert.notEqual(cookie, broker.cookie);
  assert.equal(
    (await callWith(application, broker.cookie, 'GET', '/session')).status,
    401,
    'the old token is worth nothing',
  );
  const session = await sessionOf(cookie);
  assert.deepEqual([session.organisation.id, session.roles], [traderId, ['declarant']]);
  assert.equal((await callWith(application, cookie, 'GET', `/shipments/${cases.trader}`)).status, 200);
  assert.equal((await callWith(application, cookie, 'GET', '/api-keys')).status, 403, 'a manager there, not here');

  // Removed by the other organisation: that session and its stream end within a second, the own place stays.
  const own = (await tryToSignIn(application, { account: 'broker', password: 'portico-demo' })).cookie;
  const listening = await openLive(application.url, { cookie });
  const { items } = await trader.get<{ items: StaffMember[] }>('/staff');
  const wang = items.find((p) => p.account === 'broker');
  assert.deepEqual(wang?.roles, ['declarant']);
  await trader.send('DELETE', `/staff/${wang?.id}`);
  await listening.ended;
  assert.equal((await callWith(application, cookie, 'GET', '/session')).status, 401);
  assert.equal((await sessionOf(own)).organisation.kind, 'broker');
  assert.deepEqual(
    (await sessionOf(own)).organisations.map((o) => o.kind),
    ['broker'],
  );
  assert.equal((await callWith(application, own, 'DELETE', `/staff/${wang?.id}`)).code, 'LAST_MANAGER');
});

test('[P11] the last manager stays; who leaves takes sessions and keys of his own making with him', async () => {
  const manager = await signIn(application, 'trader2');
  const { items, roles } = await manager.get<{ items: StaffMember[]; roles: string[] }>('/staff');
  assert.deepEqual(roles.sort(), ['declarant', 'enterprise-manager']);
  const own = items[0]?.id;
  for (const [method, path, body] of [
    ['POST', '/account/leaving', undefined],
    ['DELETE', `/staff/${own}`, undefined],
    ['PUT', `/staff/${own}/roles`, { roles: ['declarant'] }],
  ] as const)
    assert.equal((await callWith(application, manager.cookie, method, path, body)).code, 'LAST_MANAGER', path);
  const { token } = await inviteBy(manager, ['enterprise-manager'], 'second@example.com');
  assert.equal((await accept({ token, account: 'second', password })).status, 200);
  const second = (await tryToSignIn(application, { account: 'second', password })).cookie;
  const theirs = await callWith(application, second, 'POST', '/api-keys', { name: 'of the second' });
  const kept = await manager.send<{ secret: string }>('POST', '/api-keys', { name: 'of the first' });
  const uses = async (secret: unknown) =>
    (await fetch(`${application.url}/api/v1/session`, { headers: { authorization: `Bearer ${String(secret)}` } }))
      .status;
  assert.equal(await uses(theirs.body.secret), 200);
  // Both at once: one of the two goes, one stays.
  const person = (await manager.get<{ items: StaffMember[] }>('/staff')).items.find((p) => p.account === 'second');
  const leaving = await Promise.all([
    callWith(application, second, 'POST', '/account/leaving'),
    callWith(application, manager.cookie, 'POST', '/account/leaving'),
  ]);
  assert.deepEqual(leaving.map((l) => l.status).sort(), [200, 409]);
  const [gone, stays] = leaving[0]?.status === 200 ? [second, manager.cookie] : [manager.cookie, second];
  assert.equal((await callWith(application, gone, 'GET', '/session')).status, 401);
  assert.equal((await callWith(application, stays, 'GET', '/session')).status, 200);
  assert.equal(await uses(leaving[0]?.status === 200 ? theirs.body.secret : kept.secret), 401);
  assert.equal(await uses(leaving[0]?.status === 200 ? kept.secret : theirs.body.secret), 200);
  const account = leaving[0]?.status === 200 ? 'second' : 'trader2';
  const refused = await tryToSignIn(application, {
    account,
    password: account === 'second' ? password : 'portico-demo',
  });
  assert.equal(refused.code, 'SIGN_IN_REFUSED', 'whoever works nowhere is like one who never was here');
  assert.ok(person);
});

test('[P11] roles count from the next request, also in an open stream', async () => {
  const { token } = await inviteBy(trader, ['declarant'], 'li4@example.com');
  assert.equal((await accept({ token, account: 'li4', password })).status, 200);
  const { cookie } = await tryToSignIn(application, { account: 'li4', password });
  assert.equal((await callWith(application, cookie, 'GET', '/shipments')).status, 200);
  const person = (await trader.get<{ items: StaffMember[] }>('/staff')).items.find((p) => p.account === 'li4');
  await trader.send('PUT', `/staff/${person?.id}/roles`, { roles: ['enterprise-manager'] });
  assert.equal((await callWith(application, cookie, 'GET', '/shipments')).status, 403);
  assert.equal((await callWith(application, cookie, 'GET', '/staff')).status, 200);
});
