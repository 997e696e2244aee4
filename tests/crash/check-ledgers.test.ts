// The checker of the crash rounds finds what it is there to find: each seeded defect, and none in sound ledgers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLedgers, type Ledgers } from './harness/check-ledgers.ts';

const sound: Ledgers = {
  filed: [
    { caseId: 'a', versions: 1, ends: { state: 'closed', releases: 1 } },
    { caseId: 'b', versions: 2, ends: { state: 'submitted', releases: 0 } },
  ],
  cases: [
    {
      caseId: 'a',
      version: 1,
      state: 'closed',
      releases: 1,
      documents: [{ id: 'a1', channel: 'customs', version: 1, takesBack: false, digest: 'x', delivered: true }],
    },
    {
      caseId: 'b',
      version: 2,
      state: 'submitted',
      releases: 0,
      documents: [
        { id: 'b1', channel: 'customs', version: 1, takesBack: false, digest: 'y', delivered: true },
        { id: 'b2', channel: 'customs', version: 2, takesBack: false, digest: 'z', delivered: true },
      ],
    },
  ],
  partners: {
    customs: [
      { messageId: 'a1', digest: 'x', again: false },
      { messageId: 'b1', digest: 'y', again: false },
      { messageId: 'b1', digest: 'y', again: true },
      { messageId: 'b2', digest: 'z', again: false },
    ],
  },
  seen: [
    { position: 3, type: 'shipment.submitted', caseId: 'a' },
    { position: 5, type: 'release.granted', caseId: 'a' },
    { position: 6, type: 'shipment.submitted', caseId: 'b' },
    { position: 9, type: 'shipment.submitted', caseId: 'b' },
  ],
  pulled: [
    { position: 1, type: 'session.opened' },
    { position: 3, type: 'shipment.submitted', caseId: 'a' },
    { position: 5, type: 'release.granted', caseId: 'a' },
    { position: 6, type: 'shipment.submitted', caseId: 'b' },
    { position: 9, type: 'shipment.submitted', caseId: 'b' },
  ],
};
const change = (act: (ledgers: { -readonly [K in keyof Ledgers]: Ledgers[K] } & Draft) => void): Ledgers => {
  const copy = structuredClone(sound) as unknown as Parameters<typeof act>[0];
  act(copy);
  return copy;
};
type Draft = {
  cases: { state: string; version: number; releases: number; documents: { delivered: boolean }[] }[];
  partners: Record<string, { messageId: string; digest: string; again: boolean }[]>;
  seen: object[];
  pulled: object[];
};

test('[P3] sound ledgers balance', () => assert.deepEqual(checkLedgers(sound), []));

const defects: Record<string, [Ledgers, RegExp]> = {
  'an acknowledged case is gone': [change((l) => l.cases.shift()), /acknowledged and not there/],
  'an acknowledged version is gone': [
    change((l) => Object.assign(l.cases[1] ?? {}, { version: 1 })),
    /version 2 acknowledged/,
  ],
  'a case is stuck': [change((l) => Object.assign(l.cases[0] ?? {}, { state: 'submitted' })), /ends closed/],
  'a release is missing': [change((l) => Object.assign(l.cases[0] ?? {}, { releases: 0 })), /0 releases/],
  'no document was written': [change((l) => Object.assign(l.cases[0] ?? {}, { documents: [] })), /no document/],
  'a document is stuck': [
    change((l) => Object.assign(l.cases[0]?.documents[0] ?? {}, { delivered: false })),
    /not delivered/,
  ],
  'a document never arrived': [change((l) => l.partners.customs?.shift()), /taken 0 times/],
  'a document had its effect twice': [
    change((l) => l.partners.customs?.push({ messageId: 'a1', digest: 'x', again: false })),
    /taken 2 times/,
  ],
  'it came again with other bytes': [
    change((l) => l.partners.customs?.push({ messageId: 'a1', digest: 'other', again: true })),
    /other bytes/,
  ],
  'a partner took what nobody filed': [
    change((l) => l.partners.customs?.push({ messageId: 'ghost', digest: 'x', again: false })),
    /of no case/,
  ],
  'the versions of a case overtook each other': [change((l) => l.partners.customs?.reverse()), /got versions 2, 1/],
  'a withdrawal overtook what it takes back': [
    change((l) => Object.assign(l.cases[1]?.documents[0] ?? {}, { version: 2, takesBack: true })),
    /got versions 2.5, 2/,
  ],
  'a live reader missed one': [change((l) => l.seen.splice(1, 1)), /missed 1/],
  'a live reader saw one twice': [change((l) => l.seen.push(l.seen[3] ?? {})), /twice or out of order/],
  'one who pulls saw two exchanged': [change((l) => l.pulled.reverse()), /twice or out of order/],
  'a filing was filed twice': [
    change((l) => l.pulled.push({ position: 12, type: 'shipment.submitted', caseId: 'a' })),
    /filed 2 times/,
  ],
  'nobody saw anything': [change((l) => l.seen.splice(0)), /saw nothing/],
};
for (const [defect, [ledgers, finding]] of Object.entries(defects))
  test(`[P3] found: ${defect}`, () => {
    const faults = checkLedgers(ledgers);
    assert.ok(
      faults.some((fault) => finding.test(fault)),
      JSON.stringify(faults),
    );
  });
