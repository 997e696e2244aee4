// The password that is said again to enrol a signing key (P4, P11): guesses at it count, and what is refused changes nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CertificateView } from '../../src/hub/signatures/contract.ts';
import { type Client, signIn, startTestApplication, type TestApplication } from '../support/application.ts';
import { enrol, enrolmentOf, makeDeviceKey } from '../support/signing.ts';

let application: TestApplication;
before(async () => {
  application = await startTestApplication();
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});
async function codeOf(client: Client, method: string, at: string, body: unknown): Promise<string> {
  const reply = await client.raw(method, at, JSON.stringify(body), { 'content-type': 'application/json' });
  return ((await reply.json()) as { code?: string }).code ?? String(reply.status);
}

test('[P4][P11] guesses at the password count like failed sign-ins, and a refused enrolment revokes nothing', async () => {
  const guesser = await signIn(application, 'maritime');
  const mine = await enrol(guesser);
  const again = await enrolmentOf(guesser, mine.key, { replaces: 'stolen' });
  assert.equal(await codeOf(guesser, 'POST', '/signing-keys', again), 'SIGNING_KEY_TAKEN');
  const { items } = await guesser.get<{ items: CertificateView[] }>('/signing-keys');
  assert.deepEqual(
    items.map((c) => c.state),
    ['valid'],
  );
  const said: string[] = [];
  for (let n = 0; n < 12 && said.at(-1) !== 'SIGN_IN_DELAYED'; n += 1)
    said.push(await codeOf(guesser, 'POST', '/signing-keys', { ...again, password: `guess ${n}` }));
  assert.equal(said[0], 'PASSWORD_WRONG');
  assert.equal(said.at(-1), 'SIGN_IN_DELAYED');
  assert.equal(
    await codeOf(guesser, 'POST', '/signing-keys', await enrolmentOf(guesser, makeDeviceKey())),
    'SIGN_IN_DELAYED',
    'the right one has to wait too',
  );
});
