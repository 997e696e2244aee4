// Where a caller comes from is said by proxies of our own and by nobody else (P11; ASVS 15.3.4).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { OwnSession } from '../../src/hub/account/contract.ts';
import { startTestApplication, type TestApplication } from '../support/application.ts';
import { callWith, tryToSignIn } from '../support/identity.ts';

let application: TestApplication;
before(async () => {
  application = await startTestApplication({ config: { trustedProxies: ['10.9.0.0/16'] } });
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});
const addressSeen = async (from: string, forwarded: string): Promise<string | undefined> => {
  const { cookie } = await tryToSignIn(
    application,
    { account: 'trader', password: 'portico-demo' },
    { from, 'x-forwarded-for': forwarded },
  );
  const { body } = await callWith(application, cookie, 'GET', '/sessions');
  return (body.items as OwnSession[]).find((session) => session.current)?.address;
};

test('[P11] a proxy of our own is believed, up to the first address that is none', async () => {
  assert.equal(await addressSeen('10.9.0.1', '203.0.113.7'), '203.0.113.7');
  assert.equal(
    await addressSeen('10.9.0.1', '1.2.3.4, 203.0.113.7, 10.9.3.3'),
    '203.0.113.7',
    'what the caller wrote is not',
  );
});

test('[P11] anybody else is who he is, whatever he writes', async () => {
  assert.equal(await addressSeen('198.51.100.2', '203.0.113.7'), '198.51.100.2');
});
