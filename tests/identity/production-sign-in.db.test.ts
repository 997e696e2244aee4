// The first sign-ins of an installation in production (P11; ASVS 6.3.3): from an empty database to people of the port office, of an
// authority and of a trader. Everybody can only enrol a second factor before he has one; where the port office lets enterprises wait, a declarant
// works at once until that day, whoever decides or sees for others does not (decision 0054).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { inviteToOffice } from '../../src/hub/account/index.ts';
import type { SessionView } from '../../src/hub/enterprise/contract.ts';
import { exampleApplication } from '../../src/hub/registration/replies.ts';
import { partnerDay } from '../../src/kernel/instant.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith } from '../support/application.ts';
import { callFromElsewhere, callWith, codeOf, tryToSignIn } from '../support/identity.ts';

const { application } = await applicationWith([], { config: { mode: 'production', simulators: false } });
const password = '嘉陵江边的火锅店只开到十点';
const tokenIn = (link: unknown) => /#([\w-]{43})$/.exec(String(link))?.[1] ?? '';
const call = (cookie: string, method: string, path: string, body?: object) =>
  callWith(application, cookie, method, path, body);

async function join(link: unknown, account: string): Promise<void> {
  const joined = await callFromElsewhere(application, '', '/invitation-acceptances', {
    ...{ token: tokenIn(link), account, password },
  });
  assert.equal(joined.status, 200, JSON.stringify(joined.body));
}
const sessionOf = async (cookie: string) => (await call(cookie, 'GET', '/session')).body as unknown as SessionView;
const enter = (account: string, code?: string) =>
  tryToSignIn(application, { account, password, ...(code ? { code } : {}) });

/** Signs in, is asked for a second factor and may do nothing else, enrols, and is in; at the next sign-in the code is asked for. */
async function walkIn(account: string, mayThen: string): Promise<string> {
  const first = await enter(account);
  assert.equal(first.status, 200, `${account}: ${first.text}`);
  const pending = await sessionOf(first.cookie);
  assert.deepEqual([pending.factorPending, pending.roles], [true, ['factor-pending']], account);
  assert.deepEqual(
    [pending.organisation.secondFactor, pending.organisation.secondFactorLeast],
    ['everybody', 'everybody'],
  );
  const refused = await call(first.cookie, 'GET', mayThen);
  assert.deepEqual([refused.status, refused.code], [403, 'ACTION_NOT_ALLOWED'], `${account} ${mayThen}`);
  // Nor may he take the demand away before he has met it.
  const lowered = await call(first.cookie, 'PUT', '/organisation/second-factor', { of: 'optional' });
  assert.deepEqual([lowered.status, lowered.code], [403, 'ACTION_NOT_ALLOWED'], account);

  const begun = await call(first.cookie, 'POST', '/account/second-factor', { current: password });
  assert.equal(begun.status, 200, JSON.stringify(begun.body));
  const secret = String(begun.body.secret);
  const done = await call(first.cookie, 'POST', '/account/second-factor/confirmation', { code: codeOf(secret, -1) });
  assert.equal((done.body.recoveryCodes as string[]).length, 10);
  assert.equal((await sessionOf(first.cookie)).factorPending, false);
  assert.equal((await call(first.cookie, 'GET', mayThen)).status, 200, `${account} ${mayThen}`);

  assert.equal((await enter(account)).code, 'SECOND_FACTOR_NEEDED', account);
  const again = await enter(account, codeOf(secret));
  assert.equal(again.status, 200, again.text);
  assert.equal((await sessionOf(again.cookie)).factorPending, false);
  assert.equal((await call(again.cookie, 'GET', mayThen)).status, 200);
  return again.cookie;
}
async function admit(operator: string, application_: object, decision: object = {}): Promise<unknown> {
  const applied = await callFromElsewhere(application, '', '/organisation-applications', application_);
  assert.equal(applied.status, 200, JSON.stringify(applied.body));
  const at = `/organisation-applications/${String(applied.body.id)}/decision`;
  const decided = await call(operator, 'POST', at, { approved: true, ...decision });
  assert.equal(decided.status, 200, JSON.stringify(decided.body));
  return decided.body.link;
}

