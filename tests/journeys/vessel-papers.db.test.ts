// One set of vessel papers (M13; GF18 13): typed once, and customs, border inspection and maritime safety each have theirs, in their own language; the
// crew and passenger lists, the dangerous goods notification, the boarding order and the port clearance (N1, N3, N5).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { decodeEdifact } from '../../src/runtime/codec/edifact-charset.ts';
import { readEnvelope } from '../../src/runtime/codec/edifact-envelope.ts';
import { parseEdifact, partOf, segmentsOf } from '../../src/runtime/codec/edifact.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { vesselCall } from '../support/forms.ts';

// Slow enough that what holds only for a while is seen.
const { trader } = await applicationWith(['trader'], { pace: 0.25 });
const shipment = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const disposition = (id: string) => trader.get<BlockingView>(`/shipments/${id}/disposition`);
const closes = (id: string) =>
  until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'the case closes',
    90_000,
  );
const documents = async (id: string) =>
  (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items;
const contentOf = async (id: string, kind: string): Promise<string[]> =>
  Promise.all(
    (await documents(id))
      .filter((d) => d.kind === kind)
      .map(async (d) => (await trader.raw('GET', `/documents/${d.id}/content`)).text()),
  );
const own = (reference: string, n: number): Form => ({
  ...vesselCall(reference),
  billNumber: `YZVESSEL${n}`,
  voyageNumber: `26${n}E`,
});

test('[M13][N1][N3][N5] typed once: the papers of three authorities agree word for word, each has its own forms and nothing else', async () => {
  const form = own('CLEAN-VESSEL-1', 1);
  const { id, submitted } = await fileShipment(trader, form);
  const planned = submitted.plan.documents.map((d) => d.document);
  for (const kind of ['customs', 'border-inspection', 'maritime']) assert.ok(planned.includes(`${kind}.vessel-papers`));
  await closes(id);
  const [customs = ''] = await contentOf(id, 'customs.vessel-papers');
  const [border = ''] = await contentOf(id, 'border-inspection.vessel-papers');
  const [maritime = ''] = await contentOf(id, 'maritime.vessel-papers');
  const part = (xml: string, name: string) =>
    [...xml.matchAll(new RegExp(`<${name}>[\\s\\S]*?</${name}>`, 'g'))].map((m) => m[0]);
  for (const name of ['GeneralDeclaration', 'PortOfCall', 'CrewMember', 'Passenger']) {
    assert.ok(part(customs, name).length > 0, name);
    assert.deepEqual(part(border, name), part(customs, name), name);
    assert.deepEqual(part(maritime, name), part(customs, name), name);
  }
  assert.deepEqual(part(maritime, 'DangerousGoods'), part(customs, 'DangerousGoods'));
  assert.equal(part(customs, 'DangerousGoods').length, 1, 'the line that is none is not listed');
  assert.deepEqual(part(border, 'Store'), part(customs, 'Store'));
  const has = (xml: string) =>
    ['CargoDeclaration', 'Store', 'Effects', 'DangerousGoods'].filter((name) => part(xml, name).length > 0);
  assert.deepEqual(has(customs), ['CargoDeclaration', 'Store', 'Effects', 'DangerousGoods']);
  assert.deepEqual(has(border), ['Store']);
  assert.deepEqual(has(maritime), ['CargoDeclaration', 'DangerousGoods']);
  assert.match(customs, /<NameZh>王磊<\/NameZh>/);
  // Who is on board is nobody else's business.
  for (const d of await documents(id))
    if (d.flow === 'outbound' && !/vessel-papers|-list$/.test(d.kind))
      assert.doesNotMatch((await contentOf(id, d.kind)).join(), /王磊|MASTER|SB0000002/, d.kind);
});

test('[N3] crew and passengers go as PAXLST, one list each, every person with the document he travels on', async () => {
  const { id } = await fileShipment(trader, own('CLEAN-VESSEL-2', 2));
  const found = await until(
    () => shipment(id),
    (s) => s.answers.filter((a) => a.channel === 'border-inspection' && /-list$/.test(a.document)).length >= 4,
    'both lists are acknowledged',
  );
  const listed = async (kind: string) => {
    const [text = ''] = await contentOf(id, kind);
    const { interchange, messages } = readEnvelope(parseEdifact(decodeEdifact(Buffer.from(text))));
    assert.deepEqual([interchange.syntax, interchange.version, messages[0]?.release], ['UNOA', '4', '02B']);
    return messages[0]?.segments ?? [];
  };
  const names = (segments: Awaited<ReturnType<typeof listed>>) =>
    segmentsOf(segments, 'NAD')
      .filter((s) => partOf(s, 0) !== 'MS')
      .map((s) => [partOf(s, 0), partOf(s, 3), partOf(s, 3, 1)]);
  const crew = await listed('border-inspection.crew-list');
  assert.deepEqual(names(crew), [
    ['FM', 'WANG', 'LEI'],
    ['FM', 'LU', 'NA'],
  ]);
  assert.deepEqual(
    segmentsOf(crew, 'DOC').map((s) => partOf(s, 1)),
    ['SB0000001', 'SB0000002'],
  );
  const passengers = await listed('border-inspection.passenger-list');
  assert.deepEqual(names(passengers), [['FL', 'MULLER', 'ANNA']]);
  assert.equal(partOf(segmentsOf(passengers, 'CNT')[0], 0, 1), '1');
  const outcomes = (document: string) =>
    found.answers
      .filter((a) => a.document === document)
      .map((a) => a.outcome)
      .sort();
  assert.deepEqual(outcomes('border-inspection.crew-list'), ['acknowledged', 'noted']);
  assert.deepEqual(outcomes('border-inspection.passenger-list'), ['acknowledged', 'noted']);
});

test('[N3] one of the crew is another and one has another rank: an amendment tells border inspection of these two and nobody else', async () => {
  const { id } = await fileShipment(trader, own('DGNO-VESSEL-4', 4));
  const LIST = 'border-inspection.crew-list';
  await until(
    () => shipment(id),
    (s) =>
      s.answers.some((a) => a.document === LIST && a.outcome === 'acknowledged') &&
      s.answers.some((a) => a.channel === 'maritime' && a.outcome === 'rejected'),
    'the list is taken, and something else has to be amended',
  );
  const amendment = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`);
  const [master, mate, ...others] = (amendment.form?.persons ?? []) as Form[];
  const added = { ...mate, personDocumentNumber: 'SB0000009', personFamilyName: 'ZHOU', personNameZh: '周' };
  const goods = ((amendment.form?.goods ?? []) as Form[]).map((row, i) =>
    i === 0 ? { ...row, unNumber: '3481' } : row,
  );
  const persons = [{ ...master, personRank: 'PILOT' }, mate, ...others, added];
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...amendment.form, goods, persons },
    revision: amendment.revision,
  });
  await trader.send('POST', `/shipments/${id}/submit`, { revision: saved.revision, reason: '船员变更' });
  const lists = await until(
    () => contentOf(id, LIST),
    (all) => all.length === 2,
    'the second list is written',
  );
  const second = lists.find((text) => !text.includes("+9'")) ?? '';
  const { messages } = readEnvelope(parseEdifact(decodeEdifact(Buffer.from(second))));
  assert.deepEqual(
    messages.map(({ segments }) => [
      partOf(segmentsOf(segments, 'BGM')[0], 2),
      ...segmentsOf(segments, 'DOC').map((one) => partOf(one, 1)),
    ]),
    [
      ['4', 'SB0000001'],
      ['2', 'SB0000009'],
    ],
  );
  // Of the passengers nothing changed: their list goes as a whole, as every document of a version does.
  const passengers = (await contentOf(id, 'border-inspection.passenger-list')).map(
    (text) => /BGM\+745\+\w+\+(\d)'/.exec(text)?.[1],
  );
  assert.deepEqual(passengers.sort(), ['5', '9']);
  await closes(id);
});

test('[N5] dangerous goods that maritime does not accept: the answer leads to the box, amended they go, and the vessel has her clearance', async () => {
  const form = own('DGNO-VESSEL-3', 3);
  const { id } = await fileShipment(trader, form);
  const refused = await until(
    () => shipment(id),
    (s) => s.answers.some((a) => a.outcome === 'rejected'),
    'maritime refuses',
  );
  const answer = refused.answers.find((a) => a.outcome === 'rejected');
  assert.deepEqual(
    [answer?.channel, answer?.document, answer?.partnerField, answer?.path],
    ['maritime', 'maritime.dangerous-goods', 'DGS/7124', 'goods[0].unNumber'],
  );
  await until(
    async () =>
      (await disposition(id)).objects
        .filter((o) => o.disposition.holders.some((h) => h.authority === 'maritime' && h.kind === 'hold'))
        .map((o) => o.type),
    (held) => held.includes('goods-line'),
    'maritime holds the goods',
  );
  const amendment = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`);
  const goods = ((amendment.form?.goods ?? []) as Form[]).map((row, i) =>
    i === 0 ? { ...row, unNumber: '3481' } : row,
  );
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...amendment.form, goods },
    revision: amendment.revision,
  });
  await trader.send('POST', `/shipments/${id}/submit`, { revision: saved.revision, reason: '联合国编号更正' });
  await closes(id);
  const second = (await contentOf(id, 'maritime.dangerous-goods')).find((text) => /BGM\+890\+\w+\+5'/.test(text)) ?? '';
  assert.match(second, /DGS\+IMD\+9\+3481/, 'a replacement (function 5) went out');
  const clearance = (await documents(id)).filter((d) => d.name.zh === '国际航行船舶出口岸许可证');
  assert.ok(clearance.length >= 1, 'the port clearance lies with the case');
  const bytes = Buffer.from(await (await trader.raw('GET', `/documents/${clearance[0]?.id}/content`)).arrayBuffer());
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
});

test('[N3][P5] a boarding order holds the conveyance and what is on it until the officers are done', async () => {
  const { id } = await fileShipment(trader, own('BOARD-VESSEL-4', 4));
  const boarded = await until(
    () => disposition(id),
    (v) => v.objects.some((o) => o.type === 'conveyance' && o.disposition.outcome === 'inspection-required'),
    'she is to be boarded',
  );
  const vessel = boarded.objects.find((o) => o.type === 'conveyance');
  assert.deepEqual(vessel?.disposition.inspectedBy, ['border-inspection']);
  await closes(id);
});
