// 三权分立 in the running program (R25): the three roles of the port office are three people, none makes himself another, and a key of
// the port office counts once a second person has confirmed it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { StaffMember } from '../../src/hub/account/contract.ts';
import { inviteToOffice } from '../../src/hub/account/index.ts';
import { acceptInvitation } from '../../src/hub/account/staff/invite.ts';
import type { ApiKeyView } from '../../src/hub/enterprise/contract.ts';
import { hubModules } from '../../src/hub/modules.ts';
import { portico } from '../../src/runtime/context.ts';
import { migrate } from '../../src/runtime/database/migrate.ts';
import { type Client, signIn, startTestApplication, type TestApplication } from '../support/application.ts';
import { startTestRuntime } from '../support/runtime.ts';

let application: TestApplication;
let operator: Client;
let security: Client;
let auditor: Client;
before(async () => {
  application = await startTestApplication();
  [operator, security, auditor] = (await Promise.all(
    ['operator', 'security', 'auditor'].map((account) => signIn(application, account)),
  )) as [Client, Client, Client];
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});
const told = async (client: Client, method: string, path: string, body?: object) => {
  const reply = await client.raw(method, path, body && JSON.stringify(body), {
    ...(body ? { 'content-type': 'application/json' } : {}),
  });
  const text = await reply.text();
  return [reply.status, text.includes('"code"') ? (JSON.parse(text) as { code?: string }).code : undefined];
};
const staff = async () => (await security.get<{ items: StaffMember[]; roles: string[] }>('/staff')).items;
const idOf = async (account: string) => (await staff()).find((one) => one.account === account)?.id ?? '';

test('[P11] no person holds two of the three powers: not by a change of roles, not by an invitation', async () => {
  const operator2 = await idOf('operator2');
  for (const roles of [
    ['operator', 'security-administrator'],
    ['operator', 'auditor'],
    ['auditor', 'security-administrator'],
  ]) {
    assert.deepEqual(await told(security, 'PUT', `/staff/${operator2}/roles`, { roles }), [422, 'ROLE_STANDS_ALONE']);
    const invitation = { email: 'a@example.com', name: '甲', roles };
    assert.deepEqual(await told(security, 'POST', '/invitations', invitation), [422, 'ROLE_STANDS_ALONE']);
  }
  assert.deepEqual((await staff()).find((one) => one.account === 'operator2')?.roles, ['operator']);
});

test('[P11] a security administrator makes himself neither operator nor auditor; another one may', async () => {
  const own = await idOf('security');
  for (const role of ['operator', 'auditor'])
    assert.deepEqual(await told(security, 'PUT', `/staff/${own}/roles`, { roles: [role] }), [403, 'OWN_ROLE_KEPT']);
  const security2 = await signIn(application, 'security2');
  await security2.send('PUT', `/staff/${await idOf('operator2')}/roles`, { roles: ['operator'] });
  assert.deepEqual(await told(security2, 'PUT', `/staff/${own}/roles`, { roles: ['operator'] }), [200, undefined]);
  assert.equal((await told(security, 'GET', '/staff'))[0], 403, 'at once');
  await security2.send('PUT', `/staff/${own}/roles`, { roles: ['security-administrator'] });
});

test('[P11] the operator gives nobody a right, the security administrator sees no case, the auditor does neither', async () => {
  const id = await idOf('operator2');
  for (const client of [operator, auditor]) {
    assert.equal((await told(client, 'PUT', `/staff/${id}/roles`, { roles: ['operator'] }))[0], 403);
    assert.equal((await told(client, 'GET', '/trust-anchors'))[0], 403);
  }
  for (const client of [security, auditor])
    for (const path of ['/shipments', '/exchange/channels', '/library', '/event-pages'])
      assert.equal((await told(client, 'GET', path))[0], 403, path);
});

