// What the exchange tells of money, with where it came from.
import type { ExchangeEvents } from '../exchange/contract.ts';

export type MoneyTold = ExchangeEvents['money.told'];
