// In production nothing goes to a partner without TLS, but where two persons have allowed it for that address, with a reason and an end
// (issue 4; ASVS 12.3.1; decision 0054).
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { channels } from '../../src/channels/index.ts';
import { confirmSettings, proposeSettings } from '../../src/hub/partner/change-settings.ts';
import type { ChannelSettings } from '../../src/hub/partner/contract.ts';
import { readHealthOf } from '../../src/hub/partner/read-health.ts';
import { resumeChannel } from '../../src/hub/exchange/operate-exchange.ts';
import { type Actor, type Context, portico } from '../../src/runtime/context.ts';
import type { Finding } from '../../src/kernel/finding.ts';
import type { Refusal } from '../../src/kernel/refusal.ts';
import { fileShipment, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { createTestDatabase } from '../support/database.ts';
import { railImport } from '../support/forms.ts';

const CHANNEL = 'railway-yard';
const database = await createTestDatabase({ migrated: true });
const kept = { url: database.url, drop: async () => undefined };
let application: TestApplication | undefined;
let came = 0;
const partner = createServer((request, response) => {
  request.resume().on('end', () => {
    came += 1;
    response.writeHead(204).end();
  });
});
await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(partner.address() as { port: number }).port}/in`;
after(async () => {
  await application?.stop();
  partner.close();
  await database.drop();
});

const person = (id: string): Actor => ({
  ...{ kind: 'person', id, name: id, sessionId: id, roles: ['operator'], organisationKind: 'port-office' },
  organisationId: '019a9f2e-7a10-7000-8000-0000000000ff',
});

test('[P3] ASVS 12.3.1: in production a partner without TLS is not called until two persons allow it for a time', async () => {
  // What waits for a partner, made where nobody but the demonstration is: its lane is held.
  const nowhere = Object.fromEntries(channels.map(({ id }) => [id, { url: 'http://127.0.0.1:9/' }]));
  application = await startTestApplication({ database: kept, config: { simulators: false, endpoints: nowhere } });
  const operator = await signIn(application, 'operator');
  await operator.send('POST', `/exchange/channels/${CHANNEL}/pause`);
  await fileShipment(await signIn(application, 'trader'), railImport('SILENT-WITHOUT-TLS'));
  await application.stop();

  const config = { mode: 'production' as const, simulators: false, endpoints: { [CHANNEL]: { url } } };
  application = await startTestApplication({ database: kept, config });
  const node = application;
  const as = <T>(actor: Actor, work: (context: Context) => Promise<T>) => node.unitOfWork.run(actor, work);
  const tls = () => as(portico, async (context) => (await readHealthOf(context, CHANNEL)).tls);
  const details = async () => {
    const { rows } = await as(portico, (context) =>
      sql<{ detail: string }>`
        select distinct a.detail from exchange.attempt a join exchange.delivery d on d.id = a.delivery_id
        where d.channel = ${CHANNEL} order by 1`.execute(context.db),
    );
    return rows.map((row) => row.detail);
  };
  await as(portico, (context) => resumeChannel(context, CHANNEL));
  await until(details, (all) => all.includes('TLS_NEEDED'), 'an attempt that was not made');
  assert.deepEqual(await tls(), { state: 'refused', address: url }, 'the desk says why');
  assert.equal(came, 0);

  const none = { maintenance: [], tell: [] };
  const propose = (settings: Partial<ChannelSettings>) =>
    as(person('first'), (context) =>
      proposeSettings(context, CHANNEL, { settings: { ...none, ...settings }, reason: '专线，对方网关尚不支持 TLS' }),
    );
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const ruleOf = (wanted: Partial<ChannelSettings>) =>
    propose(wanted).then(
      () => 'allowed',
      (refused: Refusal) => JSON.stringify((refused.details.findings as Finding[]).map((one) => one.rule)),
    );
  const reason = '对方网关在内网，明年改造';
  // Saved as an address by people: never without TLS.
  assert.equal(await ruleOf({ endpoint: 'http://partner.example.com/in' }), '["address-is-public"]');
  assert.equal(await ruleOf({ endpoint: 'mqtt://partner.example.com/in' }), '["address-is-public"]');
  const secured = 'https://partner.example.com/in';
  assert.equal(
    await ruleOf({ withoutTls: { address: secured, until: inDays(30), reason } }),
    '["exception-is-for-an-open-way"]',
  );
  for (const days of [-1, 400])
    assert.equal(await ruleOf({ withoutTls: { address: url, until: inDays(days), reason } }), '["exception-ends"]');

  const allow = async (address: string) => {
    const withoutTls = { address, until: inDays(30), reason };
    const { id } = await propose({ withoutTls });
    await assert.rejects(
      as(person('first'), (context) => confirmSettings(context, id)),
      'one person is not enough',
    );
    await as(person('second'), (context) => confirmSettings(context, id));
    return withoutTls;
  };
  await allow('http://127.0.0.1:9/another');
  assert.deepEqual(await tls(), { state: 'refused', address: url }, 'another address is not meant');
  assert.equal(came, 0);
  const withoutTls = await allow(url);
  assert.deepEqual(await tls(), { state: 'excepted', ...withoutTls });
  await until(
    async () => came,
    (n) => n > 0,
    'what waited, sent',
  );
  const { rows } = await as(portico, (context) =>
    sql<{ reason: string }>`
      select payload -> 'settings' -> 'withoutTls' ->> 'reason' as reason from runtime.event
      where type = 'channel-settings.proposed'`.execute(context.db),
  );
  assert.deepEqual([...new Set(rows.map((row) => row.reason))], [reason], 'in the ledger, with its reason');
  assert.deepEqual(node.faults, []);
});
