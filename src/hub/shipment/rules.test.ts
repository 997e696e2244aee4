// Every rule of the form, seen to speak and seen to be silent: a sound form with one thing changed (P10).
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { airImport, railImport, waterExport } from '../../../tests/support/forms.ts';
import { addDecimals, multiplyDecimals } from '../../kernel/decimal.ts';
import type { TariffLine } from '../reference/contract.ts';
import type { Form, FormRow } from './contract.ts';
import type { Lookup, Step } from './rule.ts';
import { checkForm } from './rules.ts';

const tariff = (code: string, more: Partial<TariffLine> = {}): TariffLine =>
  ({
    code,
    name: { zh: '货', en: 'goods' },
    documents: [],
    firstUnit: '035',
    mfnRate: '0',
    vatRate: '0.13',
    elements: [],
    official: false,
    ...more,
  }) as TariffLine;
const lines = new Map(
  [
    tariff('8473309000'),
    tariff('8471309000', { firstUnit: '001', secondUnit: '035' }),
    tariff('2204210000', { documents: ['7'] }),
  ].map((line) => [line.code, line]),
);
/** Every code is known but ZZZ; the tariff holds three lines. */
const lookup: Lookup = {
  code: (_list, code) =>
    code === 'ZZZ' ? { known: true } : { known: true, entry: { code, name: { zh: '名', en: 'name' } } as never },
  tariff: (code) => lines.get(code),
};
const check = (form: Form, step: Step = 'declare') => checkForm({ form, step, lookup });
const rows = (form: Form, group: string) => form[group] as readonly FormRow[];
const withRow = (form: Form, group: string, change: FormRow, at = 0): Form => ({
  ...form,
  [group]: rows(form, group).map((row, i) => (i === at ? { ...row, ...change } : row)),
});
const rail = railImport('RULES-1');
const air = airImport('RULES-2');
const water = waterExport('RULES-3');

