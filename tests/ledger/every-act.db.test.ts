// No change without a leaf (P3, P11; 等保 安全审计 “覆盖到每个用户”): every route that changes something is called so that it does, and
// leaves an event under its own trace; a route that leaves none stands here with the reason.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { hubModules } from '../../src/hub/modules.ts';
import { portico } from '../../src/runtime/context.ts';
import { signIn } from '../support/application.ts';
import { letDie } from '../support/dead-letter.ts';
import { batchOf, batchType } from '../support/message-batch.ts';
import { type Account, createWorld, type World } from '../support/world.ts';
import type { Acts } from './act.ts';
import { auditActs } from './audit-acts.ts';
import { drawActs } from './draw-acts.ts';
import { exchangeActs } from './exchange-acts.ts';
import { identityActs } from './identity-acts.ts';
import { partnerActs } from './partner-acts.ts';
import { carriageActs } from './carriage-acts.ts';
import { paymentActs } from './payment-acts.ts';
import { registrationActs } from './registration-acts.ts';
import { signatureActs } from './signature-acts.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(async () => {
  await world.application.stop();
  assert.deepEqual(world.application.faults, []);
});

const emergency = { channels: ['customs'], reason: '系统故障', legalBasis: '应急预案' };
const paper = () => ({
  shipmentId: world.ids.silent,
  authority: 'customs',
  kind: 'release',
  paperNumber: `P-${Math.random()}`,
  signatory: '李四',
  paperAt: '2026-11-01T00:00:00Z',
  reason: '应急',
});
const asked = <T = { id: string }>(by: Account, path: string, body?: object) =>
  world.clients[by].send<T>('POST', path, body);
let declared: { id: string } | undefined;
const emergencyId = async (): Promise<string> => {
  const one: { id: string } = declared ?? (await asked<{ id: string }>('operator', '/emergencies', emergency));
  declared = one;
  return one.id;
};
const enter = async () => asked('operator', `/emergencies/${await emergencyId()}/paper-acts`, paper());
const message = '<DecMessage><DecHead><IEFlag>I</IEFlag><TrafMode>3</TrafMode></DecHead></DecMessage>';
const subscription = () =>
  asked('trader', '/subscriptions', { name: 'E', url: 'http://127.0.0.1:9/e', eventTypes: [] });
async function proposed() {
  await letDie(world.application.unitOfWork, world.ids.delivery);
  const { items } = await world.clients.operator.get<{ items: { channel: string }[] }>(
    '/exchange/deliveries?state=dead',
  );
  return { channel: items[0]?.channel ?? '', reason: '伙伴已修复' };
}
const lookMark = () => ({
  reason: '涉嫌走私案件侦查',
  legalBasis: '海关法第六条',
  until: new Date(Date.now() + 86_400_000).toISOString(),
});

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
const ruleChange = async () => (await asked('operator', '/jurisdiction-changes', rule)).id;

const yardSite = {
  name: { zh: '新查验场', en: 'A new yard' },
  stations: ['CKG-NEW'],
  slotMinutes: 60,
  returnMinutes: 0,
  virtualReturn: false,
  bays: [],
  openings: [],
};
const holiday = { name: { zh: '劳动节', en: 'Labour Day' }, worked: false };
const officer = { name: '关员测', skills: ['manual'], duties: [] };
const dishonest = (uscc: string) => ({ uscc, reason: '列入失信企业名单', legalBasis: '信用管理办法' });
async function waitingKeyChange(): Promise<string> {
  type Changes = { items: { id: string; state: string }[] };
  const { items } = await world.clients.security.get<Changes>('/release-key-changes');
  const waiting = items.find((change) => change.state === 'proposed');
  const body = { reason: '年度更换' };
  return (waiting ?? (await world.clients.security.send<{ id: string }>('POST', '/release-key-changes', body))).id;
}

