// The permission matrix (P11): which kind of caller gets past the door of each route. Written by hand from who needs what
// (B16 按照职能需要); the policy table in `src/runtime/identity/policy.ts` is held to it, not the other way round.
export const callers = [
  'anonymous',
  'trader',
  'stranger', // another trader: same role, other organisation; what he may not see is decided by the record
  'broker',
  'carrier',
  'officer',
  'gate',
  'operator',
  'enterprise-key',
  'partner-key',
] as const;
export type Caller = (typeof callers)[number];

const filers: Caller[] = ['trader', 'stranger', 'broker', 'enterprise-key'];
const managers: Caller[] = ['trader', 'stranger', 'broker'];
const everybody: Caller[] = [...callers];
const signedIn = everybody.filter((c) => c !== 'anonymous');
const caseReaders: Caller[] = [...filers, 'carrier', 'officer', 'gate', 'operator'];
const paperReaders: Caller[] = [...filers, 'officer', 'operator'];
const inspectionReaders: Caller[] = [...filers, 'officer', 'gate', 'operator'];
const subscribers: Caller[] = [...managers, 'officer', 'gate', 'operator'];

/** Everybody who hears of events; a partner’s system only posts. */
const noticed = signedIn.filter((c) => c !== 'partner-key');

export const permissions: Readonly<Record<string, readonly Caller[]>> = {
  'POST /session': everybody,
  'GET /session': signedIn,
  'DELETE /session': signedIn,
  'GET /sessions': signedIn,
  'DELETE /sessions': signedIn,
  'DELETE /sessions/:id': signedIn,
  'GET /account': signedIn,
  'POST /account/address': signedIn,
  'POST /account/address-confirmation': signedIn,
  'PUT /password': signedIn,
  'POST /account/second-factor': signedIn,
  'POST /account/second-factor/confirmation': signedIn,
  'POST /account/second-factor/removal': signedIn,
  'POST /account/recovery-codes': signedIn,
  'PUT /organisation/second-factor': [...managers, 'operator'],
  'DELETE /staff/:id/second-factor': [...managers, 'operator'],
  'POST /password-resets': everybody,
  'POST /passwords': everybody,
  'PUT /session/organisation': signedIn,
  'PUT /staff/:id/roles': [...managers, 'operator'],
  'DELETE /staff/:id': [...managers, 'operator'],
  'POST /account/leaving': signedIn,
  'GET /invitations': [...managers, 'operator'],
  'POST /invitations': [...managers, 'operator'],
  'DELETE /invitations/:id': [...managers, 'operator'],
  'POST /invitation-looks': everybody,
  'POST /invitation-acceptances': everybody,
  'GET /staff': [...managers, 'operator'],
  'POST /staff/:id/unlocking': [...managers, 'operator'],
  'POST /staff/:id/sign-in-link': [...managers, 'operator'],
  'GET /demo-accounts': everybody,
  'GET /organisations': [...filers, 'operator'],
  'GET /authorisations': [...filers, 'operator'],
  'GET /authorisations/:id/uses': [...filers, 'operator'],
  'POST /authorisations': managers,
  'POST /authorisations/:id/acceptance': managers,
  'POST /authorisations/:id/revocation': managers,
  'GET /api-keys': [...managers, 'operator'],
  'POST /api-keys': [...managers, 'operator'],
  'POST /api-keys/:id/rotation': [...managers, 'operator'],
  'DELETE /api-keys/:id': [...managers, 'operator'],

  'GET /reference/code-lists': signedIn,
  'GET /reference/code-lists/:id/entries': signedIn,
  'GET /reference/tariff': signedIn,
  'GET /reference/tariff-tree': signedIn,
  'GET /elements': signedIn,
  'GET /elements/recipients': signedIn,

  'GET /emergencies': signedIn,
  'POST /emergencies': ['operator'],
  'POST /emergencies/:id/end': ['operator'],
  'GET /emergencies/:id/paper-acts': ['officer', 'operator'],
  'POST /emergencies/:id/paper-acts': ['officer', 'operator'],
  'POST /paper-acts/:id/decision': ['officer', 'operator'],
  'POST /paper-acts/:id/settlement': ['officer', 'operator'],

  'GET /shipments': caseReaders,
  'POST /shipments': filers,
  'POST /shipments/import': filers,
  'GET /shipments/:id': caseReaders,
  'PUT /shipments/:id/form': filers,
  'POST /shipments/:id/check': caseReaders,
  'POST /shipments/:id/submit': filers,
  'POST /shipments/:id/amendment': filers,
  'DELETE /shipments/:id/amendment': filers,
  'POST /shipments/:id/withdrawal': filers,
  'GET /looks': filers,
  'GET /shipments/:id/look-marks': ['officer'],
  'POST /shipments/:id/look-marks': ['officer'],
  'DELETE /shipments/:id/look-marks': ['officer'],
  'GET /shipments/:id/versions': caseReaders,
  'GET /shipments/:id/timeline': caseReaders,
  'GET /shipments/:id/disposition': caseReaders,
  'GET /shipments/:id/releases': inspectionReaders,
  'GET /shipments/:id/documents': paperReaders,
  'POST /shipments/:id/attachments': filers,
  'POST /goods-lines': filers,
  'GET /goods-lines-template': filers,
  'GET /shipment-templates': filers,
  'POST /shipment-templates': filers,

  'GET /library': caseReaders,
  'GET /library/channels': caseReaders,
  'GET /documents/:id': paperReaders,
  'GET /documents/:id/versions': paperReaders,
  'GET /documents/:id/content': paperReaders,

  'POST /messages': [...filers, 'carrier', 'partner-key'],
  'GET /exchange/channels': ['operator'],
  'POST /exchange/channels/:id/pause': ['operator'],
  'POST /exchange/channels/:id/resume': ['operator'],
  'POST /exchange/channels/:id/drain': ['operator'],
  'GET /exchange/bulk-replays': ['operator'],
  'POST /exchange/bulk-replays': ['operator'],
  'GET /exchange/bulk-replays/:id': ['operator'],
  'POST /exchange/bulk-replays/:id/confirmation': ['operator'],
  'POST /exchange/bulk-replays/:id/withdrawal': ['operator'],
  'GET /exchange/deliveries': ['operator'],
  'GET /exchange/deliveries/:id': ['operator'],
  'POST /exchange/deliveries/:id/replay': ['operator'],
  'GET /exchange/faults': ['operator'],
  'POST /exchange/faults/:position/:reaction/retry': ['operator'],
  'GET /exchange/restores': ['operator'],
  'POST /exchange/restores/:id/check': ['operator'],
  'GET /exchange/messages': ['operator'],
  'POST /exchange/messages/:id/replay': ['operator'],

  'POST /instructions': ['officer'],
  'GET /jurisdiction-rules': signedIn,
  'GET /jurisdiction-changes': ['operator'],
  'POST /jurisdiction-changes': ['operator'],
  'POST /jurisdiction-changes/:id/rehearsal': ['operator'],
  'POST /jurisdiction-changes/:id/approval': ['operator'],
  'POST /jurisdiction-changes/:id/withdrawal': ['operator'],
  'GET /collisions': ['officer'],
  'POST /collisions/:id/resolution': ['officer'],

  'GET /inspections': inspectionReaders,
  'GET /inspections/:id': inspectionReaders,
  'GET /inspections/:id/slots': inspectionReaders,
  'POST /inspections/:id/reschedule': filers,
  'POST /inspections/:id/results': ['officer'],

  'GET /releases': ['gate'],
  'POST /releases/verification': ['gate'],
  'POST /releases/:id/gate-out': ['gate'],
  'GET /releases/:id/slip': inspectionReaders,
  'GET /release-keys': everybody,

  'GET /subscription-event-types': subscribers,
  'GET /subscriptions': subscribers,
  'POST /subscriptions': subscribers,
  'PATCH /subscriptions/:id': subscribers,
  'DELETE /subscriptions/:id': subscribers,
  'POST /subscriptions/:id/secret': subscribers,
  'POST /subscriptions/:id/test': subscribers,
  'GET /subscriptions/:id/messages': subscribers,
  'POST /subscriptions/:id/replay': subscribers,
  'GET /inbox': noticed,
  'GET /inbox/summary': noticed,
  'POST /inbox/marks': noticed,
  'GET /inbox/filters': noticed,
  'PUT /inbox/filters': noticed,
  'GET /mail-settings': noticed,
  'PUT /mail-settings': noticed,
  'DELETE /mail-settings': noticed,
  'POST /mail-confirmations': noticed,
  'GET /mail-unsubscriptions': everybody,
  'POST /mail-unsubscriptions': everybody,
  'GET /event-pages': noticed,
  'GET /ledger/keys': everybody,
  'GET /ledger/heads': everybody,
  'GET /ledger/inclusion': everybody,
  'GET /ledger/consistency': everybody,
  'GET /receipts/:id': signedIn,
  'GET /shipments/:id/receipts': caseReaders,
  'GET /signing-keys': signedIn,
  'POST /signing-keys': signedIn,
  'POST /signing-keys/:serial/revocation': signedIn,
  'GET /seals': managers,
  'POST /seals': managers,
  'POST /seals/:serial/revocation': managers,
  'GET /signature-policy': [...filers, 'operator'],
  'PUT /signature-policy': managers,
  'GET /certificate-authorities': everybody,
  'GET /revocation-list': everybody,
  'POST /certificate-status': everybody,
  'GET /trust-anchors': ['operator'],
  'POST /trust-anchors': ['operator'],
  'POST /trust-anchors/:id/confirmation': ['operator'],
  'POST /trust-anchors/:id/withdrawal': ['operator'],
  'PUT /trust-anchors/:id/revocation-list': ['operator'],
  'POST /signature-checks': signedIn,
  'GET /shipments/:id/signatures': caseReaders,
};

