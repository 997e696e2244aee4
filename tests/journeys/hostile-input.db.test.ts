// Bytes and texts from outside that are wrong get a clear problem, never a fault (trust boundary; P12).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, signIn, startTestApplication, type TestApplication } from '../support/application.ts';

let application: TestApplication;
let trader: Client;
before(async () => {
  application = await startTestApplication();
  trader = await signIn(application, 'trader');
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

test('[P12] wrong input is a problem with code, both languages and a remedy', async () => {
  const draft = await trader.send<{ id: string; revision: number }>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
  const wrong: [string, string, string | undefined, number][] = [
    ['POST', '/shipments/import', '<broken', 422],
    ['POST', '/shipments/import', '<!DOCTYPE a [<!ENTITY b "c">]><DecMessage/>', 422],
    ['GET', `/shipments/${'-'.repeat(36)}`, undefined, 400],
    ['GET', '/shipments?query=%00', undefined, 400],
    ['GET', '/shipments?limit=1000', undefined, 400],
    ['GET', '/shipments/01a1fb94-670d-7000-8bbf-13d8654f90c2', undefined, 404],
    ['GET', '/nothing', undefined, 404],
    ['GET', '/exchange/channels', undefined, 403],
    ['POST', '/shipments', '{"from":"empty"}', 400],
  ];
  for (const [method, at, body, status] of wrong) {
    const answer = await trader.raw(
      method,
      at,
      body,
      body ? { 'content-type': body.startsWith('<') ? 'application/xml' : 'application/json' } : {},
    );
    const problem = (await answer.json()) as { code: string; text: { zh: string; en: string }; remedy: { zh: string } };
    assert.equal(answer.status, status, `${method} ${at}: ${JSON.stringify(problem)}`);
    assert.ok(problem.code && problem.text.zh && problem.text.en && problem.remedy.zh, at);
  }
  await trader.send('PUT', `/shipments/${draft.id}/form`, {
    form: { ...{ direction: 'import', transportMode: '3' }, remarks: 'a\u0000b\ud800c' },
    revision: draft.revision,
  });
});

test('[P11] nobody gets in without a session, and an unknown account answers like a wrong password', async () => {
  assert.equal((await fetch(`${application.url}/api/v1/shipments`)).status, 401);
  const tries = await Promise.all(
    ['trader', 'nobody-here'].map((account) =>
      fetch(`${application.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account, password: 'wrong' }),
      }),
    ),
  );
  const answers = await Promise.all(
    tries.map(async (t) => ({ status: t.status, code: ((await t.json()) as { code: string }).code })),
  );
  assert.deepEqual(answers[0], answers[1]);
  const foreign = await fetch(`${application.url}/api/v1/shipments`, {
    method: 'POST',
    headers: { cookie: trader.cookie, 'content-type': 'application/json', origin: 'https://evil.example' },
    body: JSON.stringify({ from: 'empty', direction: 'import', transportMode: '3' }),
  });
  assert.equal(foreign.status, 403);
});

test('[P11] another trader sees nothing of a shipment, an unauthorised broker cannot file for its owner', async () => {
  const draft = await trader.send<{ id: string }>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
  for (const account of ['trader2', 'broker', 'customs']) {
    const other = await signIn(application, account);
    for (const at of [
      `/shipments/${draft.id}`,
      `/shipments/${draft.id}/timeline`,
      `/shipments/${draft.id}/disposition`,
      `/shipments/${draft.id}/releases`,
    ]) {
      assert.equal((await other.raw('GET', at)).status, 404, `${account} ${at}`);
    }
  }
  const broker = await signIn(application, 'broker');
  const uscc = '91500107MA5UBRK036';
  const offered = await trader.send<{ id: string }>('POST', '/authorisations', {
    brokerUscc: uscc,
    scope: 'declare',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
  });
  assert.equal((await broker.raw('GET', `/shipments/${draft.id}`)).status, 404, 'an offer alone opens nothing');
  await broker.send('POST', `/authorisations/${offered.id}/acceptance`);
  assert.equal((await broker.raw('GET', `/shipments/${draft.id}`)).status, 200);
  await trader.send('POST', `/authorisations/${offered.id}/revocation`);
  assert.equal((await broker.raw('GET', `/shipments/${draft.id}`)).status, 404, 'revoked at once');
});
