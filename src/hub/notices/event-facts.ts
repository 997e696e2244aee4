// What filters may ask about an event: read from its payload and from its case. Pure.
import { isAuthority } from '../../kernel/party.ts';
import type { StoredEvent } from '../../runtime/context.ts';
import { outcomes, type TimelineEntry } from './contract.ts';
import { type EventFacts, plainNumber } from './match-event.ts';

/** What the shipment module says of a case. */
export type CaseFacts = {
  readonly number: string;
  readonly direction: string;
  readonly transportMode: string;
  readonly traderReference?: string;
  readonly billNumber?: string;
  readonly declarationNumber?: string;
  readonly containers: readonly string[];
  readonly places: readonly string[];
};
type Payload = Readonly<Record<string, unknown>>;

const texts = (...values: unknown[]): string[] =>
  values.flat().filter((value): value is string => typeof value === 'string' && value !== '');
const plain = (...values: unknown[]): string[] => [...new Set(texts(...values).map(plainNumber))];
const within = (payload: Payload, name: string): Payload => {
  const value = payload[name];
  return typeof value === 'object' && value !== null ? (value as Payload) : {};
};
const known: readonly string[] = outcomes;

export function factsOf(event: StoredEvent, entry: TimelineEntry, about: CaseFacts | undefined): EventFacts {
  const payload = event.payload as Payload;
  const instruction = within(payload, 'instruction');
  const changed = Array.isArray(payload.changed) ? (payload.changed as Payload[]) : [];
  return {
    type: event.type,
    tone: entry.tone,
    outcomes: texts(payload.outcome, payload.kind, instruction.kind, within(payload, 'result').outcome).filter((o) =>
      known.includes(o),
    ),
    authorities: texts(
      payload.authority,
      payload.authorities,
      instruction.authority,
      payload.channel,
      changed.flatMap((c) => c.inspectedBy),
    ).filter(isAuthority),
    places: plain(payload.place, payload.stationId, about?.places),
    numbers: plain(
      about?.number,
      about?.traderReference,
      about?.billNumber,
      about?.declarationNumber,
      about?.containers,
      payload.number,
      payload.bill,
    ),
    bills: plain(about?.billNumber, payload.bill),
    containers: plain(about?.containers),
    directions: texts(about?.direction),
    modes: texts(about?.transportMode),
  };
}
