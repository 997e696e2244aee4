// An enterprise applies for the foreign exchange directory (N7 货物贸易外汇收支企业名录登记; SC 22): a document of no case, over the lane of its channel,
// answered, shown with what comes next.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApplicationView, BlankForm } from '../../src/hub/directory/contract.ts';
import type { DeliveryView, InboundView } from '../../src/hub/exchange/contract.ts';
import type { InboxItem } from '../../src/hub/inbox/contract.ts';
import type { StandingView } from '../../src/hub/payment/contract.ts';
import { applicationWith, type Client, until } from '../support/application.ts';
import {
  applicationsOf,
  decidedApplication,
  returnedApplication,
  rightApplication,
  untilApplication,
} from '../support/directory.ts';
import { partnerOf } from '../support/money.ts';

const { application, trader, trader2, broker, operator, customs } = await applicationWith([
  'trader',
  'trader2',
  'broker',
  'operator',
  'customs',
]);
const PATH = '/directory-applications';
type Problem = { code: string; findings?: { path: string; rule: string; message: { zh: string; en: string } }[] };
const apply = (client: Client, body: object) => client.send<ApplicationView>('POST', PATH, body);
const refused = (client: Client, path: string, body: object, status: number) =>
  client.send<Problem>('POST', path, body, status);
const deliveries = async () =>
  (await operator.get<{ items: DeliveryView[] }>('/exchange/deliveries?channel=forex&limit=100')).items.filter(
    (one) => one.documentKind === 'forex.directory-application',
  );
const documentOf = async (id: string) =>
  JSON.parse(await (await operator.raw('GET', `/documents/${id}/content`)).text()).directoryApplication;
/** As the administration would say it. */
async function say(said: Readonly<Record<string, string>>, messageId: string, more: object = {}) {
  const post = await partnerOf(application, 'forex');
  const about = { number: 'SL-TEST', text: '答复', textEn: 'An answer', ...said };
  const forexMessage = { messageId, at: '2026-11-20T02:00:00Z', application: about, ...more };
  return (await post(JSON.stringify({ forexMessage }))).messageId;
}
const becomes = (id: string, state: InboundView['state']) =>
  until(
    async () =>
      (await operator.get<{ items: InboundView[] }>('/exchange/messages?channel=forex&limit=100')).items.find(
        (m) => m.id === id,
      ),
    (m) => m?.state === state,
    `the message is ${state}`,
  );

test('[N7][P11] the form is filled with what is registered; what is wrong is named by box; sent, accepted, approved with class and day', async () => {
  const blank = await trader.get<BlankForm>('/directory-form');
  assert.deepEqual(
    [blank.kind, blank.listed, blank.form.uscc, blank.form.customsCode, blank.form.contactName],
    ['register', undefined, '91500103MA5UTRA017', '5003160A01', '陈演示'],
  );
  const wrong = await refused(trader, PATH, { kind: 'register', form: { ...blank.form, postcode: '4' } }, 422);
  assert.equal(wrong.code, 'DIRECTORY_FORM_HAS_ERRORS');
  assert.ok(wrong.findings?.some((f) => f.path === 'postcode' && f.message.zh !== '' && f.message.en !== ''));
  assert.deepEqual(await applicationsOf(trader), [], 'nothing was sent');

  const body = await rightApplication(trader);
  const filed = await apply(trader, body);
  assert.match(filed.number, /^ML\d{13}$/);
  assert.deepEqual([filed.kind, filed.state, filed.version, filed.can], ['register', 'sent', 1, []]);
  const approved = await untilApplication(trader, filed.id, 'approved');
  assert.deepEqual(
    approved.answers.map((a) => a.outcome),
    ['accepted', 'approved'],
  );
  const { entry } = approved.answers.at(-1) ?? {};
  assert.deepEqual([entry?.grade, entry?.state], ['A', 'registered']);
  assert.match(entry?.from ?? '', /^\d{4}-\d\d-\d\d$/);
  assert.equal(approved.delivery?.state, 'delivered');
  assert.match(approved.whatNext.en, /Listed: banks pay/);
  assert.ok(approved.simulated && approved.answers.every((a) => a.simulated));

  const [delivery] = await deliveries();
  assert.equal(delivery?.shipmentId, undefined, 'a document of no case');
  const sent = await documentOf(delivery?.documentId ?? '');
  assert.deepEqual(
    [sent.clientNumber, sent.kind, sent.version, sent.uscc, sent.contact.phone],
    [`${filed.number}-1`, 'register', '1', '91500103MA5UTRA017', '023-60000000'],
  );
  const { items } = await trader.get<{ items: StandingView[] }>('/financial-standing');
  assert.equal(items.find((s) => s.kind === 'forex-directory')?.number, entry?.number);
});

