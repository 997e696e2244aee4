// Every e-commerce message that goes to customs against the official definitions of 2022-05 (issue 6: strict on what we send), and what the simulated
// customs answers too. libxml2 validates; the definitions are read where they lie, and the tests are skipped where they are not.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import {
  XmlBufferInputProvider,
  xmlCleanupInputProvider,
  XmlDocument,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm';
import { customs } from './index.ts';
import { channels } from '../index.ts';
import { registerChannels } from '../../hub/mapping/index.ts';
import type { Form } from '../../hub/shipment/contract.ts';
import { evaluate } from '../../kernel/condition.ts';
import { signXml } from '../../runtime/signatures/sign-xml.ts';
import { corpusOf, writtenOf } from '../../../tests/support/channel-corpus.ts';
import { parcelImport } from '../../../tests/support/forms.ts';
import { makeDeviceKey } from '../../../tests/support/signing.ts';

const dir = path.join(process.env.PORTICO_SAMPLES ?? '../shared/samples', 'ceb-xsd');
const files = {
  imports: '海关跨境进口业务节点报文定义202205.xsd',
  exports: '海关跨境出口业务节点报文定义202205.xsd',
} as const;
const SIGNATURE = 'xmldsig-core-schema.xsd';
const skip = [...Object.values(files), SIGNATURE].every((name) => existsSync(path.join(dir, name)))
  ? false
  : `no definitions at ${dir}`;

before(() => registerChannels(channels));
if (!skip)
  xmlRegisterInputProvider(new XmlBufferInputProvider({ [SIGNATURE]: readFileSync(path.join(dir, SIGNATURE)) }));
after(() => void xmlCleanupInputProvider());

const definitions = new Map<string, XsdValidator>();
function definition(name: string): XsdValidator {
  let found = definitions.get(name);
  if (!found) {
    const text = XmlDocument.fromBuffer(readFileSync(path.join(dir, name)), { url: name });
    found = XsdValidator.fromDoc(text);
    definitions.set(name, found);
  }
  return found;
}
/** What the definition finds wrong; empty where nothing is. */
function faults(text: string): string {
  // 507 and its receipt 508 are of exports, 711 and 712 of imports.
  const name = /CEB50[78]Message/.test(text) ? files.exports : files.imports;
  const document = XmlDocument.fromString(text);
  try {
    definition(name).validate(document);
    return '';
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
  }
}
const key = makeDeviceKey();
const sealed = (bytes: Uint8Array) =>
  signXml(Buffer.from(bytes).toString('utf-8'), key.signer, { chain: [key.spki], keyName: '01691fe9' });
const parcels = () => writtenOf(customs).filter(({ document }) => document.id.startsWith('customs.parcel-'));

test('[N1] every list of parcels is as its official definition has it, once sealed', { skip }, async () => {
  const kinds = new Set<string>();
  for (const { document, bytes, form } of parcels()) {
    kinds.add(document.id);
    assert.equal(faults(await sealed(bytes)), '', `${document.id} of ${form}`);
  }
  assert.deepEqual([...kinds].sort(), [
    'customs.parcel-arrival',
    'customs.parcel-arrival-deletion',
    'customs.parcel-intake',
    'customs.parcel-intake-deletion',
  ]);
});

test('[N1] the inbound detail list is nothing without its signature, which is why it goes sealed or not at all', {
  skip,
}, () => {
  for (const { document, bytes } of parcels()) {
    assert.equal(document.sealed, true);
    const found = faults(Buffer.from(bytes).toString('utf-8'));
    if (document.id.startsWith('customs.parcel-intake')) assert.match(found, /Signature/);
    else assert.equal(found, '', document.id);
  }
});

test('[N1] the definition is really asked: an unknown element, a short guid and a missing number are found', {
  skip,
}, async () => {
  const [one] = parcels().filter(({ document }) => document.id === 'customs.parcel-intake');
  assert.ok(one);
  const text = await sealed(one.bytes);
  for (const [from, to] of [
    ['<ceb:copNo>', '<ceb:strange>x</ceb:strange><ceb:copNo>'],
    [/guid="[^"]{36}"/, 'guid="SHORT"'],
    [/<ceb:logisticsNo>[^<]*<\/ceb:logisticsNo>/, ''],
    [/<ceb:customsCode>\d+/, '<ceb:customsCode>80030'],
  ] as const)
    assert.notEqual(faults(text.replace(from, to)), '', String(from));
});

test('[N1] guids are 36 characters in upper case, one for the message and one for its document', () => {
  const seen = new Set<string>();
  for (const { document, bytes } of parcels()) {
    const text = Buffer.from(bytes).toString('utf-8');
    const [message, inner] = [/ guid="([^"]*)"/, /<ceb:guid>([^<]*)</].map((p) => p.exec(text)?.[1] ?? '');
    for (const guid of [message, inner]) assert.match(guid ?? '', /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    assert.notEqual(message, inner);
    seen.add(`${document.id} ${message}`);
    assert.equal(text.match(/<ceb:(DeliveryHead|ArrivalHead)>/g)?.length, 1, 'one document a message, of a hundred');
  }
  assert.ok(seen.size >= 4);
});

test('[N1] what the definition would refuse is not written: a form without one of its items makes no list', () => {
  const intake = customs.documents.find(({ id }) => id === 'customs.parcel-intake');
  assert.ok(intake);
  const overlay = { 'arrival.station': 'post-express', 'arrival.containers': '' };
  const whole: Form = { ...parcelImport('CLEAN-1'), ...overlay };
  assert.ok(evaluate(intake.neededWhen, whole));
  for (const id of ['parcelOperatorDxp', 'expressCode', 'expressName', 'voyageNumber', 'billNumber', 'pieces'])
    assert.ok(!evaluate(intake.neededWhen, { ...whole, [id]: '' }), id);
});

test('[N1] receipts of the simulated customs are as the definitions have them', { skip }, () => {
  const said = corpusOf(customs).filter(({ document }) => document.id.startsWith('customs.parcel-'));
  const receipts = said.map(({ message }) => Buffer.from(message.bytes).toString('utf-8'));
  const read = receipts.filter((text) => /<CEB(712|508)Message/.test(text));
  assert.ok(read.length > 4);
  for (const text of read) assert.equal(faults(text), '', text);
});
