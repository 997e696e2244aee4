// Idempotency keys over the list of creating routes: one effect, one reply, whoever repeats it, however often at once (P12, P3).
import { retention } from '../ledger/audit-acts.ts';
import { certification, settings } from '../ledger/partner-acts.ts';
import { drawRule } from '../ledger/draw-acts.ts';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import { hubModules } from '../../src/hub/modules.ts';
import { returnedApplication, rightApplication } from '../support/directory.ts';
import { letDie } from '../support/dead-letter.ts';
import { bargeContent, bookingContent, draftByWater } from '../support/bookings.ts';
import { reportAsked, testAsked } from '../support/file-test-result.ts';
import { batchOf, batchType } from '../support/message-batch.ts';
import { enrolmentOf, makeDeviceKey, makePartner, pemOf } from '../support/signing.ts';
import { type Account, createWorld, type World } from '../support/world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(async () => {
  await world.application.stop();
  assert.deepEqual(world.application.faults, []);
});

type Request = {
  readonly path: string;
  readonly body?: object;
  readonly bytes?: Buffer;
  readonly type?: string;
  readonly by?: Account;
};
const decMessage = '<DecMessage><DecHead><IEFlag>I</IEFlag><TrafMode>3</TrafMode></DecHead></DecMessage>';
const result = { outcome: 'normal', handlingCode: '11', findings: '相符' };