test('[P11] ASVS 6.3.3: in production nobody comes in without a second factor, from the very first sign-in', async () => {
  assert.equal((await enter('operator')).code, 'SIGN_IN_REFUSED', 'there is no account of the demonstration');
  const invite = (role: string) =>
    application.unitOfWork.run(portico, (context) =>
      inviteToOffice(context, {
        ...{ role, name: '甲', email: `${role}@example.com` },
        office: { name: '口岸办', nameEn: 'Port office', uscc: '11500000MB1UPXF108' },
      }),
    );
  await join((await invite('security-administrator')).url, 'first-security');
  await join((await invite('operator')).url, 'first-operator');
  const security = await walkIn('first-security', '/staff');
  const operator = await walkIn('first-operator', '/organisation-applications');

  // An officer of an authority.
  const customs = { ...exampleApplication, kind: 'authority', name: '海关', nameEn: 'Customs', qualifications: [] };
  const uscc = await properUscc({ ...customs, uscc: '11500000MB2HGAN00X' });
  await join(await admit(operator, { ...customs, uscc }, { authority: 'customs' }), 'first-officer');
  await walkIn('first-officer', '/shipments');

  // A trader: its manager is asked, and its declarant.
  await join(await admit(operator, exampleApplication), 'first-manager');
  const manager = await walkIn('first-manager', '/staff');
  const invited = await call(manager, 'POST', '/invitations', {
    ...{ email: 'zhao@example.com', name: '赵', roles: ['declarant'] },
  });
  await join(invited.body.link, 'declarant');
  await walkIn('declarant', '/shipments');
  for (const demand of ['optional', 'privileged']) {
    const lowered = await call(manager, 'PUT', '/organisation/second-factor', { of: demand });
    assert.deepEqual([lowered.status, lowered.code], [409, 'SECOND_FACTOR_LEAST'], demand);
  }

  await letEnterprisesWait(security, manager);
});

/** The port office sets a day: until then the declarants of enterprises work with their password, nobody else does. */
async function letEnterprisesWait(security: string, manager: string): Promise<void> {
  const set = (cookie: string, startsOn: string) =>
    call(cookie, 'PUT', '/second-factor-start', { startsOn, reason: '企业分批发放身份验证器' });
  const inDays = (days: number) => partnerDay(new Date(Date.now() + days * 86_400_000).toISOString());
  assert.equal((await set(manager, inDays(30))).code, 'ACTION_NOT_ALLOWED', 'no enterprise lets itself wait');
  assert.equal((await set(security, '2026-02-30')).code, 'REQUEST_INVALID');
  assert.equal((await set(security, inDays(190))).code, 'SECOND_FACTOR_START_UNFIT');
  assert.equal((await set(security, inDays(30))).status, 200);

  const invited = await call(manager, 'POST', '/invitations', {
    ...{ email: 'qian@example.com', name: '钱', roles: ['declarant'] },
  });
  await join(invited.body.link, 'declarant2');
  const { cookie } = await enter('declarant2');
  // A new trader asks everybody by itself; its manager may wait as long as the port office lets him.
  assert.deepEqual((await sessionOf(cookie)).roles, ['factor-pending']);
  assert.equal(
    (await call(manager, 'PUT', '/organisation/second-factor', { of: 'optional' })).code,
    'SECOND_FACTOR_LEAST',
  );
  assert.equal((await call(manager, 'PUT', '/organisation/second-factor', { of: 'privileged' })).status, 200);
  const waiting = await sessionOf(cookie);
  assert.deepEqual(
    [waiting.factorPending, waiting.roles, waiting.secondFactorStart?.startsOn],
    [false, ['declarant'], inDays(30)],
  );
  const draft = { from: 'empty', direction: 'import', transportMode: '3' };
  assert.equal((await call(cookie, 'POST', '/shipments', draft)).status, 201);
  assert.equal((await sessionOf(security)).organisation.secondFactorLeast, 'everybody', 'the port office never waits');

  // The day has come, or it is taken back: the session that is open can only enrol.
  assert.equal((await set(security, inDays(0))).status, 200);
  const ended = await sessionOf(cookie);
  assert.deepEqual([ended.factorPending, ended.roles, ended.secondFactorStart], [true, ['factor-pending'], undefined]);
  assert.equal((await call(cookie, 'POST', '/shipments', draft)).code, 'ACTION_NOT_ALLOWED');
  const { rows } = await application.unitOfWork.run(portico, (context) =>
    sql<{ n: string }>`select count(*) as n from runtime.event where type = 'second-factor.scheduled'`.execute(
      context.db,
    ),
  );
  assert.equal(Number(rows[0]?.n), 2, 'each in the ledger');
}

/** With the check digit that the refusal proposes. */
async function properUscc(wanted: { readonly uscc: string }): Promise<string> {
  const { body } = await callFromElsewhere(application, '', '/organisation-applications', wanted);
  const findings = body.findings as { path: string; proposal?: string }[];
  return findings.find(({ path }) => path === 'uscc')?.proposal ?? wanted.uscc;
}
