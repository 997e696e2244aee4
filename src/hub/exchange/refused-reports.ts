// Reports of goods under way that a partner has refused: when the case is filed in a corrected version they go again, with what is
// filed now, because what they tell has happened only once (0049).
import type { Context } from '../../runtime/context.ts';
import { readEventsOf } from '../../runtime/outbox/store.ts';
import { allDocuments, neededDocuments } from '../mapping/index.ts';
import type { Trigger } from '../mapping/contract.ts';
import type { ExchangeEvents } from './contract.ts';
import { type DispatchEvent, type Filing, idsOf, overlayOf } from './write-document.ts';

const PAGE = 500;
type Placed = ReturnType<typeof neededDocuments>[number];
/** `event`: what the report tells of, under an id of this filing's own. */
export type Again = { readonly placed: Placed; readonly event: DispatchEvent };

export async function refusedReports(context: Context, filed: DispatchEvent, filing: Filing): Promise<Again[]> {
  if (filed.type !== 'shipment.submitted' || filing.version < 2) return [];
  const events = await eventsOf(context, filed.payload.shipmentId);
  const verdicts = new Map<string, ExchangeEvents['document.answered']['outcome']>();
  const dispatched = new Set<string>();
  for (const { type, payload } of events) {
    const { documentId, outcome } = payload as Partial<ExchangeEvents['document.answered']>;
    if (type === 'document.dispatched' && documentId) dispatched.add(documentId);
    if (type === 'document.answered' && documentId && outcome && outcome !== 'noted') verdicts.set(documentId, outcome);
  }
  if (![...verdicts.values()].includes('rejected')) return [];
  const filings = events.filter((e) => e.type === 'shipment.submitted' && e.id !== filed.id);
  const triggers = new Set<string>(allDocuments().flatMap(({ document: d }) => (d.standsAlone ? [d.trigger] : [])));
  return events
    .filter((e) => triggers.has(e.type))
    .flatMap((told, i, all) => {
      if (all.slice(i + 1).some((later) => takesBack(later, told))) return [];
      return neededDocuments(told.type as Trigger, filing.form, overlayOf(told))
        .filter(({ document }) => document.standsAlone)
        .filter(({ document }) => {
          const sent = [told, ...filings.map((one) => under(told, one))]
            .map((e) => idsOf(e, document.id).documentId)
            .filter((id) => dispatched.has(id));
          return verdicts.get(sent.at(-1) ?? '') === 'rejected';
        })
        .map((placed) => ({ placed, event: { ...under(told, filed), occurredAt: filed.occurredAt } }));
    });
}

const under = (told: DispatchEvent, filed: DispatchEvent): DispatchEvent => ({
  ...told,
  id: `${told.id}/${filed.id}`,
  position: filed.position,
});

/** What is not there any more is not reported again. */
function takesBack(later: DispatchEvent, told: DispatchEvent): boolean {
  const [was, is] = [told.payload, later.payload] as { containers?: readonly string[]; reversed?: boolean }[];
  if (told.type === 'release.moved') return later.type === 'release.move-reversed';
  return (
    told.type === 'shipment.cargo-arrived' &&
    later.type === told.type &&
    !was?.reversed &&
    is?.reversed === true &&
    (was?.containers ?? []).every((box) => is.containers?.includes(box))
  );
}

async function eventsOf(context: Context, shipmentId: string): Promise<DispatchEvent[]> {
  const found: DispatchEvent[] = [];
  for (;;) {
    const page = await readEventsOf(context.db, shipmentId, found.at(-1)?.position ?? 0, PAGE);
    found.push(...(page as DispatchEvent[]));
    if (page.length < PAGE) return found;
  }
}
