// What customs answers to the reports that a station's words call for: they come by themselves, and late where many are under way.
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type Client, until } from './application.ts';

/** Waits until customs has acknowledged each kind of document of the case. */
export const untilAcknowledged = (trader: Client, id: string, kinds: readonly string[]): Promise<ShipmentView> =>
  until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    ({ answers }) => kinds.every((kind) => answers.some((a) => a.document === kind && a.outcome === 'acknowledged')),
    `customs answers ${kinds.join()}`,
    90_000,
  );
