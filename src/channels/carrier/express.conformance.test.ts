// What an express company says in EPCIS 2.0 (N11): parcels of a waybill, where they were seen, and what is taken back; damage ends as a reason.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InboundFact } from '../../hub/mapping/contract.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { carrier } from './index.ts';

const seen = {
  type: 'ObjectEvent',
  eventID: 'urn:uuid:1',
  eventTime: '2026-11-20T12:00:00+08:00',
  action: 'OBSERVE',
  bizStep: 'https://ref.gs1.org/cbv/BizStep-accepting',
  epcList: ['urn:portico:parcel:SF1', 'urn:epc:id:sscc:0614141.1234567890'],
  bizLocation: { id: 'urn:unlocode:CNCKG' },
  bizTransactionList: [{ type: 'bol', bizTransaction: 'urn:portico:bill:112-12345675' }],
};
const bytesOf = (...eventList: object[]) =>
  Buffer.from(JSON.stringify({ type: 'EPCISDocument', schemaVersion: '2.0', epcisBody: { eventList } }));
const read = (...events: object[]) => carrier.interpret({ bytes: bytesOf(...events) });
const tracked = (fact: InboundFact | undefined) => {
  assert.equal(fact?.fact, 'tracked');
  return fact as Extract<InboundFact, { fact: 'tracked' }>;
};

test('[N11] a parcel seen: its number, waybill, place, time and step, bare or as a whole address', () => {
  assert.ok(carrier.recognises({ bytes: bytesOf(seen) }));
  const { format, facts } = read(seen);
  assert.equal(format, 'EPCIS express accepting');
  const { parcels, bill, place, at, text } = tracked(facts[0]);
  assert.deepEqual([parcels, bill, place, at], [['SF1'], '112-12345675', 'CNCKG', '2026-11-20T04:00:00.000Z']);
  assert.equal(text.zh, '已收寄');
});

test('[N11] what did not occur is another message, told as taken back', () => {
  const back = read({ ...seen, errorDeclaration: { declarationTime: seen.eventTime, reason: 'did_not_occur' } });
  assert.notEqual(back.partnerMessageId, read(seen).partnerMessageId);
  assert.equal(tracked(back.facts[0]).text.zh, '撤销“已收寄”');
});

test('[N11] a document of a station is no express company’s, and what cannot be read ends as a reason', () => {
  const gate = { ...seen, bizLocation: { id: 'urn:portico:station:CKG-EXPRESS' } };
  assert.ok(!carrier.recognises({ bytes: bytesOf(gate) }));
  for (const wrong of [
    { eventID: '' },
    { type: 'TransactionEvent' },
    { bizStep: 'dreaming' },
    { epcList: [] },
    { eventTime: '2026-11-20' },
    { errorDeclaration: { reason: 'whim' } },
    { type: 'AggregationEvent', childEPCs: seen.epcList, parentID: 'urn:elsewhere:1' },
  ])
    assert.throws(() => read({ ...seen, ...wrong }), UnreadableMessage, JSON.stringify(wrong));
});
