// One trace id from the form to the partner and back (W3C Trace Context): 16 bytes, written as 32 lower-case hex digits.
import { drawBytes } from '../random-pool.ts';

/** The column `trace_id` is a `uuid`: 16 bytes in the row, and the server takes the 32 digits as they are. */
export const traceIdOf = (stored: string): string => stored.replaceAll('-', '');

export const newTraceId = (): string => drawBytes(16).toString('hex');
export const newSpanId = (): string => drawBytes(8).toString('hex');

export type TraceParent = { readonly traceId: string; readonly spanId: string };

/** What a `traceparent` header says; undefined where it is none, as the standard asks: then one starts anew. */
export function readTraceparent(header: string | undefined): TraceParent | undefined {
  const [, version, traceId = '', spanId = '', , more] =
    /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(header ?? '') ?? [];
  if (version === undefined || version === 'ff' || (version === '00' && more !== undefined)) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId };
}

/** `sampled`: somebody records this trace here. */
export const writeTraceparent = ({ traceId, spanId }: TraceParent, sampled: boolean): string =>
  `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;
