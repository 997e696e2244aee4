// The structured log (P3): one JSON line per request, per attempt of a delivery, per failure, each with its trace id. A line has the
// fields that are named here and no others, so that nothing a person typed and no secret comes into it by the way; the list of
// `redact` is the second lock. People's names and user ids are not logged, their organisation is.
import { pino } from 'pino';
import { describeError } from './describe-error.ts';

export type RequestLine = {
  readonly traceId: string;
  readonly method: string;
  /** The pattern, never the address: that may hold a secret or a name. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly organisationId?: string;
  readonly caller?: string;
};
export type AttemptLine = {
  /** Absent for a document of version 0.1.0. */
  readonly traceId?: string;
  readonly channel: string;
  readonly deliveryId: string;
  readonly documentId: string;
  readonly document: string;
  readonly attempt: number;
  readonly outcome: 'delivered' | 'refused' | 'unreachable';
  /** HTTP status or the code of the network's error; never what the partner wrote. */
  readonly detail: string;
  readonly ms: number;
};
export type ReactionLine = {
  readonly traceId?: string;
  readonly reaction: string;
  readonly event: string;
  readonly position: number;
};
export type Log = {
  request(line: RequestLine): void;
  attempt(line: AttemptLine): void;
  /** A message was joined to the trace of the document it answers. */
  joined(line: ReactionLine & { readonly from: string }): void;
  reactionFailed(line: ReactionLine, error: unknown): void;
  /** Anything that went wrong elsewhere; `where` is our own text, or the number of a problem. */
  fault(error: unknown, where: string, traceId?: string): void;
  /** Said once: starts, waits, ends of background work. */
  note(text: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
};

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type Level = (typeof LEVELS)[number];
export const isLevel = (text: string): text is Level => (LEVELS as readonly string[]).includes(text);

const SECRET_FIELDS = ['password', 'secret', 'token', 'authorization', 'cookie', 'key', 'apiKey'];
/** Asked for every few seconds by machines, or files: what they say is in the metrics. */
const QUIET = /^(?!\/api\/)/;

export function createLog(options: {
  readonly level: Level;
  readonly to?: { write(line: string): void };
  readonly node?: string;
}): Log {
  const log = pino(
    {
      level: options.level,
      base: options.node === undefined ? {} : { node: options.node },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`]), censor: '[…]' },
    },
    options.to ?? pino.destination(2),
  );
  return {
    request: (line) => log[line.status >= 500 ? 'error' : QUIET.test(line.route) ? 'debug' : 'info'](line, 'request'),
    attempt: (line) => log[line.outcome === 'delivered' ? 'info' : 'warn'](line, 'attempt'),
    joined: (line) => log.info(line, 'joined'),
    reactionFailed: (line, error) => log.error({ ...line, error: describeError(error) }, 'reaction failed'),
    fault: (error, where, traceId) =>
      log.error({ where, ...(traceId ? { traceId } : {}), error: describeError(error) }, 'fault'),
    note: (text, fields = {}) => log.info(fields, text),
  };
}

const nothing = () => undefined;
export const silentLog: Log = {
  request: nothing,
  attempt: nothing,
  joined: nothing,
  reactionFailed: nothing,
  fault: nothing,
  note: nothing,
};
