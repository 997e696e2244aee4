// Licences and quotas of commerce with what is left of them: issued, filed against, cleared, given back, exceeded, corrected (N8).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { LicenceView } from '../../src/hub/licence/contract.ts';
import type { CheckResult, Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { partnerDay } from '../../src/kernel/instant.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, type Client, fileShipment, until } from '../support/application.ts';
import { callFromElsewhere, callWith, tryToSignIn } from '../support/identity.ts';
import { issueLicence, licence, motorcycles } from '../support/licences.ts';
import { exampleApplication } from '../../src/hub/registration/replies.ts';

const { application, trader, trader2, broker, operator } = await applicationWith([
  'trader',
  'trader2',
  'broker',
  'operator',
] as const);

const licences = async (client: Client = trader) => (await client.get<{ items: LicenceView[] }>('/licences')).items;
const untilLicence = (number: string, test: (one: LicenceView) => boolean, what: string): Promise<LicenceView> =>
  until(
    async () => (await licences()).find((one) => one.number === number) as LicenceView,
    (one) => one !== undefined && test(one),
    what,
    60_000,
  );
async function checked(client: Client, form: Form) {
  const start = { from: 'empty', direction: 'export', transportMode: '2' };
  const { id } = await client.send<ShipmentView>('POST', '/shipments', start);
  const { findings } = await client.send<CheckResult>('POST', `/shipments/${id}/check`, { step: 'declare', form });
  return findings.filter((one) => one.rule.startsWith('licence-') && one.rule !== 'licence-needed-by-tariff');
}

test('[N8][P10] a licence of three uses: one filing written off, one withdrawn, a third asks for more than is left', async () => {
  const number = '26-AB-700001';
  await fileShipment(trader, motorcycles('ISSUE-L-1', [licence(number)]));
  const first = await untilLicence(number, (one) => one.writtenOff.uses === '1', 'the first is written off');
  assert.deepEqual(
    [first.kind, first.goods, first.granted, first.simulated],
    ['export-licence', ['8711201000'], { quantity: '25', uses: '3' }, true],
  );
  assert.deepEqual([first.left, first.writtenOff.quantity], [{ quantity: '15', uses: '2' }, '10']);

  const second = await fileShipment(trader, motorcycles('SILENT-L-2', [licence(number)]));
  assert.deepEqual(
    second.submitted.findings.filter((one) => one.rule === 'licence-balance'),
    [],
  );
  const reserved = await untilLicence(number, (one) => one.reserved.quantity === '10', 'the second is reserved');
  assert.deepEqual(reserved.left, { quantity: '5', uses: '1' });
  await trader.send('POST', `/shipments/${second.id}/withdrawal`, { reason: '改期出口' });
  await untilLicence(number, (one) => one.left.quantity === '15' && one.reserved.uses === '0', 'it is given back');

  const third = await fileShipment(trader, motorcycles('USEDUP-L-3', [licence(number)], 20));
  const [told] = third.submitted.findings.filter((one) => one.rule === 'licence-balance');
  assert.deepEqual([told?.path, told?.value, told?.severity], ['licences[0].licenceCertificate', '20', 'warning']);
  assert.match(told?.message.en ?? '', /has 15 of quantity \(unit 003\) left; this filing asks for 20/);
  const answered = await until(
    () => trader.get<ShipmentView>(`/shipments/${third.id}`),
    (s) => s.answers.some((a) => a.channel === 'commerce' && a.outcome === 'rejected'),
    'commerce decides',
  );
  assert.equal(answered.answers.find((a) => a.channel === 'commerce')?.path, 'licences[0].licenceCertificate');
  const { items } = await trader.get<{ items: { type: string }[] }>(`/shipments/${third.id}/timeline`);
  assert.ok(items.some((one) => one.type === 'licence.exceeded'));
  const corrected = await untilLicence(number, (one) => one.correction !== undefined, 'commerce corrects');
  assert.deepEqual(
    [corrected.correction?.ours, corrected.correction?.theirs],
    [
      { quantity: '15', uses: '2' },
      { quantity: '10', uses: '3' },
    ],
  );
  assert.deepEqual([corrected.left.quantity, corrected.over.quantity], ['10', '20']);
});

test('[N8] holder, validity, goods and unit are held against the form; what is another’s is said, and no more', async () => {
  await issueLicence(application, '26-AB-700002', { validTo: '2020-12-31' });
  await issueLicence(application, '26-AB-700003', { goods: ['0202'] });
  await issueLicence(application, '26-AB-700004', { unit: '001' });
  await issueLicence(application, '26-AB-700005', { state: 'revoked' });
  await untilLicence('26-AB-700005', () => true, 'the licences are known');
  const rulesOf = async (number: string, client = trader) =>
    (await checked(client, motorcycles('DRAFT-L', [licence(number)]))).map((one) => one.rule);
  assert.deepEqual(await rulesOf('26-AB-700002'), ['licence-in-force']);
  assert.deepEqual(await rulesOf('26-AB-700003'), ['licence-for-the-goods']);
  assert.deepEqual(await rulesOf('26-AB-700004'), ['licence-unit']);
  assert.deepEqual(await rulesOf('26-AB-700005'), ['licence-in-force']);
  assert.deepEqual(await rulesOf('26-AB-799999'), [], 'what is not known here is commerce’s to say');
  const stranger = { ...motorcycles('DRAFT-L', [licence('26-AB-700002')]), traderUscc: '91500112MA5UTRB021' };
  const found = await checked(trader2, stranger);
  assert.deepEqual(
    found.map((one) => one.rule),
    ['licence-of-the-trader'],
  );
  assert.doesNotMatch(JSON.stringify(found), /2020-12-31/);
  assert.deepEqual(await licences(trader2), []);
  assert.deepEqual(await licences(broker), []);
});

test('[N8][M5] a closed case that is changed with customs’ consent is written off by what it says now', async () => {
  const number = '26-AB-700009';
  const filed = (quantity: number) => motorcycles('ISSUE-L-9', [licence(number)], quantity);
  const { id } = await fileShipment(trader, filed(10));
  await untilLicence(number, (one) => one.writtenOff.quantity === '10', 'it is written off');
  const open = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`);
  const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...open.form, goods: filed(8).goods },
    revision: open.revision,
  });
  await trader.send('POST', `/shipments/${id}/submit`, { revision, reason: '实际出口八辆' });
  const after = await untilLicence(number, (one) => one.writtenOff.quantity === '8', 'it is written off anew');
  assert.deepEqual([after.reserved.quantity, after.writtenOff.uses], ['0', '1']);
  assert.equal((await trader.get<ShipmentView>(`/shipments/${id}`)).state, 'closed');
});

test('[N8] a quota is that of its year; an amount that commerce takes back is gone from what is left', async () => {
  const year = Number(partnerDay(new Date().toISOString()).slice(0, 4));
  const quota = (of: number) => ({
    kind: 'quota-certificate' as const,
    year: of,
    granted: { quantity: '30', value: '20000', uses: '9' },
    currency: 'USD',
  });
  await issueLicence(application, '26-PE-000001', quota(year));
  await issueLicence(application, '26-PE-000002', quota(year - 1));
  await fileShipment(trader, motorcycles('SILENT-Q-1', [licence('26-PE-000001'), licence('26-PE-000002')]));
  const one = await untilLicence('26-PE-000001', (it) => it.reserved.quantity === '10', 'it is reserved');
  assert.deepEqual([one.year, one.left], [year, { quantity: '20', value: '15140', uses: '8' }]);
  const before = (await licences()).find((it) => it.number === '26-PE-000002');
  assert.equal(before?.left.quantity, '30', 'what is filed this year is not of the last');
  await issueLicence(application, '26-PE-000001', { ...quota(year), state: 'amended', left: { quantity: '12' } });
  const after = await untilLicence('26-PE-000001', (it) => it.state === 'amended', 'it is amended');
  assert.equal(after.left.quantity, '2');
});

test('[N8][P11] what commerce says before the holder is registered here is kept, and is there when it comes in', async () => {
  const holderUscc = exampleApplication.uscc;
  const kept = () =>
    application.unitOfWork.run(portico, async ({ db }) => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::integer as n from licence.kept_notice where holder_uscc = ${holderUscc}`.execute(db);
      return rows[0]?.n;
    });
  await issueLicence(application, '26-AB-710001', { holderUscc });
  await issueLicence(application, '26-AB-710002', { holderUscc });
  await issueLicence(application, '26-AB-710001', {
    holderUscc,
    state: 'amended',
    granted: { quantity: '40', uses: '5' },
    left: { quantity: '40' },
  });
  await until(kept, (n) => n === 3, 'all three are kept');

  const post = (path: string, body: object) => callFromElsewhere(application, '', path, body);
  const { id, token } = (await post('/organisation-applications', exampleApplication)).body as Record<string, string>;
  await operator.send('POST', `/organisation-applications/${id}/decision`, { approved: true });
  const { link } = (await post('/organisation-application-claims', { token })).body as { link: string };
  const person = { account: 'wu-licences', password: '嘉陵江边的火锅店只开到十点' };
  await post('/invitation-acceptances', { token: /#([\w-]{43})$/.exec(link)?.[1] ?? '', ...person });
  const { cookie } = await tryToSignIn(application, person);
  const own = async () =>
    (await callWith(application, cookie, 'GET', '/licences')).body as unknown as { items: LicenceView[] };
  const { items } = await until(
    own,
    (page) => page.items.length === 2 && page.items.some((one) => one.state === 'amended'),
    'both licences are there',
  );
  const amended = items.find((one) => one.number === '26-AB-710001');
  assert.deepEqual([amended?.state, amended?.granted], ['amended', { quantity: '40', uses: '5' }], 'as last said');
  assert.equal(await kept(), 0);
  // What is said from now on goes its usual way.
  await issueLicence(application, '26-AB-710003', { holderUscc });
  await until(own, (page) => page.items.length === 3, 'a later one');
});