test('[N7][P1] the enterprise is told in its inbox, and every step is in its ledger', async () => {
  const inbox = await until(
    () => trader.get<{ items: InboxItem[] }>('/inbox'),
    (page) => page.items.filter((one) => one.type === 'directory.changed').length >= 2,
    'the inbox has both answers',
  );
  const texts = inbox.items.filter((one) => one.type === 'directory.changed').map((one) => one.text);
  assert.ok(
    texts.some(({ zh, en }) => zh.includes('已办结（A 类）') && en.includes('approved (class A)')),
    JSON.stringify(texts),
  );
  const others = await trader2.get<{ items: InboxItem[] }>('/inbox');
  assert.ok(!others.items.some((one) => one.type.startsWith('directory.')));
});

test('[N7] what is sent back names the box; corrected it goes again under a number of its own, and both versions are kept', async () => {
  const returned = await returnedApplication(broker);
  assert.deepEqual([returned.answers[0]?.field, returned.can], ['contactPhone', ['correct']]);
  assert.match(returned.whatNext.zh, /补正后重新提交/);
  const path = `${PATH}/${returned.id}/corrections`;
  assert.equal(
    (await refused(broker, path, { form: { ...returned.form, contactPhone: 'x' } }, 422)).code,
    'DIRECTORY_FORM_HAS_ERRORS',
  );
  assert.equal((await refused(trader2, path, { form: returned.form }, 404)).code, 'DIRECTORY_APPLICATION_UNKNOWN');
  const again = await broker.send<ApplicationView>('POST', path, {
    form: { ...returned.form, contactPhone: '023-61111111' },
  });
  assert.deepEqual([again.state, again.version], ['sent', 2]);
  const approved = await untilApplication(broker, returned.id, 'approved');
  assert.deepEqual(
    approved.answers.map((a) => [a.version, a.outcome]),
    [
      [1, 'returned'],
      [2, 'accepted'],
      [2, 'approved'],
    ],
  );
  const numbers = await Promise.all(
    (await deliveries()).map(async (d) => (await documentOf(d.documentId)).clientNumber),
  );
  assert.deepEqual(numbers.filter((n) => n.startsWith(returned.number)).sort(), [
    `${returned.number}-1`,
    `${returned.number}-2`,
  ]);
  assert.equal((await refused(broker, path, { form: returned.form }, 409)).code, 'DIRECTORY_APPLICATION_NOT_RETURNED');
});

test('[N7] refused with the reason; class B with what it asks; a change and a cancellation of what is listed', async () => {
  const first = await apply(trader2, await rightApplication(trader2, { reference: 'LISTNO-1' }));
  const no = await untilApplication(trader2, first.id, 'refused');
  assert.match(no.answers.at(-1)?.text.en ?? '', /market register/);
  assert.match(no.whatNext.en, /apply anew/);
  const listed = await decidedApplication(trader2, { reference: 'LISTB-2' });
  assert.equal(listed.answers.at(-1)?.entry?.grade, 'B');
  assert.match(listed.whatNext.zh, /B 类/);
  const twice = await refused(trader2, PATH, { kind: 'register', form: listed.form }, 422);
  assert.ok(twice.findings?.some((f) => f.rule === 'registered-once'));

  const change = await trader2.get<BlankForm>('/directory-form');
  assert.deepEqual([change.kind, change.listed?.state, change.listed?.grade], ['change', 'registered', 'B']);
  const same = await refused(trader2, PATH, { kind: 'change', form: { ...change.form, changes: '地址' } }, 422);
  assert.ok(same.findings?.some((f) => f.rule === 'a-change-changes-something'));
  await decidedApplication(trader2);
  const cancel = await trader2.get<BlankForm>('/directory-form?kind=cancel');
  const ended = await apply(trader2, { kind: 'cancel', form: { ...cancel.form, reason: '不再经营' } });
  const done = await untilApplication(trader2, ended.id, 'approved');
  assert.equal(done.answers.at(-1)?.entry?.state, 'ended');
  assert.match(done.whatNext.zh, /已从名录注销/);
  assert.equal((await trader2.get<BlankForm>('/directory-form')).kind, 'register');
});

