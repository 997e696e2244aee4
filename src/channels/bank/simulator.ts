// The far end of a bank for demo and tests: takes pain.001, answers pain.002, later camt.053, and pacs.004 where its script says so.
import type { SimulatorDefinition, SimulatorReaction } from '../../hub/mapping/contract.ts';
import { addDecimals, compareDecimals, differenceOf } from '../../kernel/decimal.ts';
import { partnerDay, plusMs } from '../../kernel/instant.ts';
import { findNode, parseXml, textAt, writeXml, type XmlNode, type XmlPart } from '../../runtime/codec/xml.ts';

type Order = {
  readonly messageId: string;
  readonly endToEndId: string;
  readonly amount: string;
  readonly currency: string;
  readonly account: string;
};
type Later = SimulatorReaction['later'][number];
type Entry = { readonly reference: string; readonly amount: string; readonly endToEndId: string };
/** What lies in every simulated account in the morning: a statement says its balances (camt.053, `Bal` once at least). */
const FUNDS = '100000000.00';

const transactionIn = (root: XmlNode) => findNode(root, 'CdtTrfTxInf');
const referenceIn = (root: XmlNode) => textAt(transactionIn(root), 'RmtInf/Strd/AddtlRmtInf') || undefined;
function readOrder(root: XmlNode): Order {
  const transaction = transactionIn(root);
  const amount = transaction && findNode(transaction, 'InstdAmt');
  return {
    messageId: textAt(findNode(root, 'GrpHdr'), 'MsgId'),
    endToEndId: textAt(transaction, 'PmtId/EndToEndId'),
    amount: amount?.text.trim() ?? '',
    currency: amount?.attributes.get('Ccy') ?? '',
    account: textAt(findNode(root, 'DbtrAcct'), 'Id/Othr/Id') || textAt(findNode(root, 'DbtrAcct'), 'Id/IBAN'),
  };
}
const document = (type: string, body: XmlPart): string =>
  writeXml(['Document', [body], { xmlns: `urn:iso:std:iso:20022:tech:xsd:${type}` }]);
const later = (afterMs: number, type: string, id: string, body: XmlPart): Later => ({
  afterMs,
  message: { bytes: Buffer.from(document(type, body)), contentType: 'application/xml', fileName: `${type}-${id}.xml` },
});

