// E-mail notices against the whole application, with a real mail server in this process.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../../../tests/support/application.ts';
import { railImport } from '../../../tests/support/forms.ts';
import { type Mailed, type MailServer, startMailServer } from '../../../tests/support/mail-server.ts';
import { portico } from '../../runtime/context.ts';
import type { InboxItem } from '../inbox/contract.ts';
import type { ShipmentView } from '../shipment/contract.ts';
import type { MailSettings } from './contract.ts';

let application: TestApplication;
let mailServer: MailServer;
let trader: Client;
let stranger: Client;
before(async () => {
  mailServer = await startMailServer();
  application = await startTestApplication({
    mail: { smtpUrl: mailServer.url, from: '单一窗口 Portico <no-reply@portico.example>' },
  });
  [trader, stranger] = await Promise.all([signIn(application, 'trader'), signIn(application, 'trader2')]);
});
after(async () => {
  await application.stop();
  await mailServer.stop();
  assert.deepEqual(application.faults, []);
});

const to = (address: string): Mailed[] => mailServer.mailed.filter((m) => m.to === address);
const choose = (client: Client, address: string, more: object = {}, expected = 200) =>
  client.send<MailSettings>(
    'PUT',
    '/mail-settings',
    { address, rhythm: 'at-once', filters: [{ types: ['release.granted'] }], ...more },
    expected,
  );
const mailTo = (address: string, count: number) =>
  until(
    async () => to(address),
    (mails) => mails.length >= count,
    `${count} letters to ${address}`,
  );
const tokenIn = (mail: Mailed | undefined): string => /[?&]confirm=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
const confirmed = async (client: Client, address: string, more: object = {}) => {
  const had = to(address).length;
  // Tests ask more often than a person may within a day.
  await inDatabase(sql`update mail.letter set created_at = created_at - interval '2 days' where kind = 'confirmation'`);
  await choose(client, address, more);
  const mails = await mailTo(address, had + 1);
  return client.send<MailSettings>('POST', '/mail-confirmations', { token: tokenIn(mails.at(-1)) });
};
const problem = async (client: Client, method: string, path: string, body: object) => {
  const reply = await client.raw(method, path, JSON.stringify(body), { 'content-type': 'application/json' });
  return { status: reply.status, code: ((await reply.json()) as { code?: string }).code };
};
const inDatabase = (statement: ReturnType<typeof sql>) =>
  application.unitOfWork.run(portico, async (context) => void (await statement.execute(context.db)));
/** Whatever waits for its hour or its next attempt is due now. */
const letTimePass = () => inDatabase(sql`update mail.letter set next_attempt_at = now() where state = 'queued'`);

test('[M2] nothing is sent to an address before its person has confirmed it; the link works once, for him, and in time', async () => {
  const address = 'chen@example.com';
  assert.equal((await choose(trader, address)).state, 'pending');
  const [mail] = await mailTo(address, 1);
  assert.ok(mail);
  assert.equal(mail.from, 'no-reply@portico.example');
  assert.match(mail.subject, /请确认邮箱 \/ Confirm your address/);
  assert.doesNotMatch(mail.html, /<img|src=|http:\/\/(?!localhost)/);
  const token = tokenIn(mail);
  // Another person's session cannot use it, a changed token is none, and a new request makes the old link worthless.
  assert.equal((await problem(stranger, 'POST', '/mail-confirmations', { token })).code, 'MAIL_LINK_INVALID');
  const changed = token.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A'));
  assert.equal((await problem(trader, 'POST', '/mail-confirmations', { token: changed })).code, 'MAIL_LINK_INVALID');
  await choose(trader, address);
  const [, second] = await mailTo(address, 2);
  assert.equal((await problem(trader, 'POST', '/mail-confirmations', { token })).code, 'MAIL_LINK_INVALID');
  // A letter asked for a day ago carries a link that has ended.
  await choose(trader, address);
  await mailTo(address, 3);
  await inDatabase(
    sql`update mail.letter set created_at = created_at - interval '25 hours', state = 'queued', attempts = 0, ended_at = null, next_attempt_at = now()
        where id = (select id from mail.letter where kind = 'confirmation' order by created_at desc limit 1)`,
  );
  const mails = await mailTo(address, 4);
  assert.equal(
    (await problem(trader, 'POST', '/mail-confirmations', { token: tokenIn(mails[3]) })).code,
    'MAIL_LINK_EXPIRED',
  );
  const good = tokenIn(mails[2]);
  assert.notEqual(good, tokenIn(second));
  assert.equal((await trader.send<MailSettings>('POST', '/mail-confirmations', { token: good })).state, 'confirmed');
  assert.equal((await problem(trader, 'POST', '/mail-confirmations', { token: good })).code, 'MAIL_LINK_INVALID');
});

