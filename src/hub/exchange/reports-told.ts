// What has been told a partner of goods under way, case by case: which reports went out, what became of them, and what took them back (0049, 0055).
import type { Context } from '../../runtime/context.ts';
import { readEventsOf } from '../../runtime/outbox/store.ts';
import type { ExchangeEvents } from './contract.ts';
import { type DispatchEvent, idsOf } from './write-document.ts';

const PAGE = 500;
type Outcome = ExchangeEvents['document.answered']['outcome'];
type Told = {
  readonly events: readonly DispatchEvent[];
  /** The documents of a kind that this event has led to, in the order they went out: its own, and those of later filings. */
  sent(told: DispatchEvent, kind: string): readonly string[];
  refused(documentId: string): boolean;
  acknowledged(documentId: string): boolean;
  readonly anyRefused: boolean;
};

/** A report that goes again with a later filing has ids of that filing's own. */
export const under = (told: DispatchEvent, filed: DispatchEvent): DispatchEvent => ({
  ...told,
  id: `${told.id}/${filed.id}`,
  position: filed.position,
});
export const isFiling = ({ type }: DispatchEvent): boolean =>
  type === 'shipment.submitted' || type === 'shipment.corrected';

/** `except`: the filing that is being carried, which may run twice. */
export async function readTold(context: Context, shipmentId: string, except?: string): Promise<Told> {
  const events = await eventsOf(context, shipmentId);
  const verdicts = new Map<string, Outcome>();
  const dispatched = new Set<string>();
  for (const { type, payload } of events) {
    const { documentId, outcome } = payload as Partial<ExchangeEvents['document.answered']>;
    if (type === 'document.dispatched' && documentId) dispatched.add(documentId);
    if (type === 'document.answered' && documentId && outcome && outcome !== 'noted') verdicts.set(documentId, outcome);
  }
  const filings = events.filter((event) => isFiling(event) && event.id !== except);
  return {
    events,
    sent: (told, kind) =>
      [told, ...filings.map((one) => under(told, one))]
        .map((event) => idsOf(event, kind).documentId)
        .filter((id) => dispatched.has(id)),
    refused: (id) => verdicts.get(id) === 'rejected',
    acknowledged: (id) => verdicts.get(id) === 'acknowledged',
    anyRefused: [...verdicts.values()].includes('rejected'),
  };
}

async function eventsOf(context: Context, shipmentId: string): Promise<DispatchEvent[]> {
  const found: DispatchEvent[] = [];
  for (;;) {
    const page = await readEventsOf(context.db, shipmentId, found.at(-1)?.position ?? 0, PAGE);
    found.push(...(page as DispatchEvent[]));
    if (page.length < PAGE) return found;
  }
}

const boxesOf = ({ payload }: DispatchEvent): readonly string[] =>
  (payload as { containers?: readonly string[] }).containers ?? [];
const isBack = ({ payload }: DispatchEvent): boolean => (payload as { reversed?: boolean }).reversed === true;

/** Whether `later` takes back what `told` says of these boxes (`own`: the case's, where it has any); a report without boxes is of the bill. */
export function takesBack(
  later: DispatchEvent,
  told: DispatchEvent,
  how: 'all' | 'some',
  own: readonly string[] = boxesOf(told),
): boolean {
  if (told.type === 'release.moved') return later.type === 'release.move-reversed';
  if (told.type !== 'shipment.cargo-arrived' || later.type !== told.type || isBack(told) || !isBack(later))
    return false;
  const boxes = boxesOf(told).filter((box) => own.includes(box));
  const back = boxesOf(later);
  if (how === 'all' || boxes.length === 0) return boxes.every((box) => back.includes(box));
  return back.length === 0 || boxes.some((box) => back.includes(box));
}