/** How each creating route is called so that it really creates. */
const creating: Readonly<Record<string, () => Promise<Request> | Request>> = {
  'POST /authorisations': () => ({
    path: '/authorisations',
    body: { brokerUscc: '91500107MA5UBRK036', scope: 'declare', validFrom: '2026-02-01', validTo: '2026-03-01' },
  }),
  'POST /invitations': () => ({
    path: '/invitations',
    body: { email: 'zhao@example.com', name: '赵演示', roles: ['declarant'] },
  }),
  'POST /audit-exports': () => ({
    path: '/audit-exports',
    by: 'auditor',
    body: { from: '2026-01-01T00:00:00.000Z', to: '2026-01-02T00:00:00.000Z', reason: '月度审计' },
  }),
  'POST /release-reports': () => ({
    path: '/release-reports',
    by: 'railway',
    body: { token: world.tokens[1], movement: 'gate-in', reportNumber: 'KEY-1' },
  }),
  'POST /release-key-changes': () => ({ path: '/release-key-changes', by: 'security', body: { reason: '年度更换' } }),
  'POST /retention-changes': () => ({ path: '/retention-changes', by: 'security', body: retention }),
  'POST /api-keys': () => ({ path: '/api-keys', body: { name: 'again' } }),
  'POST /signing-keys': async () => ({
    path: '/signing-keys',
    body: await enrolmentOf(world.clients.trader, makeDeviceKey()),
  }),
  'POST /seals': () => ({ path: '/seals', body: { algorithm: 'ES256' } }),
  'POST /trust-anchors': async () => ({
    path: '/trust-anchors',
    by: 'security',
    body: {
      channel: 'customs',
      certificate: pemOf((await makePartner()).anchor.der),
      validFrom: '2026-01-01',
      validTo: '2027-01-01',
    },
  }),
  'POST /api-keys/:id/rotation': () => ({
    path: `/api-keys/${world.ids.apiKey}/rotation`,
    body: { overlapHours: 720 },
  }),
  'POST /shipments': () => ({ path: '/shipments', body: { from: 'empty', direction: 'export', transportMode: '2' } }),
  'POST /shipments/import': () => ({ path: '/shipments/import', bytes: Buffer.from(decMessage) }),
  'POST /shipment-sheets': () => ({
    path: '/shipment-sheets',
    bytes: Buffer.from('direction,hsCode\nimport,8473309000\n'),
  }),
  'POST /shipments/:id/submit': async () => ({
    path: `/shipments/${await world.fileable('SILENT-TWICE')}/submit`,
    body: {},
  }),
  'POST /shipments/:id/amendment': () => ({ path: `/shipments/${world.ids.silent}/amendment` }),
  'POST /shipments/:id/withdrawal': () => ({
    path: `/shipments/${world.ids.silent}/withdrawal`,
    body: { reason: '合同取消' },
  }),
  'POST /shipments/:id/look-marks': () => ({
    path: `/shipments/${world.ids.released}/look-marks`,
    by: 'customs',
    body: { reason: '侦查', legalBasis: '海关法第六条', until: new Date(Date.now() + 3_600_000).toISOString() },
  }),
  'POST /shipments/:id/attachments': () => ({
    path: `/shipments/${world.ids.draft}/attachments`,
    bytes: Buffer.from('%PDF-1.7\n'),
  }),
  'POST /shipments/:id/test-results': () => testAsked(world),
  'POST /shipments/:id/test-reports': () => reportAsked(world),
  'POST /shipment-templates': () => ({
    path: '/shipment-templates',
    body: { name: '再来一次', form: { direction: 'import', transportMode: '3' } },
  }),
  'POST /messages': () => ({ path: '/messages', bytes: Buffer.from(decMessage) }),
  'POST /messages/batch': () => ({
    path: '/messages/batch',
    bytes: batchOf({ 'DEC-1': decMessage, 'DEC-2': decMessage }),
    type: batchType,
  }),
  'POST /instructions': async () => {
    const at = `/shipments/${world.ids.inspected}/disposition`;
    const object = (await world.clients.customs.get<BlockingView>(at)).objects[0]?.id;
    const body = { shipmentId: world.ids.inspected, objects: [object], kind: 'hold', reason: '核对' };
    return { path: '/instructions', by: 'customs', body };
  },
  'POST /inspections/:id/results': () => ({
    path: `/inspections/${world.ids.inspection}/results`,
    by: 'border',
    body: result,
  }),
  'POST /yard-officers': () => ({
    path: '/yard-officers',
    by: 'customs-roster',
    body: { name: '关员测', skills: ['manual'], duties: [] },
  }),
  'POST /inspections/:id/photos': () => ({
    path: `/inspections/${world.ids.inspection}/photos`,
    by: 'customs',
    bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  }),
  'POST /tax-bills/:id/payment': () => ({
    path: `/tax-bills/${world.ids.bill}/payment`,
    body: { account: '6222020200012345678' },
  }),
  'POST /shipments/:id/carrier-bookings': async () => ({
    path: `/shipments/${await draftByWater(world.clients.trader, 'SILENT-TWICE')}/carrier-bookings`,
    body: bookingContent,
  }),
  'POST /shipments/:id/barge-orders': async () => ({
    path: `/shipments/${await draftByWater(world.clients.trader, 'SILENT-TWICE-2')}/barge-orders`,
    body: bargeContent,
  }),
  'POST /dishonest-marks': () => ({
    path: '/dishonest-marks',
    by: 'operator',
    body: { uscc: '91500112MA5UTRB021', reason: '列入失信企业名单', legalBasis: '信用管理办法' },
  }),
  'POST /draws': () => ({ path: '/draws', by: 'customs', body: drawRule() }),
  'POST /subscriptions': () => ({
    path: '/subscriptions',
    body: { name: 'B', url: 'http://127.0.0.1:9/b', eventTypes: [] },
  }),
  'POST /subscriptions/:id/secret': () => ({ path: `/subscriptions/${world.ids.subscription}/secret` }),
  'POST /subscriptions/:id/test': () => ({ path: `/subscriptions/${world.ids.subscription}/test` }),
  'POST /subscriptions/:id/replay': () => ({ path: `/subscriptions/${world.ids.subscription}/replay`, body: {} }),
  'POST /qualifications': () => ({ path: '/qualifications', body: qualification }),
  'POST /directory-applications': async () => ({
    path: '/directory-applications',
    by: 'trader2',
    body: await rightApplication(world.clients.trader2),
  }),
  'POST /directory-applications/:id/corrections': async () => {
    const { id, form } = await returnedApplication(world.clients.broker);
    return {
      path: `/directory-applications/${id}/corrections`,
      by: 'broker',
      body: { form: { ...form, contactPhone: '023-61111111' } },
    };
  },
  'POST /jurisdiction-changes': () => ({ path: '/jurisdiction-changes', by: 'operator', body: rule }),
  'POST /precedence-changes': () => ({ path: '/precedence-changes', by: 'operator', body: precedence }),
  'POST /expiry-changes': () => ({ path: '/expiry-changes', by: 'operator', body: period }),
  'POST /channel-settings/:id/changes': () => ({
    path: '/channel-settings/forex/changes',
    by: 'operator',
    body: settings,
  }),
  'POST /channel-settings/:id/credentials': () => ({
    path: '/channel-settings/forex/credentials',
    by: 'operator',
    body: { name: 'forex-2027', secret: 'agreed-with-the-partner' },
  }),
  'POST /certifications': () => ({ path: '/certifications', by: 'operator', body: certification(world, 'forex') }),
  'POST /exchange/bulk-replays': async () => {
    await letDie(world.application.unitOfWork, world.ids.delivery);
    const { items } = await world.clients.operator.get<{ items: { id: string; channel: string }[] }>(
      '/exchange/deliveries?state=dead',
    );
    const body = { channel: items[0]?.channel, reason: '伙伴已修复' };
    return { path: '/exchange/bulk-replays', by: 'operator', body };
  },
  'POST /emergencies': async () => {
    const active = await world.clients.operator.get<{ items: { id: string }[] }>('/emergencies?state=active');
    for (const { id } of active.items) await world.clients.operator.send('POST', `/emergencies/${id}/end`);
    return { path: '/emergencies', by: 'operator', body: emergency };
  },
  'POST /emergencies/:id/paper-acts': async () => {
    const active = await world.clients.operator.get<{ items: { id: string }[] }>('/emergencies?state=active');
    const [one] = active.items;
    const { id } = one ?? (await world.clients.operator.send<{ id: string }>('POST', '/emergencies', emergency));
    papers += 1;
    return {
      path: `/emergencies/${id}/paper-acts`,
      by: 'operator',
      body: {
        shipmentId: world.ids.silent,
        authority: 'commerce',
        kind: 'release',
        paperNumber: `P-${papers}`,
        signatory: '李四',
        paperAt: '2026-11-01T00:00:00Z',
        reason: '应急',
      },
    };
  },
};
const emergency = { channels: ['commerce'], reason: '系统故障', legalBasis: '应急预案' };
const rule = {
  ruleId: 'maritime-speaks-for-batteries-by-water',
  object: 'goods-line',
  authority: 'maritime',
  facts: [{ fact: 'hsCode', values: ['8507'] }],
  limitMinutes: 1440,
  clause: 'B16 三(二) 海事',
  validFrom: '2099-01-01',
  reason: '锂电池水运纳入海事',
};
const version = { clause: 'B16 三(一)3(1)', validFrom: '2099-01-01', reason: '按口岸实际' };
const precedence = {
  order: ['held', 'refused', 'inspection-required', 'awaiting', 'conditionally-released', 'released'],
  ...version,
};
const period = { period: 'kept-release', days: 60, ...version };
const qualification = { kind: 'bonded-site', number: 'B-1', issuer: '重庆海关', validFrom: '2026-01-01' };
let papers = 0;
/** POSTs that take no key, and why repeating them does no harm. */
const repeatable: Readonly<Record<string, string>> = {
  'POST /session': 'a second session is its own',
  'POST /account/address': 'a second letter; the link of the first is worth nothing any more',
  'POST /account/address-confirmation': 'a link works once',
  'POST /account/second-factor': 'a secret that was not confirmed is replaced',
  'POST /account/second-factor/confirmation': 'a confirmed one is refused a second confirmation',
  'POST /account/second-factor/removal': 'a code works once',
  'POST /account/recovery-codes': 'a code works once',
  'POST /account/leaving': 'whoever has left is not there to leave again',
  'POST /invitation-looks': 'changes nothing',
  'POST /invitation-acceptances': 'a link works once',
  'POST /password-resets': 'a second link; three an hour at the most',
  'POST /passwords': 'a link works once',
  'POST /staff/:id/unlocking': 'what waits for nothing goes on waiting for nothing',
  'POST /staff/:id/sign-in-link': 'the link before it is worth nothing any more',
  'POST /account/identities/:id/removal': 'one that is gone is not found',
  'POST /organisation-applications':
    'a second application stands beside the first; once one is admitted its number is taken',
  'POST /organisation-application-looks': 'saves nothing',
  'POST /organisation-application-claims': 'a later invitation; once somebody has joined there is none',
  'POST /organisation-applications/:id/decision': 'a decided application is refused a second decision',
  'POST /qualifications/:id/decision': 'a decided qualification is refused a second decision',
  'POST /qualifications/:id/ending': 'what has ended is refused a second end',
  'POST /provider-sign-ins': 'a question without an answer comes to nothing',
  'POST /provider-links': 'the same',
  'POST /provider-answers': 'an answer of a provider works once',
  'POST /provider-codes': 'a code works once',
  'POST /authorisations/:id/acceptance': 'accepting twice changes nothing',
  'POST /authorisations/:id/revocation': 'revoking twice changes nothing',
  'POST /signing-keys/:serial/revocation': 'a revoked certificate stays as it was revoked first',
  'POST /seals/:serial/revocation': 'a revoked seal stays as it was revoked first',
  'POST /certificate-status': 'saves nothing',
  'POST /signature-checks': 'saves nothing',
  'POST /retention-changes/:id/confirmation': 'confirming twice changes nothing',
  'POST /retention-changes/:id/withdrawal': 'withdrawing twice changes nothing',
  'POST /api-keys/:id/confirmation': 'confirming twice changes nothing',
  'POST /release-key-changes/:id/confirmation': 'confirming twice changes nothing',
  'POST /release-key-changes/:id/withdrawal': 'withdrawing twice changes nothing',
  'POST /trust-anchors/:id/confirmation': 'confirming twice changes nothing',
  'POST /trust-anchors/:id/withdrawal': 'withdrawing twice changes nothing',
  'POST /inbox/marks': 'what is marked as read stays so',
  'POST /mail-confirmations': 'a confirmed address is refused a second confirmation',
  'POST /mail-unsubscriptions': 'what was stopped stays stopped',
  'POST /shipments/:id/check': 'saves nothing',
  'POST /goods-lines': 'saves nothing',
  'POST /channel-settings-changes/:id/confirmation': 'confirming twice changes nothing',
  'POST /channel-settings-changes/:id/withdrawal': 'withdrawing twice changes nothing',
  'POST /certifications/:id/cancellation': 'a cancelled one stays so',
  'POST /certifications/:id/messages': 'the same bytes count once in the judgement of a scenario',
  'POST /exchange/channels/:id/pause': 'a paused channel stays paused',
  'POST /exchange/channels/:id/resume': 'a running channel keeps running',
  'POST /exchange/faults/:position/:reaction/retry': 'a failure that is gone is refused a retry',
  'POST /exchange/restores/:id/check': 'a restore that is settled is refused a second time',
  'POST /exchange/channels/:id/drain': 'a channel that is draining stays so',
  'POST /exchange/bulk-replays/:id/confirmation': 'a confirmed one is told again and nothing goes twice',
  'POST /exchange/bulk-replays/:id/withdrawal': 'a withdrawn one stays so',
  'POST /exchange/deliveries/:id/replay': 'a queued delivery is refused a replay',
  'POST /exchange/messages/:id/replay': 'a message that was read is refused a replay',
  'POST /jurisdiction-changes/:id/rehearsal':
    'the later rehearsal takes the place of the one before; nothing is decided by it',
  'POST /jurisdiction-changes/:id/approval': 'an approved change is refused a second approval',
  'POST /jurisdiction-changes/:id/withdrawal': 'a withdrawn change is refused a second withdrawal',
  'POST /test-results/:id/decision': 'a decided result is refused a second decision',
  'POST /collisions/:id/resolution': 'a settled collision is refused a second word',
  'POST /emergencies/:id/end': 'an emergency that is over is refused a second end',
  'POST /paper-acts/:id/decision': 'a paper that is decided is refused a second decision',
  'POST /paper-acts/:id/settlement': 'a difference that is settled is refused a second settlement',
  'POST /inspections/:id/booking': 'the slot that it has is booked again and stays so',
  'POST /inspections/:id/reschedule': 'the slot is taken by the first',
  'POST /inspections/:id/booking-cancellation': 'what was given back is refused a second time',
  'POST /draws/:id/contributions': 'an authority gives one nonce: a second is refused',
  'POST /draws/:id/replacements': 'whoever was replaced does not go any more: a second time is refused',
  'POST /dishonest-marks/:id/lifting': 'a lifted mark is refused a second lifting',
  'POST /carrier-bookings/:id/cancellation': 'a booking that is being cancelled is refused a second cancellation',
  'POST /barge-orders/:id/cancellation': 'an order that is asked back is refused a second time',
  'POST /payment-lines/:id/settlement': 'a line that is settled is refused a second settlement',
  'POST /releases/verification': 'saves nothing',
};

