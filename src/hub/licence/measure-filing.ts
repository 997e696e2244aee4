// What a filing asks of a licence, in the licence's own unit and currency. Pure (N8).
import { addDecimals, isDecimal } from '../../kernel/decimal.ts';
import type { Amounts, FiledLine, Licence, NamedLicence } from './contract.ts';

type Bounds = Pick<Licence, 'goods' | 'granted' | 'unit' | 'currency'>;
export type Measured = {
  readonly amounts: Amounts;
  /** Codes of lines that the filing says it is for, and that it is not for. */
  readonly strange: readonly string[];
  /** Lines without a quantity in its unit, or a price in its currency. */
  readonly unmeasured: readonly string[];
};

const covers = ({ goods }: Bounds, code: string): boolean =>
  goods.length === 0 || goods.some((one) => code.startsWith(one));

export function measureFiling(bounds: Bounds, { lines }: Pick<NamedLicence, 'lines'>): Measured {
  const covered = lines.filter((line) => covers(bounds, line.hsCode));
  // Where the filing names lines itself each is meant; where it names none, one that fits is enough.
  const named = lines.filter((line) => line.stated);
  const strange =
    named.length > 0 ? named.filter((line) => !covers(bounds, line.hsCode)) : covered.length === 0 ? lines : [];
  const quantities = covered.map((line) => quantityIn(line, bounds.unit));
  const prices = covered.map((line) => (line.currency === bounds.currency ? decimal(line.price) : undefined));
  const unmeasured = covered.filter(
    (_, i) =>
      (bounds.granted.quantity !== undefined && quantities[i] === undefined) ||
      (bounds.granted.value !== undefined && prices[i] === undefined),
  );
  return {
    amounts: {
      ...(bounds.granted.quantity === undefined ? {} : { quantity: sum(quantities) }),
      ...(bounds.granted.value === undefined ? {} : { value: sum(prices) }),
      uses: '1',
    },
    strange: strange.map((line) => line.hsCode),
    unmeasured: unmeasured.map((line) => line.hsCode),
  };
}

const sum = (amounts: readonly (string | undefined)[]): string => addDecimals(amounts.map((amount) => amount ?? '0'));
/** What is not yet a number is the form's own finding; nothing is taken for a negative one. */
const decimal = (text: string | undefined): string | undefined =>
  text !== undefined && isDecimal(text) && !text.startsWith('-') ? text : undefined;
const quantityIn = ({ stated, quantities }: FiledLine, unit: string | undefined): string | undefined =>
  stated && (stated.unit === undefined || stated.unit === unit)
    ? decimal(stated.amount)
    : decimal(quantities.find((one) => one.unit === unit)?.amount);
