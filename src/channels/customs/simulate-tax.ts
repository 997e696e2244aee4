// Customs that wants its duties first: bills, release when the last one is paid, and bills taken back afterwards. Scripts begin with TAX or
// are SURETY (担保放行 under a guarantee, paid later) or SUMTAX (汇总征税, the bills of a month paid together).
import type { SimulatorReaction, SimulatorWorld } from '../../hub/mapping/contract.ts';
import { partnerDay, plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { writeXml, type XmlPart } from '../../runtime/codec/xml.ts';

type Later = SimulatorReaction['later'];
export const asksForTax = (scenario: string): boolean => scenario.startsWith('TAX') || underSurety(scenario);
/** The goods go before the duties are paid. */
const underSurety = (scenario: string): boolean => scenario === 'SURETY' || scenario === 'SUMTAX';
/** What customs says when it lets them go. */
export const suretySteps = (scenario: string): [number, string, string][] =>
  scenario === 'SURETY'
    ? [[4500, 'K', '凭总担保保函放行']]
    : scenario === 'SUMTAX'
      ? [[4500, 'K', '汇总征税，凭总担保放行']]
      : [];
const DAY_MS = 86_400_000;
/** Invented amounts of a small declaration. */
const taxes = [
  { type: 'A', serial: '01', amount: '1234.50' },
  { type: 'L', serial: '02', amount: '2281.19' },
] as const;

const billOf = (
  entry: string,
  tax: (typeof taxes)[number],
  scenario: string,
  due: string,
  cancel: boolean,
): XmlPart => [
  'BILL',
  [
    ['TAX_ID', `${entry}-${tax.type}${tax.serial}`],
    ['TAX_TYPE', tax.type],
    ['CURR', 'CNY'],
    ['AMOUNT', tax.amount],
    ['PAYEE', '国家金库重庆市分库（演示）'],
    ['PAYEE_ACCOUNT', '27100000000000001'],
    ['LIMIT_DATE', due],
    ...(underSurety(scenario) ? [['GUARANTEE_NO', 'GT2026CQ000001'] as const] : []),
    ...(scenario === 'SUMTAX' ? [['LEVY', 'CL'] as const] : []),
    ['OPER', cancel ? 'D' : 'A'],
  ],
];

function tell(
  afterMs: number,
  world: SimulatorWorld,
  number: string,
  entry: string,
  bills: readonly XmlPart[],
): Later[number] {
  return {
    afterMs,
    message: {
      bytes: Buffer.from(
        writeXml([
          'TAX_BILL',
          [
            ['CUS_CIQ_NO', number],
            ['ENTRY_ID', entry],
            ['NOTICE_DATE', toPartnerTime(plusMs(world.now, afterMs), 'yyyy-MM-ddTHH:mm:ss')],
            ['CUSTOM_MASTER', entry.slice(0, 4)],
            ['BILLS', bills],
          ],
        ]),
      ),
      contentType: 'application/xml',
      fileName: `Tax_${entry}_${world.next()}.xml`,
    },
  };
}

/** The bills of a declaration, remembered until they are paid. */
export function sendBills(world: SimulatorWorld, scenario: string, number: string, entry: string): Later {
  const due = partnerDay(plusMs(world.now, (scenario === 'SUMTAX' ? 35 : 15) * DAY_MS));
  world.memory.set(`owed ${entry}`, JSON.stringify(taxes.map((t) => `${entry}-${t.type}${t.serial}`)));
  const bills = taxes.map((tax) => billOf(entry, tax, scenario, due, false));
  return [tell(4000, world, number, entry, bills)];
}

/** What a notice of payment leaves to be paid. */
export function takePayment(world: SimulatorWorld, entry: string, billNumber: string): readonly string[] {
  const owed = JSON.parse(world.memory.get(`owed ${entry}`) ?? '[]') as string[];
  const left = owed.filter((one) => one !== billNumber);
  world.memory.set(`owed ${entry}`, JSON.stringify(left));
  return left;
}

/** TAXBACK: the VAT was charged wrongly; its bill is taken back once it is paid (退税). */
export function takeBack(world: SimulatorWorld, scenario: string, number: string, entry: string): Later {
  const vat = taxes[1];
  if (scenario !== 'TAXBACK') return [];
  return [tell(3000, world, number, entry, [billOf(entry, vat, scenario, partnerDay(world.now), true)])];
}