/** Routes that are about one record: which record of the test's world stands for `:id`, and whom else it answers. */
export type RecordRow = {
  readonly record:
    | 'draft'
    | 'released'
    | 'silent'
    | 'inspection'
    | 'attachment'
    | 'sent'
    | 'authorisation'
    | 'apiKey'
    | 'subscription'
    | 'person'
    | 'release';
  readonly sees: readonly Caller[];
  readonly body?: object;
};
const owner: Caller[] = ['trader', 'enterprise-key'];
const filed: Caller[] = [...owner, 'carrier', 'officer', 'gate', 'operator'];
const form = { form: { direction: 'import', transportMode: '3' }, revision: 1 };

/** Everybody let in by `permissions` but not named here gets 404, so that nothing leaks, not even that the record exists. */
export const records: Readonly<Record<string, RecordRow>> = {
  'GET /shipments/:id': { record: 'draft', sees: owner },
  'GET /shipments/:id/versions': { record: 'released', sees: filed },
  'GET /shipments/:id/timeline': { record: 'released', sees: filed },
  'GET /shipments/:id/disposition': { record: 'released', sees: filed },
  'GET /shipments/:id/releases': { record: 'released', sees: [...owner, 'officer', 'gate', 'operator'] },
  'GET /shipments/:id/receipts': { record: 'released', sees: filed },
  'GET /shipments/:id/signatures': { record: 'released', sees: filed },
  'GET /shipments/:id/documents': { record: 'released', sees: [...owner, 'officer', 'operator'] },
  'PUT /shipments/:id/form': { record: 'draft', sees: owner, body: form },
  'POST /shipments/:id/check': { record: 'released', sees: filed, body: { step: 'draft' } },
  'POST /shipments/:id/submit': { record: 'draft', sees: owner, body: {} },
  'POST /shipments/:id/amendment': { record: 'draft', sees: owner },
  'DELETE /shipments/:id/amendment': { record: 'draft', sees: owner },
  'POST /shipments/:id/withdrawal': { record: 'draft', sees: owner, body: { reason: 'x' } },
  'POST /shipments/:id/attachments': { record: 'draft', sees: owner },
  'GET /shipments/:id/look-marks': { record: 'released', sees: ['officer'] },
  'POST /shipments/:id/look-marks': {
    record: 'released',
    sees: ['officer'],
    body: { reason: 'x', legalBasis: 'x', until: '2020-01-01T00:00:00Z' },
  },
  'DELETE /shipments/:id/look-marks': { record: 'released', sees: ['officer'] },
  'GET /documents/:id': { record: 'sent', sees: [...owner, 'officer', 'operator'] },
  'GET /documents/:id/versions': { record: 'sent', sees: [...owner, 'officer', 'operator'] },
  'GET /documents/:id/content': { record: 'attachment', sees: [...owner, 'officer', 'operator'] },
  // Held at the airport: the railway yard's gate hears nothing of it.
  'GET /inspections/:id': { record: 'inspection', sees: [...owner, 'officer', 'operator'] },
  'GET /inspections/:id/slots': { record: 'inspection', sees: [...owner, 'officer', 'operator'] },
  'POST /inspections/:id/reschedule': { record: 'inspection', sees: owner, body: { slotId: 'x', reason: 'x' } },
  'POST /inspections/:id/results': {
    record: 'inspection',
    sees: ['officer'],
    body: { outcome: 'normal', handlingCode: '11', findings: 'x' },
  },
  'GET /releases/:id/slip': { record: 'release', sees: [...owner, 'gate'] },
  'POST /releases/:id/gate-out': { record: 'release', sees: ['gate'] },
  'GET /authorisations/:id/uses': { record: 'authorisation', sees: ['trader', 'broker', 'enterprise-key'] },
  'POST /authorisations/:id/acceptance': { record: 'authorisation', sees: ['trader', 'broker'] },
  'POST /authorisations/:id/revocation': { record: 'authorisation', sees: ['trader', 'broker'] },
  'PUT /staff/:id/roles': { record: 'person', sees: ['trader'], body: { roles: ['declarant', 'enterprise-manager'] } },
  'POST /staff/:id/unlocking': { record: 'person', sees: ['trader', 'operator'] },
  'POST /staff/:id/sign-in-link': { record: 'person', sees: ['trader', 'operator'] },
  'POST /api-keys/:id/rotation': { record: 'apiKey', sees: ['trader'], body: { overlapHours: 1 } },
  'DELETE /api-keys/:id': { record: 'apiKey', sees: ['trader'] },
  'PATCH /subscriptions/:id': { record: 'subscription', sees: ['trader'], body: { state: 'paused' } },
  'GET /subscriptions/:id/messages': { record: 'subscription', sees: ['trader'] },
  'POST /subscriptions/:id/test': { record: 'subscription', sees: ['trader'] },
  'POST /subscriptions/:id/replay': { record: 'subscription', sees: ['trader'], body: {} },
  'POST /subscriptions/:id/secret': { record: 'subscription', sees: ['trader'] },
  'DELETE /subscriptions/:id': { record: 'subscription', sees: ['trader'] },
};

