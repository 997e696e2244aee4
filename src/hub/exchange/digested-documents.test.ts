// A document with fields that are digested is not written without the key agreed with its partner, and never as it was typed (N4).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from '../../runtime/context.ts';
import type { Channel, DocumentDefinition } from '../mapping/contract.ts';
import { encodeJson } from '../mapping/index.ts';
import { type DispatchEvent, writeDocument } from './write-document.ts';

const document: DocumentDefinition = {
  id: 'police.screening',
  name: { zh: '核查', en: 'Screening' },
  trigger: 'shipment.submitted',
  neededWhen: { always: true },
  because: { zh: '测试', en: 'a test' },
  fields: [
    { target: 'key', from: ['dispatch.digestKey'] },
    { target: 'plate', from: ['pickupVehicle'], convert: 'plateNumber', digest: true },
  ],
  encode: encodeJson('screening', 'screening'),
};
const channel = { id: 'police', profile: { budget: { requestBytes: 10_000 } } } as Channel;
const event = {
  id: 'e',
  type: 'shipment.submitted',
  position: 1,
  subject: 's',
  occurredAt: '2026-11-26T02:00:00.000Z',
  payload: { shipmentId: 's', version: 1 },
} as unknown as DispatchEvent;
const filing = {
  number: 'PT2611260000001',
  simulated: true,
  version: 1,
  form: { direction: 'import', pickupVehicle: '渝A12345' },
};
const write = (digestRoots: Record<string, { id: string; secret: string }>) =>
  writeDocument({ settings: { digestRoots } } as unknown as Context, event, filing, { channel, document }, 1);

test('[N4] with the key the digest stands there and names the key; without it nothing is written, with the reason', () => {
  const written = write({ police: { id: 'a', secret: Buffer.alloc(32, 1).toString('base64') } });
  assert.ok('document' in written);
  const { screening } = JSON.parse(Buffer.from(written.document.bytes).toString('utf-8')) as {
    screening: Record<string, string>;
  };
  assert.equal(screening.key, 'a/202611');
  assert.match(screening.plate ?? '', /^[0-9a-f]{64}$/);
  for (const roots of [{}, { another: { id: 'a', secret: 'x' } }]) {
    const refused = write(roots);
    assert.ok('reason' in refused && /摘要密钥/.test(refused.reason));
  }
});
