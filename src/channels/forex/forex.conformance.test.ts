// The foreign exchange channel (N7): verification and directory, together or alone; what is incomplete is set aside.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { forex } from './index.ts';

const read = (message: unknown) => forex.interpret({ bytes: Buffer.from(JSON.stringify({ forexMessage: message })) });
const verification = { clientNumber: 'E1', number: 'WH1', result: 'verified', text: '相符', textEn: 'Verified' };
const directory = { uscc: '91500103MA5UTRA017', number: 'ML1', grade: 'B', state: 'registered', validTo: '2027-12-31' };
const head = { messageId: 'FX1', at: '2026-11-20T02:00:00Z' };

test('[N7] a verification answers its document, a difference with field and row', () => {
  const outcome = (result: string) => {
    const [fact] = read({ ...head, verification: { ...verification, result, unknown: 1 } }).facts;
    return fact?.fact === 'answer' ? fact.outcome : undefined;
  };
  assert.deepEqual(['verified', 'differs', 'noted'].map(outcome), ['acknowledged', 'rejected', 'noted']);
});

test('[N7][P11] the directory says class and state of an enterprise, with a verification or by itself', () => {
  const standings = (message: object) =>
    read(message).facts.flatMap((f) => (f.fact === 'standing-said' ? [f.standing] : []));
  const [alone] = standings({ ...head, directory });
  assert.deepEqual([alone?.grade, alone?.state, alone?.validTo], ['B', 'issued', '2027-12-31']);
  assert.equal(read({ ...head, verification, directory }).facts.length, 2);
  assert.deepEqual(
    ['ended', 'refused'].map((state) => standings({ ...head, directory: { ...directory, state } })[0]?.state),
    ['ended', 'refused'],
  );
});

test('[N7][P3] what is incomplete or of another shape is set aside', () => {
  const bad = [
    null,
    {},
    head,
    { ...head, at: '', verification },
    { ...head, verification: { ...verification, result: 'maybe' } },
    { ...head, verification: { ...verification, clientNumber: undefined } },
    { ...head, directory: { ...directory, grade: 'D' } },
    { ...head, directory: { ...directory, validTo: 'soon' } },
  ];
  for (const message of bad) assert.throws(() => read(message), UnreadableMessage, JSON.stringify(message));
});

const application = { clientNumber: 'ML2611200000001-1', number: 'SL1', text: '已受理', textEn: 'Accepted' };
const approved = { ...application, result: 'approved', effectiveOn: '2026-11-20' };

test('[N7][P11] an application is accepted, sent back with the field meant, approved with class and day, or refused', () => {
  const told = (more: object, beside: object = {}) => {
    const [fact] = read({ ...head, application: { ...application, ...more }, ...beside }).facts;
    return fact?.fact === 'directory-answered' ? fact : undefined;
  };
  assert.deepEqual(
    ['accepted', 'returned', 'refused'].map((result) => told({ result })?.outcome),
    ['accepted', 'returned', 'refused'],
  );
  assert.equal(told({ result: 'returned', field: 'contact/phone' })?.partnerField, 'contact/phone');
  const said = told(approved, { directory });
  assert.deepEqual([said?.outcome, said?.about], ['approved', { clientNumber: application.clientNumber }]);
  assert.deepEqual(said?.entry, {
    number: 'ML1',
    grade: 'B',
    state: 'registered',
    from: '2026-11-20',
    validTo: '2027-12-31',
  });
  assert.deepEqual(
    read({ ...head, application: approved, directory }).facts.map((f) => f.fact),
    ['directory-answered', 'standing-said'],
  );
});

test('[N7][P3] an answer to an application that leaves out what it needs is set aside', () => {
  const bad = [
    { application: { ...application, result: 'maybe' } },
    { application: { ...application, result: 'accepted', clientNumber: undefined } },
    { application: { ...application, result: 'returned', textEn: '' } },
    { application: approved },
    { application: { ...approved, effectiveOn: 'soon' }, directory },
    { application: { ...approved, effectiveOn: undefined }, directory },
    { application: approved, directory: { ...directory, state: 'refused' } },
    { application: { ...application, result: 'accepted', number: 7 } },
  ];
  for (const message of bad)
    assert.throws(() => read({ ...head, ...message }), UnreadableMessage, JSON.stringify(message));
});
