// What a request asks of a simulator by its method and path: of the partner or of its test system, of the address itself or of something below it.
import type { IncomingMessage } from 'node:http';
import type { Call } from '../../kernel/call.ts';

/** Its test system (certification): the same partner with a memory of its own, that answers where it is told to. */
const TEST_PATH = '/test';
export const takenMethods: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);
const stepsOf = ({ url = '/' }: IncomingMessage): string[] =>
  new URL(url, 'http://simulator').pathname.split('/').filter(Boolean).map(decodeURIComponent);
export const asksOfTest = (request: IncomingMessage): boolean => `/${stepsOf(request)[0]}` === TEST_PATH;
/** What is asked below the address itself. */
export function callOf(request: IncomingMessage): Call | undefined {
  const path = asksOfTest(request) ? stepsOf(request).slice(1) : stepsOf(request);
  return path.length > 0 ? { method: request.method as Call['method'], path } : undefined;
}
