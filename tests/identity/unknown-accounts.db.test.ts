// Who tries accounts cannot tell by the work that is done which of them there are (P11; ASVS 6.3.8): the passwords that are hashed are counted, at
// the one place that hashes them; times are not measured, because they say as much about the machine.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { sql } from 'kysely';
import { hasher } from '../../src/hub/enterprise/hash-password.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith } from '../support/application.ts';
import { tryToSignIn } from '../support/identity.ts';

const { application } = await applicationWith([]);
const within = (statement: ReturnType<typeof sql>) =>
  application.unitOfWork.run(portico, (context) => statement.execute(context.db));

test('[P11] ASVS 6.3.8: a sign-in costs one hash, whether there is the account, whether it has a password, whether it is right', async () => {
  await tryToSignIn(application, { account: 'nobody-yet', password: 'the decoy is made once' });
  await within(sql`update enterprise.person set password_hash = '' where account = 'airport'`);
  await within(sql`update enterprise.person set left_at = now() where account = 'carrier'`);
  const verified = mock.method(hasher, 'verify');
  const hashed = mock.method(hasher, 'hash');
  const work = async (account: string, password: string) => {
    verified.mock.resetCalls();
    hashed.mock.resetCalls();
    const { status, code } = await tryToSignIn(application, { account, password });
    const [kept] = verified.mock.calls.map((call) => String(call.arguments[0]).split('$').slice(0, 4).join('$'));
    return { status, code, verified: verified.mock.callCount(), hashed: hashed.mock.callCount(), kept };
  };
  const right = await work('trader', 'portico-demo');
  assert.equal(right.status, 200);
  assert.match(String(right.kept), /^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+$/);
  // With the same parameters too: the decoy is made as every password is.
  const refused = { ...right, status: 401, code: 'SIGN_IN_REFUSED' };
  assert.deepEqual([right.verified, right.hashed], [1, 0]);
  assert.deepEqual(await work('trader', 'not his password'), refused, 'wrong password');
  assert.deepEqual(await work('nobody-at-all', 'portico-demo'), refused, 'unknown account');
  assert.deepEqual(await work('nobody@example.com', 'portico-demo'), refused, 'unknown address');
  assert.deepEqual(await work('airport', 'portico-demo'), refused, 'no password yet');
  assert.deepEqual(await work('carrier', 'portico-demo'), refused, 'has left');

  // Who is made to wait costs nothing, be there an account or not.
  for (const account of ['trader2', 'nobody-at-all']) {
    for (let n = 0; n < 5; n += 1) await work(account, 'a guess');
    const delayed = await work(account, 'a guess');
    assert.deepEqual([delayed.code, delayed.verified], ['SIGN_IN_DELAYED', 0], account);
  }
});
