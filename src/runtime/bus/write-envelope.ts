// What data platforms are told of an event: a CloudEvents 1.0 envelope with ids, codes, numbers and times, no personal data (P3). Of the
// payload only fields named for its type go out, and of those only what has the form of an id, a code, a number or a time:
// names, addresses, reasons and other free text are left out even where a list should name them by mistake.
import type { StoredEvent } from '../context.ts';

/** By event type: paths of fields, `instruction.kind` for one further in. A type that is not there goes out without `data`. */
export type ExportedFields = Readonly<Record<string, readonly string[]>>;

const CODE = /^[A-Za-z0-9][\w.:+-]{0,79}$/;
const isPlain = (value: unknown): boolean =>
  typeof value === 'boolean' || Number.isFinite(value) || (typeof value === 'string' && CODE.test(value));

const valueAt = (payload: unknown, at: string): unknown =>
  at.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], payload);

export function writeEnvelope(event: StoredEvent, fields: ExportedFields, source: string): string {
  const data: Record<string, unknown> = {};
  for (const at of fields[event.type] ?? []) {
    const value = valueAt(event.payload, at);
    if (isPlain(value) || (Array.isArray(value) && value.every(isPlain))) data[at] = value;
  }
  return JSON.stringify({
    specversion: '1.0',
    id: event.id,
    source,
    type: event.type,
    ...(CODE.test(event.subject) ? { subject: event.subject } : {}),
    time: event.occurredAt,
    // The order of the log; gaps are transactions that were rolled back.
    position: String(event.position),
    ...(event.traceId ? { traceid: event.traceId } : {}),
    ...(Object.keys(data).length > 0 ? { datacontenttype: 'application/json', data } : {}),
  });
}
