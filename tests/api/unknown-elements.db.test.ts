// What stands in a form and no element takes (P10, "nothing is lost"): every door refuses it by field, value, rule and remedy, and keeps nothing of it.
// A draft that was stored when there was such an element is still read, and saved again as it stands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { FileAnswer } from '../../src/hub/erp/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import type { Finding } from '../../src/kernel/finding.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

const { application, trader } = await applicationWith(['trader']);
type Refused = {
  readonly code: string;
  readonly text: { zh: string; en: string };
  readonly findings: readonly Finding[];
};

function mustName(findings: readonly Finding[] = [], wanted: readonly (readonly [string, string])[]): void {
  assert.deepEqual(
    findings.map((one) => [one.path, one.value]),
    wanted,
  );
  for (const one of findings) {
    assert.match(one.rule, /^(element|column)-known$/);
    assert.equal(one.severity, 'error');
    assert.ok(one.message.zh.includes(one.value ?? '') && one.message.en.includes(one.path), one.message.en);
    assert.ok(one.remedy.zh && one.remedy.en);
  }
}
const count = async () => (await trader.get<{ items: unknown[] }>('/shipments')).items.length;
const begin = () =>
  trader.send<ShipmentView>('POST', '/shipments', { from: 'empty', direction: 'import', transportMode: '3' });
const strange = {
  direction: 'import',
  transportMode: '3',
  grossWeight: '2100',
  goods: [{ hsCode: '8473309000', colour: 'red' }],
  extras: [{ a: 'b' }],
};
const named = [
  ['grossWeight', '2100'],
  ['goods[0].colour', 'red'],
  ['extras', '[{"a":"b"}]'],
] as const;

test('[P10] by the form: neither saved, checked nor kept as a template; what says nothing is no matter', async () => {
  const draft = await begin();
  const { revision } = draft;
  for (const [method, path, body] of [
    ['PUT', `/shipments/${draft.id}/form`, { form: strange, revision }],
    ['POST', `/shipments/${draft.id}/check`, { step: 'draft', form: strange }],
    ['POST', '/shipment-templates', { name: 'strange', form: strange }],
  ] as const) {
    const problem = await trader.send<Refused>(method, path, body, 422);
    assert.equal(problem.code, 'FORM_ELEMENT_UNKNOWN');
    assert.match(problem.text.en, /grossWeight.*2100/);
    mustName(problem.findings, named);
  }
  const kept = await trader.get<ShipmentView>(`/shipments/${draft.id}`);
  assert.deepEqual([kept.revision, kept.form], [revision, draft.form]);
  await trader.send('PUT', `/shipments/${draft.id}/form`, {
    form: { ...draft.form, grossWeight: '', extras: [] },
    revision,
  });
});

test('[P10] an old draft with an element that is no more is read, saved and filed on; the same words under it are new ones no longer', async () => {
  const draft = await begin();
  const retired = { retiredBox: 'kept for years' };
  await application.unitOfWork.run(portico, async ({ db }) => {
    await sql`update shipment.shipment set draft = draft || ${JSON.stringify(retired)}::jsonb where id = ${draft.id}`.execute(
      db,
    );
  });
  const { form, revision } = await trader.get<ShipmentView>(`/shipments/${draft.id}`);
  assert.equal(form.retiredBox, 'kept for years');
  const other = { form: { ...form, retiredBox: 'typed today' }, revision };
  mustName((await trader.send<Refused>('PUT', `/shipments/${draft.id}/form`, other, 422)).findings, [
    ['retiredBox', 'typed today'],
  ]);
  await trader.send('POST', `/shipments/${draft.id}/check`, { step: 'draft', form });
  await trader.send('PUT', `/shipments/${draft.id}/form`, { form: { ...form, grossMassKg: '2100' }, revision });
  assert.equal((await trader.get<ShipmentView>(`/shipments/${draft.id}`)).form.grossMassKg, '2100');
});

test('[P10][N12] by an upload of several: the strange one is refused for itself, a number that should be text too, the others become drafts', async () => {
  const before = await count();
  const forms = [
    railImport('STRANGE-1'),
    { ...railImport('STRANGE-2'), grossWeight: '2100' },
    { ...railImport('STRANGE-3'), grossMassKg: 2100 },
  ];
  const reply = await trader.raw('POST', '/shipment-sheets', JSON.stringify({ shipments: forms }));
  const { shipments } = (await reply.json()) as FileAnswer;
  assert.deepEqual(
    shipments.map((one) => [one.reference, one.outcome]),
    [
      ['STRANGE-1', 'drafted'],
      ['STRANGE-2', 'refused'],
      ['STRANGE-3', 'refused'],
    ],
  );
  mustName(shipments[1]?.findings, [['grossWeight', '2100']]);
  mustName(shipments[2]?.findings, [['grossMassKg', '2100']]);
  assert.equal(await count(), before + 1);
});

test('[P10][N12] by a sheet: whose line says something under a column that no element has is refused with line and column', async () => {
  const before = await count();
  const sheet = 'traderReference,hsCode,colour\nSTRANGE-4,8473309000,red\nSTRANGE-5,8473309000,\n';
  const { shipments, findings } = (await (await trader.raw('POST', '/shipment-sheets', sheet)).json()) as FileAnswer;
  assert.deepEqual(
    shipments.map((one) => [one.reference, one.outcome]),
    [
      ['STRANGE-4', 'refused'],
      ['STRANGE-5', 'drafted'],
    ],
  );
  mustName(shipments[0]?.findings, [['colour', 'red']]);
  assert.deepEqual(
    shipments[0]?.findings.map((one) => [one.row, one.column]),
    [[2, 'colour']],
  );
  assert.deepEqual(findings, []);
  assert.equal(await count(), before + 1);
});
