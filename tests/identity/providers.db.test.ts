// Signing in with an identity provider (P11; ASVS 6.8, 10.2, 10.5): with a real one, and against one that forges every kind of answer.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { IdentityView } from '../../src/hub/account/contract.ts';
import { flowCookie } from '../../src/hub/account/provider/flow-cookie.ts';
import { type Context, portico } from '../../src/runtime/context.ts';
import { type Client, signIn, startTestApplication, type TestApplication } from '../support/application.ts';
import { type Forgery, startForgingProvider } from '../support/forging-provider.ts';
import { callFromElsewhere, callWith, codeOf, tryToSignIn } from '../support/identity.ts';
import { passThrough, startIdentityProvider } from '../support/identity-provider.ts';

const redirectUri = 'http://localhost/provider/government';
const sealKey = randomBytes(32).toString('base64');
const clientId = 'portico';
let application: TestApplication;
let forger: Awaited<ReturnType<typeof startForgingProvider>>;
let real: Awaited<ReturnType<typeof startIdentityProvider>>;
let trader: Client;
before(async () => {
  [forger, real] = await Promise.all([
    startForgingProvider(clientId),
    startIdentityProvider({ id: clientId, secret: 's3cret', redirectUri }),
  ]);
  const client = { clientId, clientSecret: 's3cret' };
  application = await startTestApplication({
    config: {
      sealKey,
      identityProviders: [
        { id: 'government', name: { zh: '政务平台', en: 'Government platform' }, issuer: real.issuer, ...client },
        { id: 'forger', name: { zh: '伪造者', en: 'Forger' }, issuer: forger.issuer, ...client },
        { id: 'impostor', name: { zh: '冒名者', en: 'Impostor' }, issuer: `${forger.issuer}/impostor`, ...client },
        { id: 'gone', name: { zh: '已停', en: 'Gone' }, issuer: 'http://127.0.0.1:9', ...client },
      ],
    },
  });
  trader = await signIn(application, 'trader');
});
after(async () => {
  await application.stop();
  await Promise.all([forger.stop(), real.stop()]);
  assert.deepEqual(application.faults, []);
});

let addresses = 0;
/** From an address of its own, with what the browser carries; answers with what it carries then. */
async function post(path: string, body: object, cookie = '') {
  addresses += 1;
  const reply = await application.server.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    remoteAddress: `10.7.${addresses >> 8}.${addresses & 255}`,
    headers: { cookie },
    payload: body,
  });
  const set = [reply.headers['set-cookie'] ?? []].flat().map((one) => one.split(';', 1)[0] ?? '');
  const value = JSON.parse(reply.body) as Record<string, unknown>;
  return {
    status: reply.statusCode,
    code: String(value.code ?? ''),
    body: value,
    session: set.find((one) => one.startsWith('portico_session=')) ?? '',
    carried: set.find((one) => one.startsWith('portico_provider=')) ?? '',
  };
}
const begin = async (provider: string, more: object = {}) => {
  const begun = await post('/provider-sign-ins', { provider, ...more });
  assert.equal(begun.status, 200, JSON.stringify(begun.body));
  const asked = new URL(String(begun.body.url)).searchParams;
  return { ...begun, state: asked.get('state') ?? '', nonce: asked.get('nonce') ?? '', asked };
};
const queryOf = (state: string, more = '') => `code=${randomBytes(8).toString('hex')}&state=${state}${more}`;
/** A whole sign-in at the forger, as it is told to answer. */
async function forged(forgery: Forgery, change: { query?: (state: string) => string; cookie?: string } = {}) {
  const { state, nonce, carried } = await begin('forger');
  forger.say({ nonce, ...forgery });
  const query = (change.query ?? queryOf)(state);
  return post('/provider-answers', { provider: 'forger', query }, change.cookie ?? carried);
}
async function link(cookie: string, subject: string, current = 'portico-demo') {
  const begun = await post('/provider-links', { provider: 'forger', current }, cookie);
  if (begun.status !== 200) return begun;
  const asked = new URL(String(begun.body.url)).searchParams;
  forger.say({ subject, nonce: asked.get('nonce') ?? '' });
  const query = queryOf(asked.get('state') ?? '');
  return post('/provider-answers', { provider: 'forger', query }, `${cookie}; ${begun.carried}`);
}
const rolesOf = async (cookie: string) =>
  (await callWith(application, cookie, 'GET', '/session')).body.roles as string[];

