// A booking as the elements that documents to carriers are written from (N11). Pure.
import type { Form } from '../shipment/contract.ts';
import type { BookingContent } from './contract.ts';

const flag = (value: boolean): string => (value ? '1' : '0');
type Plain = Readonly<Record<string, string | number | undefined>>;
const named = (values: Plain): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[`carriage.${name}`, String(value)]],
    ),
  );

export function writeLines(
  { equipment, cargo, ...head }: BookingContent,
  traderReference: string,
  agent: string,
): Form {
  return {
    ...named({ ...head, agent }),
    ...(traderReference ? { traderReference } : {}),
    'carriage.equipment': equipment.map(({ shipperOwned, ...row }) =>
      named({ ...row, shipperOwned: flag(shipperOwned) }),
    ),
    'carriage.cargo': cargo.map(({ dangerous, equipment: into, ...row }) =>
      named({
        ...row,
        into,
        ...(dangerous
          ? {
              ...dangerous,
              marinePollutant: flag(dangerous.marinePollutant),
              limitedQuantity: flag(dangerous.limitedQuantity),
              ordinary: flag(dangerous.ordinary),
            }
          : {}),
      }),
    ),
  };
}