async function post(request: Request, key: string, query = '') {
  const reply = await world.clients[request.by ?? 'trader'].raw(
    'POST',
    `${request.path}${request.path.includes('?') ? query.replace('?', '&') : query}`,
    request.bytes ?? (request.body ? JSON.stringify(request.body) : undefined),
    {
      'idempotency-key': key,
      ...(request.body ? { 'content-type': 'application/json' } : {}),
      ...(request.bytes ? { 'content-type': request.type ?? 'application/octet-stream' } : {}),
    },
  );
  return { status: reply.status, replay: reply.headers.get('idempotent-replay'), text: await reply.text() };
}

test('[P12] every POST either takes a key or says why repeating it does no harm', () => {
  const posts = hubModules.flatMap((m) => m.routes).filter((r) => r.method === 'POST');
  const at = (r: { path: string }) => `POST ${r.path}`;
  assert.deepEqual(
    posts
      .filter((r) => r.creates)
      .map(at)
      .sort(),
    Object.keys(creating).sort(),
  );
  assert.deepEqual(
    posts
      .filter((r) => !r.creates)
      .map(at)
      .sort(),
    Object.keys(repeatable).sort(),
  );
});

test('[P12][P3] the same key at once and again has one effect and one reply; with another request it is refused', async () => {
  for (const [at, prepare] of Object.entries(creating)) {
    const request = await prepare();
    const key = `key of ${at.replaceAll(' ', '-')}`.replaceAll(' ', '-');
    const replies = await Promise.all([1, 2, 3, 4].map(() => post(request, key)));
    assert.ok(
      replies.every((r) => r.status < 300),
      `${at}: ${replies[0]?.status} ${replies[0]?.text}`,
    );
    assert.equal(replies.filter((r) => r.replay === null).length, 1, `${at} took effect more than once`);
    const again = await post(request, key);
    assert.equal(again.replay, 'true', at);
    for (const reply of [...replies, again]) {
      assert.equal(reply.status, replies[0]?.status, at);
      assert.deepEqual(JSON.parse(reply.text), JSON.parse(replies[0]?.text ?? ''), `${at}: a different reply`);
    }
    const different = await post(request, key, '?other=1');
    assert.equal(different.status, 422, at);
    assert.match(different.text, /IDEMPOTENCY_KEY_REUSED/);
  }
});