/** Each so that it takes effect. */
const acts: Acts = {
  'POST /authorisations': () => ({
    path: '/authorisations',
    body: { brokerUscc: '91500107MA5UBRK036', scope: 'declare', validFrom: '2026-02-01', validTo: '2026-03-01' },
  }),
  'POST /authorisations/:id/acceptance': async () => ({
    path: `/authorisations/${(await world.offer()).id}/acceptance`,
    by: 'broker',
  }),
  'POST /authorisations/:id/revocation': async () => ({
    path: `/authorisations/${(await world.offer()).id}/revocation`,
  }),
  'POST /api-keys': () => ({ path: '/api-keys', body: { name: 'again' } }),
  'DELETE /api-keys/:id': async () => ({
    path: `/api-keys/${(await asked('trader', '/api-keys', { name: 'gone' })).id}`,
  }),
  'POST /api-keys/:id/rotation': async () => ({
    path: `/api-keys/${(await asked('trader', '/api-keys', { name: 'renewed' })).id}/rotation`,
    body: { overlapHours: 1 },
  }),
  'POST /api-keys/:id/confirmation': async () => ({
    path: `/api-keys/${(await asked('operator', '/api-keys', { name: 'by two' })).id}/confirmation`,
    by: 'security',
    body: { accepted: true },
  }),
  'POST /shipments': () => ({ path: '/shipments', body: { from: 'empty', direction: 'export', transportMode: '2' } }),
  'POST /shipments/import': () => ({ path: '/shipments/import', body: Buffer.from(message) }),
  'POST /shipment-sheets': () => ({
    path: '/shipment-sheets',
    body: Buffer.from('direction,hsCode\nimport,8473309000\n'),
  }),
  'POST /shipments/:id/submit': async () => ({
    path: `/shipments/${await world.fileable('SILENT-ACT')}/submit`,
    body: {},
  }),
  'POST /shipments/:id/amendment': () => ({ path: `/shipments/${world.ids.silent}/amendment` }),
  'DELETE /shipments/:id/amendment': () => ({ path: `/shipments/${world.ids.silent}/amendment` }),
  'POST /shipments/:id/withdrawal': async () => {
    const id = await world.fileable('SILENT-GONE');
    await asked('trader', `/shipments/${id}/submit`, {});
    return { path: `/shipments/${id}/withdrawal`, body: { reason: '合同取消' } };
  },
  'POST /shipments/:id/attachments': () => ({
    path: `/shipments/${world.ids.draft}/attachments`,
    body: Buffer.from('%PDF-1.7\n'),
  }),
  'DELETE /documents/:id': async () => {
    const attached = await world.clients.trader.raw(
      'POST',
      `/shipments/${world.ids.draft}/attachments`,
      Buffer.from('%PDF-1.7\nby mistake'),
    );
    return { path: `/documents/${((await attached.json()) as { id: string }).id}` };
  },
  'POST /shipments/:id/look-marks': () => ({
    path: `/shipments/${world.ids.inspected}/look-marks`,
    by: 'customs',
    body: lookMark(),
  }),
  'DELETE /shipments/:id/look-marks': async () => {
    const path = `/shipments/${world.ids.released}/look-marks`;
    await asked('customs', path, lookMark());
    return { path, by: 'customs' };
  },
  'POST /messages': () => ({ path: '/messages', body: Buffer.from(message) }),
  'POST /messages/batch': () => ({ path: '/messages/batch', body: batchOf({ M1: message }), type: batchType }),
  'POST /exchange/channels/:id/pause': () => ({ path: '/exchange/channels/maritime/pause', by: 'operator' }),
  'POST /exchange/channels/:id/resume': () => ({ path: '/exchange/channels/maritime/resume', by: 'operator' }),
  'POST /exchange/channels/:id/drain': () => ({ path: '/exchange/channels/maritime/drain', by: 'operator' }),
  'POST /exchange/bulk-replays': async () => ({
    path: '/exchange/bulk-replays',
    by: 'operator',
    body: await proposed(),
  }),
  'POST /exchange/bulk-replays/:id/withdrawal': async () => {
    const { items } = await world.clients.operator.get<{ items: { id: string }[] }>(
      '/exchange/bulk-replays?state=proposed',
    );
    return { path: `/exchange/bulk-replays/${items[0]?.id}/withdrawal`, by: 'operator' };
  },
  'POST /exchange/deliveries/:id/replay': async () => {
    await letDie(world.application.unitOfWork, world.ids.delivery);
    return { path: `/exchange/deliveries/${world.ids.delivery}/replay`, by: 'operator' };
  },
  'POST /instructions': async () => {
    const at = `/shipments/${world.ids.inspected}/disposition`;
    const object = (await world.clients.customs.get<{ objects: { id: string }[] }>(at)).objects[0]?.id;
    return {
      path: '/instructions',
      by: 'customs',
      body: { shipmentId: world.ids.inspected, objects: [object], kind: 'hold', reason: '核对' },
    };
  },
  'POST /jurisdiction-changes': () => ({ path: '/jurisdiction-changes', by: 'operator', body: rule }),
  'POST /precedence-changes': () => ({ path: '/precedence-changes', by: 'operator', body: precedence }),
  'POST /expiry-changes': () => ({ path: '/expiry-changes', by: 'operator', body: period }),
  'POST /jurisdiction-changes/:id/rehearsal': async () => ({
    path: `/jurisdiction-changes/${await ruleChange()}/rehearsal`,
    by: 'operator',
    body: { days: 1 },
  }),
  'POST /jurisdiction-changes/:id/withdrawal': async () => ({
    path: `/jurisdiction-changes/${await ruleChange()}/withdrawal`,
    by: 'operator',
  }),
  'POST /inspections/:id/reschedule': async () => {
    const { items } = await world.clients.trader.get<{ items: { id: string; slotId?: string }[] }>(
      `/inspections/${world.ids.inspection}/slots`,
    );
    return {
      path: `/inspections/${world.ids.inspection}/reschedule`,
      body: { slotId: items.at(-1)?.id ?? '', reason: '车辆未到' },
    };
  },
  'POST /inspections/:id/booking': async () => {
    const at = `/inspections/${world.ids.inspection}`;
    const { items } = await world.clients.trader.get<{ items: { id: string }[] }>(`${at}/slots`);
    return { path: `${at}/booking`, body: { slotId: items.at(-1)?.id ?? '' } };
  },
  'POST /inspections/:id/booking-cancellation': () => ({
    path: `/inspections/${world.ids.inspection}/booking-cancellation`,
    body: { reason: '货物未备齐' },
  }),
  'POST /dishonest-marks': () => ({ path: '/dishonest-marks', by: 'operator', body: dishonest('91500112MA5UTRB021') }),
  'POST /dishonest-marks/:id/lifting': async () => ({
    path: `/dishonest-marks/${(await asked('operator', '/dishonest-marks', dishonest('91500107MA5UBRK036'))).id}/lifting`,
    by: 'customs',
    body: { reason: '信用修复' },
  }),
  'POST /inspections/:id/results': () => ({
    path: `/inspections/${world.ids.inspection}/results`,
    by: 'border',
    body: { outcome: 'normal', handlingCode: '11', findings: '相符' },
  }),
  'PUT /yard-sites/:id': () => ({ path: '/yard-sites/ACT-INSP', by: 'operator', body: yardSite }),
  'PUT /yard-holidays/:day': () => ({ path: '/yard-holidays/2031-05-01', by: 'operator', body: holiday }),
  'DELETE /yard-holidays/:day': async () => {
    const at = '/yard-holidays/2031-05-02';
    const { revision } = await world.clients.operator.send<{ revision: string }>('PUT', at, holiday);
    return { path: `${at}?revision=${revision}`, by: 'operator' };
  },
  'POST /yard-officers': () => ({ path: '/yard-officers', by: 'customs-roster', body: officer }),
  'PUT /yard-officers/:id': async () => {
    const { id, ...body } = await world.clients['customs-roster'].send<{ id: string }>(
      'POST',
      '/yard-officers',
      officer,
    );
    return { path: `/yard-officers/${id}`, by: 'customs-roster', body };
  },
  'POST /inspections/:id/photos': () => ({
    path: `/inspections/${world.ids.inspection}/photos`,
    by: 'customs',
    body: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  }),
  'POST /release-reports': () => ({
    path: '/release-reports',
    by: 'railway',
    body: { token: world.tokens[1], movement: 'gate-in', reportNumber: 'ACT-1' },
  }),
  'POST /release-key-changes': async () => {
    // One waits at a time.
    await world.clients.security.send('POST', `/release-key-changes/${await waitingKeyChange()}/withdrawal`);
    return { path: '/release-key-changes', by: 'security', body: { reason: '年度更换' } };
  },
  'POST /release-key-changes/:id/withdrawal': async () => ({
    path: `/release-key-changes/${await waitingKeyChange()}/withdrawal`,
    by: 'security',
  }),
  'POST /release-key-changes/:id/confirmation': async () => ({
    path: `/release-key-changes/${await waitingKeyChange()}/confirmation`,
    // A second person, as it takes.
    cookie: (await signIn(world.application, 'security2')).cookie,
  }),
  'POST /emergencies/:id/paper-acts': async () => ({
    path: `/emergencies/${await emergencyId()}/paper-acts`,
    by: 'operator',
    body: paper(),
  }),
  'POST /paper-acts/:id/decision': async () => ({
    path: `/paper-acts/${(await enter()).id}/decision`,
    by: 'customs',
    body: { accepted: false, reason: '不符' },
  }),
  'POST /emergencies/:id/end': async () => ({ path: `/emergencies/${await emergencyId()}/end`, by: 'operator' }),
  'POST /emergencies': () => ({ path: '/emergencies', by: 'operator', body: emergency }),
  'POST /subscriptions': () => ({
    path: '/subscriptions',
    body: { name: 'B', url: 'http://127.0.0.1:9/b', eventTypes: [] },
  }),
  'PATCH /subscriptions/:id': async () => ({
    path: `/subscriptions/${(await subscription()).id}`,
    body: { state: 'paused' },
  }),
  'DELETE /subscriptions/:id': async () => ({ path: `/subscriptions/${(await subscription()).id}` }),
  'POST /subscriptions/:id/secret': async () => ({ path: `/subscriptions/${(await subscription()).id}/secret` }),
  'POST /subscriptions/:id/test': async () => ({ path: `/subscriptions/${(await subscription()).id}/test` }),
  'POST /subscriptions/:id/replay': async () => ({
    path: `/subscriptions/${(await subscription()).id}/replay`,
    body: {},
  }),
  ...auditActs,
  ...drawActs,
  ...signatureActs,
  ...exchangeActs,
  ...paymentActs,
  ...identityActs,
  ...registrationActs,
  ...carriageActs,
  ...partnerActs,
};
/** What leaves none, and why; or where its event is seen. */
const without: Readonly<Record<string, string>> = {
  'PUT /shipments/:id/form': 'a draft of one’s own: what counts is what is filed, and that is an event with its digest',
  'POST /shipment-templates':
    'a form to begin with, seen by its organisation only; nothing is done with it before it is filed',
  'POST /shipments/:id/check': 'saves nothing',
  'POST /goods-lines': 'saves nothing',
  'POST /releases/verification': 'saves nothing',
  'POST /invitation-looks': 'saves nothing',
  'POST /provider-sign-ins': 'changes nothing here: the browser goes to a provider; what comes back does',
  'POST /provider-links': 'the same',
  'POST /provider-answers':
    'takes an identity provider: tests/identity/providers.db.test.ts, session.opened, identity.linked',
  'POST /provider-codes': 'takes an identity provider: tests/identity/providers.db.test.ts, session.opened',
  'POST /account/identities/:id/removal':
    'takes an identity provider: tests/identity/providers.db.test.ts, identity.unlinked',
  'POST /organisation-application-looks': 'saves nothing',
  'POST /certificate-status': 'saves nothing',
  'POST /signature-checks': 'saves nothing',
  'POST /account/address':
    'a letter that changes nothing before its link is followed: POST /account/address-confirmation, account.addressed',
  'POST /account/second-factor':
    'a secret that counts for nothing before its first code: POST /account/second-factor/confirmation, second-factor.enrolled',
  'POST /inbox/marks': 'what somebody has read of his own inbox',
  'PUT /inbox/filters': 'what somebody wants to see of his own inbox',
  'PUT /mail-settings': 'where somebody wants his own notices; rights do not hang on it',
  'DELETE /mail-settings': 'the same',
  'POST /mail-confirmations': 'the same',
  'POST /mail-unsubscriptions': 'the same',
  'POST /jurisdiction-changes/:id/approval':
    'takes a second person: tests/disposition/rules.db.test.ts, rule-change.approved',
  'POST /exchange/restores/:id/check':
    'takes a restored database: tests/restore/point-in-time.db.test.ts, restore.checked',
  'POST /certifications/:id/messages':
    'what a test system says of invented documents: the run’s signed report has each by its digest, certification.finished',
  'POST /paper-acts/:id/settlement':
    'takes a paper that differs from what came later: tests/journeys/emergency.db.test.ts, paper-act.settled',
};

