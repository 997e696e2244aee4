// Of what goes out, the newest to each partner apart from what it replaced. Pure.
import type { DocumentView } from '../../documents/contract.ts';

type Sent = Pick<DocumentView, 'id' | 'kind' | 'flow' | 'channel' | 'shipmentVersion' | 'createdAt'>;

/** `newest`: in the order in which each partner was first written to; `earlier`: the latest first. Attachments replace nothing. */
export function newestFirst<D extends Sent>(documents: readonly D[]): { newest: D[]; earlier: D[] } {
  const sent = documents.filter((d) => d.flow !== 'inbound').toSorted(byAge);
  const groups = Map.groupBy(sent, (d) => (d.flow === 'attachment' ? d.id : `${d.kind} ${d.channel ?? ''}`));
  const newest = [...groups.values()].flatMap((group) => group.slice(-1));
  const kept = new Set(newest.map((d) => d.id));
  return { newest, earlier: sent.filter((d) => !kept.has(d.id)).toReversed() };
}

function byAge(a: Sent, b: Sent): number {
  const version = (a.shipmentVersion ?? 0) - (b.shipmentVersion ?? 0);
  if (version !== 0) return version;
  return Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1);
}
