// What a demonstration left in a database proves nothing in production (P4): its authority signs, answers and is shown no more, seals
// that it certified sign nothing, and nobody comes in with its published password (P11).
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { inviteToOffice } from '../../src/hub/account/index.ts';
import { demoAccounts, demoPassword } from '../../src/hub/enterprise/index.ts';
import { openSeal } from '../../src/hub/signatures/keep-seal.ts';
import { ownAuthority, readAuthorities } from '../../src/hub/signatures/own-authority.ts';
import { portico } from '../../src/runtime/context.ts';
import { createLog } from '../../src/runtime/telemetry/log.ts';
import { signIn, startTestApplication, type TestApplication } from '../support/application.ts';
import { createTestDatabase } from '../support/database.ts';
import { callWith, tryToSignIn } from '../support/identity.ts';

const database = await createTestDatabase({ migrated: true });
const kept = { url: database.url, drop: async () => undefined };
let application: TestApplication | undefined;
after(async () => {
  await application?.stop();
  await database.drop();
});

test('[P4] production on a database of a demonstration uses none of its authority and none of its seals', async () => {
  application = await startTestApplication({ database: kept });
  const trader = await signIn(application, 'trader');
  await trader.send('POST', '/seals', { algorithm: 'ES256' });
  const { organisation } = await trader.get<{ organisation: { id: string } }>('/session');
  const found = (node: TestApplication) =>
    node.unitOfWork.read(portico, async (context) => ({
      authority: (await ownAuthority(context)) !== undefined,
      shown: (await readAuthorities(context)).length > 0,
      seal: (await openSeal(context, organisation.id)) !== undefined,
    }));
  assert.deepEqual(await found(application), { authority: true, shown: true, seal: true });
  await application.stop();
  application = undefined;
  application = await startTestApplication({ database: kept, config: { mode: 'production', simulators: false } });
  assert.deepEqual(await found(application), { authority: false, shown: false, seal: false });
});

test('[P11] ASVS 6.3.2: accounts with the published password are shut when production starts, whoever is signed in as one of them too', async () => {
  const fresh = await createTestDatabase({ migrated: true });
  const held = { url: fresh.url, drop: async () => undefined };
  let node = await startTestApplication({ database: held });
  try {
    const trader = await signIn(node, 'trader');
    const { secret } = await trader.send<{ secret: string }>('POST', '/api-keys', { name: 'ERP' });
    const broker = await signIn(node, 'broker');
    const own = '嘉陵江边的火锅店只开到十点';
    await broker.send('PUT', '/password', { current: demoPassword, password: own });
    await node.stop();

    const lines: string[] = [];
    const log = createLog({ level: 'info', to: { write: (line) => void lines.push(line) } });
    node = await startTestApplication({ database: held, log, config: { mode: 'production', simulators: false } });
    for (const { account } of demoAccounts.filter((one) => one.account !== 'broker'))
      assert.equal((await tryToSignIn(node, { account, password: demoPassword })).code, 'SIGN_IN_REFUSED', account);
    assert.equal((await callWith(node, trader.cookie, 'GET', '/session')).status, 401, 'the session that was open');
    const byKey = await fetch(`${node.url}/api/v1/session`, { headers: { authorization: `Bearer ${secret}` } });
    assert.equal(byKey.status, 401, 'the key that he had made');
    assert.equal(
      (await tryToSignIn(node, { account: 'broker', password: own })).status,
      200,
      'his own password is his',
    );
    const said = lines.filter((line) => line.includes('演示账号'));
    assert.ok(said.length === 1 && said[0]?.includes('operator'), 'in the log, by name');
    const events = () =>
      node.unitOfWork.run(portico, async (context) => {
        const { rows } = await sql<{ accounts: string[] }>`
          select payload -> 'accounts' as accounts from runtime.event where type = 'demo-accounts.shut'`.execute(
          context.db,
        );
        return rows;
      });
    assert.deepEqual(
      (await events()).map((one) => [...one.accounts].sort()),
      [
        demoAccounts
          .map((one) => one.account)
          .filter((one) => one !== 'broker')
          .sort(),
      ],
      'in the ledger',
    );
    // The office has nobody left: its first people are invited from the machine, as on an empty database.
    const invited = await node.unitOfWork.run(portico, (context) =>
      inviteToOffice(context, { role: 'security-administrator', name: '甲', email: 'a@example.com' }),
    );
    assert.match(invited.url, /#/);
    await node.stop();

    node = await startTestApplication({ database: held, config: { mode: 'production', simulators: false } });
    assert.equal((await events()).length, 1, 'a second start finds nothing to shut');
  } finally {
    await node.stop();
    await fresh.drop();
  }
});