type Case = { readonly form: Form; readonly path: string; readonly proposal?: string };
/** Rule → a form it speaks about, where, and what it proposes. */
const cases: Readonly<Record<string, Case>> = {
  'required-element': { form: { ...rail, tradeTerms: '' }, path: 'tradeTerms' },
  'at-least-one-goods-line': { form: { ...rail, goods: [] }, path: 'goods' },
  'two-step-for-imports': { form: { ...water, declarationStep: 'summary' }, path: 'declarationStep' },
  'value-type': { form: { ...rail, packageCount: '8.5' }, path: 'packageCount' },
  'value-length': { form: { ...rail, contractNumber: 'X'.repeat(33) }, path: 'contractNumber' },
  'code-in-table': { form: { ...rail, tradeCountry: 'ZZZ' }, path: 'tradeCountry' },
  'resident-number-check-digit': {
    form: {
      ...rail,
      persons: [{ personRole: 'driver', personDocumentKind: 'ID', personDocumentNumber: '110105194912310021' }],
    },
    path: 'persons[0].personDocumentNumber',
    proposal: '11010519491231002X',
  },
  'container-check-digit': {
    form: withRow(rail, 'containers', { containerNumber: 'CQPU1000015' }),
    path: 'containers[0].containerNumber',
    proposal: 'CQPU1000014',
  },
  'uscc-check-digit': {
    form: { ...rail, traderUscc: '91500103MA5UTRA018' },
    path: 'traderUscc',
    proposal: '91500103MA5UTRA017',
  },
  'customs-registration-shape': { form: { ...rail, traderCode: '50A3160A01' }, path: 'traderCode' },
  'declaration-number-shape': {
    form: { ...rail, relatedDeclaration: '800320262000000001' },
    path: 'relatedDeclaration',
  },
  'air-waybill-check-digit': {
    form: { ...air, billNumber: '112-12345676' },
    path: 'billNumber',
    proposal: '112-12345675',
  },
  'imo-check-digit': { form: { ...water, conveyanceId: '9469561' }, path: 'conveyanceId', proposal: '9469560' },
  'gross-not-below-net': { form: { ...rail, grossMassKg: '1999' }, path: 'grossMassKg' },
  'line-total': {
    form: withRow(rail, 'goods', { totalPrice: '12501' }),
    path: 'goods[0].totalPrice',
    proposal: '12500',
  },
  'one-currency': { form: withRow(rail, 'goods', { currency: 'EUR' }), path: 'goods' },
  'container-mass-within-gross': {
    form: withRow(rail, 'containers', { containerGoodsMassKg: '9000' }),
    path: 'containers',
  },
  'piece-number-shape': { form: { ...rail, pieces: [{ pieceNumber: '唛头' }] }, path: 'pieces[0].pieceNumber' },
  'sscc-check-digit': {
    form: { ...rail, pieces: [{ pieceNumber: '069012345000000018' }] },
    path: 'pieces[0].pieceNumber',
    proposal: '069012345000000011',
  },
  'piece-once': {
    form: { ...rail, pieces: [{ pieceNumber: 'A-1' }, { pieceNumber: 'a 1' }] },
    path: 'pieces[1].pieceNumber',
  },
  'piece-box-listed': {
    form: { ...rail, pieces: [{ pieceNumber: '1', pieceContainer: 'CQPU9999990' }] },
    path: 'pieces[0].pieceContainer',
  },
  'piece-lines-exist': {
    form: { ...rail, pieces: [{ pieceNumber: '1', pieceGoods: '1,9' }] },
    path: 'pieces[0].pieceGoods',
  },
  'piece-lines-in-box': {
    form: {
      ...withRow(rail, 'containers', { containerGoods: '2' }),
      pieces: [{ pieceNumber: '1', pieceContainer: 'CQPU1000014', pieceGoods: '1' }],
    },
    path: 'pieces[0].pieceGoods',
  },
  'pieces-at-most': {
    form: { ...rail, pieces: Array.from({ length: 1001 }, (_, i) => ({ pieceNumber: `${i}`, pieceGoods: '1' })) },
    path: 'pieces',
  },
  'pieces-complete': { form: { ...air, packageCount: '3', pieces: [{ pieceNumber: '1' }] }, path: 'pieces' },
  'piece-lines-named': {
    form: {
      ...rail,
      goods: Array.from({ length: 60 }, () => ({ goodsName: 'X' })),
      pieces: Array.from({ length: 900 }, (_, i) => ({ pieceNumber: `${i}` })),
    },
    path: 'pieces',
  },
  'container-once': {
    form: withRow(rail, 'containers', { containerNumber: 'CQPU1000014' }, 1),
    path: 'containers[1].containerNumber',
  },
  'container-lines-exist': {
    form: withRow(rail, 'containers', { containerGoods: '1,9' }),
    path: 'containers[0].containerGoods',
  },
  'lines-numbered': { form: withRow(rail, 'goods', { lineNumber: '3' }), path: 'goods[0].lineNumber', proposal: '1' },
  'tariff-code-shape': { form: withRow(rail, 'goods', { hsCode: '84733090' }), path: 'goods[0].hsCode' },
  'tariff-code-known': { form: withRow(rail, 'goods', { hsCode: '9999999999' }), path: 'goods[0].hsCode' },
  'first-statutory-unit': {
    form: withRow(rail, 'goods', { firstUnit: '001' }),
    path: 'goods[0].firstUnit',
    proposal: '035',
  },
  'second-statutory-quantity': {
    form: withRow(rail, 'goods', { hsCode: '8471309000', firstUnit: '001', quantityUnit: '001' }),
    path: 'goods[0].secondQuantity',
  },
  'licence-needed-by-tariff': { form: withRow(rail, 'goods', { hsCode: '2204210000' }), path: 'goods[0].hsCode' },
  'dangerous-goods-complete': { form: withRow(rail, 'goods', { unNumber: '3480' }), path: 'goods[0].dangerousName' },
  'price-statement': { form: { ...rail, priceStatement: '00200' }, path: 'priceStatement' },
};

test('[P10] the sound forms raise nothing', () => {
  for (const form of [rail, air, water])
    assert.deepEqual(
      check(form).filter((f) => f.severity === 'error'),
      [],
    );
});

