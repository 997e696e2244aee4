// The goods of a case in a few words for lists and headings. Pure.
import type { ShipmentSummary } from '../hub/shipment/contract.ts';

export const goodsWords = (s: ShipmentSummary, say: (zh: string, en: string) => string): string | undefined =>
  s.goodsName && s.goodsLines
    ? `${s.goodsName} ${say(`等 ${s.goodsLines} 项`, `and ${s.goodsLines - 1} more`)}`
    : s.goodsName;
