// Status codes of air cargo (IATA Cargo-IMP FSU; the same codes name logistics events of ONE Record) and what they are to the hub (N10).
import type { InboundFact } from '../../hub/mapping/contract.ts';

export const PLACE = 'CKG-JIANGBEI';
type Meaning = 'arrived' | 'gate-in' | 'loaded' | 'gate-out';
/** `GIN`, the truck at the gate, is no status of IATA and is to be agreed with the station. */
const statuses: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['RCS', 'arrived'],
  ['RCF', 'arrived'],
  ['ARR', 'arrived'],
  ['GIN', 'gate-in'],
  // On the flight (export), or on the truck.
  ['MAN', 'loaded'],
  ['DEP', 'gate-out'],
  ['DLV', 'gate-out'],
]);
export const isStatus = (code: string): boolean => statuses.has(code);

export function factOfStatus(
  code: string,
  said: { readonly bill: string; readonly at: string; readonly reversed: boolean; readonly releaseNumber?: string },
): InboundFact {
  const { bill, at, releaseNumber } = said;
  const meaning = statuses.get(code);
  const back = said.reversed ? ({ reversed: true } as const) : {};
  if (meaning === undefined || meaning === 'arrived')
    return {
      fact: 'arrived',
      place: PLACE,
      arrivedAt: at,
      bill,
      containers: [],
      // Received from the flight; RCS is received from the shipper, ARR says that the flight is there.
      ...(code === 'RCF' ? { discharged: true as const } : {}),
      ...back,
    };
  const goods = { place: PLACE, at, bill, ...(releaseNumber ? { releaseNumber } : {}), ...back };
  return meaning === 'gate-out' ? { fact: 'gated-out', ...goods } : { fact: 'moved', movement: meaning, ...goods };
}