test('[M2][P11] a release is written about once, with number, tone, sentence and link, to nobody who may not see it', async () => {
  const address = 'releases@example.com';
  await confirmed(trader, address);
  await confirmed(stranger, 'stranger@example.com');
  const { id } = await fileShipment(trader, railImport('CLEAN-MAIL-1'));
  const { number } = await trader.get<ShipmentView>(`/shipments/${id}`);
  // The confirmation, and two containers.
  const mails = (await mailTo(address, 3)).slice(1);
  const timeline = (
    await trader.get<{ items: { type: string; text: { zh: string; en: string } }[] }>(`/shipments/${id}/timeline`)
  ).items.filter((entry) => entry.type === 'release.granted');
  for (const mail of mails) {
    assert.ok(mail.subject.includes(number), mail.subject);
    const entry = timeline.find((e) => mail.text.includes(e.text.zh));
    assert.ok(entry && mail.text.includes(entry.text.en));
    assert.ok(mail.text.includes(`http://localhost/shipments/${id}`) && mail.html.includes(`/shipments/${id}`));
    assert.deepEqual(mail.headers['list-unsubscribe-post'], ['List-Unsubscribe=One-Click']);
    assert.match(
      mail.headers['list-unsubscribe']?.[0] ?? '',
      /^<http:\/\/localhost\/api\/v1\/mail-unsubscriptions\?token=/,
    );
    assert.deepEqual(mail.headers['auto-submitted'], ['auto-generated']);
    assert.deepEqual([mail.headers.to?.length, mail.headers.bcc, mail.headers.cc], [1, undefined, undefined]);
  }
  assert.equal(new Set(mails.map((m) => m.headers['message-id']?.[0])).size, 2);
  assert.equal(to('stranger@example.com').length, 1, 'the confirmation only');
});

test('[M2] one click stops the letters; looking at the page does not; a foreign token does nothing', async () => {
  const address = 'stop@example.com';
  await confirmed(trader, address);
  await fileShipment(trader, railImport('CLEAN-MAIL-2'));
  const mail = (await mailTo(address, 2))[1];
  const link = /<http:\/\/localhost\/api\/v1(\/mail-unsubscriptions\?token=[^>]+)>/.exec(
    mail?.headers['list-unsubscribe']?.[0] ?? '',
  )?.[1];
  assert.ok(link);
  const at = `${application.url}/api/v1${link}`;
  const page = await fetch(at);
  assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
  assert.match(await page.text(), /<form method="post">/);
  assert.equal((await trader.get<MailSettings>('/mail-settings')).state, 'confirmed');
  const oneClick = {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  };
  assert.equal(
    (
      await fetch(
        at.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')),
        oneClick,
      )
    ).status,
    400,
  );
  assert.equal((await fetch(at, oneClick)).status, 200);
  assert.equal((await fetch(at, oneClick)).status, 200, 'twice does no harm');
  const after = await trader.get<MailSettings>('/mail-settings');
  assert.equal(after.state, 'disabled');
  assert.match(after.disabledBecause?.en ?? '', /Stopped by the link/);
});

test('[M2] gathered letters come as one, in order; what may no longer be seen at sending is left out, and nothing left is not sent', async () => {
  const address = 'daily@example.com';
  await confirmed(trader, address, { rhythm: 'daily' });
  const first = await fileShipment(trader, railImport('CLEAN-MAIL-3'));
  const second = await fileShipment(trader, railImport('CLEAN-MAIL-4'));
  const released = async (id: string) => (await trader.get<ShipmentView>(`/shipments/${id}`)).state === 'closed';
  await until(async () => (await released(first.id)) && (await released(second.id)), Boolean, 'both cases close');
  const gathered = async () => {
    const { rows } = await application.unitOfWork.read(portico, (context) =>
      sql<{
        n: number;
      }>`select coalesce(cardinality(positions), 0) as n from mail.letter where slot like 'day %'`.execute(context.db),
    );
    return Number(rows[0]?.n ?? 0);
  };
  await until(gathered, (n) => n >= 4, 'four releases are gathered');
  assert.equal(to(address).length, 1, 'nothing but the confirmation yet');
  // Until the morning the first case has become somebody else's.
  await inDatabase(
    sql`update shipment.shipment set owner_id = gen_random_uuid(), filer_id = gen_random_uuid() where id = ${first.id}`,
  );
  await letTimePass();
  const digest = (await mailTo(address, 2))[1];
  assert.match(digest?.subject ?? '', /2 条通知 \/ 2 notices/);
  assert.ok(digest?.text.includes(second.id) && !digest.text.includes(first.id));
});