test('[P11] what the browser is sent away with: code, PKCE by S256, state and nonce, nothing guessable or repeated', async () => {
  const [one, two] = [await begin('government'), await begin('government')];
  assert.equal(one.asked.get('response_type'), 'code');
  assert.equal(one.asked.get('scope'), 'openid');
  assert.equal(one.asked.get('code_challenge_method'), 'S256');
  assert.equal(one.asked.get('redirect_uri'), redirectUri);
  for (const name of ['state', 'nonce', 'code_challenge']) {
    assert.ok((one.asked.get(name) ?? '').length >= 43, name);
    assert.notEqual(one.asked.get(name), two.asked.get(name), name);
  }
  assert.equal((await post('/provider-sign-ins', { provider: 'nobody' })).code, 'PROVIDER_UNKNOWN');
  assert.equal((await post('/provider-sign-ins', { provider: 'gone' })).code, 'PROVIDER_UNREACHABLE');
  const impostor = await post('/provider-sign-ins', { provider: 'impostor' });
  assert.equal(impostor.code, 'PROVIDER_UNREACHABLE', 'its metadata name another issuer');
});

test('[P11] a real provider: linked by the person with his password, then signed in with it; each answer once', async () => {
  const first = await begin('government');
  const stranger = await post(
    '/provider-answers',
    { provider: 'government', query: await passThrough(String(first.body.url), 'chen', redirectUri) },
    first.carried,
  );
  assert.deepEqual([stranger.status, stranger.code], [401, 'IDENTITY_UNKNOWN']);

  assert.equal(
    (await post('/provider-links', { provider: 'government', current: 'wrong' }, trader.cookie)).code,
    'PASSWORD_WRONG',
  );
  const linking = await post('/provider-links', { provider: 'government', current: 'portico-demo' }, trader.cookie);
  const query = await passThrough(String(linking.body.url), 'chen', redirectUri);
  const other = await signIn(application, 'trader2');
  assert.equal(
    (await post('/provider-answers', { provider: 'government', query }, `${other.cookie}; ${linking.carried}`)).code,
    'PROVIDER_ANSWER_INVALID',
    'in the session that asked only',
  );
  const again = await post('/provider-links', { provider: 'government', current: 'portico-demo' }, trader.cookie);
  const linked = await post(
    '/provider-answers',
    { provider: 'government', query: await passThrough(String(again.body.url), 'chen', redirectUri) },
    `${trader.cookie}; ${again.carried}`,
  );
  assert.deepEqual([linked.status, linked.body.outcome], [200, 'linked'], JSON.stringify(linked.body));

  const begun = await begin('government');
  const answer = { provider: 'government', query: await passThrough(String(begun.body.url), 'chen', redirectUri) };
  const done = await post('/provider-answers', answer, begun.carried);
  assert.deepEqual([done.status, done.body.outcome], [200, 'signed-in'], JSON.stringify(done.body));
  assert.deepEqual((await rolesOf(done.session)).sort(), ['declarant', 'enterprise-manager']);
  assert.equal((await post('/provider-answers', answer, begun.carried)).code, 'PROVIDER_ANSWER_INVALID', 'used');
});

