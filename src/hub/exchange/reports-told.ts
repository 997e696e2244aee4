// What has been told a partner of goods under way, case by case: which reports went out, what became of them, and what took them back (0049, 0055).
import type { Context } from '../../runtime/context.ts';
import { readEventsOf } from '../../runtime/outbox/store.ts';
import { type ArrivalWord, changedBy, takesArrivalBack } from '../shipment/index.ts';
import type { Form } from '../shipment/contract.ts';
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

/** What a report of arrival says of the case's own boxes; one that names none of them is of the bill. A reversal that names others takes nothing. */
const wordOf = ({ payload }: DispatchEvent, own: readonly string[]): ArrivalWord => {
  const word = payload as unknown as ArrivalWord;
  const containers = word.containers ?? [];
  return { ...word, containers: word.reversed ? containers : containers.filter((box) => own.includes(box)) };
};
const isArrival = ({ type }: DispatchEvent): boolean => type === 'shipment.cargo-arrived';
export const boxesIn = ({ containers }: Form): readonly string[] =>
  Array.isArray(containers) ? containers.map((row) => row.containerNumber ?? '').filter(Boolean) : [];

/** Whether `later` takes back what `told` says of these boxes (`own`: the case's, where it has any). */
export function takesBack(
  later: DispatchEvent,
  told: DispatchEvent,
  how: 'all' | 'some',
  own: readonly string[] = (told.payload as Partial<ArrivalWord>).containers ?? [],
): boolean {
  if (told.type === 'release.moved') return later.type === 'release.move-reversed';
  return isArrival(told) && isArrival(later) && takesArrivalBack(wordOf(later, own), wordOf(told, own), how);
}

/** What an arrival or its reversal changes, which is all that partners are told of it: what was taken back before it came is not told at all. */
export async function heldToWords(
  context: Context,
  event: DispatchEvent,
  form: Form,
): Promise<DispatchEvent | undefined> {
  if (!isArrival(event)) return event;
  const own = boxesIn(form);
  const events = (await eventsOf(context, event.payload.shipmentId)).filter(isArrival);
  const at = events.findIndex((one) => one.id === event.id);
  const before = at < 0 ? events : events.slice(0, at);
  const word = wordOf(event, own);
  const changed = changedBy(
    word,
    before.map((one) => wordOf(one, own)),
  );
  if (!changed) return undefined;
  // Foreign boxes of the message stay as they are: a document names the case's own.
  return changed.containers.length === word.containers.length
    ? event
    : { ...event, payload: { ...event.payload, containers: changed.containers } as DispatchEvent['payload'] };
}
