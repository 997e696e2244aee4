// The bank channel against ISO 20022 (N9): what we send fits our table of the definition, what banks send is read whatever else it holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mapDocument } from '../../hub/mapping/index.ts';
import type { InboundFact } from '../../hub/mapping/contract.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { parseXml } from '../../runtime/codec/xml.ts';
import { writtenOf } from '../../../tests/support/channel-corpus.ts';
import { checkIso } from './check-iso.ts';
import { bank } from './index.ts';
import { pain001 } from './iso-tables.ts';
import { interpret } from './map-inbound.ts';

const order = bank.documents.find((d) => d.id === 'bank.payment-order');
const overlay = {
  'dispatch.clientNumber': 'I26112000000010004',
  'dispatch.shipmentNumber': 'PT2611200000001',
  'dispatch.sentAt': '2026-11-20T02:00:00.000Z',
  'payment.endToEndId': '801620261000000001-A01-1',
  'payment.number': '801620261000000001-A01',
  'payment.declarationNumber': '801620261000000001',
  'payment.currency': 'CNY',
  'payment.amount': '1234.50',
  'payment.debtorAccount': '6222020200012345678',
  'payment.payee': '国家金库重庆市分库',
  'payment.payeeAccount': '27100000000000001',
  'payment.executeOn': '2026-11-20',
};
const write = (form: Record<string, string>, more: Record<string, string> = {}) => {
  assert.ok(order);
  const all = { ...overlay, ...more };
  return order.encode(mapDocument(order.fields, form, all), { form, overlay: all }).bytes;
};
const factsOf = (xml: string): readonly InboundFact[] => interpret(Buffer.from(xml)).facts;
const statusReport = (inside: string) =>
  `<Document><CstmrPmtStsRpt><GrpHdr><MsgId>S1</MsgId><CreDtTm>2026-11-20T10:00:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>I26112000000010004</OrgnlMsgId>${inside}</CstmrPmtStsRpt></Document>`;
const words = (facts: readonly InboundFact[]) => facts.flatMap((f) => (f.fact === 'payment-said' ? [f] : []));

test('[N9] whatever the trader is called, the order fits the definition: order, presence, lengths, codes, amount', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).filter((s) => s.trim() !== '');
  fc.assert(
    fc.property(name, fc.stringMatching(/^[0-9A-Z]{1,40}$/), (traderName, traderUscc) => {
      const faults = checkIso(parseXml(write({ traderName, traderUscc, traderReference: 'TAX-1' })), pain001);
      assert.deepEqual(faults, []);
    }),
    { numRuns: 300 },
  );
});

test('[N9] the order of every form of the tests fits the definition', () => {
  const written = writtenOf(bank);
  assert.ok(written.length > 10);
  for (const { form, bytes } of written) assert.deepEqual(checkIso(parseXml(bytes), pain001), [], form);
});

test('[N9] the table finds what is wrong: missing, out of order, too long, unknown, no amount, no currency', () => {
  const good = Buffer.from(write({ traderName: 'A', traderReference: 'R' })).toString();
  const faults = (from: string, to: string) => checkIso(parseXml(Buffer.from(good.replace(from, to))), pain001);
  assert.deepEqual(checkIso(parseXml(Buffer.from(good)), pain001), []);
  assert.match(faults('<PmtMtd>TRF</PmtMtd>', '')[0] ?? '', /PmtMtd: missing/);
  assert.match(faults('<PmtMtd>TRF</PmtMtd>', '<PmtMtd>CHK</PmtMtd>')[0] ?? '', /CHK is none of TRF/);
  assert.match(faults('<MsgId>I26112000000010004</MsgId>', `<MsgId>${'9'.repeat(36)}</MsgId>`)[0] ?? '', /not 36/);
  assert.match(faults('>1234.50</InstdAmt>', '>1234,50</InstdAmt>')[0] ?? '', /no Amount/);
  assert.match(faults(' Ccy="CNY"', '')[0] ?? '', /no currency/);
  assert.match(
    faults('<NbOfTxs>1</NbOfTxs>', '<NbOfTxs>1</NbOfTxs><Other>1</Other>')[0] ?? '',
    /not in the definition/,
  );
  assert.match(faults('<Dt>2026-11-20</Dt>', '<Dt>20261120</Dt>')[0] ?? '', /no Date/);
});