/** Routes with a parameter whose record belongs to no organisation, and why. */
export const ownerless: Readonly<Record<string, string>> = {
  'GET /reference/code-lists/:id/entries': 'code tables are for everybody who is signed in',
  'DELETE /sessions/:id': 'tests/identity/sessions.db.test.ts: one’s own sessions only',
  'DELETE /staff/:id': 'tests/identity/staff.db.test.ts: own staff only; it would send the world’s people away',
  'DELETE /invitations/:id': 'tests/identity/staff.db.test.ts: the organisation’s own only',
  'DELETE /staff/:id/second-factor':
    'tests/identity/second-factor.db.test.ts: own staff; it would sign the world’s trader out',
  'GET /receipts/:id': 'tests/ledger/receipts.db.test.ts: one’s own acts, and what one may read of a case',
  'POST /signing-keys/:serial/revocation': 'tests/journeys/signatures.db.test.ts: one’s own keys only',
  'POST /seals/:serial/revocation': 'tests/journeys/signatures.db.test.ts: seals of one’s own organisation only',
  'POST /trust-anchors/:id/confirmation': 'the port office says whom to trust',
  'PUT /trust-anchors/:id/revocation-list': 'the port office says whom to trust',
  'POST /trust-anchors/:id/withdrawal': 'the port office says whom to trust',
  'POST /exchange/channels/:id/pause': 'the port office runs all channels',
  'POST /exchange/channels/:id/resume': 'the port office runs all channels',
  'POST /exchange/channels/:id/drain': 'the port office runs all channels',
  'GET /exchange/bulk-replays/:id': 'the port office runs all channels',
  'POST /exchange/bulk-replays/:id/confirmation': 'the port office runs all channels',
  'POST /exchange/bulk-replays/:id/withdrawal': 'the port office runs all channels',
  'GET /exchange/deliveries/:id': 'the port office runs all channels',
  'POST /exchange/deliveries/:id/replay': 'the port office runs all channels',
  'POST /exchange/faults/:position/:reaction/retry': 'the port office runs all channels',
  'POST /exchange/restores/:id/check': 'the port office runs the database',
  'POST /exchange/messages/:id/replay': 'the port office runs all channels',
  'POST /emergencies/:id/end': 'the port office declares for everybody',
  'GET /emergencies/:id/paper-acts': 'tests/journeys/emergency.db.test.ts: an officer gets his own authority’s papers',
  'POST /emergencies/:id/paper-acts': 'tests/journeys/emergency.db.test.ts: own authority’s papers, filed cases',
  'POST /paper-acts/:id/decision': 'tests/journeys/emergency.db.test.ts: unknown to other authorities',
  'POST /paper-acts/:id/settlement': 'tests/journeys/emergency.db.test.ts: unknown to other authorities',
  'POST /jurisdiction-changes/:id/rehearsal': 'the port office’s rules are of no organisation',
  'POST /jurisdiction-changes/:id/approval': 'the port office’s rules are of no organisation',
  'POST /jurisdiction-changes/:id/withdrawal': 'the port office’s rules are of no organisation',
  'POST /collisions/:id/resolution': 'tests/disposition/collisions.db.test.ts: only an authority concerned',
};