test('[P11] a key of the port office counts once a second person has confirmed it, and is not renewed by one', async () => {
  const make = (name: string) =>
    operator.send<ApiKeyView & { secret: string }>('POST', '/api-keys', { name, actions: ['exchange.operate'] });
  const asks = async (secret: string) =>
    (await fetch(`${application.url}/api/v1/exchange/channels`, { headers: { authorization: `Bearer ${secret}` } }))
      .status;
  const key = await make('巡检程序');
  assert.ok(key.waitsSince);
  assert.equal(await asks(key.secret), 401, 'one person is not enough');
  const confirmation = `/api-keys/${key.id}/confirmation`;
  for (const client of [operator, auditor])
    assert.equal((await told(client, 'POST', confirmation, { accepted: true }))[0], 403);
  const waiting = await security.get<{ items: ApiKeyView[] }>('/api-key-confirmations');
  assert.deepEqual(
    waiting.items.map((k) => k.id),
    [key.id],
  );
  await security.send('POST', confirmation, { accepted: true }, 200);
  await security.send('POST', confirmation, { accepted: true }, 200);
  assert.equal(await asks(key.secret), 200);
  assert.deepEqual(await told(operator, 'POST', `/api-keys/${key.id}/rotation`, { overlapHours: 1 }), [
    409,
    'API_KEY_RENEWED_BY_TWO',
  ]);
  const refused = await make('不明程序');
  await security.send('POST', `/api-keys/${refused.id}/confirmation`, { accepted: false }, 200);
  assert.equal(await asks(refused.secret), 401);
  assert.deepEqual(await told(security, 'POST', `/api-keys/${refused.id}/confirmation`, { accepted: true }), [
    404,
    'API_KEY_UNKNOWN',
  ]);
});

test('[P11] whoever made a key as an operator does not confirm it when he has become a security administrator', async () => {
  const operator2 = await signIn(application, 'operator2');
  const key = await operator2.send<ApiKeyView>('POST', '/api-keys', { name: '换岗' });
  await security.send('PUT', `/staff/${await idOf('operator2')}/roles`, { roles: ['security-administrator'] });
  assert.deepEqual(await told(operator2, 'POST', `/api-keys/${key.id}/confirmation`, { accepted: true }), [
    403,
    'API_KEY_NEEDS_SECOND_PERSON',
  ]);
});

test('[P11] the first of each role is invited from the machine; once a role is held, only by its colleague', async () => {
  const runtime = await startTestRuntime();
  try {
    await migrate(runtime.database.pool, hubModules);
    const invite = (role: string, office?: Parameters<typeof inviteToOffice>[1]['office']) =>
      runtime.unitOfWork.run(portico, (context) =>
        inviteToOffice(context, { role, name: '甲', email: 'a@example.com', ...(office ? { office } : {}) }),
      );
    const office = { name: '口岸办', nameEn: 'Port office', uscc: '11500000MB1UPXF108' };
    await assert.rejects(invite('auditor'), { code: 'PORT_OFFICE_MISSING' });
    await assert.rejects(invite('officer', office), { code: 'ROLE_NOT_HELD' });
    const join = async (role: string, account: string) => {
      const { url } = await invite(role, office);
      const [, token = ''] = url.split('#');
      const password = '嘉陵江边的火锅店只开到十点';
      await runtime.unitOfWork.run({ ...portico, kind: 'program' }, (context) =>
        acceptInvitation(context, { token, account, password }),
      );
    };
    await join('security-administrator', 'first-security');
    await join('security-administrator', 'second-security');
    await join('operator', 'first-operator');
    await join('auditor', 'first-auditor');
    for (const role of ['security-administrator', 'operator', 'auditor'])
      await assert.rejects(invite(role), { code: 'OFFICE_ROLE_HELD' });
    const { rows } = await runtime.owner.query(
      `select p.roles, o.kind from enterprise.person p join enterprise.organisation o on o.id = p.organisation_id order by p.account`,
    );
    assert.deepEqual(rows, [
      { roles: ['auditor'], kind: 'port-office' },
      { roles: ['operator'], kind: 'port-office' },
      { roles: ['security-administrator'], kind: 'port-office' },
      { roles: ['security-administrator'], kind: 'port-office' },
    ]);
  } finally {
    await runtime.stop();
  }
});
