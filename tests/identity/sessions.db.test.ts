// Sessions as their owner sees and ends them, and how sign-in answers whoever guesses (P11; ASVS 6.3, 7; 等保 身份鉴别).
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import type { OwnSession, StaffMember } from '../../src/hub/account/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { callWith, tryToSignIn } from '../support/identity.ts';
import { openLive } from '../support/live.ts';

let application: TestApplication;
before(async () => {
  application = await startTestApplication();
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});
const rows = <T>(statement: ReturnType<typeof sql<T>>): Promise<T[]> =>
  application.unitOfWork.run(portico, async (context) => (await statement.execute(context.db)).rows);
const events = (type: string) =>
  rows(
    sql<{ payload: Record<string, unknown> }>`select payload from runtime.event where type = ${type} order by position`,
  ).then((found) => found.map((event) => event.payload));
beforeEach(async () => {
  await rows(sql`delete from account.throttle`);
});

const password = 'portico-demo';
const as = (account: string, userAgent?: string) =>
  tryToSignIn(application, { account, password }, userAgent ? { 'user-agent': userAgent } : {});
const mine = async (cookie: string) =>
  (await callWith(application, cookie, 'GET', '/sessions')).body.items as OwnSession[];

test('[P11] one sees where one is signed in, in words, and ends one session or all others; their live streams close', async () => {
  const phone = (await as('border', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1'))
    .cookie;
  const desk = (await as('border', 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/140.0 Safari/537.36')).cookie;
  const list = await mine(desk);
  assert.equal(list.length, 2);
  assert.deepEqual(list.map((s) => s.device).sort(), ['Chrome · Windows', 'Safari · iOS']);
  assert.ok(list.every((s) => s.address.startsWith('10.1.') && Date.parse(s.openedAt) <= Date.parse(s.lastSeenAt)));
  assert.deepEqual(
    list.map((s) => [s.device, s.current]).filter(([, current]) => current),
    [['Chrome · Windows', true]],
  );
  const listening = await openLive(application.url, { cookie: phone });
  assert.equal(listening.status, 200);
  const other = list.find((s) => !s.current);
  assert.equal((await callWith(application, desk, 'DELETE', `/sessions/${other?.id}`)).status, 204);
  await listening.ended;
  assert.equal((await callWith(application, phone, 'GET', '/session')).status, 401);

  const third = (await as('border')).cookie;
  const fourth = (await as('border')).cookie;
  assert.deepEqual((await callWith(application, desk, 'DELETE', '/sessions')).body, { ended: 2 });
  for (const cookie of [third, fourth])
    assert.equal((await callWith(application, cookie, 'GET', '/session')).status, 401);
  assert.equal((await callWith(application, desk, 'GET', '/session')).status, 200);
  assert.deepEqual(
    (await events('session.revoked')).map((e) => e.count),
    [1, 2],
  );
});

test('[P11] nobody sees or ends another’s session, and a key has none', async () => {
  const own = (await as('maritime')).cookie;
  const stranger = (await as('commerce')).cookie;
  const [session] = await mine(own);
  assert.ok(session);
  const refused = await callWith(application, stranger, 'DELETE', `/sessions/${session.id}`);
  assert.deepEqual([refused.status, refused.code], [404, 'SESSION_UNKNOWN']);
  assert.ok((await mine(stranger)).every((s) => s.id !== session.id));
  assert.equal((await callWith(application, own, 'GET', '/session')).status, 200);
  const trader = await signIn(application, 'trader');
  const { secret } = await trader.send<{ secret: string }>('POST', '/api-keys', { name: 'ERP' });
  const reply = await fetch(`${application.url}/api/v1/sessions`, { headers: { authorization: `Bearer ${secret}` } });
  assert.equal(((await reply.json()) as { code: string }).code, 'ACCOUNT_PEOPLE_ONLY');
});

test('[P11] signing in on top of a session ends it and takes none of its token; what somebody planted stays worthless', async () => {
  const first = (await as('carrier')).cookie;
  const second = await tryToSignIn(application, { account: 'carrier', password }, { cookie: first });
  assert.notEqual(second.cookie, first);
  assert.equal((await callWith(application, first, 'GET', '/session')).status, 401);
  assert.equal((await callWith(application, second.cookie, 'GET', '/session')).status, 200);
  assert.equal((await events('session.closed')).length, 1, 'its end is in the ledger');
  const planted = `portico_session=${'A'.repeat(43)}`;
  const third = await tryToSignIn(application, { account: 'carrier', password }, { cookie: planted });
  assert.notEqual(third.cookie, planted);
  assert.equal((await callWith(application, planted, 'GET', '/session')).status, 401);
});

test('[P11] a session ends when its day is over, and before when nobody used it for an hour', async () => {
  const [late, idle, used] = [(await as('airport')).cookie, (await as('airport')).cookie, (await as('airport')).cookie];
  const digest = (cookie: string) => sql`encode(sha256(convert_to(${cookie.split('=')[1]}, 'UTF8')), 'hex')`;
  const ago = (interval: string) => sql`now() - ${interval}::interval`;
  await rows(sql`update enterprise.session set expires_at = ${ago('1 second')} where token_digest = ${digest(late)}`);
  await rows(
    sql`update enterprise.session set last_seen_at = ${ago('61 minutes')} where token_digest = ${digest(idle)}`,
  );
  await rows(
    sql`update enterprise.session set last_seen_at = ${ago('50 minutes')} where token_digest = ${digest(used)}`,
  );
  assert.equal((await callWith(application, late, 'GET', '/session')).status, 401);
  assert.equal((await callWith(application, idle, 'GET', '/session')).status, 401);
  assert.equal((await callWith(application, used, 'GET', '/session')).status, 200);
  const [session, ...more] = await mine(used);
  assert.deepEqual(more, []);
  assert.ok(Date.now() - Date.parse(session?.lastSeenAt ?? '') < 60_000, 'using it was noted');
});

test('[P11] guesses are counted and delayed, for an account there is and one there is not alike; the right password does not help', async () => {
  const known = 'railway';
  const unknown = 'nobody-at-all';
  for (const account of [known, unknown]) {
    for (let n = 1; n <= 5; n++) {
      const answer = await tryToSignIn(application, { account, password: `wrong ${n}` });
      assert.deepEqual([answer.status, answer.code], [401, 'SIGN_IN_REFUSED'], `${account} ${n}`);
    }
    const sixth = await tryToSignIn(application, { account, password });
    assert.deepEqual([sixth.status, sixth.code], [429, 'SIGN_IN_DELAYED'], account);
  }
  const texts = await Promise.all(
    [known, unknown].map(async (account) => {
      const { text } = await tryToSignIn(application, { account, password: 'x' });
      const { code, text: words, remedy } = JSON.parse(text) as Record<string, unknown>;
      return JSON.stringify({ code, words, remedy }).replace(/\d+ ?(秒|seconds)/g, 'n s');
    }),
  );
  assert.equal(texts[0], texts[1]);
  const delayed = await events('account.delayed');
  assert.equal(delayed.length, 2);
  assert.equal(typeof delayed[0]?.personId, 'string');
  assert.equal(delayed[1]?.personId, undefined);
  assert.ok(!JSON.stringify(await events('session.refused')).includes(unknown), 'what was typed is not recorded');

  // Only the wait is over, not what was counted: the next failure waits twice as long.
  await rows(sql`update account.throttle set blocked_until = now() - interval '1 second'`);
  await tryToSignIn(application, { account: known, password: 'wrong again' });
  const [last] = (await events('account.delayed')).slice(-1);
  const waits = Date.parse(String(last?.until)) - Date.now();
  assert.ok(waits > 40_000 && waits <= 60_000, `${waits} ms`);
  await rows(sql`update account.throttle set blocked_until = now() - interval '1 second'`);
  assert.equal((await as(known)).status, 200);
  assert.deepEqual(await rows(sql`select key from account.throttle where key like 'account%' and failures > 5`), []);
});

test('[P11] guesses sent all at once are judged one after the other', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => tryToSignIn(application, { account: 'terminal', password: `wrong ${n}` })),
  );
  const codes = answers.map((a) => a.code);
  assert.equal(codes.filter((c) => c === 'SIGN_IN_REFUSED').length, 5);
  assert.equal(codes.filter((c) => c === 'SIGN_IN_DELAYED').length, 7);
});

test('[P11] many accounts guessed at from one address delay that address, and nobody elsewhere', async () => {
  const from = '192.0.2.7';
  await tryToSignIn(application, { account: 'first-of-many', password: 'x' }, { from });
  await rows(sql`update account.throttle set failures = 49 where key like 'address%'`);
  await tryToSignIn(application, { account: 'another', password: 'x' }, { from });
  const answer = await tryToSignIn(application, { account: 'customs', password }, { from });
  assert.deepEqual([answer.status, answer.code], [429, 'SIGN_IN_DELAYED']);
  assert.equal((await as('customs')).status, 200);
});

test('[P11] a manager and the port office lift a delay at once, for their own; it is recorded', async () => {
  const manager = await signIn(application, 'trader');
  const stranger = await signIn(application, 'trader2');
  const operator = await signIn(application, 'security');
  const { items } = await stranger.get<{ items: StaffMember[] }>('/staff');
  const person = items[0];
  assert.ok(person);
  const lockIt = async () => {
    for (let n = 0; n < 5; n++) await tryToSignIn(application, { account: 'trader2', password: 'wrong' });
    assert.equal((await as('trader2')).code, 'SIGN_IN_DELAYED');
  };
  await lockIt();
  const [seen] = (await stranger.get<{ items: StaffMember[] }>('/staff')).items;
  assert.ok(Date.parse(seen?.delayedUntil ?? '') > Date.now());
  await manager.send('POST', `/staff/${person.id}/unlocking`, undefined, 404);
  await stranger.send('POST', `/staff/${person.id}/unlocking`);
  assert.equal((await as('trader2')).status, 200);
  await lockIt();
  await operator.send('POST', `/staff/${person.id}/unlocking`);
  assert.equal((await as('trader2')).status, 200);
  assert.equal((await events('account.unlocked')).length, 2);
});

test('[P11] failures are forgotten a day after the last, and the rows go away', async () => {
  for (let n = 0; n < 5; n++) await tryToSignIn(application, { account: 'operator2', password: 'wrong' });
  await rows(
    sql`update account.throttle set last_at = now() - interval '25 hours', blocked_until = now() + interval '1 hour' where key like 'account%'`,
  );
  assert.equal((await tryToSignIn(application, { account: 'operator2', password: 'wrong' })).code, 'SIGN_IN_REFUSED');
  await rows(sql`update account.throttle set last_at = now() - interval '25 hours'`);
  await tryToSignIn(application, { account: 'somebody-else', password: 'wrong' });
  await until(
    () => rows<{ key: string }>(sql`select key from account.throttle where last_at < now() - interval '24 hours'`),
    (found) => found.length === 0,
    'what is forgotten is removed',
  );
});

test('[P11] twenty sessions beside each other at most: one more ends the one that was not used for longest, on record', async () => {
  const before = (await events('session.revoked')).length;
  const first = (await as('broker')).cookie;
  const second = (await as('broker')).cookie;
  for (let n = 0; n < 18; n++) await as('broker');
  // Used again: now the second one is the oldest.
  await rows(sql`update enterprise.session set last_seen_at = now() - interval '5 minutes'
    where token_digest = encode(sha256(convert_to(${second.split('=')[1]}, 'UTF8')), 'hex')`);
  const last = (await as('broker')).cookie;
  assert.equal((await mine(last)).length, 20);
  assert.equal((await callWith(application, second, 'GET', '/session')).status, 401);
  assert.equal((await callWith(application, first, 'GET', '/session')).status, 200);
  assert.deepEqual(
    (await events('session.revoked')).slice(before).map((e) => e.count),
    [1],
  );
});

test('[P11] signing out ends the session and tells the browser to forget what it kept of us, but not the keys of its owner', async () => {
  const { cookie } = await as('broker');
  const reply = await fetch(`${application.url}/api/v1/session`, { method: 'DELETE', headers: { cookie } });
  assert.deepEqual([reply.status, reply.headers.get('clear-site-data')], [204, '"cache"']);
  assert.equal((await callWith(application, cookie, 'GET', '/session')).status, 401);
});
