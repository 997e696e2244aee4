// What customs says besides its receipts (N1): inspection notices, decisions on applications, letters; each as an order or a ruling.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { InboundFact } from '../../hub/mapping/contract.ts';
import { mapDocument } from '../../hub/mapping/index.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, parseXml, textAt } from '../../runtime/codec/xml.ts';
import { channelLetters, letterOf } from './codes.ts';
import { customs } from './index.ts';
import { changeApplication } from './map-change.ts';

const read = (xml: string) => customs.interpret({ bytes: Buffer.from(xml) });
const factOf = <F extends InboundFact['fact']>(xml: string, fact: F) =>
  read(xml).facts.find((f): f is Extract<InboundFact, { fact: F }> => f.fact === fact);
const notice = (type: string, boxes: readonly string[], more = '') =>
  `<CheckNotice><CheckFormId>CK1</CheckFormId><EntryId>801620261000000001</EntryId><CheckType>${type}</CheckType><NoticeDate>2026-11-26T10:00:00</NoticeDate>${more}<ContainInfos>${boxes
    .map((b) => `<ContainInfo><ContaId>${b}</ContaId></ContainInfo>`)
    .join('')}</ContainInfos></CheckNotice>`;

test('[N1][P6] an inspection notice is an order over the boxes it names, in the way it says; without boxes over all', () => {
  const named = factOf(notice('2JA', ['CSQU3054383', 'TCKU3125044']), 'instruction');
  assert.deepEqual(
    [named?.kind, named?.number, named?.requirements?.inspectionKind, named?.about.objects, named?.about.whole],
    [
      'inspect',
      'CK1',
      'scan',
      [
        { type: 'container', key: 'CSQU3054383' },
        { type: 'container', key: 'TCKU3125044' },
      ],
      undefined,
    ],
  );
  assert.match(named?.reason.zh ?? '', /机检，大型集装箱检查设备，彻底查验/);
  const all = factOf(notice('3', []), 'instruction');
  assert.deepEqual(
    [all?.requirements?.inspectionKind, all?.about.objects, all?.about.whole],
    ['scan-and-manual', [], 'container'],
  );
  for (const bad of [notice('9', []), notice('1A', ['BOX']), notice('1A', []).replace('CK1', '')])
    assert.throws(() => read(bad), UnreadableMessage, bad);
});

test('[N1] a letter says to whom the declaration belongs from then on: taken, given back, or deleted', () => {
  const ruling = (letter: string) =>
    factOf(
      `<DEC_RESULT><CUS_CIQ_NO>I20260000000000001</CUS_CIQ_NO><ENTRY_ID>801620261000000001</ENTRY_ID><NOTICE_DATE>2026-11-26T10:00:00</NOTICE_DATE><CHANNEL>${letter}</CHANNEL></DEC_RESULT>`,
      'answer',
    )?.ruling?.say;
  assert.deepEqual(['7', 'L', 'P', 'E', 'Z', 'A', 'D', 'SpL', 'SpE'].map(ruling), [
    undefined,
    'taken',
    'taken',
    'given-back',
    'given-back',
    'deleted',
    'deleted',
    'taken',
    'given-back',
  ]);
  assert.equal(letterOf('SpQ'), undefined, 'a letter that no list has is not guessed at');
  assert.equal(letterOf('constructor'), undefined);
});

test('[N1] letters.md lists every letter with what it does, as the table has it', () => {
  const readme = readFileSync(new URL('letters.md', import.meta.url), 'utf8');
  for (const [letter, l] of Object.entries(channelLetters)) {
    const cells = [
      letter,
      l.zh,
      l.outcome,
      l.ruling ?? '–',
      l.instruction ? `${l.instruction}${l.term ? ` (${l.term})` : ''}` : '–',
      l.rare ? 'one list' : 'several lists',
    ];
    assert.ok(readme.includes(`| ${cells.join(' | ')} |`), `letters.md lacks: | ${cells.join(' | ')} |`);
  }
  assert.equal((readme.match(/^\| .* lists? \|$/gm) ?? []).length, Object.keys(channelLetters).length);
});

test('[N1][P10] an application to amend lists each field with its old and new value, a line that is gone too; one to withdraw lists none', () => {
  const goods = (name: string, n: number) => ({ lineNumber: String(n), goodsName: name, hsCode: '8473309000' });
  const before = { direction: 'import', grossMassKg: '100', goods: [goods('零件', 1), goods('外壳', 2)] };
  const after = { direction: 'import', grossMassKg: '120', goods: [goods('零配件', 1)] };
  const overlay = { 'change.kind': 'amend', 'change.number': 'PT2611260000001-C1' };
  const write = (kind: string) => {
    const source = { ...overlay, 'change.kind': kind };
    const fields = mapDocument(changeApplication.fields, after, source);
    const was = mapDocument(changeApplication.fields, before, source);
    return parseXml(changeApplication.encode(fields, { form: after, overlay: source, before: was }).bytes);
  };
  const listed = childrenOf(findNode(write('amend'), 'DecModLists'), 'DecModList').map((l) =>
    ['No', 'FieldCode', 'FieldName', 'OldValue', 'NewValue'].map((name) => textAt(l, name)),
  );
  assert.deepEqual(listed, [
    ['0', 'GrossWet', '毛重（千克）', '100', '120'],
    ['1', 'GName', '商品名称', '零件', '零配件'],
    ['2', 'CodeTS', '商品编号', '8473309000', ''],
    ['2', 'GName', '商品名称', '外壳', ''],
    ['2', 'GNo', '商品序号', '2', ''],
  ]);
  const gone = write('withdraw');
  assert.equal(textAt(gone, 'DecModHead/DecModType'), '2');
  assert.deepEqual(childrenOf(findNode(gone, 'DecModLists'), 'DecModList'), []);
});

test('[N1] what customs decides on an application: agreed or not, of which one; an unknown result is set aside', () => {
  const result = (code: string) =>
    `<DecModResult><DecModSeqNo>PT2611260000001-C1</DecModSeqNo><EntryId>801620261000000001</EntryId><Result>${code}</Result><NoticeDate>20261126100000</NoticeDate></DecModResult>`;
  assert.deepEqual(factOf(result('1'), 'answer')?.ruling, { say: 'change-approved', change: 'PT2611260000001-C1' });
  const no = factOf(result('2'), 'answer');
  assert.deepEqual([no?.outcome, no?.ruling?.say], ['noted', 'change-refused']);
  const back = factOf(result('3'), 'answer');
  assert.deepEqual([back?.outcome, back?.ruling?.say], ['noted', 'change-taken-back']);
  for (const bad of [result('4'), result('1').replace('20261126100000', ''), result('toString')])
    assert.throws(() => read(bad), UnreadableMessage);
});
