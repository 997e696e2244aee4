// Forgotten and first passwords, by links that work once, against the whole application with a real mail server (P11; ASVS 6.2, 6.4).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { AccountView, StaffMember } from '../../src/hub/account/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { type Client, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { callFromElsewhere, callWith, tryToSignIn } from '../support/identity.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';

let application: TestApplication;
let mailServer: MailServer;
let trader: Client;
before(async () => {
  mailServer = await startMailServer();
  application = await startTestApplication({ mail: { smtpUrl: mailServer.url, from: 'no-reply@portico.example' } });
  trader = await signIn(application, 'trader');
});
after(async () => {
  await application.stop();
  await mailServer.stop();
  assert.deepEqual(application.faults, []);
});

const rows = <T>(statement: ReturnType<typeof sql<T>>): Promise<T[]> =>
  application.unitOfWork.run(portico, async (context) => (await statement.execute(context.db)).rows);
const to = (address: string) => mailServer.mailed.filter((m) => m.to === address);
const lettersTo = (address: string, count: number) =>
  until(
    async () => to(address),
    (found) => found.length >= count,
    `${count} letters to ${address}`,
  );
const tokenIn = (text: string | undefined) => /#([\w-]{43})/.exec(text ?? '')?.[1] ?? '';
const post = async (path: string, body: object) => {
  const answer = await callFromElsewhere(application, '', path, body);
  return { ...answer, text: JSON.stringify(answer.body) };
};
const giveAddress = async (client: Client, email: string) => {
  await client.send('POST', '/account/address', { email, current: 'portico-demo' });
  const [letter] = await lettersTo(email, 1);
  return client.send<AccountView>('POST', '/account/address-confirmation', { token: tokenIn(letter?.text) });
};
const phrase = '山城夜景看不够每年再来一次';

test('[P11] an address counts when its letter was followed by the person who asked, and needs the password', async () => {
  const wrong = await callWith(application, trader.cookie, 'POST', '/account/address', {
    email: 'chen@example.com',
    current: 'x',
  });
  assert.equal(wrong.code, 'PASSWORD_WRONG');
  await trader.send('POST', '/account/address', { email: 'Chen@Example.com', current: 'portico-demo' });
  const [letter] = await lettersTo('chen@example.com', 1);
  const stranger = await signIn(application, 'trader2');
  const token = tokenIn(letter?.text);
  assert.equal(
    (await callWith(application, stranger.cookie, 'POST', '/account/address-confirmation', { token })).code,
    'LINK_INVALID',
  );
  const confirmed = await trader.send<AccountView>('POST', '/account/address-confirmation', { token });
  assert.equal(confirmed.email, 'chen@example.com');
  assert.equal(
    (await callWith(application, trader.cookie, 'POST', '/account/address-confirmation', { token })).code,
    'LINK_INVALID',
  );
});

test('[P11] the answer about a forgotten password is the same for an account there is and one there is not', async () => {
  const answers = await Promise.all(
    ['trader', 'chen@example.com', 'operator', 'nobody@example.com'].map((account) =>
      post('/password-resets', { account }),
    ),
  );
  assert.deepEqual([...new Set(answers.map((a) => `${a.status} ${a.text}`))], ['200 {"accepted":true}']);
  await lettersTo('chen@example.com', 3);
  assert.equal(to('nobody@example.com').length, 0);
  const links = await rows<{ n: number }>(sql`select count(*)::int as n from account.link where purpose = 'reset'`);
  assert.equal(links[0]?.n, 4, 'the same is written for all four');
});

