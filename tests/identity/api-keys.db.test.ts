// Keys of programs: narrowed, renewed with an overlap, warned of; and requests that are signed instead (P12; ASVS 4.1.5, 13.3).
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { createApiKey, warnOfExpiringKeys } from '../../src/hub/enterprise/manage-api-keys.ts';
import type { ApiKeyView } from '../../src/hub/enterprise/contract.ts';
import type { InboxItem } from '../../src/hub/inbox/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { type Client, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { openLive } from '../support/live.ts';
import { signRequest } from '../support/sign-request.ts';

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

type NewKey = ApiKeyView & { secret: string };
const rows = <T>(statement: ReturnType<typeof sql<T>>): Promise<T[]> =>
  application.unitOfWork.run(portico, async (context) => (await statement.execute(context.db)).rows);
const call = async (method: string, path: string, headers: Record<string, string>, body?: string) => {
  const reply = await fetch(`${application.url}/api/v1${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const text = await reply.text();
  const code = reply.ok || text === '' ? '' : (JSON.parse(text) as { code: string }).code;
  return { status: reply.status, code, text };
};
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const json = { 'content-type': 'application/json' };

test('[P12] a narrowed key does what it names and nothing else, in its session, its stream and its lists', async () => {
  const key = await trader.send<NewKey>('POST', '/api-keys', {
    name: 'reads',
    actions: ['shipment.read', 'notice.read'],
  });
  const whole = await trader.send<NewKey>('POST', '/api-keys', { name: 'whole' });
  assert.equal((await call('GET', '/shipments', bearer(key.secret))).status, 200);
  const draft = JSON.stringify({ from: 'empty', direction: 'import', transportMode: '3' });
  const refused = await call('POST', '/shipments', { ...bearer(key.secret), ...json }, draft);
  assert.deepEqual([refused.status, refused.code], [403, 'ACTION_NOT_ALLOWED']);
  assert.equal((await call('POST', '/shipments', { ...bearer(whole.secret), ...json }, draft)).status, 201);
  const session = JSON.parse((await call('GET', '/session', bearer(key.secret))).text) as { actions: string[] };
  assert.deepEqual(session.actions.sort(), ['notice.read', 'public', 'shipment.read', 'signed-in']);
  const deaf = await trader.send<NewKey>('POST', '/api-keys', { name: 'deaf', actions: ['shipment.read'] });
  assert.equal((await openLive(application.url, bearer(deaf.secret))).status, 403);
  const blind = await trader.send<NewKey>('POST', '/api-keys', { name: 'blind', actions: ['notice.read'] });
  const [seeing, nothing] = await Promise.all([
    openLive(application.url, bearer(key.secret)),
    openLive(application.url, bearer(blind.secret)),
  ]);
  await trader.send('POST', '/shipments', JSON.parse(draft));
  await until(
    async () => seeing.told.length,
    (n) => n > 0,
    'the reader hears of the draft',
  );
  assert.equal(nothing.told.length, 0, 'what it may not GET is not pushed to it');
  for (const live of [seeing, nothing]) live.close();
  for (const actions of [['exchange.operate'], ['no.such'], ['api-key.manage']])
    assert.equal(
      (await trader.raw('POST', '/api-keys', JSON.stringify({ name: 'x', actions }), json)).status,
      422,
      actions[0],
    );
});

test('[P12] ASVS 13.3: a secret is shown once and kept as a digest; when the key was last used is shown to its organisation', async () => {
  const made = await trader.send<NewKey>('POST', '/api-keys', { name: 'looked after' });
  const shown = async (): Promise<ApiKeyView> => {
    const { items } = await trader.get<{ items: ApiKeyView[] }>('/api-keys?limit=100');
    const found = items.find(({ id }) => id === made.id);
    assert.ok(found);
    assert.ok(!JSON.stringify(items).includes(made.secret));
    return found;
  };
  assert.equal((await shown()).lastUsedAt, undefined, 'never used');
  const [kept] = await rows<{ row: string }>(
    sql`select row_to_json(k)::text as row from enterprise.api_key k where id = ${made.id}`,
  );
  assert.ok(kept && !kept.row.includes(made.secret));
  assert.equal((await call('GET', '/shipments', bearer(made.secret))).status, 200);
  const used = await until(
    async () => (await shown()).lastUsedAt,
    (at) => at !== undefined,
    'its use is shown',
  );
  assert.ok(Date.parse(used ?? '') >= Date.parse(made.createdAt));
});

test('[P12] a narrowed key makes no wider one', async () => {
  const { organisation } = await trader.get<{ organisation: { id: string } }>('/session');
  const actor = {
    kind: 'program' as const,
    id: organisation.id,
    name: 'x',
    organisationId: organisation.id,
    roles: ['declarant'],
    onlyActions: ['shipment.read'],
  };
  const make = (actions?: string[]) =>
    application.unitOfWork.run(actor, (context) =>
      createApiKey(context, {
        name: 'y',
        organisationId: organisation.id,
        roles: ['declarant'],
        ...(actions ? { actions } : {}),
      }),
    );
  await assert.rejects(make(), /API_KEY_SCOPE_INVALID/);
  await assert.rejects(make(['shipment.read', 'shipment.write']), /API_KEY_SCOPE_INVALID/);
  assert.ok((await make(['shipment.read'])).id);
});

test('[P12] a key that was narrowed to a channel speaks on no other', async () => {
  const dec = '<DecMessage><DecHead><IEFlag>I</IEFlag><TrafMode>3</TrafMode></DecHead></DecMessage>';
  const [other, own] = [
    await trader.send<NewKey>('POST', '/api-keys', { name: 'other', channels: ['maritime'] }),
    await trader.send<NewKey>('POST', '/api-keys', { name: 'own', channels: ['customs'] }),
  ];
  const refused = await call('POST', '/messages', bearer(other.secret), dec);
  assert.deepEqual([refused.status, refused.code], [404, 'CHANNEL_UNKNOWN']);
  assert.equal((await call('POST', '/messages', bearer(own.secret), dec)).status, 201);
});

test('[P12] renewed with an overlap: both secrets work until the stated time, then the new one alone; revoking ends both', async () => {
  const key = await trader.send<NewKey>('POST', '/api-keys', { name: 'ERP' });
  const next = await trader.send<NewKey>('POST', `/api-keys/${key.id}/rotation`, { overlapHours: 24 });
  assert.notEqual(next.secret, key.secret);
  assert.ok(Math.abs(Date.parse(next.previousUntil ?? '') - Date.now() - 24 * 3_600_000) < 60_000);
  const live = await openLive(application.url, bearer(key.secret));
  for (const { secret } of [key, next]) assert.equal((await call('GET', '/session', bearer(secret))).status, 200);
  await rows(sql`update enterprise.api_key set previous_until = now() where id = ${key.id}`);
  await live.ended;
  assert.equal((await call('GET', '/session', bearer(key.secret))).status, 401);
  assert.equal((await call('GET', '/session', bearer(next.secret))).status, 200);
  const third = await trader.send<NewKey>('POST', `/api-keys/${key.id}/rotation`, { overlapHours: 1 });
  assert.equal((await call('GET', '/session', bearer(key.secret))).status, 401, 'two renewals ago');
  await trader.send('DELETE', `/api-keys/${key.id}`);
  for (const { secret } of [next, third]) assert.equal((await call('GET', '/session', bearer(secret))).status, 401);
  const listed = JSON.stringify(await rows(sql`select * from enterprise.api_key`));
  for (const { secret } of [key, next, third]) assert.ok(!listed.includes(secret));
});

test('[P12] whoever manages keys is warned before one ends, once, in list and inbox', async () => {
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString();
  const later = new Date(Date.now() + 60 * 86_400_000).toISOString();
  const key = await trader.send<NewKey>('POST', '/api-keys', { name: '五天后到期', expiresAt: soon });
  await trader.send<NewKey>('POST', '/api-keys', { name: '两个月后', expiresAt: later });
  assert.equal(key.expiresSoon, true);
  await application.unitOfWork.run(portico, warnOfExpiringKeys);
  assert.equal(await application.unitOfWork.run(portico, warnOfExpiringKeys), 0);
  const items = await until(
    async () => (await trader.get<{ items: InboxItem[] }>('/inbox')).items.filter((i) => i.type === 'api-key.expiring'),
    (found) => found.length > 0,
    'the warning lands',
  );
  assert.equal(items.length, 1);
  assert.match(items[0]?.text.zh ?? '', /五天后到期/);
  const renewed = await trader.send<NewKey>('POST', `/api-keys/${key.id}/rotation`, {
    overlapHours: 1,
    expiresAt: later,
  });
  assert.equal(renewed.expiresSoon, false);
});

for (const kind of ['ed25519', 'P-256'] as const)
  test(`[P12] a signed request acts as its key (${kind}); changed, late or sent again it is refused`, async () => {
    const make = () => {
      const { publicKey, privateKey } =
        kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return {
        publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      };
    };
    const pair = make();
    const key = await trader.send<Partial<NewKey> & ApiKeyView>('POST', '/api-keys', {
      name: kind,
      publicKey: pair.publicKey,
    });
    assert.equal(key.secret, undefined);
    assert.equal(key.signs, true);
    const signer = { keyId: key.id, privateKeyPem: pair.privateKey };
    const url = (path: string) => `${application.url}/api/v1${path}`;
    const body = JSON.stringify({ from: 'empty', direction: 'import', transportMode: '3' });
    const post = { method: 'POST', url: url('/shipments'), body };
    const headers = signRequest(signer, post);
    assert.equal((await call('POST', '/shipments', { ...json, ...headers }, body)).status, 201);
    const refused = async (
      what: string,
      sent: Record<string, string>,
      [method, path, text]: [string, string, string?] = ['POST', '/shipments', body],
    ) => {
      const answer = await call(method, path, { ...(text ? json : {}), ...sent }, text);
      assert.deepEqual([answer.status, answer.code], [401, 'SIGNATURE_NOT_ACCEPTED'], what);
    };
    const before = (await trader.get<{ items: unknown[] }>('/shipments?limit=100')).items.length;
    await refused('sent again', headers);
    await refused('another body', signRequest(signer, post), ['POST', '/shipments', body.replace('import', 'export')]);
    await refused('another path', signRequest(signer, { ...post, url: url('/goods-lines') }));
    await refused('another query', signRequest(signer, { method: 'GET', url: url('/shipments?limit=1') }), [
      'GET',
      '/shipments?limit=2',
    ]);
    await refused('another method', signRequest(signer, { method: 'PUT', url: url('/shipments'), body }));
    await refused(
      'another host',
      signRequest(signer, { ...post, url: post.url.replace('127.0.0.1', 'portico.example') }),
    );
    const now = Math.floor(Date.now() / 1000);
    for (const created of [now - 400, now + 400]) await refused('not now', signRequest(signer, { ...post, created }));
    await refused('a stranger’s key', signRequest({ ...signer, privateKeyPem: make().privateKey }, post));
    await refused('no such key', signRequest({ ...signer, keyId: '019a9f2e-7a10-7000-8000-0000000000ff' }, post));
    await refused('beside a secret', { ...signRequest(signer, post), authorization: 'Bearer x' });
    await refused(
      'the digest uncovered',
      Object.fromEntries(Object.entries(signRequest(signer, { method: 'POST', url: post.url }))),
    );
    // What a stranger tried with a nonce does not use it up.
    const nonce = `own-${kind}-${now}-0123456789`;
    await refused('a stranger', signRequest({ ...signer, privateKeyPem: make().privateKey }, { ...post, nonce }));
    assert.equal(
      (await call('POST', '/shipments', { ...json, ...signRequest(signer, { ...post, nonce }) }, body)).status,
      201,
    );
    assert.equal(
      (await trader.get<{ items: unknown[] }>('/shipments?limit=100')).items.length,
      before + 1,
      'what was refused did nothing',
    );
    // Sixteen at once with one nonce: one gets through.
    const same = signRequest(signer, { method: 'GET', url: url('/session') });
    const statuses = await Promise.all(Array.from({ length: 16 }, () => call('GET', '/session', same)));
    assert.equal(statuses.filter((a) => a.status === 200).length, 1);
    // Renewed: both keys sign for an hour; the bare id of the key is no secret.
    const next = make();
    await trader.send('POST', `/api-keys/${key.id}/rotation`, { overlapHours: 1, publicKey: next.publicKey });
    for (const privateKeyPem of [pair.privateKey, next.privateKey])
      assert.equal(
        (
          await call(
            'GET',
            '/session',
            signRequest({ ...signer, privateKeyPem }, { method: 'GET', url: url('/session') }),
          )
        ).status,
        200,
      );
    assert.equal((await call('GET', '/session', bearer(`signs ${key.id}`))).status, 401);
    await trader.send('DELETE', `/api-keys/${key.id}`);
    await refused('revoked', signRequest(signer, { method: 'GET', url: url('/session') }), ['GET', '/session']);
  });
