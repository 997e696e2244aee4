// The second factor: enrolled with a code, asked for at sign-in, no code twice, recovery codes once; an organisation that asks for it
// (P11; ASVS 6.5; RFC 6238).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { AccountView, StaffMember } from '../../src/hub/account/contract.ts';
import type { SessionView } from '../../src/hub/enterprise/contract.ts';
import { insertOrganisation } from '../../src/hub/enterprise/index.ts';
import { leastDemand, rolesAfterFactors, stricter } from '../../src/runtime/identity/demand-factor.ts';
import { portico } from '../../src/runtime/context.ts';
import { type Client, signIn, startTestApplication, type TestApplication } from '../support/application.ts';
import { callWith, codeOf, fromBase32, tryToSignIn } from '../support/identity.ts';
import { openLive } from '../support/live.ts';

let application: TestApplication;
let trader: Client;
before(async () => {
  application = await startTestApplication();
  trader = await signIn(application, 'trader');
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const rows = <T>(statement: ReturnType<typeof sql<T>>): Promise<T[]> =>
  application.unitOfWork.run(portico, async (context) => (await statement.execute(context.db)).rows);
const password = 'portico-demo';
const call = (cookie: string, method: string, path: string, body?: object) =>
  callWith(application, cookie, method, path, body);
async function enrol(cookie: string): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await call(cookie, 'POST', '/account/second-factor', { current: password });
  assert.equal(begun.status, 200, JSON.stringify(begun.body));
  assert.match(String(begun.body.qr), /^data:image\/png;base64,/);
  const secret = String(begun.body.secret);
  const done = await call(cookie, 'POST', '/account/second-factor/confirmation', { code: codeOf(secret, -1) });
  return { secret, recoveryCodes: done.body.recoveryCodes as string[] };
}
/** Codes work once: as if another half minute had passed. */
const forgetSteps = () => rows(sql`update account.second_factor set last_step = 0`);

test('[P11] enrolled with the password and a first code; from then on the password alone opens nothing', async () => {
  assert.equal((await call(trader.cookie, 'POST', '/account/second-factor', { current: 'x' })).code, 'PASSWORD_WRONG');
  const begun = await call(trader.cookie, 'POST', '/account/second-factor', { current: password });
  assert.equal(
    (await call(trader.cookie, 'POST', '/account/second-factor/confirmation', { code: '000000' })).code,
    'SECOND_FACTOR_WRONG',
  );
  assert.equal(
    (await tryToSignIn(application, { account: 'trader', password })).status,
    200,
    'not confirmed, not asked for',
  );
  const { secret, recoveryCodes } = await enrol(trader.cookie);
  assert.notEqual(secret, begun.body.secret, 'what was begun before is worth nothing');
  assert.equal(new Set(recoveryCodes).size, 10);
  const stored = JSON.stringify(
    await rows(sql`select * from account.second_factor f left join account.recovery_code c using (person_id)`),
  );
  for (const open of [secret, fromBase32(secret).toString('base64'), ...recoveryCodes])
    assert.ok(!stored.includes(open));

  assert.equal((await tryToSignIn(application, { account: 'trader', password })).code, 'SECOND_FACTOR_NEEDED');
  assert.equal(
    (await tryToSignIn(application, { account: 'trader', password: 'wrong' })).code,
    'SIGN_IN_REFUSED',
    'asked only of whoever knows the password',
  );
  assert.equal(
    (await tryToSignIn(application, { account: 'trader', password, code: '000000' })).code,
    'SECOND_FACTOR_WRONG',
  );
  const code = codeOf(secret);
  assert.equal((await tryToSignIn(application, { account: 'trader', password, code })).status, 200);
  assert.equal(
    (await tryToSignIn(application, { account: 'trader', password, code })).code,
    'SECOND_FACTOR_WRONG',
    'a code works once',
  );
  await forgetSteps();
  const both = await Promise.all(
    [1, 2].map(() => tryToSignIn(application, { account: 'trader', password, code: codeOf(secret) })),
  );
  assert.deepEqual(both.map((b) => b.status).sort(), [200, 401], 'also when it comes twice at once');
});

test('[P11] a recovery code lets in once; new ones end the old; removing asks for both factors', async () => {
  const client = await signIn(application, 'broker');
  const { secret, recoveryCodes } = await enrol(client.cookie);
  const [first = '', second = ''] = recoveryCodes;
  const tryCode = (code: string) => tryToSignIn(application, { account: 'broker', password, code });
  assert.equal((await tryCode(first.toUpperCase())).status, 200);
  assert.equal((await tryCode(first)).code, 'SECOND_FACTOR_WRONG');
  assert.equal((await client.get<AccountView>('/account')).secondFactor.recoveryCodesLeft, 9);
  const renewed = await call(client.cookie, 'POST', '/account/recovery-codes', {
    current: password,
    code: codeOf(secret),
  });
  assert.equal((await tryCode(second)).code, 'SECOND_FACTOR_WRONG');
  const [fresh = ''] = renewed.body.recoveryCodes as string[];
  for (const body of [
    { current: 'x', code: fresh },
    { current: password, code: 'aaaaa-aaaaa' },
  ])
    assert.equal((await call(client.cookie, 'POST', '/account/second-factor/removal', body)).status >= 400, true);
  assert.equal(
    (await call(client.cookie, 'POST', '/account/second-factor/removal', { current: password, code: fresh })).status,
    200,
  );
  assert.equal((await tryToSignIn(application, { account: 'broker', password })).status, 200);
});

test('[P11] guesses at codes are delayed like guesses at passwords, with the right password before them too', async () => {
  const client = await signIn(application, 'airport');
  await enrol(client.cookie);
  const codes: string[] = [];
  for (let n = 0; n < 7; n++)
    codes.push((await tryToSignIn(application, { account: 'airport', password, code: '000000' })).code);
  assert.deepEqual([...new Set(codes)], ['SECOND_FACTOR_WRONG', 'SIGN_IN_DELAYED']);
  assert.equal(codes.filter((c) => c === 'SECOND_FACTOR_WRONG').length, 5);
  const removals: string[] = [];
  await rows(sql`delete from account.throttle`);
  for (let n = 0; n < 7; n++)
    removals.push(
      (await call(client.cookie, 'POST', '/account/second-factor/removal', { current: password, code: '000000' })).code,
    );
  assert.deepEqual([...new Set(removals)], ['SECOND_FACTOR_WRONG', 'SIGN_IN_DELAYED']);
  const delayed = await rows(sql`select 1 from runtime.event where type = 'account.delayed'`);
  assert.equal(delayed.length, 2, 'both rows of guesses are in the ledger');
});

test('[P11] an organisation that asks for it: who has none can only enrol, in sessions and streams that are open too', async () => {
  const manager = await signIn(application, 'trader2');
  const listening = await openLive(application.url, { cookie: manager.cookie });
  await manager.send('PUT', '/organisation/second-factor', { of: 'privileged' });
  await listening.ended;
  const pending = await manager.get<SessionView>('/session');
  assert.deepEqual([pending.factorPending, pending.roles], [true, ['factor-pending']]);
  const refused = await call(manager.cookie, 'GET', '/shipments');
  assert.deepEqual([refused.status, refused.code], [403, 'ACTION_NOT_ALLOWED']);
  const { secret } = await enrol(manager.cookie);
  const proven = await manager.get<SessionView>('/session');
  assert.deepEqual([proven.factorPending, proven.organisation.secondFactor], [false, 'privileged']);
  assert.equal((await call(manager.cookie, 'GET', '/shipments')).status, 200);
  const again = await tryToSignIn(application, { account: 'trader2', password, code: codeOf(secret) });
  assert.equal((await call(again.cookie, 'GET', '/shipments')).status, 200);
});

test('[P11] who lost phone and codes is helped by his manager or the port office, not by a stranger', async () => {
  const client = await signIn(application, 'operator2');
  await enrol(client.cookie);
  const operator = await signIn(application, 'security');
  const { items } = await operator.get<{ items: StaffMember[] }>('/staff');
  const person = items.find((p) => p.account === 'operator2');
  assert.equal(person?.secondFactor, true);
  const other = (await tryToSignIn(application, { account: 'carrier', password })).cookie;
  assert.equal((await call(other, 'DELETE', `/staff/${person?.id}/second-factor`)).status, 403);
  await operator.send('DELETE', `/staff/${person?.id}/second-factor`);
  assert.equal((await call(client.cookie, 'GET', '/session')).status, 401, 'his sessions end');
  assert.equal((await tryToSignIn(application, { account: 'operator2', password })).status, 200);
});

test('[P11] ASVS 6.3.3: in production an organisation begins with a second factor for everybody', async () => {
  const found = async (mode: 'demo' | 'production', uscc: string) => {
    const id = await application.unitOfWork.run(portico, async (context) => {
      const organisation = {
        id: context.newId(),
        name: '新设单位',
        name_en: 'Newly made',
        kind: 'port-office' as const,
        uscc,
      };
      const none = { customs_registration: null, authority: null, channel_id: null, district: null };
      const set = { ...context, settings: { ...context.settings, mode } };
      await insertOrganisation(set, { ...organisation, ...none });
      return organisation.id;
    });
    const [row] = await rows(
      sql<{ second_factor: string }>`select second_factor from enterprise.organisation where id = ${id}`,
    );
    return row?.second_factor ?? '';
  };
  const demand = await found('production', '91500000MA5FACT000');
  assert.equal(demand, 'everybody');
  for (const role of [
    'declarant',
    'gate-clerk',
    'operator',
    'security-administrator',
    'auditor',
    'officer',
    'roster-keeper',
    'enterprise-manager',
  ]) {
    assert.deepEqual(rolesAfterFactors([role], { demand, proven: false }), ['factor-pending'], role);
    assert.deepEqual(rolesAfterFactors([role], { demand, proven: true }), [role]);
  }
  assert.equal(await found('demo', '91500000MA5FACT001'), 'optional', 'accounts of a demonstration are published');
});

test('[P11] ASVS 6.3.3: what holds at the least, by mode, kind of organisation and day', () => {
  const today = '2026-11-27';
  const least = (kind: Parameters<typeof leastDemand>[1], startsOn?: string) =>
    leastDemand('production', kind, { today, startsOn });
  for (const kind of ['trader', 'broker', 'carrier', 'operator', 'bank'] as const) {
    assert.equal(least(kind), 'everybody', `${kind}: at once unless a day is set`);
    assert.equal(least(kind, '2026-11-28'), 'privileged', `${kind}: the day before`);
    assert.equal(least(kind, today), 'everybody', `${kind}: from that day on`);
    assert.equal(leastDemand('demo', kind, { today }), 'optional');
  }
  for (const kind of ['port-office', 'authority'] as const) assert.equal(least(kind, '2027-01-01'), 'everybody', kind);
  assert.equal(stricter('optional', 'privileged'), 'privileged');
  assert.equal(stricter('everybody', 'privileged'), 'everybody', 'an organisation may ask for more');
});

test('[P11] who joined by an identity provider and has no password enrols shortly after signing in, and not later', async () => {
  const { cookie } = await tryToSignIn(application, { account: 'carrier', password });
  await rows(sql`update enterprise.person set password_hash = '' where account = 'carrier'`);
  await rows(sql`
    update enterprise.session s set created_at = s.created_at - interval '11 minutes'
    from enterprise.person p where p.id = s.person_id and p.account = 'carrier'`);
  assert.equal((await call(cookie, 'GET', '/account')).body.hasPassword, false);
  assert.equal((await call(cookie, 'POST', '/account/second-factor', {})).code, 'SIGN_IN_LONG_AGO');
  await rows(sql`
    update enterprise.session s set created_at = s.created_at + interval '10 minutes'
    from enterprise.person p where p.id = s.person_id and p.account = 'carrier'`);
  assert.equal((await call(cookie, 'POST', '/account/second-factor', {})).status, 200);
});