test('[P11] an answer that this browser did not ask for, or that was used, changed or is too old, is not heard', async () => {
  const invalid = async (what: string, answer: Promise<{ status: number; code: string; session: string }>) => {
    const { status, code, session } = await answer;
    assert.deepEqual([status, code, session], [401, 'PROVIDER_ANSWER_INVALID', ''], what);
  };
  assert.equal((await link(trader.cookie, 'chen')).body.outcome, 'linked');
  const subject = 'chen';
  assert.equal((await forged({ subject })).body.outcome, 'signed-in', 'the right one is heard');
  await invalid('no cookie', forged({ subject }, { cookie: 'portico_provider=' }));
  await invalid('another browser', forged({ subject }, { cookie: (await begin('forger')).carried }));
  await invalid('another provider', forged({ subject }, { cookie: (await begin('government')).carried }));
  await invalid('another state', forged({ subject }, { query: () => queryOf('x'.repeat(43)) }));
  await invalid('no state', forged({ subject }, { query: () => 'code=x' }));
  await invalid(
    'another issuer beside the code',
    forged({ subject }, { query: (s) => queryOf(s, `&iss=${real.issuer}`) }),
  );
  const exchanges = forger.exchanges();
  await invalid(
    'a cookie of our own making',
    forged({ subject }, { cookie: `portico_provider=${randomBytes(120).toString('base64url')}` }),
  );
  assert.equal(forger.exchanges(), exchanges, 'no code is exchanged for it');
  await invalid('another issuer', forged({ subject, issuer: real.issuer }));
  await invalid('another audience', forged({ subject, audience: 'another-client' }));
  await invalid('expired', forged({ subject, expires: -3600 }));
  await invalid('another nonce', forged({ subject, nonce: 'y'.repeat(43) }));
  await invalid('another key', forged({ subject, signed: 'by-another-key' }));
  await invalid('no signature', forged({ subject, signed: 'not' }));
  assert.equal((await forged({}, { query: (s) => `error=access_denied&state=${s}` })).code, 'PROVIDER_DENIED');

  const { state, nonce, carried } = await begin('forger');
  forger.say({ subject, nonce });
  const query = queryOf(state);
  const both = await Promise.all([1, 2].map(() => post('/provider-answers', { provider: 'forger', query }, carried)));
  assert.deepEqual(
    both.map((b) => b.status).sort(),
    [200, 401],
    'one of two at once, whatever the provider says to both',
  );

  const elevenMinutesAgo = new Date(Date.now() - 11 * 60_000).toISOString();
  const at = { settings: { sealKey, baseUrl: 'http://localhost' }, now: elevenMinutesAgo } as unknown as Context;
  const question = { state: 's'.repeat(43), nonce: 'n'.repeat(43), verifier: 'v'.repeat(43) };
  const expiresAt = new Date(Date.now() - 60_000).toISOString();
  const old = flowCookie(at, 'flow', { provider: 'forger', question, purpose: { kind: 'sign-in' }, expiresAt });
  forger.say({ subject, nonce: question.nonce });
  const late = { provider: 'forger', query: queryOf(question.state) };
  await invalid('too old', post('/provider-answers', late, old.split(';', 1)[0]));
});

test('[P11] nobody is known by his e-mail address; an identity has one account; taken away, it opens nothing', async () => {
  const email = 'li@example.com';
  const claims = { email, email_verified: true, preferred_username: 'trader2' };
  assert.equal((await forged({ subject: 'li', claims })).code, 'IDENTITY_UNKNOWN');
  const other = await signIn(application, 'trader2');
  assert.equal((await link(other.cookie, 'chen')).code, 'IDENTITY_TAKEN');
  assert.equal((await link(other.cookie, 'li')).body.outcome, 'linked');
  const inside = await forged({ subject: 'li' });
  assert.equal(inside.body.outcome, 'signed-in');
  const { items } = await other.get<{ items: IdentityView[] }>('/account/identities');
  assert.deepEqual(
    items.map((one) => one.provider),
    ['forger'],
  );
  const removal = `/account/identities/${items[0]?.id}/removal`;
  assert.equal(
    (await callWith(application, trader.cookie, 'POST', removal, { current: 'portico-demo' })).code,
    'IDENTITY_ABSENT',
  );
  assert.equal(
    (await callWith(application, other.cookie, 'POST', removal, { current: 'wrong' })).code,
    'PASSWORD_WRONG',
  );
  assert.equal((await callWith(application, other.cookie, 'POST', removal, { current: 'portico-demo' })).status, 200);
  assert.equal((await callWith(application, inside.session, 'GET', '/session')).status, 401);
  assert.equal((await forged({ subject: 'li' })).code, 'IDENTITY_UNKNOWN');
});