for (const [rule, { form, path, proposal }] of Object.entries(cases))
  test(`[P10] rule ${rule} speaks where it must, in both languages, with what to do`, () => {
    const found = check(form).find((f) => f.rule === rule && f.path === path);
    assert.ok(found, `found only ${JSON.stringify(check(form).map((f) => [f.rule, f.path]))}`);
    for (const text of [found.message, found.remedy])
      assert.ok(text.zh !== '' && text.en !== '' && text.zh !== text.en);
    assert.match(found.ruleVersion, /^\d{4}-\d{2}$/);
    assert.equal(found.proposal, proposal);
  });

test('[P10] taking a proposal silences the rule', () => {
  for (const [rule, { form, path, proposal }] of Object.entries(cases)) {
    if (proposal === undefined) continue;
    const [, group, at, id] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
    const healed = group && id ? withRow(form, group, { [id]: proposal }, Number(at)) : { ...form, [path]: proposal };
    assert.deepEqual(
      check(healed).filter((f) => f.rule === rule && f.path === path),
      [],
      rule,
    );
  }
});

test('[P10] every rule written in this module has its case here', () => {
  const dir = new URL('./', import.meta.url);
  const written = readdirSync(dir)
    .filter((name) => /^rules.*\.ts$/.test(name) && !name.includes('.test.'))
    .flatMap((name) => [
      ...readFileSync(new URL(name, dir), 'utf-8').matchAll(
        /'([a-z]+(?:-[a-z]+)+)',\s*[`'\n ]*(?:path|`|'|\[|textOf|form)/g,
      ),
    ])
    .map((m) => m[1] ?? '');
  assert.deepEqual(
    [...new Set(written)].filter((rule) => !(rule in cases)),
    [],
  );
  assert.ok(new Set(written).size >= 20, `found ${written.length}`);
});

test('[N1][P10] a summary asks for less than a complete declaration, and a complete one for all of it', () => {
  const bare: Form = { ...rail, tradeTerms: '', levyNature: '', transitPort: '', netMassKg: '' };
  const missing = (declarationStep: string) =>
    check({ ...bare, declarationStep })
      .filter((f) => f.rule === 'required-element')
      .map((f) => f.path)
      .sort();
  assert.deepEqual(missing('summary'), []);
  assert.deepEqual(missing('complete'), missing(''));
  assert.ok(missing('').includes('tradeTerms') && missing('').includes('netMassKg'));
  const noName = check({ ...withRow(bare, 'goods', { goodsName: '' }), declarationStep: 'summary' });
  assert.ok(noName.some((f) => f.rule === 'required-element' && f.path === 'goods[0].goodsName'));
});

test('[P10] a draft asks for less than a declaration', () => {
  const bare: Form = { direction: 'import', transportMode: '3', goods: [], containers: [] };
  const asked = (step: Step) =>
    new Set(
      check(bare, step)
        .filter((f) => f.rule === 'required-element')
        .map((f) => f.path),
    );
  const [draft, declare] = [asked('draft'), asked('declare')];
  assert.ok(draft.size > 0 && draft.size < declare.size);
  assert.deepEqual(
    [...draft].filter((path) => !declare.has(path)),
    [],
  );
});

test('[P10] lines whose totals are quantity times price never raise the sum, whatever the decimals', () => {
  const amount = fc
    .tuple(fc.integer({ min: 1, max: 999_999 }), fc.nat(4))
    .map(([n, scale]) => (n / 10 ** scale).toFixed(scale));
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 20 }), (pairs) => {
      const goods = pairs.map(([quantity, unitPrice], i) => ({
        ...rows(rail, 'goods')[0],
        lineNumber: String(i + 1),
        quantity,
        unitPrice,
        totalPrice: multiplyDecimals(quantity, unitPrice),
      }));
      assert.deepEqual(
        check({ ...rail, goods }).filter((f) => f.rule === 'line-total'),
        [],
      );
    }),
  );
});

test('[P10] gross equal to net is allowed, the least below is not', () => {
  const mass = fc.integer({ min: 1, max: 10 ** 9 }).map((n) => (n / 10_000).toFixed(4));
  fc.assert(
    fc.property(mass, (netMassKg) => {
      const raised = (grossMassKg: string) =>
        check({ ...rail, netMassKg, grossMassKg }).some((f) => f.rule === 'gross-not-below-net');
      assert.equal(raised(netMassKg), false);
      assert.equal(raised(addDecimals([netMassKg, '-0.0001'])), true);
    }),
  );
});
