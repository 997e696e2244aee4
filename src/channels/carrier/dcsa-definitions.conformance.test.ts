// Shipping instructions against the official definition (DCSA eBL 3.0, OpenAPI), and what the simulated carrier says of them and of its schedules
// (issue 6: strict on what we send). The definitions are read where they lie; the tests are skipped where they are not. Those of Booking 2.0 and of the
// events of Track & Trace are not among them.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import Ajv, { type ValidateFunction } from 'ajv-draft-04';
import { parse } from 'yaml';
import { corpusOf } from '../../../tests/support/channel-corpus.ts';
import { everybodysForm, waterExport } from '../../../tests/support/forms.ts';
import { mapDocument, registerChannels } from '../../hub/mapping/index.ts';
import type { Form } from '../../hub/shipment/contract.ts';
import { channels } from '../index.ts';
import { carrier } from './index.ts';
import { dialledFromAbroad, shippingInstructions } from './shipping-instructions.ts';

const dir = path.join(process.env.PORTICO_SAMPLES ?? '../shared/samples', 'dcsa');
const files = { ebl: 'EBL_v3.0.4.yaml', ovs: 'OVS_v3.0.2.yaml' } as const;
const skip = Object.values(files).every((name) => existsSync(path.join(dir, name)))
  ? false
  : `no definitions at ${dir}`;
const ajv = new Ajv.default({ strict: false, allErrors: true, validateFormats: false });

before(() => {
  registerChannels(channels);
  if (skip) return;
  for (const [name, file] of Object.entries(files)) {
    const { components } = parse(readFileSync(path.join(dir, file), 'utf-8')) as { components: { schemas: object } };
    ajv.addSchema({ components: { schemas: components.schemas } }, name);
  }
});
function faultsOf(schema: string, said: unknown): string[] {
  const [api, name] = schema.split(' ');
  const validate: ValidateFunction | undefined = ajv.getSchema(`${api}#/components/schemas/${name}`);
  assert.ok(validate, schema);
  validate(said);
  return (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}
function bodyOf(form: Form, overlay: Record<string, string> = {}): Record<string, unknown> {
  const given = {
    'dispatch.clientNumber': 'E26112600000010001',
    'dispatch.shipmentNumber': 'PT2611260000001',
    ...overlay,
  };
  const fields = mapDocument(shippingInstructions.fields, form, given, (text) => text, '2026-11-26');
  return JSON.parse(Buffer.from(shippingInstructions.encode(fields, { form, overlay: given }).bytes).toString());
}
const booked: Form = { ...waterExport('CLEAN-1'), bookingNumber: 'BKG2611260001' };
const twoBoxes: Form = {
  ...booked,
  tradeCountry: 'DEU',
  declarantPhone: '+49 40 3611 0',
  containers: [
    ...(booked.containers as Record<string, string>[]),
    {
      containerNumber: 'YXEU4000025',
      containerSpec: '21',
      containerGoods: '1',
      containerGoodsMassKg: '1000.5',
      sealNumber: 'YX70025',
    },
  ],
};

test('[N11] shipping instructions are what the official definition asks, created and updated', { skip }, () => {
  for (const form of [booked, twoBoxes, everybodysForm('CLEAN-1')]) {
    assert.deepEqual(faultsOf('ebl CreateShippingInstructions', bodyOf(form)), []);
    const known = bodyOf(form, { 'dispatch.partnerNumber': 'SI-1' });
    assert.deepEqual(faultsOf('ebl UpdateShippingInstructions', known), []);
  }
  const { seals: _, ...box } = (bodyOf(booked).utilizedTransportEquipments as Record<string, unknown>[])[0] ?? {};
  const bare = { ...bodyOf(booked), utilizedTransportEquipments: [box] };
  assert.notDeepEqual(faultsOf('ebl CreateShippingInstructions', bare), [], 'the definition is asked');
});

test('[N11] the carrier is told whom to call and whether the goods go into the zone of ICS2', () => {
  assert.deepEqual(bodyOf(booked).partyContactDetails, [{ name: '陈演示', phone: '+86 23-63110012' }]);
  assert.deepEqual(bodyOf(twoBoxes).partyContactDetails, [{ name: '陈演示', phone: '+49 40 3611 0' }]);
  assert.equal(dialledFromAbroad('13800138000'), '+86 13800138000');
  assert.deepEqual(
    [bodyOf(booked), bodyOf(twoBoxes)].map((one) => one.isCargoDeliveredInICS2Zone),
    [false, true],
  );
});

test('[N11] what the simulated carrier says of instructions and schedules is what the official definition asks', {
  skip,
}, () => {
  const schemaOf = (one: Record<string, unknown>): string | undefined => {
    if (one.type === 'org.dcsa.shipping-instructions.v3') return 'ebl ShippingInstructionsNotification';
    if (one.type === 'org.dcsa.transport-document.v3') return 'ebl TransportDocumentNotification';
    if ('vesselSchedules' in one) return 'ovs ServiceSchedule';
    return 'shippingInstructionsReference' in one ? 'ebl CreateShippingInstructionsResponse' : undefined;
  };
  const seen = new Set<string>();
  for (const { message } of corpusOf(carrier)) {
    const text = Buffer.from(message.bytes).toString('utf-8');
    if (!/^[{[]/.test(text)) continue;
    for (const one of [JSON.parse(text)].flat() as Record<string, unknown>[]) {
      const schema = schemaOf(one);
      if (!schema) continue;
      seen.add(schema);
      assert.deepEqual(faultsOf(schema, one), [], text);
    }
  }
  assert.equal(seen.size, 4);
});
