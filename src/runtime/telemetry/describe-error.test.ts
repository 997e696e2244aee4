// No secret comes into a log through the words of an error, and no value that a person typed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeError } from './describe-error.ts';
import { createLog } from './log.ts';

const CANARY = 'CANARY4711';
const caught = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};
/** As the driver makes them: the row is in the fields beside the message. */
const databaseError = (message: string, code: string) =>
  Object.assign(new Error(message), {
    code,
    severity: 'ERROR',
    detail: `Key (account)=(${CANARY}) already exists.`,
    where: CANARY,
    parameters: [CANARY],
  });

const errors: readonly unknown[] = [
  new Error(`request with Authorization: Bearer ${CANARY} failed`),
  new Error(`cookie: portico_session=${CANARY}; Path=/`),
  new Error(`{"password":"${CANARY} with blanks","account":"x"}`),
  new Error(`secret=${CANARY}`),
  new Error(`key pk_0123abcd_${CANARY}-x_y is revoked`),
  new Error(`whsec_${CANARY}+/= does not fit`),
  new Error(`eyJhbGciOiJFZERTQSJ9.${CANARY}.c2ln is no token`),
  new Error(`connect to postgresql://portico:${CANARY}@database:5432/portico`),
  new Error(`connect to nats://${CANARY}@bus:4222`),
  new Error(`-----BEGIN PRIVATE KEY-----\n${CANARY}\n-----END PRIVATE KEY-----`),
  new Error('outer', { cause: new Error(`api key: ${CANARY}`) }),
  caught(() => JSON.parse(`{"name": ${CANARY}}`)),
  caught(() => JSON.parse(`"${CANARY}`)),
  databaseError(`invalid input syntax for type uuid: "${CANARY}"`, '22P02'),
  databaseError('duplicate key value violates unique constraint "person_account_key"', '23505'),
  `token ${'a'.repeat(3000)} password=${CANARY}`,
];

test('[P11] no secret and no typed value comes into a line through an error', () => {
  let out = '';
  const log = createLog({ level: 'trace', to: { write: (line) => (out += line) } });
  for (const error of errors) {
    log.fault(error, 'a test');
    log.reactionFailed({ reaction: 'r', event: 'a.b', position: 1 }, error);
  }
  assert.equal(out.trim().split('\n').length, errors.length * 2);
  const at = out.indexOf(CANARY);
  assert.equal(at, -1, out.slice(Math.max(0, at - 200), at + 20));
});

test('[P3] what helps to find the fault stays', () => {
  const { type, code, message, stack } = describeError(errors[14]);
  assert.deepEqual([type, code], ['Error', '23505']);
  assert.match(message, /unique constraint "person_account_key"/);
  assert.match(stack ?? '', /describe-error\.test/);
  assert.equal(describeError(new Error('outer', { cause: new TypeError('inner') })).cause?.type, 'TypeError');
});

test('[P11] a field that is called like a secret is censored, whoever should log it', () => {
  let out = '';
  const log = createLog({ level: 'info', to: { write: (line) => (out += line) } });
  log.note('x', { password: CANARY, token: CANARY, authorization: CANARY, cookie: CANARY, secret: CANARY });
  assert.ok(out.includes('[…]') && !out.includes(CANARY), out);
});