async function eventsOf(trace: string): Promise<string[]> {
  return world.application.unitOfWork.read(portico, async ({ db }) => {
    const { rows } = await sql<{
      type: string;
    }>`select type from runtime.event where trace_id = ${trace}::uuid`.execute(db);
    return rows.map((row) => row.type);
  });
}

test('[P3][P11] every route that changes something stands here, and no other', () => {
  const unsafe = hubModules.flatMap((m) => m.routes).filter((r) => r.method !== 'GET');
  assert.deepEqual(Object.keys({ ...acts, ...without }).sort(), unsafe.map((r) => `${r.method} ${r.path}`).sort());
  assert.deepEqual(
    Object.keys(acts).filter((at) => at in without),
    [],
  );
});

test('[P3][P11] each leaves an event under its own trace', async () => {
  for (const [at, prepare] of Object.entries(acts)) {
    const { path, by = 'trader', body, type = 'application/octet-stream', cookie } = await prepare(world);
    const bytes = body instanceof Uint8Array;
    const reply = await world.clients[by].raw(
      at.split(' ')[0] ?? '',
      path,
      bytes ? body : body ? JSON.stringify(body) : undefined,
      {
        ...(body ? { 'content-type': bytes ? type : 'application/json' } : {}),
        ...(cookie ? { cookie } : {}),
      },
    );
    assert.ok(reply.status < 300, `${at}: ${reply.status} ${await reply.clone().text()}`);
    const trace = reply.headers.get('trace-id') ?? '';
    const events = await eventsOf(trace);
    assert.ok(events.length > 0, `${at} changed something and left no event`);
  }
});
