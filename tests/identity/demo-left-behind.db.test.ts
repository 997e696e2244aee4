// What a demonstration left in a database proves nothing in production (P4): its authority signs, answers and is shown no more, and seals
// that it certified sign nothing.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openSeal } from '../../src/hub/signatures/keep-seal.ts';
import { ownAuthority, readAuthorities } from '../../src/hub/signatures/own-authority.ts';
import { portico } from '../../src/runtime/context.ts';
import { signIn, startTestApplication, type TestApplication } from '../support/application.ts';
import { createTestDatabase } from '../support/database.ts';

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