test('[N9] every status of a transaction, of a payment and of the whole message is read, with namespace or prefix, and unknown elements', () => {
  const transaction = (code: string) =>
    statusReport(
      `</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>E-1</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>E-1</OrgnlEndToEndId><TxSts>${code}</TxSts><Whatever a="b"><X/></Whatever></TxInfAndSts></OrgnlPmtInfAndSts>`,
    );
  for (const code of ['RCVD', 'ACTC', 'ACCP', 'ACSP', 'PDNG', 'ACSC', 'RJCT']) {
    const [said] = words(factsOf(transaction(code)));
    assert.equal(said?.word.say === 'status' && said.word.status, code);
    assert.equal(said?.endToEndId, 'E-1');
    assert.ok(said?.word.text.zh && said.word.text.en);
  }
  const prefixed = transaction('ACSC')
    .replaceAll('<', '<p:')
    .replaceAll('<p:/', '</p:')
    .replace('<p:Document>', '<p:Document xmlns:p="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">');
  assert.deepEqual(factsOf(prefixed), factsOf(transaction('ACSC')));
  const payment = factsOf(
    statusReport(
      '</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>E-2</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></OrgnlPmtInfAndSts>',
    ),
  );
  assert.deepEqual([words(payment)[0]?.endToEndId, words(payment)[0]?.word.reasonCode], ['E-2', 'AC04']);
  const whole = factsOf(statusReport('<GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts>'));
  assert.equal(words(whole)[0]?.endToEndId, undefined);
  assert.equal(whole[0]?.fact === 'answer' && whole[0].outcome, 'rejected');
});

test('[N9] a status that is not of the list is told and decides nothing; a reason that is not of the list keeps what the bank wrote', () => {
  const facts = factsOf(
    statusReport(
      '</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>E-1</OrgnlPmtInfId><PmtInfSts>ZZZZ</PmtInfSts><StsRsnInf><Rsn><Prtry>X9</Prtry></Rsn><AddtlInf>请到柜台</AddtlInf></StsRsnInf></OrgnlPmtInfAndSts>',
    ),
  );
  assert.deepEqual(words(facts), []);
  assert.match(facts[0]?.fact === 'answer' ? facts[0].text.zh : '', /X9：请到柜台/);
});

const statement = (entries: string) =>
  `<Document><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>ST1</Id><CreDtTm>2026-11-20T20:00:00+08:00</CreDtTm><Acct><Id><Othr><Id>6222</Id></Othr></Id></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`;
const entry = (more: { status?: string; reversal?: string; amount?: string; details?: string }) =>
  `<Ntry><NtryRef>N1</NtryRef><Amt Ccy="CNY">${more.amount ?? '100.00'}</Amt><CdtDbtInd>DBIT</CdtDbtInd>${more.reversal ?? ''}<Sts><Cd>${more.status ?? 'BOOK'}</Cd></Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt>${more.details ?? ''}</Ntry>`;
const part = (id: string, amount: string) =>
  `<TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs><Amt Ccy="CNY">${amount}</Amt></TxDtls>`;
const linesOf = (xml: string) => {
  const [fact] = factsOf(xml);
  return fact?.fact === 'statement-made' ? fact.lines : [];
};

test('[N9] a statement gives every booked entry: batches part by part, reversals the other way, pending ones not yet', () => {
  const [line] = linesOf(statement(entry({ details: `<NtryDtls>${part('E-1', '100.00')}</NtryDtls>` })));
  assert.deepEqual(line, {
    reference: 'N1',
    credit: false,
    bookedOn: '2026-11-20',
    amount: '100.00',
    currency: 'CNY',
    endToEndId: 'E-1',
  });
  const batch = linesOf(
    statement(entry({ details: `<NtryDtls>${part('E-1', '40')}${part('E-2', '60.00')}</NtryDtls>` })),
  );
  assert.deepEqual(
    batch.map((l) => [l.reference, l.endToEndId, l.amount]),
    [
      ['N1/1', 'E-1', '40'],
      ['N1/2', 'E-2', '60.00'],
    ],
  );
  const wrong = linesOf(statement(entry({ details: `<NtryDtls>${part('E-1', '40')}${part('E-2', '61')}</NtryDtls>` })));
  assert.deepEqual(
    wrong.map((l) => [l.amount, l.endToEndId]),
    [['100.00', undefined]],
  );
  assert.equal(linesOf(statement(entry({ reversal: '<RvslInd>true</RvslInd>' })))[0]?.credit, true);
  assert.deepEqual(linesOf(statement(entry({ status: 'PDNG' }))), []);
});

test('[N9][P3] what lacks its id, time, amount, currency or direction is set aside with the reason in both languages', () => {
  const bad = [
    '<Document><Other/></Document>',
    '<Document><CstmrPmtStsRpt/></Document>',
    statusReport('</OrgnlGrpInfAndSts>').replace('<MsgId>S1</MsgId>', ''),
    statusReport('<GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts>').replace('2026-11-20T10:00:00', '20.11.2026'),
    '<Document><PmtRtr><GrpHdr><MsgId>R</MsgId><CreDtTm>2026-11-20T10:00:00</CreDtTm></GrpHdr></PmtRtr></Document>',
    statement(entry({ amount: '1e3' })),
    statement(entry({ amount: '-5' })),
    statement(entry({}).replace(' Ccy="CNY"', '')),
    statement(entry({}).replace('DBIT', 'BOTH')),
    '{"undertaking":{"kind":"guarantee"}}',
    '{"undertaking":null}',
    'null',
  ];
  for (const xml of bad)
    assert.throws(
      () => interpret(Buffer.from(xml)),
      (error: unknown) => error instanceof UnreadableMessage && error.reason.zh !== '' && error.reason.en !== '',
      xml,
    );
});