test('[P11] a link sets a fit password once, ends every session, and nothing of it lies open in the database', async () => {
  const elsewhere = await signIn(application, 'trader');
  await rows(sql`delete from account.link where purpose = 'reset'`);
  const had = to('chen@example.com').length;
  await post('/password-resets', { account: 'trader' });
  const letters = await lettersTo('chen@example.com', had + 1);
  const token = tokenIn(letters.at(-1)?.text);
  const held = await rows<{ row: string }>(sql`
    select l::text as row from account.link l union all select m::text from mail.letter m where kind = 'account'`);
  assert.ok(held.length > 1 && held.every(({ row }) => !row.includes(token)));
  await until(
    () =>
      rows<{ sealed: string | null }>(
        sql`select sealed from mail.letter where kind = 'account' and state = 'delivered'`,
      ),
    (found) => found.length > 0 && found.every((letter) => letter.sealed === null),
    'what was sealed goes when the letter is gone',
  );
  assert.equal((await post('/passwords', { token, password: 'trader-trader1' })).code, 'PASSWORD_UNFIT');
  assert.equal((await post('/passwords', { token: 'A'.repeat(43), password: phrase })).code, 'LINK_INVALID');
  const both = await Promise.all([1, 2].map((n) => post('/passwords', { token, password: `${phrase}${n}` })));
  assert.deepEqual(both.map((b) => b.status).sort(), [200, 400], 'one of two at once');
  assert.equal((await post('/passwords', { token, password: phrase })).code, 'LINK_INVALID');
  for (const { cookie } of [trader, elsewhere])
    assert.equal((await callWith(application, cookie, 'GET', '/session')).status, 401);
  const password = `${phrase}${both[0]?.status === 200 ? 1 : 2}`;
  assert.equal((await tryToSignIn(application, { account: 'trader', password: 'portico-demo' })).status, 401);
  const again = await tryToSignIn(application, { account: 'chen@example.com', password });
  assert.equal(again.status, 200, 'the address is a name of the account');

  // With the old one: this session stays, the others end.
  const third = await tryToSignIn(application, { account: 'trader', password });
  const change = (body: object) => callWith(application, again.cookie, 'PUT', '/password', body);
  assert.equal((await change({ current: 'x', password: `${phrase}3` })).code, 'PASSWORD_WRONG');
  assert.equal((await change({ current: password, password: '陈演示陈演示陈演示陈演示' })).code, 'PASSWORD_UNFIT');
  assert.equal((await change({ current: password, password: `${phrase}3` })).status, 200);
  assert.equal((await callWith(application, again.cookie, 'GET', '/session')).status, 200);
  assert.equal((await callWith(application, third.cookie, 'GET', '/session')).status, 401);
});

test('[P11] a link is over after its time, and when a newer one was asked for', async () => {
  const account = 'broker';
  await giveAddress(await signIn(application, account), 'wang@example.com');
  const ask = async (count: number) => {
    await post('/password-resets', { account });
    return tokenIn((await lettersTo('wang@example.com', count)).at(-1)?.text);
  };
  const [first, second] = [await ask(2), await ask(3)];
  assert.equal((await post('/passwords', { token: first, password: phrase })).code, 'LINK_INVALID');
  await rows(sql`update account.link set expires_at = now() - interval '1 second' where used_at is null`);
  assert.equal((await post('/passwords', { token: second, password: phrase })).code, 'LINK_INVALID');
  for (let n = 0; n < 4; n++) await post('/password-resets', { account });
  const links = await rows<{ n: number }>(sql`
    select count(*)::int as n from account.link l join enterprise.person p on p.id = l.person_id
    where l.purpose = 'reset' and p.account = ${account}`);
  assert.equal(links[0]?.n, 3, 'three letters an hour at the most');
});

test('[P11] whoever cannot get in is handed a link by his manager; a delay ends with it', async () => {
  const manager = await signIn(application, 'trader2');
  const { items } = await manager.get<{ items: StaffMember[] }>('/staff');
  const handed = await manager.send<{ link?: string; sentTo?: string }>('POST', `/staff/${items[0]?.id}/sign-in-link`);
  assert.equal(handed.sentTo, undefined, 'no address is known');
  for (let n = 0; n < 5; n++) await tryToSignIn(application, { account: 'trader2', password: 'wrong' });
  assert.equal((await tryToSignIn(application, { account: 'trader2', password: phrase })).code, 'SIGN_IN_DELAYED');
  assert.equal((await post('/passwords', { token: tokenIn(handed.link), password: phrase })).status, 200);
  assert.equal((await tryToSignIn(application, { account: 'trader2', password: phrase })).status, 200);
});

test('[P11] at an open browser the present password cannot be guessed without end', async () => {
  const desk = await signIn(application, 'customs');
  const codes: string[] = [];
  for (let n = 0; n < 7; n++) {
    const { code } = await callWith(application, desk.cookie, 'PUT', '/password', {
      current: `x${n}`,
      password: phrase,
    });
    codes.push(code);
  }
  assert.deepEqual([...new Set(codes)], ['PASSWORD_WRONG', 'SIGN_IN_DELAYED']);
  assert.equal(
    (await tryToSignIn(application, { account: 'customs', password: 'portico-demo' })).code,
    'SIGN_IN_DELAYED',
  );
});