test('[N7][P3] a channel that is paused keeps it; one at a time; the same key applies once; nothing is sent twice', async () => {
  await operator.send('POST', '/exchange/channels/forex/pause');
  const before = (await deliveries()).length;
  const body = await rightApplication(trader2);
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'directory-once' };
  const post = async () =>
    (await trader2.raw('POST', PATH, JSON.stringify(body), headers)).json() as Promise<ApplicationView>;
  const [one, two] = [await post(), await post()];
  assert.equal(one.id, two.id);
  assert.equal((await refused(trader2, PATH, body, 409)).code, 'DIRECTORY_APPLICATION_OPEN');
  const waiting = await until(
    async () => (await applicationsOf(trader2)).find((a) => a.id === one.id),
    (a) => a?.delivery?.state === 'queued',
    'it is written and waits',
  );
  assert.match(waiting?.whatNext.en ?? '', /On its way/);
  await operator.send('POST', '/exchange/channels/forex/resume');
  await untilApplication(trader2, one.id, 'approved');
  assert.equal((await deliveries()).length, before + 1);
});

for (const script of ['DUPLICATE', 'DISORDER', 'DOWN', 'GARBAGE'])
  test(`[N7][P3] the administration plays ${script}: the application ends the same`, async () => {
    const done = await decidedApplication(broker, { reference: `${script}-1` });
    const again = await until(
      async () => (await applicationsOf(broker)).find((a) => a.id === done.id),
      (a) => a?.answers.length === 2,
      'both answers are there',
    );
    assert.deepEqual(
      [again?.state, again?.answers.map((a) => a.outcome).sort()],
      ['approved', ['accepted', 'approved']],
    );
  });

test('[N7][P3] an answer about a number that was never given is set aside; a case’s answer finds no application, and none finds a case', async () => {
  await becomes(await say({ clientNumber: 'ML0000000000000-1', result: 'accepted' }, 'FX-UNKNOWN'), 'quarantined');
  const [known] = await applicationsOf(trader);
  const clientNumber = `${known?.number}-1`;
  const verification = { clientNumber, number: 'W1', result: 'verified', text: '相符', textEn: 'Verified' };
  const post = await partnerOf(application, 'forex');
  const wrong = await post(
    JSON.stringify({ forexMessage: { messageId: 'FX-WRONG', at: '2026-11-20T02:00:00Z', verification } }),
  );
  await becomes(wrong.messageId, 'quarantined');
  // Late, and of no consequence: the decision stands.
  await becomes(await say({ clientNumber, result: 'returned' }, 'FX-LATE'), 'interpreted');
  const after = await until(
    async () => (await applicationsOf(trader)).find((a) => a.id === known?.id),
    (a) => a?.answers.length === 3,
    'the late answer is kept',
  );
  assert.equal(after?.state, 'approved');
});

test('[N7][P11] nobody but the enterprise’s manager sees or makes an application', async () => {
  const own = new Set((await applicationsOf(trader)).map((a) => a.id));
  assert.ok((await applicationsOf(trader2)).every((a) => !own.has(a.id)));
  for (const client of [customs, operator]) assert.equal((await client.raw('GET', PATH)).status, 403);
  const { items } = await trader.get<{ items: { id: string }[] }>(`${PATH}?limit=1`);
  assert.equal(items.length, 1);
});
