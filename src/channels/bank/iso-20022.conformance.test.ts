// The bank's messages against ISO 20022 as others know it (N9; issue 6: strict on what we send). The official definitions (XSD) validate what we
// send and what the simulated bank says, where they lie: `iso-20022` beside the samples, or PORTICO_ISO_20022. Two libraries that share nothing with
// us are always asked: what `iso20022.js` reads of a statement and a status is what we read, and an order that `sepa` writes is read and built as ours.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { CashManagementEndOfDayReport, PaymentStatusReport } from 'iso20022.js';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { Document } from 'sepa';
import { corpusOf, writtenOf } from '../../../tests/support/channel-corpus.ts';
import { compareDecimals } from '../../kernel/decimal.ts';
import { parseXml, textAt, type XmlNode } from '../../runtime/codec/xml.ts';
import { channels } from '../index.ts';
import { registerChannels } from '../../hub/mapping/index.ts';
import { bank } from './index.ts';
import { type IsoElement, pain001 } from './iso-tables.ts';
import { interpret } from './map-inbound.ts';

const dir = process.env.PORTICO_ISO_20022 ?? path.join(process.env.PORTICO_SAMPLES ?? '../shared/samples', 'iso-20022');
/** They may not be committed, so CI has none: what asks them is there only where they are, by hand. */
const official = existsSync(dir) ? test : undefined;

let corpus: string[];
before(() => {
  registerChannels(channels);
  corpus = corpusOf(bank).map(({ message }) => Buffer.from(message.bytes).toString('utf-8'));
});

const definitions = new Map<string, XsdValidator>();
/** What the official definition that the message names by its namespace finds wrong. */
function faults(text: string): string {
  const name = /urn:iso:std:iso:20022:tech:xsd:([a-z]+\.\d+\.\d+\.\d+)/.exec(text)?.[1];
  assert.ok(name, text);
  const definition =
    definitions.get(name) ?? XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(path.join(dir, `${name}.xsd`))));
  definitions.set(name, definition);
  const document = XmlDocument.fromString(text);
  try {
    definition.validate(document);
    return '';
  } catch (error) {
    return (error as Error).message;
  } finally {
    document.dispose();
  }
}
const orders = () => writtenOf(bank).map(({ bytes }) => Buffer.from(bytes).toString('utf-8'));
const told = (name: string) => corpus.filter((text) => text.includes(`:xsd:${name}.`));

official?.(
  '[N9] the order of every form, and all that the simulated bank answers, is as the official definitions have it',
  () => {
    assert.ok(orders().length > 10);
    for (const text of orders()) assert.equal(faults(text), '', text);
    // Money goes back for the value added tax alone.
    const back = answersTo(
      orders()[0]?.replaceAll(/(<EndToEndId>)[^<]*/g, '$1801620261000000001-L01-1') ?? '',
      'TAXBACK',
    );
    const said = [...told('pain.002'), ...told('camt.053'), ...back];
    for (const text of said) assert.equal(faults(text), '', text);
    for (const name of ['pain.002', 'camt.053', 'pacs.004'])
      assert.ok(
        said.some((text) => text.includes(`:xsd:${name}.`)),
        name,
      );
  },
);

official?.(
  '[N9] the definition is really asked: what is out of order, too long, missing or of no code is found',
  () => {
    const [good = ''] = orders();
    for (const [from, to] of [
      ['<PmtMtd>TRF</PmtMtd>', ''],
      ['<PmtMtd>TRF</PmtMtd>', '<PmtMtd>XXX</PmtMtd>'],
      [/<MsgId>[^<]*</, `<MsgId>${'9'.repeat(36)}<`],
      ['</InitgPty>', '</InitgPty><Other/>'],
      [' Ccy="CNY"', ''],
    ] as const)
      assert.notEqual(faults(good.replace(from, to)), '', String(from));
  },
);

/** Element by element: what both have stands in the same order. */
function sameOrder(theirs: XmlNode, ours: IsoElement, at = ours.name): number {
  const known = (ours.children ?? []).map(({ name }) => name);
  const places = theirs.children.map(({ name }) => known.indexOf(name)).filter((place) => place >= 0);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
    at,
  );
  return theirs.children.reduce((sum, child) => {
    const same = ours.children?.find(({ name }) => name === child.name);
    return sum + (same ? 1 + sameOrder(child, same, `${at}/${child.name}`) : 0);
  }, 0);
}

