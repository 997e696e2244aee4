// The bonded area system against the public samples (N1): GB18030 in and out, numbers of countries, approvals and gate passes.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { mapDocument } from '../../hub/mapping/index.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, parseXml, textAt } from '../../runtime/codec/xml.ts';
import { bonded } from './index.ts';
import { documents } from './map-outbound.ts';

const dir = path.join(process.env.PORTICO_SAMPLES ?? '../shared/samples', 'bonded');
const skip = existsSync(dir) ? false : `no samples at ${dir}`;

test('[N1] every public bonded message is recognised and read, Chinese and all', { skip }, () => {
  const said = readdirSync(dir)
    .sort()
    .map((name) => {
      const message = { bytes: readFileSync(path.join(dir, name)), fileName: name };
      assert.ok(bonded.recognises(message), name);
      const { format, facts } = bonded.interpret(message);
      const [fact] = facts;
      assert.equal(fact?.fact, 'answer');
      return fact.fact === 'answer' ? [format, fact.outcome, fact.partnerNumber, fact.text.zh] : [];
    });
  assert.deepEqual(said, [
    ['INV201', 'acknowledged', 'QD292420E000007507', '核注清单 QD292420E000007507 入库成功：报文入库成功'],
    ['INV201', 'acknowledged', 'QD292420E000007507', '核注清单 QD292420E000007507 通过'],
    ['INV202', 'acknowledged', 'QD520719E000023456', '核注清单生成报关单草稿 E20190000341106667 通过'],
    ['SAS221', 'acknowledged', 'QD292420E000007507', '核放单 Z2924I200723000000000071 通过'],
    ['CommonResponeMessage', 'acknowledged', '201900000014419208', '处理成功'],
  ]);
});

test('[N1] a bonded list is GB18030, with the customs’ own numbers for country and currency', () => {
  const [list] = documents;
  assert.ok(list);
  const form = {
    direction: 'import',
    recordNumber: 'T8013W000001',
    tradeCountry: 'DEU',
    traderName: '重庆山城光电有限公司（演示）',
    goods: [
      { lineNumber: '1', goodsName: '零件', originCountry: 'CHN', currency: 'EUR' },
      { lineNumber: '2', goodsName: '外壳', originCountry: 'USA', currency: 'USD' },
    ],
  };
  const overlay = { 'dispatch.clientNumber': 'I26112600000010001', 'dispatch.operation': 'declare' };
  const { bytes, charset } = list.encode(mapDocument(list.fields, form, overlay, undefined, '2026-11-26'), {
    form,
    overlay,
  });
  assert.equal(charset, 'gb18030');
  assert.match(decodeText(bytes), /encoding="GB18030"[\s\S]*重庆山城光电有限公司（演示）/);
  assert.throws(() => decodeText(bytes, 'utf-8'), UnreadableMessage);
  const xml = parseXml(bytes);
  assert.equal(textAt(findNode(xml, 'InvtHeadType'), 'StshipTrsarvNatcd'), '304');
  assert.deepEqual(
    childrenOf(findNode(xml, 'InvtMessage'), 'InvtListType').map((l) =>
      ['GdsNm', 'Natcd', 'DclCurrcd'].map((n) => textAt(l, n)),
    ),
    [
      ['零件', '142', '300'],
      ['外壳', '502', '502'],
    ],
  );
});

test('[N1][P3] an unknown type, result or flag is set aside', () => {
  const result = (type: string, code: string, date = '2026-11-26 10:00:00') =>
    `<Package><EnvelopInfo><message_id>M1</message_id><message_type>${type}</message_type></EnvelopInfo><HdeApprResult><etpsPreentNo>1</etpsPreentNo><businessId>QD1</businessId><manageResult>${code}</manageResult><manageDate>${date}</manageDate></HdeApprResult></Package>`;
  assert.equal(bonded.interpret({ bytes: Buffer.from(result('INV201', '3')) }).format, 'INV201');
  for (const bad of [
    result('INV999', '1'),
    result('INV201', '9'),
    result('INV201', '1', 'today'),
    '<CommonResponeMessage><EtpsPreentNo>I1</EtpsPreentNo><DealFlag>7</DealFlag></CommonResponeMessage>',
  ])
    assert.throws(() => bonded.interpret({ bytes: Buffer.from(bad) }), UnreadableMessage, bad);
});
