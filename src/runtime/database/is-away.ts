// Whether an error says that the database is away for the moment – stopped, starting, full, or the line to it cut – and nothing is wrong
// with what was asked. Then the same may be asked again (R2: 503, never 500).
const LINE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);
/** Connection, resources, operator's intervention, and transactions the server ended because they stood still. */
const STATES = /^(08|53|57P|25P0[34])/;
/** What the driver says without a code. */
const WORDS =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/;

export function isDatabaseAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return LINE.has(code) || (code.length === 5 && STATES.test(code));
  return typeof message === 'string' && WORDS.test(message);
}
