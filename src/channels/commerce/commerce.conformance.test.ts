// The commerce channel (N8): notices of licences and quotas are read whole, fields beyond them are left; what is incomplete is set aside.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { commerce } from './index.ts';

const read = (message: unknown) => commerce.interpret({ bytes: Buffer.from(JSON.stringify(message)) });
const notice = {
  messageId: 'N1',
  at: '2026-11-20T02:00:00Z',
  state: 'issued',
  number: '26-AB-700001',
  kind: 'automatic-import-licence',
  holderUscc: '91500103MA5UTRA017',
  issuer: '商务部',
  goods: ['87112010'],
  granted: { quantity: '25.5', value: '12500.00', uses: '12' },
  unit: '003',
  currency: 'USD',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  more: { kept: true },
};

test('[N8] a licence is read with its amounts; of an amendment what is left too', () => {
  const { facts, partnerMessageId } = read({ licenceNotice: notice });
  assert.equal(partnerMessageId, 'N1');
  const { messageId: _id, more: _more, ...licence } = notice;
  assert.deepEqual(facts, [{ fact: 'licence-told', licence: { ...licence, at: '2026-11-20T02:00:00.000Z' } }]);
  const [amended] = read({ licenceNotice: { ...notice, state: 'amended', left: { quantity: '3' } } }).facts;
  assert.deepEqual(amended?.fact === 'licence-told' && amended.licence.left, { quantity: '3' });
});

test('[N8][P3] what is incomplete, negative or contradicts itself is set aside', () => {
  const wrong: readonly object[] = [
    { number: '' },
    { number: 'X'.repeat(41) },
    { kind: 'passport' },
    { goods: ['*'] },
    { goods: undefined },
    { granted: undefined },
    { granted: { uses: '1.5' } },
    { granted: { quantity: '-1', uses: '1' } },
    { granted: { quantity: '1e9', uses: '1' } },
    { unit: undefined },
    { currency: undefined },
    { validTo: '2025-12-31' },
    { validTo: '2026-02-30' },
    { year: 2026 },
    { kind: 'quota-certificate' },
    { state: 'amended' },
    { left: { quantity: '25.6' } },
    { at: 'today' },
  ];
  for (const change of wrong)
    assert.throws(() => read({ licenceNotice: { ...notice, ...change } }), UnreadableMessage, JSON.stringify(change));
  for (const message of [{}, null, { licenceVerdict: null }, { licenceNotice: 'x' }])
    assert.throws(() => read(message), UnreadableMessage);
  assert.equal(commerce.recognises({ bytes: Buffer.from('{"licenceNotice":{}}') }), true);
});
