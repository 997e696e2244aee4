// An organisation registers itself, the port office decides, its first administrator signs in and files; whoever is not qualified on the
// day does not (P11; SC 22; 海关总署令第253号).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { QualificationView } from '../../src/hub/enterprise/contract.ts';
import type { ApplicationLook, ApplicationView } from '../../src/hub/registration/contract.ts';
import { exampleApplication } from '../../src/hub/registration/replies.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { type Client, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { callFromElsewhere, callWith, tryToSignIn } from '../support/identity.ts';
import { startMailServer } from '../support/mail-server.ts';

let application: TestApplication;
let operator: Client;
let trader: Client;
let broker: Client;
before(async () => {
  application = await startTestApplication();
  [operator, trader, broker] = await Promise.all([
    signIn(application, 'operator'),
    signIn(application, 'trader'),
    signIn(application, 'broker'),
  ]);
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const password = '嘉陵江边的火锅店只开到十点';
type Fault = { path: string; rule: string; proposal?: string };
const post = (path: string, body: object, cookie = '') => callFromElsewhere(application, cookie, path, body);
const decide = (id: string, body: object) =>
  operator.send<{ application: ApplicationView; link?: string; sentTo?: string }>(
    'POST',
    `/organisation-applications/${id}/decision`,
    body,
  );
const tokenIn = (link: string) => /#([\w-]{43})$/.exec(link)?.[1] ?? '';
const look = async (token: string) =>
  (await post('/organisation-application-looks', { token })).body as unknown as ApplicationLook;
const submit = async (client: Client, reference: string, change: object = {}) => {
  const { id, revision } = await client.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
  await client.send('PUT', `/shipments/${id}/form`, { form: { ...railImport(reference), ...change }, revision });
  return callWith(application, client.cookie, 'POST', `/shipments/${id}/submit`, {});
};
const qualificationsOf = async (client: Client) =>
  (await client.get<{ items: QualificationView[] }>('/qualifications?limit=100')).items;

test('[P11] an application names field, rule and remedy of what is wrong, and proposes the check digit', async () => {
  const wrong = await post('/organisation-applications', {
    ...exampleApplication,
    uscc: `${exampleApplication.uscc.slice(0, 17)}${exampleApplication.uscc.endsWith('A') ? 'B' : 'A'}`,
    contact: { ...exampleApplication.contact, email: 'a@b, c@d' },
    qualifications: [
      { kind: 'customs-trader', number: '50031', issuer: '海关', validFrom: '2026-05-01', validTo: '2026-04-01' },
      { kind: 'business-licence', number: '91500103MA5UTRA017', issuer: '市监局', validFrom: '2026-05-01' },
    ],
  });
  assert.deepEqual([wrong.status, wrong.code], [422, 'APPLICATION_HAS_ERRORS']);
  const faults = wrong.body.findings as Fault[];
  assert.deepEqual(
    faults.map((f) => f.path),
    ['uscc', 'qualifications[0].number', 'qualifications[0].validTo', 'qualifications[1].number', 'contact.email'],
  );
  assert.equal(faults[0]?.proposal, exampleApplication.uscc);
  const without = await post('/organisation-applications', { ...exampleApplication, kind: 'broker' });
  assert.deepEqual(
    (without.body.findings as Fault[]).map((f) => f.rule),
    ['filers-are-recorded-with-customs'],
  );
  assert.equal(
    (
      await post('/organisation-applications', {
        ...exampleApplication,
        uscc: '91500103MA5UTRA017',
        qualifications: exampleApplication.qualifications,
      })
    ).code,
    'ORGANISATION_REGISTERED',
  );
});

test('[P11] refused with a reason that the applicant reads; approved, the first administrator comes in and files', async () => {
  const first = await post('/organisation-applications', exampleApplication);
  assert.equal(first.status, 200, JSON.stringify(first.body));
  const { id, token } = first.body as { id: string; token: string };
  assert.equal(
    (await post('/organisation-application-looks', { token: 'x'.repeat(43) })).code,
    'APPLICATION_LINK_INVALID',
  );
  assert.equal((await look(token)).state, 'open');
  assert.equal((await post('/organisation-application-claims', { token })).code, 'APPLICATION_NOT_CLAIMABLE');
  const open = await operator.get<{ items: ApplicationView[] }>('/organisation-applications?state=open');
  assert.deepEqual(
    open.items.map((one) => one.id),
    [id],
  );
  assert.equal(
    (
      await callWith(application, operator.cookie, 'POST', `/organisation-applications/${id}/decision`, {
        approved: false,
      })
    ).code,
    'REASON_NEEDED',
  );
  await decide(id, { approved: false, reason: '海关编码与备案回执不符' });
  const refused = await look(token);
  assert.deepEqual([refused.state, refused.reason, refused.claimable], ['refused', '海关编码与备案回执不符', false]);
  assert.equal(
    (
      await callWith(application, operator.cookie, 'POST', `/organisation-applications/${id}/decision`, {
        approved: true,
      })
    ).code,
    'APPLICATION_DECIDED',
  );

  const again = (await post('/organisation-applications', exampleApplication)).body as { id: string; token: string };
  const rival = (await post('/organisation-applications', exampleApplication)).body as { id: string };
  const admitted = await decide(again.id, { approved: true });
  assert.equal(admitted.application.state, 'approved');
  assert.ok(admitted.link, 'without a mail server the port office hands the invitation over');
  assert.equal(
    (
      await callWith(application, operator.cookie, 'POST', `/organisation-applications/${rival.id}/decision`, {
        approved: true,
      })
    ).code,
    'ORGANISATION_REGISTERED',
  );
  assert.equal((await look(again.token)).claimable, true);
  const claimed = (await post('/organisation-application-claims', { token: again.token })).body as { link: string };
  const spent = await post('/invitation-acceptances', {
    token: tokenIn(admitted.link ?? ''),
    account: 'wuyanshi',
    password,
  });
  assert.equal(spent.code, 'LINK_INVALID', 'a later invitation ends the one before');
  const joined = await post('/invitation-acceptances', { token: tokenIn(claimed.link), account: 'wuyanshi', password });
  assert.equal(joined.status, 200, JSON.stringify(joined.body));
  assert.equal(
    (await post('/organisation-application-claims', { token: again.token })).code,
    'APPLICATION_NOT_CLAIMABLE',
  );

  const { cookie } = await tryToSignIn(application, { account: 'wuyanshi', password });
  const session = await callWith(application, cookie, 'GET', '/session');
  assert.deepEqual((session.body.roles as string[]).sort(), ['declarant', 'enterprise-manager']);
  const wu: Client = { ...trader, cookie, ...clientWith(cookie) };
  const own = { traderUscc: exampleApplication.uscc, traderCode: '5003160A09' };
  const filed = await submit(wu, 'SILENT-NEW', own);
  assert.equal(filed.status, 201, JSON.stringify(filed.body));
});

function clientWith(cookie: string): Pick<Client, 'get' | 'send'> {
  return {
    get: async <T>(path: string) => (await callWith(application, cookie, 'GET', path)).body as T,
    send: async <T>(method: string, path: string, body?: object) =>
      (await callWith(application, cookie, method, path, body as object)).body as T,
  };
}

test('[P11] a trader whose registration was ended or has run out does not file, nor his broker; renewed and checked, they do', async () => {
  await trader.send('POST', '/authorisations', {
    brokerUscc: '91500107MA5UBRK036',
    scope: ['declare'],
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
  });
  const [offer] = (await broker.get<{ items: { id: string }[] }>('/authorisations')).items;
  await broker.send('POST', `/authorisations/${offer?.id}/acceptance`);
  const held = (await qualificationsOf(trader)).find((q) => q.kind === 'customs-trader');
  assert.deepEqual([held?.state, held?.number], ['valid', '5003160A01']);
  const early = await submit(trader, 'SILENT-BEFORE');
  assert.equal(early.status, 201, JSON.stringify(early.body));
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await operator.send('POST', `/qualifications/${held?.id}/ending`, { endedOn: today, reason: '海关公告注销' });
  const refused = await submit(trader, 'SILENT-ENDED');
  assert.deepEqual([refused.status, refused.code], [403, 'QUALIFICATION_MISSING']);
  const [fault] = refused.body.findings as Fault[];
  assert.deepEqual([fault?.path, fault?.rule], ['traderUscc', 'trader-is-recorded-with-customs']);
  assert.match(JSON.stringify(refused.body), /已被注销或撤销.*资质/);
  const byBroker = await submit(broker, 'SILENT-BROKER');
  assert.equal(byBroker.code, 'QUALIFICATION_MISSING');
  assert.match(JSON.stringify(byBroker.body), /请货主在/);

  const renewal = { kind: 'customs-trader', number: '5003160A01', issuer: '重庆海关', validFrom: today };
  const declared = await trader.send<QualificationView>('POST', '/qualifications', renewal);
  assert.equal(declared.state, 'pending');
  assert.match(JSON.stringify((await submit(trader, 'SILENT-WAIT')).body), /尚未核对/);
  const waiting = await operator.get<{ items: QualificationView[] }>('/qualifications?state=pending');
  assert.deepEqual(
    waiting.items.map((q) => q.id),
    [declared.id],
  );
  const confirmed = await operator.send<QualificationView>('POST', `/qualifications/${declared.id}/decision`, {
    accepted: true,
  });
  assert.equal(confirmed.state, 'valid');
  assert.equal((await submit(trader, 'SILENT-AGAIN')).status, 201);
  assert.equal((await submit(broker, 'SILENT-BROKER2')).status, 201);

  const own = (await qualificationsOf(broker)).find((q) => q.kind === 'customs-broker');
  await operator.send('POST', `/qualifications/${own?.id}/ending`, { endedOn: today, reason: '撤销' });
  const without = await submit(broker, 'SILENT-BROKER3');
  assert.deepEqual(
    (without.body.findings as Fault[]).map((f) => f.path),
    ['agentUscc'],
  );
});

test('[P11] qualifications are an organisation’s own, and are refused with a reason', async () => {
  const other = await signIn(application, 'trader2');
  const mine = new Set((await qualificationsOf(trader)).map((q) => q.id));
  assert.ok((await qualificationsOf(other)).every((q) => !mine.has(q.id)));
  const declared = await other.send<QualificationView>('POST', '/qualifications', {
    kind: 'bonded-site',
    number: 'B-1',
    issuer: '重庆海关',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
  });
  const refused = await operator.send<QualificationView>('POST', `/qualifications/${declared.id}/decision`, {
    accepted: false,
    reason: '查无此证',
  });
  assert.deepEqual([refused.state, refused.reason], ['refused', '查无此证']);
  const again = await callWith(application, operator.cookie, 'POST', `/qualifications/${declared.id}/decision`, {
    accepted: true,
  });
  assert.equal(again.code, 'QUALIFICATION_STATE_UNFIT');
  const unfit = await callWith(application, other.cookie, 'POST', '/qualifications', {
    kind: 'customs-trader',
    number: '12',
    issuer: 'x',
    validFrom: '2026-01-01',
  });
  assert.equal(unfit.code, 'QUALIFICATION_UNFIT');
  for (const validFrom of ['0000-01-01', '2026-02-30', '9999-12-31'])
    assert.equal(
      (
        await callWith(application, other.cookie, 'POST', '/qualifications', {
          kind: 'carrier',
          number: '1',
          issuer: 'x',
          validFrom,
        })
      ).code,
      'REQUEST_INVALID',
      validFrom,
    );
});

test('[P11] two months before its last day a qualification is warned of, once', async () => {
  const near = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await application.unitOfWork.run(portico, async ({ db }) => {
    await sql`update enterprise.qualification set valid_to = ${near}
      where kind = 'supervised-site' and organisation_id = (select organisation_id from enterprise.person where account = 'railway')`.execute(
      db,
    );
  });
  const warnings = () =>
    application.unitOfWork.read(portico, async ({ db }) => {
      const { rows } = await sql<{
        n: string;
      }>`select count(*) as n from runtime.event where type = 'qualification.expiring'`.execute(db);
      return Number(rows[0]?.n);
    });
  application.wake();
  await until(warnings, (n) => n === 1, 'a warning');
  const shown = (await operator.get<{ items: QualificationView[] }>('/qualifications?limit=200')).items;
  assert.deepEqual(
    shown.filter((q) => q.endsSoon).map((q) => [q.kind, q.validTo]),
    [['supervised-site', near]],
  );
});

test('[P11] with a mail server the invitation goes to the administrator, and a refusal to the contact', async () => {
  const mail = await startMailServer();
  const place = await startTestApplication({ mail: { smtpUrl: mail.url, from: 'window@example.com' } });
  try {
    const apply = async (change: object) =>
      (await callFromElsewhere(place, '', '/organisation-applications', { ...exampleApplication, ...change })).body as {
        id: string;
      };
    const [good, bad] = [await apply({}), await apply({ name: '不合格单位' })];
    const office = await signIn(place, 'operator');
    const said = async (id: string, body: object) =>
      office.send<{ sentTo?: string; link?: string }>('POST', `/organisation-applications/${id}/decision`, body);
    const admitted = await said(good.id, { approved: true });
    assert.deepEqual([admitted.sentTo, admitted.link], ['wu@example.com', undefined]);
    assert.equal((await said(bad.id, { approved: false, reason: '重复申请' })).sentTo, 'office@example.com');
    const letters = await until(
      async () => [...mail.mailed],
      (all) => all.length >= 2,
      'two letters',
    );
    assert.match(letters.find((one) => one.to === 'wu@example.com')?.text ?? '', /\/invitation#[\w-]{43}/);
    assert.match(letters.find((one) => one.to === 'office@example.com')?.text ?? '', /重复申请/);
  } finally {
    await place.stop();
    await mail.stop();
  }
});
