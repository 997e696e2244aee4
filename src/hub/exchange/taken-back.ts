// What a document tells may have been taken back before it could go out (a filing withdrawn, a release revoked, a movement reversed), or a later
// version of it may have gone out. It is then not sent any more, whoever sends dead letters again (P3; domain: every event has its reverse).
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import { isFiling, readTold, takesBack, under } from './reports-told.ts';
import { type DeliveryRow, lockDispatch } from './store.ts';
import { livingDeliveries } from './store-bulk-replays.ts';
import { type DispatchEvent, idsOf } from './write-document.ts';

export type TakenBack = Bilingual & { readonly at: string; readonly why: 'taken-back' | 'superseded' };
type Reverse = { readonly by: readonly string[]; readonly of?: string; readonly said: Bilingual };

const withdrawn = { by: ['shipment.withdrawn'], said: { zh: '申报已撤回', en: 'the filing was withdrawn' } };
/** By what it told: the events after it that take it back. `of`: where both name it, it must be the same one. */
const reverses: Readonly<Record<string, readonly Reverse[]>> = {
  'shipment.submitted': [withdrawn],
  'shipment.corrected': [withdrawn],
  'shipment.change-applied': [
    withdrawn,
    {
      by: ['shipment.change-retracted'],
      of: 'changeId',
      said: { zh: '修撤单申请已收回', en: 'the application was asked back' },
    },
  ],
  'shipment.closed': [{ by: ['shipment.reopened'], said: { zh: '该票已重新打开', en: 'the case was opened again' } }],
  'shipment.reopened': [{ by: ['shipment.closed'], said: { zh: '该票已再次办结', en: 'the case was closed again' } }],
  'release.granted': [
    {
      by: ['release.revoked', 'release.expired'],
      of: 'releaseId',
      said: { zh: '放行已撤销或到期', en: 'the release was revoked or has expired' },
    },
  ],
  'release.moved': [
    { by: ['release.move-reversed'], of: 'releaseId', said: { zh: '移动已冲销', en: 'the movement was reversed' } },
  ],
  'credential.issued': [
    { by: ['credential.revoked'], of: 'credentialId', said: { zh: '证书已撤销', en: 'the certificate was revoked' } },
  ],
};

/** `later`: the case's events after it, in their order. Pure. */
export function findTakenBack(told: DispatchEvent, later: readonly DispatchEvent[]): TakenBack | undefined {
  for (const event of later) {
    if (told.type === 'shipment.cargo-arrived' && takesBack(event, told, 'all'))
      return { zh: '运抵已冲销', en: 'the arrival was reversed', at: event.occurredAt, why: 'taken-back' };
    const reverse = reverses[told.type]?.find(
      ({ by, of }) => by.includes(event.type) && (!of || named(event, of) === named(told, of)),
    );
    if (reverse) return { ...reverse.said, at: event.occurredAt, why: 'taken-back' };
  }
  return undefined;
}
const named = ({ payload }: DispatchEvent, name: string): unknown => (payload as Record<string, unknown>)[name];

/** A later version of the same document that has gone out or waits to: the first would come after it. `sent`: deliveries that are not dead. Pure. */
function findSuperseding(
  told: DispatchEvent,
  later: readonly DispatchEvent[],
  { kind, sent }: { readonly kind: string; readonly sent: ReadonlySet<string> },
): TakenBack | undefined {
  if (!isFiling(told)) return undefined;
  const next = later.find((event) => isFiling(event) && sent.has(idsOf(event, kind).deliveryId));
  if (!next) return undefined;
  const { version = 0 } = next.payload;
  return {
    zh: `第 ${version} 版已发出`,
    en: `version ${version} has gone out`,
    at: next.occurredAt,
    why: 'superseded',
  };
}

/** By delivery; one that is to go out as ever is not in it. */
export async function readTakenBack(
  context: Context,
  rows: readonly DeliveryRow[],
): Promise<ReadonlyMap<string, TakenBack>> {
  const found = new Map<string, TakenBack>();
  const cases = Map.groupBy(rows, (row) => row.shipment_id ?? '');
  for (const shipmentId of [...cases.keys()].filter(Boolean).sort()) {
    const own = cases.get(shipmentId) ?? [];
    // A reverse that comes from now on is dispatched after what is sent again here.
    await lockDispatch(context, shipmentId);
    // Whoever sends again sees the delivery, not the case: the events are read as Portico reads them when it writes.
    const { events } = await context.beyondLock((open) => readTold(open, shipmentId));
    const filings = events.filter(isFiling);
    const ids = own.flatMap((row) => filings.map((filed) => idsOf(filed, row.document_kind).deliveryId));
    const sent = await livingDeliveries(context, ids);
    for (const row of own) {
      const at = events.findIndex((event) => ledTo(event, events, row));
      const event = events[at];
      if (!event) continue;
      const later = events.slice(at + 1);
      const taken = findTakenBack(event, later) ?? findSuperseding(event, later, { kind: row.document_kind, sent });
      if (taken) found.set(row.id, taken);
    }
  }
  return found;
}

/** A report that goes again with a later filing is of the event it tells of. */
const ledTo = (event: DispatchEvent, events: readonly DispatchEvent[], row: DeliveryRow): boolean =>
  [event, ...events.filter(isFiling).map((filed) => under(event, filed))].some(
    (one) => idsOf(one, row.document_kind).documentId === row.document_id,
  );
