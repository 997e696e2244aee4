// Nobody is sent what is not on his list (R26; B16 按照职能需要; 个人信息保护法 6): every element of a form is given a value of its own, every
// document of every channel is written, and whatever value is found in its bytes must be of an element that its mapping table declares.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { channels } from '../../src/channels/index.ts';
import { allDocuments, mapDocument, registerChannels } from '../../src/hub/mapping/index.ts';
import type { Form } from '../../src/hub/shipment/contract.ts';
import { elements } from '../../src/hub/shipment/index.ts';
import { airImport, railImport, waterExport } from '../support/forms.ts';

before(() => registerChannels(channels));

type Written = ReturnType<typeof allDocuments>[number];
const overlay = {
  'dispatch.clientNumber': 'I26112000000010001',
  'dispatch.shipmentNumber': 'PT2611200000001',
  'dispatch.reference': 'PT2611200000001',
  'dispatch.version': '1',
  'dispatch.sentAt': '2026-11-20T02:00:00.000Z',
  'dispatch.operation': 'declare',
  'dispatch.issuer': 'http://localhost/api/v1/credential-issuer',
  'dispatch.documentId': '01999999-0000-7000-8000-000000000001',
};
/** Elements whose values are few: a code of theirs in the bytes says nothing about where it came from. */
const isFewValued = (type: string, id: string): boolean =>
  type === 'flag' || ['direction', 'transportMode', 'stationCode'].includes(id);
/** A value that no other element has, of the kind that the element takes. */
function canaryOf(type: string, n: number): string {
  if (type === 'decimal' || type === 'integer') return String(73_000 + n);
  if (type === 'date') return new Date(Date.UTC(2031, 0, 1 + n)).toISOString().slice(0, 10);
  if (type === 'instant') return new Date(Date.UTC(2041, 0, 1 + n, 3, 7)).toISOString();
  return `ZQ${String(n).padStart(3, '0')}`;
}
/** How a value may be written: as it is, or a date in any order of its digits that partners use. */
function spellings(type: string, value: string): string[] {
  const [year = '', month = '', day = ''] = value.slice(0, 10).split('-');
  if (type === 'date' || type === 'instant')
    return [value.slice(0, 10), `${year}${month}${day}`, `${year}/${month}/${day}`];
  return [value];
}
const watched = elements
  .map((element, n) => ({ ...element, canary: canaryOf(element.type, n) }))
  .filter(({ type, id }) => !isFewValued(type, id));
function canaryForm(base: Form): Form {
  const of = (group: string) =>
    Object.fromEntries(watched.filter((e) => e.group === group).map((e) => [e.id, e.canary]));
  const groups = [...new Set(elements.map((e) => e.group))].filter((group) => group !== 'head');
  const { direction, transportMode, stationCode } = base;
  return {
    ...of('head'),
    ...Object.fromEntries(groups.map((group) => [group, [of(group)]])),
    direction,
    transportMode,
    stationCode,
  } as Form;
}
/** Elements whose own value stands somewhere in the bytes. */
function foundIn({ document }: Written, form: Form, extra = ''): string[] {
  const { bytes } = document.encode(mapDocument(document.fields, form, overlay), { form, overlay });
  const text = Buffer.from(bytes).toString('latin1') + extra;
  return watched.filter((e) => spellings(e.type, e.canary).some((one) => text.includes(one))).map((e) => e.id);
}
const declaredBy = ({ document }: Written): Set<string> => new Set(document.fields.flatMap((field) => field.from));
const bases = { rail: railImport('M-1'), air: airImport('M-2'), water: waterExport('M-3') };

test('[P1][P11] every document of every channel carries what its list declares, and 0 elements beyond it', () => {
  let carried = 0;
  const beyond: string[] = [];
  for (const [mode, base] of Object.entries(bases))
    for (const written of allDocuments()) {
      const found = foundIn(written, canaryForm(base));
      carried += found.length;
      const declared = declaredBy(written);
      beyond.push(...found.filter((id) => !declared.has(id)).map((id) => `${mode}: ${written.document.id} has ${id}`));
    }
  assert.deepEqual(beyond, []);
  assert.ok(carried > 300, `${carried} values were recognised in the bytes: the test sees what is there`);
});

test('[P11] a value that is not declared is found where a document has it', () => {
  const form = canaryForm(bases.rail);
  for (const written of allDocuments()) {
    const declared = declaredBy(written);
    const foreign = watched.find((e) => !declared.has(e.id));
    assert.ok(foreign, `${written.document.id} takes every element there is`);
    assert.ok(foundIn(written, form, `<x>${foreign.canary}</x>`).includes(foreign.id), written.document.id);
  }
});

test('[P11] no two values can be taken for one another', () => {
  for (const one of watched)
    for (const other of watched)
      if (one !== other)
        assert.ok(
          !spellings(one.type, one.canary).some((text) =>
            spellings(other.type, other.canary).some((t) => t.includes(text)),
          ),
          `${one.id} ${other.id}`,
        );
});