test('[N9] an order that another library writes is built as ours, and the simulated bank reads the same in it', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Z0-9]{1,20}$/),
      fc.stringMatching(/^[A-Z0-9]{1,20}$/),
      fc.integer({ min: 1, max: 99_999_999 }),
      (id, endToEndId, cents) => {
        const document = new Document('pain.001.001.09');
        document.grpHdr.id = id;
        document.grpHdr.created = new Date('2026-11-20T02:00:00Z');
        document.grpHdr.initiatorName = 'Auto Parts';
        const payment = document.createPaymentInfo();
        Object.assign(payment, {
          id: 'P1',
          requestedExecutionDate: new Date('2026-11-20T00:00:00Z'),
          debtorIBAN: 'DE43500105178994141576',
          debtorBIC: 'INGDDEFFXXX',
          debtorName: 'Auto Parts',
        });
        const transaction = payment.createTransaction();
        Object.assign(transaction, {
          creditorName: 'Treasury',
          creditorIBAN: 'DE40987654329876543210',
          amount: cents / 100,
          end2endId: endToEndId,
        });
        payment.addTransaction(transaction);
        document.addPaymentInfo(payment);
        const text = document.toString();
        assert.ok(sameOrder(parseXml(Buffer.from(text)), pain001) >= 20);
        const [accepted, , settled, statement] = answersTo(text);
        assert.equal(textAt(findIn(accepted), 'OrgnlGrpInfAndSts/OrgnlMsgId'), id);
        const facts = interpret(Buffer.from(settled ?? '')).facts;
        const word = facts.find((fact) => fact.fact === 'payment-said');
        assert.equal(word?.endToEndId, endToEndId);
        assert.ok(word?.word.say === 'status' && word.word.amount && word.word.currency === 'EUR');
        assert.equal(compareDecimals(word.word.amount, (cents / 100).toFixed(2)), 0);
        const [made] = interpret(Buffer.from(statement ?? '')).facts;
        assert.ok(made?.fact === 'statement-made');
        assert.equal(made.account, 'DE43500105178994141576');
        assert.deepEqual(
          made.lines.map((line) => [line.endToEndId, line.credit]),
          [[endToEndId, false]],
        );
      },
    ),
    { numRuns: 50 },
  );
});
function answersTo(text: string, scenario = 'CLEAN'): string[] {
  let number = 0;
  const world = { now: '2026-11-20T02:00:00.000Z', next: () => ++number, memory: new Map<string, string>() };
  const { later } = bank.simulator.react({ bytes: Buffer.from(text), scenario } as never, world as never);
  return later.map(({ message }) => Buffer.from(message.bytes).toString('utf-8'));
}
const findIn = (text = ''): XmlNode | undefined => parseXml(Buffer.from(text)).children[0];

test('[N9] what another library reads in every status that the simulated bank says is what we read', () => {
  const reports = told('pain.002');
  assert.ok(reports.length > 20);
  for (const text of reports) {
    // The library wants who began it, which ISO 20022 leaves open.
    const theirs = PaymentStatusReport.fromXML(text.replace('</CreDtTm>', '</CreDtTm><InitgPty><Nm>B</Nm></InitgPty>'));
    const { facts, partnerMessageId } = interpret(Buffer.from(text));
    assert.equal(partnerMessageId, theirs.messageId);
    const about = facts.flatMap((fact) => (fact.fact === 'answer' ? [fact.about.clientNumber] : []));
    assert.deepEqual([...new Set(about)], [theirs.originalMessageId]);
    assert.deepEqual(
      facts.flatMap((fact) =>
        fact.fact === 'payment-said' && fact.word.say === 'status'
          ? [[fact.endToEndId, fact.word.status, fact.word.reasonCode]]
          : [],
      ),
      theirs.statusInformations.map((one) => [
        one.type === 'transaction' ? one.originalEndToEndId : undefined,
        one.status,
        one.reason?.code,
      ]),
      text,
    );
  }
});

type Entry = { cents: number[]; credit: boolean; reversal: boolean; split: boolean };
const cash = (cents: number) => (cents / 100).toFixed(2);
const total = (cents: readonly number[]) => cents.reduce((sum, one) => sum + one, 0);
const details = ({ cents, split }: Entry, at: number) => {
  const parts = cents.map(
    (one, n) => `<TxDtls><Refs><EndToEndId>E${at}-${n}</EndToEndId></Refs><Amt Ccy="CNY">${cash(one)}</Amt></TxDtls>`,
  );
  return (split ? parts : [parts.join('')]).map((inside) => `<NtryDtls>${inside}</NtryDtls>`).join('');
};
const statementOf = (entries: readonly Entry[]) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-20T20:00:00+08:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id><CreDtTm>2026-11-20T20:00:00+08:00</CreDtTm><Acct><Id><Othr><Id>6222</Id></Othr></Id><Svcr><FinInstnId><Othr><Id>B</Id></Othr></FinInstnId></Svcr></Acct><Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>${entries
    .map(
      (one, n) =>
        `<Ntry><NtryRef>N${n}</NtryRef><Amt Ccy="CNY">${cash(total(one.cents))}</Amt><CdtDbtInd>${one.credit ? 'CRDT' : 'DBIT'}</CdtDbtInd><RvslInd>${one.reversal}</RvslInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><BkTxCd><Prtry><Cd>T</Cd></Prtry></BkTxCd>${details(one, n)}</Ntry>`,
    )
    .join('')}</Stmt></BkToCstmrStmt></Document>`;
const entries = fc.array(
  fc.record({
    cents: fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 4 }),
    credit: fc.boolean(),
    reversal: fc.boolean(),
    split: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

test('[N9] a statement read by another library has the same entries, amounts, directions and transactions, however a batch is divided', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const text = statementOf(list);
      if (official) assert.equal(faults(text), '');
      const [theirs] = CashManagementEndOfDayReport.fromXML(text).statements;
      const [ours] = interpret(Buffer.from(text)).facts;
      assert.ok(theirs && ours?.fact === 'statement-made');
      assert.deepEqual([ours.number, ours.account], [theirs.id, '6222']);
      const byEntry = theirs.entries.map((entry, n) => {
        const lines = ours.lines.filter(({ reference }) => reference.split('/', 1)[0] === entry.referenceId);
        assert.equal(lines.length, entry.transactions.length, text);
        assert.equal(Math.round(entry.amount), total(lines.map(({ amount }) => Math.round(Number(amount) * 100))));
        assert.ok(lines.every(({ currency }) => currency === entry.currency));
        // A reversal goes the other way; the library tells it apart, we turn it.
        assert.ok(
          lines.every(({ credit }) => credit === ((entry.creditDebitIndicator === 'credit') !== list[n]?.reversal)),
        );
        return lines.length;
      });
      assert.equal(total(byEntry), ours.lines.length);
      assert.deepEqual(
        ours.lines.map(({ endToEndId }) => endToEndId),
        list.flatMap(({ cents }, n) => cents.map((_, part) => `E${n}-${part}`)),
      );
    }),
    { numRuns: 100 },
  );
});