test('[P11] a second factor here is asked for all the same, and a demanded one is not made up for by the provider', async () => {
  const carrier = await signIn(application, 'carrier');
  await link(carrier.cookie, 'zhou');
  const enrolment = await carrier.send<{ secret: string }>('POST', '/account/second-factor', {
    current: 'portico-demo',
  });
  await carrier.send('POST', '/account/second-factor/confirmation', { code: codeOf(enrolment.secret) });
  const halfWay = await forged({ subject: 'zhou', claims: { amr: ['mfa'], acr: 'high' } });
  assert.deepEqual([halfWay.body.outcome, halfWay.session], ['code-needed', '']);
  assert.equal((await post('/provider-codes', { code: '000000' }, halfWay.carried)).code, 'SECOND_FACTOR_WRONG');
  assert.equal((await post('/provider-codes', { code: codeOf(enrolment.secret, 1) })).code, 'PROVIDER_ANSWER_INVALID');
  const done = await post('/provider-codes', { code: codeOf(enrolment.secret, 1) }, halfWay.carried);
  assert.equal(done.status, 200, JSON.stringify(done.body));
  assert.deepEqual(await rolesOf(done.session), ['carrier-clerk']);

  const broker = await signIn(application, 'broker');
  await link(broker.cookie, 'wang');
  await broker.send('PUT', '/organisation/second-factor', { of: 'everybody' });
  const pending = await forged({ subject: 'wang', claims: { amr: ['mfa'] } });
  assert.deepEqual(await rolesOf(pending.session), ['factor-pending']);
});

test('[P11] invited, one joins by a provider without a password, and signs in with it from then on', async () => {
  const invited = await trader.send<{ link?: string }>('POST', '/invitations', {
    email: 'sun@example.com',
    name: '孙演示',
    roles: ['declarant'],
  });
  const token = /#([\w-]{43})$/.exec(invited.link ?? '')?.[1] ?? '';
  const begun = await begin('forger', { invitation: { token, account: 'sunyanshi' } });
  forger.say({ subject: 'sun', nonce: begun.nonce });
  const joined = await post('/provider-answers', { provider: 'forger', query: queryOf(begun.state) }, begun.carried);
  assert.deepEqual([joined.status, joined.body.outcome], [200, 'joined'], JSON.stringify(joined.body));
  assert.deepEqual(await rolesOf(joined.session), ['declarant']);
  assert.equal((await tryToSignIn(application, { account: 'sunyanshi', password: '' })).code, 'SIGN_IN_REFUSED');
  assert.equal((await forged({ subject: 'sun' })).body.outcome, 'signed-in');
  assert.equal(
    (await post('/provider-sign-ins', { provider: 'forger', invitation: { token, account: 'again' } })).code,
    'LINK_INVALID',
  );
  const { items } = await trader.get<{ items: { id: string; account: string }[] }>('/staff');
  await trader.send('DELETE', `/staff/${items.find((one) => one.account === 'sunyanshi')?.id}`);
  assert.equal((await forged({ subject: 'sun' })).code, 'IDENTITY_UNKNOWN', 'whoever has left is nobody');
  assert.equal(
    (await callFromElsewhere(application, '', '/provider-answers', { provider: 'forger', query: '' })).code,
    'PROVIDER_ANSWER_INVALID',
  );
});

test('[P3][P11] each sign-in, link and refusal is in the ledger, with the provider, without what it said', async () => {
  const { rows } = await application.unitOfWork.read(portico, ({ db }) =>
    sql<{ type: string; payload: { provider?: string; because?: string } }>`
      select type, payload from runtime.event where type ~ '^(session|identity)[.]'`.execute(db),
  );
  const told = new Set(rows.map(({ type, payload }) => `${type} ${payload.provider ?? payload.because ?? ''}`));
  for (const one of [
    'session.opened government',
    'session.opened forger',
    'session.refused unknown-identity',
    'session.refused wrong-code',
    'identity.linked government',
    'identity.unlinked forger',
  ])
    assert.ok(told.has(one), `${one} among ${[...told].join(', ')}`);
  assert.doesNotMatch(JSON.stringify(rows), /"(chen|zhou|wang|sun|li)"|example\.com/);
});
