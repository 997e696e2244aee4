// The tax bill of customs (N1): every bill of a message, taken back ones, unknown kinds and elements; what is not as agreed is set aside.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { customs } from './index.ts';

const ENTRY = '801620261000000001';
const bill = (more: Record<string, string> = {}) => {
  const leaves: Record<string, string> = {
    TAX_ID: `${ENTRY}-A01`,
    TAX_TYPE: 'A',
    CURR: 'CNY',
    AMOUNT: '1234.50',
    PAYEE: '国家金库',
    PAYEE_ACCOUNT: '271',
    LIMIT_DATE: '2026-12-05',
    OPER: 'A',
    ...more,
  };
  return `<BILL>${Object.entries(leaves)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</BILL>`;
};
const message = (...bills: readonly string[]) =>
  `<TAX_BILL><CUS_CIQ_NO>I20260000000000001</CUS_CIQ_NO><ENTRY_ID>${ENTRY}</ENTRY_ID><NOTICE_DATE>2026-11-20T10:00:00</NOTICE_DATE><NEW_ELEMENT/><BILLS>${bills.join('')}</BILLS></TAX_BILL>`;
const read = (xml: string) => customs.interpret({ bytes: Buffer.from(xml) });
const billed = (xml: string) => read(xml).facts.flatMap((f) => (f.fact === 'tax-billed' ? [f] : []));

test('[N1][X3] a tax bill is recognised and says declaration, kind, payee, amount as a decimal, and its last day', () => {
  const xml = message(
    bill(),
    bill({ TAX_ID: `${ENTRY}-L02`, TAX_TYPE: 'L', AMOUNT: '2281.19', LIMIT_DATE: '20261205' }),
  );
  assert.ok(customs.recognises({ bytes: Buffer.from(xml) }));
  const [duty, vat] = billed(xml);
  assert.deepEqual(duty?.bill, {
    number: `${ENTRY}-A01`,
    kind: 'import-duty',
    payee: '国家金库',
    payeeAccount: '271',
    currency: 'CNY',
    amount: '1234.50',
    declarationNumber: ENTRY,
    issuedAt: '2026-11-20T02:00:00.000Z',
    dueOn: '2026-12-05',
  });
  assert.deepEqual(
    [vat?.bill.kind, vat?.bill.dueOn, vat?.about.declarationNumber],
    ['import-vat', '2026-12-05', ENTRY],
  );
  const [answer] = read(xml).facts;
  assert.match(answer?.fact === 'answer' ? answer.text.zh : '', /2 份，合计 3515\.69 元/);
});

test('[N1] a bill taken back, a kind that is not known, a guarantee: each is said', () => {
  const [cancelled] = billed(message(bill({ OPER: 'D' })));
  assert.equal(cancelled?.cancelled, true);
  const [other] = billed(message(bill({ TAX_TYPE: 'Q', GUARANTEE_NO: 'GT1' })));
  assert.deepEqual([other?.bill.kind, other?.bill.guaranteeNumber], ['other', 'GT1']);
  assert.notEqual(
    read(message(bill())).partnerMessageId,
    read(message(bill({ OPER: 'D' }))).partnerMessageId,
    'the bill and its cancellation are two messages',
  );
});

test('[N1][P3] a number of another declaration, no amount, a negative one, no bill: set aside', () => {
  const bad = [
    message(),
    message(bill({ TAX_ID: '999999999999999999-A01' })),
    message(bill({ AMOUNT: '' })),
    message(bill({ AMOUNT: '-1' })),
    message(bill({ AMOUNT: '1.234' })),
    message(bill({ CURR: 'yuan' })),
    message(bill()).replace('2026-11-20T10:00:00', 'today'),
  ];
  for (const xml of bad) assert.throws(() => read(xml), UnreadableMessage, xml);
});
