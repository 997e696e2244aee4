// What is left of a licence: a pure function of what was granted, of the filings that name it, and of what commerce last said. The same set in any
// order gives the same balance, it is never below nothing, and no amount is lost (N8).
import { addDecimals, compareDecimals, differenceOf } from '../../kernel/decimal.ts';
import { type Amounts, type Balance, type Correction, type Dimension, dimensions } from './contract.ts';

export type Claim = {
  readonly shipmentId: string;
  readonly state: 'filed' | 'cleared';
  readonly filedAt: string;
  readonly clearedAt?: string;
  readonly amounts: Amounts;
};
type Said = { readonly at: string; readonly left: Amounts };
type Mutable = { -readonly [D in Dimension]?: string };

const plus = (to: Mutable, d: Dimension, amount: string) => {
  to[d] = addDecimals([to[d] ?? '0', amount]);
};
const minus = (from: Mutable, d: Dimension, amount: string) => {
  from[d] = addDecimals([from[d] ?? '0', amount === '0' ? '0' : `-${amount}`]);
};
const order = (a: readonly [string, string], b: readonly [string, string]): number =>
  a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? -1 : 1;
const bounded = (granted: Amounts): Dimension[] => dimensions.filter((d) => granted[d] !== undefined);
const clearedIn = (claims: readonly Claim[]) =>
  claims
    .filter((c) => c.state === 'cleared')
    .sort((a, b) => order([a.clearedAt ?? '', a.shipmentId], [b.clearedAt ?? '', b.shipmentId]));

export function balanceOf(
  granted: Amounts,
  claims: readonly Claim[],
  said?: Said,
): Balance & {
  /** Filings that there is not enough for. */ readonly short: readonly string[];
} {
  const bounds = bounded(granted);
  const left: Mutable = {};
  const reserved: Mutable = {};
  const writtenOff: Mutable = {};
  const over: Mutable = {};
  for (const d of bounds) {
    left[d] = said?.left[d] ?? granted[d] ?? '0';
    for (const sum of [reserved, writtenOff, over]) sum[d] = '0';
  }
  for (const claim of clearedIn(claims))
    for (const d of bounds) {
      const amount = claim.amounts[d] ?? '0';
      // What commerce had in its books when it spoke is in what it said.
      const inBooks = said?.left[d] !== undefined && (claim.clearedAt ?? '') <= said.at;
      const rest = left[d] ?? '0';
      // The goods have gone, enough or not: what there is goes first, the rest is shown as too much.
      const taken = inBooks || compareDecimals(amount, rest) <= 0 ? amount : rest;
      plus(writtenOff, d, taken);
      plus(over, d, differenceOf(amount, taken));
      if (!inBooks) minus(left, d, taken);
    }
  const short: string[] = [];
  // Who filed first is served first; a filing is covered as a whole, or not at all.
  const filed = claims
    .filter((c) => c.state === 'filed')
    .sort((a, b) => order([a.filedAt, a.shipmentId], [b.filedAt, b.shipmentId]));
  for (const claim of filed) {
    const fits = bounds.every((d) => compareDecimals(claim.amounts[d] ?? '0', left[d] ?? '0') <= 0);
    if (!fits) short.push(claim.shipmentId);
    for (const d of bounds) {
      plus(fits ? reserved : over, d, claim.amounts[d] ?? '0');
      if (fits) minus(left, d, claim.amounts[d] ?? '0');
    }
  }
  return { left, reserved, writtenOff, over, short };
}

/** Where commerce's books differ from ours, without what is only reserved: it has not seen that written off. */
export function correctionOf(granted: Amounts, claims: readonly Claim[], said: Said): Correction | undefined {
  const cleared = claims.filter((c) => c.state === 'cleared' && (c.clearedAt ?? '') <= said.at);
  const { left } = balanceOf(granted, cleared);
  const differ = bounded(granted).filter(
    (d) => said.left[d] !== undefined && compareDecimals(said.left[d] ?? '0', left[d] ?? '0') !== 0,
  );
  if (differ.length === 0) return undefined;
  const only = (amounts: Amounts): Amounts => Object.fromEntries(differ.map((d) => [d, amounts[d] ?? '0']));
  return { at: said.at, ours: only(left), theirs: only(said.left) };
}