export const simulator: SimulatorDefinition = {
  name: { zh: '银行（模拟）', en: 'Bank (simulated)' },
  referenceIn: ({ bytes }) => referenceIn(parseXml(bytes)),
  react: ({ bytes, scenario }, world) => {
    const root = parseXml(bytes);
    const order = readOrder(root);
    const seen = `asked ${order.endToEndId.slice(0, order.endToEndId.lastIndexOf('-'))}`;
    const again = world.memory.has(seen);
    world.memory.set(seen, order.endToEndId);
    const status = (
      afterMs: number,
      code: string,
      more: { reason?: string; text?: string; amount?: string } = {},
    ): Later => {
      const id = `STS${world.next()}`;
      const reason: XmlPart[] = more.reason
        ? [['StsRsnInf', [['Rsn', [['Cd', more.reason]]], ...(more.text ? [['AddtlInf', more.text] as const] : [])]]]
        : [];
      return later(afterMs, 'pain.002.001.10', id, [
        'CstmrPmtStsRpt',
        [
          [
            'GrpHdr',
            [
              ['MsgId', id],
              ['CreDtTm', plusMs(world.now, afterMs)],
            ],
          ],
          [
            'OrgnlGrpInfAndSts',
            [
              ['OrgnlMsgId', order.messageId],
              ['OrgnlMsgNmId', 'pain.001.001.09'],
            ],
          ],
          [
            'OrgnlPmtInfAndSts',
            [
              ['OrgnlPmtInfId', order.endToEndId],
              [
                'TxInfAndSts',
                [
                  ['OrgnlInstrId', order.endToEndId],
                  ['OrgnlEndToEndId', order.endToEndId],
                  ['TxSts', code],
                  ...reason,
                  ['OrgnlTxRef', [['Amt', [['InstdAmt', more.amount ?? order.amount, { Ccy: order.currency }]]]]],
                ],
              ],
            ],
          ],
        ],
      ]);
    };
    const balance = (code: string, amount: string, direction: string): XmlPart => [
      'Bal',
      [
        ['Tp', [['CdOrPrtry', [['Cd', code]]]]],
        ['Amt', amount, { Ccy: order.currency }],
        ['CdtDbtInd', direction],
        ['Dt', [['Dt', partnerDay(world.now)]]],
      ],
    ];
    const entry = ({ reference, amount, endToEndId }: Entry): XmlPart => [
      'Ntry',
      [
        ['NtryRef', reference],
        ['Amt', amount, { Ccy: order.currency }],
        ['CdtDbtInd', 'DBIT'],
        ['Sts', [['Cd', 'BOOK']]],
        ['BookgDt', [['Dt', partnerDay(world.now)]]],
        ['BkTxCd', [['Prtry', [['Cd', 'TAX']]]]],
        ['NtryDtls', [['TxDtls', [['Refs', [['EndToEndId', endToEndId]]]]]]],
      ],
    ];
    const statement = (afterMs: number, entries: readonly Entry[]): Later => {
      const out = addDecimals(entries.map(({ amount }) => amount));
      const id = `STM${partnerDay(world.now).replaceAll('-', '')}-${world.next()}`;
      const at = plusMs(world.now, afterMs);
      return later(afterMs, 'camt.053.001.08', id, [
        'BkToCstmrStmt',
        [
          [
            'GrpHdr',
            [
              ['MsgId', id],
              ['CreDtTm', at],
            ],
          ],
          [
            'Stmt',
            [
              ['Id', id],
              ['CreDtTm', at],
              ['Acct', [['Id', [['Othr', [['Id', order.account]]]]]]],
              balance('OPBD', FUNDS, 'CRDT'),
              balance('CLBD', differenceOf(FUNDS, out), compareDecimals(FUNDS, out) < 0 ? 'DBIT' : 'CRDT'),
              ...entries.map(entry),
            ],
          ],
        ],
      ]);
    };
    const giveBack = (afterMs: number): Later => {
      const id = `RTR${world.next()}`;
      return later(afterMs, 'pacs.004.001.09', id, [
        'PmtRtr',
        [
          [
            'GrpHdr',
            [
              ['MsgId', id],
              ['CreDtTm', plusMs(world.now, afterMs)],
              ['NbOfTxs', '1'],
              ['SttlmInf', [['SttlmMtd', 'CLRG']]],
            ],
          ],
          [
            'TxInf',
            [
              ['RtrId', id],
              ['OrgnlInstrId', order.endToEndId],
              ['OrgnlEndToEndId', order.endToEndId],
              ['RtrdIntrBkSttlmAmt', order.amount, { Ccy: order.currency }],
              [
                'RtrRsnInf',
                [
                  ['Rsn', [['Cd', 'FOCR']]],
                  ['AddtlInf', '海关退税'],
                ],
              ],
            ],
          ],
        ],
      ]);
    };
    const paid: Entry = { reference: '1', amount: order.amount, endToEndId: order.endToEndId };
    const accepted = [status(500, 'ACTC'), status(1000, 'ACCP')];
    switch (scenario) {
      case 'TAXNSF':
        if (!again)
          return {
            status: 200,
            later: [status(500, 'ACTC'), status(1500, 'RJCT', { reason: 'AM04', text: '请充值后重付' })],
          };
        break;
      case 'TAXODD':
        return {
          status: 200,
          later: [...accepted, status(2000, 'ACSC', { amount: addDecimals([order.amount, '0.01']) })],
        };
      case 'TAXMESS': {
        const settled = status(8000, 'ACSC');
        return {
          status: 200,
          later: [
            settled,
            { ...settled, afterMs: 9000 },
            status(9500, 'ACSC'),
            status(10_000, 'ACCP'),
            status(11_000, 'ACTC'),
          ],
        };
      }
      case 'TAXBACK':
        // The second order pays the VAT, which customs takes back.
        if (/-L\d\d-/.test(order.endToEndId))
          return { status: 200, later: [...accepted, status(2000, 'ACSC'), giveBack(16_000)] };
        break;
      case 'TAXBOOK':
        return {
          status: 200,
          later: [
            ...accepted,
            status(2000, 'ACSC'),
            statement(5000, [
              paid,
              { reference: '2', amount: '35.00', endToEndId: `FEE${order.endToEndId}`.slice(0, 35) },
            ]),
          ],
        };
    }
    return { status: 200, later: [...accepted, status(2000, 'ACSC'), statement(5000, [paid])] };
  },
};
