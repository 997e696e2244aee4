// The element dictionary against the public import interface of the customs declaration (整合申报): what it wants to be declared
// is an element of the form, or stands here with the reason why not; what is needed when agrees.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { elements } from '../../src/hub/shipment/elements.ts';
import { parseCsv } from '../../src/runtime/codec/csv.ts';

const file = path.join(
  process.env.PORTICO_SAMPLES ?? '../shared/samples',
  'goods-declaration',
  'dec_import_interface_fields.csv',
);
const skip = existsSync(file) ? false : `no sample at ${file}`;

type Field = { readonly key: string; readonly length: string; readonly draft: boolean; readonly declare: boolean };
/** The interface names the groups; the message names their rows. */
const nodeNames: Readonly<Record<string, string>> = { DecContainer: 'Container', DecLicenseDocus: 'LicenseDocu' };

function fields(): Field[] {
  const [, ...rows] = parseCsv(readFileSync(file), { maxBytes: 1_000_000, maxRows: 1000, maxColumns: 20 });
  return rows.map(([, node = '', element = '', , , length = '', draft = '', declare = '']) => {
    const name = /([A-Za-z]+)\s*$/.exec(node)?.[1] ?? node;
    return {
      key: `${nodeNames[name] ?? name}/${element}`,
      length,
      draft: draft.startsWith('是'),
      declare: declare.startsWith('是'),
    };
  });
}

/** Parts of the interface that are documents of their own beside head, goods, containers, licences and attachments. */
const elsewhere: Readonly<Record<string, string>> = {
  attributes: 'the message writes its own version',
  TrnHead: 'transit (转关) is a document of its own',
  TrnList: 'transit (转关) is a document of its own',
  TrnContainer: 'transit (转关) is a document of its own',
  TrnContaGoodsList: 'transit (转关) is a document of its own',
  DecGoodsLimitVin: 'the VIN list belongs to the licence of imported cars; carried through unread',
  DecMarkLob: 'pictures of marks are attachments here; carried through unread',
  DecRoyaltyFee: 'the royalty report follows the declaration on its own; carried through unread',
  EcoRelation: 'the certificate of origin relation; carried through unread',
  DecControlModel: 'the control model of restricted goods comes with the licence application',
};
const nodeOf = (key: string) => key.split('/', 1)[0] ?? '';
const byReference = new Map(elements.map((e) => [e.references.dec, e]));

test('[P10] every element the declaration interface requires is in the dictionary, or stands here with the reason', {
  skip,
}, () => {
  const missing = fields().filter(
    (f) => (f.declare || f.draft) && !byReference.has(f.key) && !(nodeOf(f.key) in elsewhere),
  );
  assert.deepEqual(
    missing.map((f) => f.key),
    [],
  );
  const nodes = new Set(fields().map((f) => nodeOf(f.key)));
  assert.deepEqual(
    Object.keys(elsewhere).filter((node) => !nodes.has(node)),
    [],
    'a reason for something that is not there',
  );
});

/** Where the form asks otherwise than the interface, and why. */
const otherwise: Readonly<Record<string, string>> = {
  declarationType: 'Portico writes it: every filing through it is paperless (formats §1.2)',
  secondQuantity: 'asked for only where the tariff has a second unit: rule second-statutory-quantity',
  operationType: 'Portico writes it: add, amend or delete follows from the step',
  clientNumber: 'Portico writes it: deterministic per document and version',
  signatureText: 'comes with electronic signatures (P4)',
  signedAtText: 'comes with electronic signatures (P4)',
};

test('[P10] what a draft and what a declaration needs is what the interface says', { skip }, () => {
  const wrong = fields().flatMap((f) => {
    const element = byReference.get(f.key);
    if (!element || element.id in otherwise) return [];
    const need = f.draft ? 'draft' : f.declare ? 'declare' : 'optional';
    return element.need === need ? [] : [`${element.id}: ${element.need}, the interface says ${need}`];
  });
  assert.deepEqual(wrong, []);
});

/** Longer than the table says, and why. */
const longerHere: Readonly<Record<string, string>> = {
  direction: 'the form says import or export; the message I or E',
  keyingCode: 'the table says nine, the real message carries the ten of the customs registration',
};

test('[P10] no element takes more characters than the interface has room for', { skip }, () => {
  const longer = fields().flatMap((f) => {
    const element = byReference.get(f.key);
    const [room, own] = [Number(f.length), Number(element?.length)];
    // Numbers Portico keeps for itself are shortened when they are written.
    if (
      !element ||
      !Number.isInteger(room) ||
      !Number.isInteger(own) ||
      element.id in otherwise ||
      element.id in longerHere
    )
      return [];
    return own > room ? [`${element.id}: ${own} > ${room}`] : [];
  });
  assert.deepEqual(longer, []);
});
