// When all that stands of a case was released (P8): the last grant that was neither revoked nor left to expire.
import type { Context } from '../../runtime/context.ts';
import { lastGrants } from './store.ts';

export const readLastGrants = async (
  context: Context,
  shipmentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map((await lastGrants(context, shipmentIds)).map((row) => [row.shipment_id, row.granted_at]));