test('[M2] 4xx is tried again; 5xx disables, and the inbox tells why', async () => {
  const address = 'full@example.com';
  await confirmed(trader, address);
  mailServer.answer(address, { code: 451, at: 'DATA' });
  await fileShipment(trader, railImport('CLEAN-MAIL-5'));
  const waiting = async () => {
    const { rows } = await application.unitOfWork.read(portico, (context) =>
      sql<{
        state: string;
        last_detail: string;
      }>`select state, last_detail from mail.letter where attempts = 1 and state = 'queued'`.execute(context.db),
    );
    return rows;
  };
  const [one] = await until(waiting, (rows) => rows.length >= 1, 'an attempt is noted');
  assert.equal(one?.last_detail, 'SMTP 451');
  mailServer.answer(address, undefined);
  await until(
    async () => {
      await letTimePass();
      return to(address).length;
    },
    (n) => n >= 3,
    'both letters arrive in the end',
  );
  mailServer.answer(address, { code: 550, at: 'RCPT' });
  await fileShipment(trader, railImport('CLEAN-MAIL-6'));
  const settings = await until(
    () => trader.get<MailSettings>('/mail-settings'),
    (s) => s.state === 'disabled',
    'the address is disabled',
  );
  assert.match(settings.disabledBecause?.en ?? '', /SMTP 550/);
  await until(
    async () => (await trader.get<{ items: InboxItem[] }>('/inbox')).items,
    (items) => items.some((item) => item.type === 'mail.disabled' && !item.read),
    'the inbox tells it',
  );
  assert.ok(
    !(await stranger.get<{ items: InboxItem[] }>('/inbox')).items.some((item) => item.type === 'mail.disabled'),
  );
  // What had been queued before is not handed over any more.
  const had = to(address).length;
  mailServer.answer(address, undefined);
  await letTimePass();
  const open = async () => {
    const { rows } = await application.unitOfWork.read(portico, (context) =>
      sql`select 1 from mail.letter where state in ('queued', 'sending')`.execute(context.db),
    );
    return rows.length;
  };
  await until(open, (n) => n === 0, 'nothing waits');
  assert.equal(to(address).length, had);
});

test('[M2] addresses with more in them, programs, and a sixth request within a day are refused', async () => {
  for (const address of [
    'a@example.com\r\nBcc: b@example.com',
    'a@example.com,b@example.com',
    'Chen <a@example.com>',
    'nobody',
  ])
    assert.equal(
      (await problem(stranger, 'PUT', '/mail-settings', { address, rhythm: 'daily', filters: null })).code,
      'MAIL_ADDRESS_INVALID',
    );
  const wrong = { address: 'a@example.com', rhythm: 'daily', filters: [{ containers: ['CQPU1000015'] }] };
  assert.equal((await problem(stranger, 'PUT', '/mail-settings', wrong)).code, 'FILTER_INVALID');
  const { secret } = await trader.send<{ secret: string }>('POST', '/api-keys', { name: 'mail' });
  const program = await fetch(`${application.url}/api/v1/mail-settings`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ address: 'a@example.com', rhythm: 'daily', filters: null }),
  });
  assert.equal(((await program.json()) as { code: string }).code, 'MAIL_PEOPLE_ONLY');
  const broker = await signIn(application, 'broker');
  for (let n = 0; n < 5; n++) await choose(broker, `again${n}@example.com`);
  assert.equal(
    (await problem(broker, 'PUT', '/mail-settings', { address: 'again5@example.com', rhythm: 'daily', filters: null }))
      .status,
    429,
  );
  await broker.send('DELETE', '/mail-settings', undefined, 204);
  assert.equal((await broker.get<MailSettings>('/mail-settings')).state, 'none');
  const again = { address: 'again6@example.com', rhythm: 'daily', filters: null };
  assert.equal((await problem(broker, 'PUT', '/mail-settings', again)).status, 429, 'not forgotten with the address');
});