test('[P12] keys belong to the organisation: its programs share them, others have their own', async () => {
  const request = { path: '/shipments', body: { from: 'empty', direction: 'import', transportMode: '5' } };
  const person = await post(request, 'shared-key');
  const program = await fetch(`${world.application.url}/api/v1/shipments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${world.enterpriseKey}`,
      'content-type': 'application/json',
      'idempotency-key': 'shared-key',
    },
    body: JSON.stringify({ transportMode: '5', direction: 'import', from: 'empty' }),
  });
  assert.equal(program.headers.get('idempotent-replay'), 'true', 'the order of fields makes no other request');
  assert.deepEqual(await program.json(), JSON.parse(person.text));
  const stranger = await post({ ...request, by: 'trader2' }, 'shared-key');
  assert.equal(stranger.replay, null);
  assert.notEqual((JSON.parse(stranger.text) as { id: string }).id, (JSON.parse(person.text) as { id: string }).id);
});

test('[P12] a refused request leaves its key free; a key that is none is refused', async () => {
  const wrong = { path: '/shipments', body: { from: 'copy', shipmentId: '019a9f2e-7a10-7000-8000-0000000000ff' } };
  assert.equal((await post(wrong, 'free-again')).status, 404);
  const right = { path: '/shipments', body: { from: 'empty', direction: 'import', transportMode: '3' } };
  assert.equal((await post(right, 'free-again')).status, 201);
  for (const key of ['x'.repeat(201), 'with space', '']) assert.equal((await post(right, key)).status, 400, key);
});
