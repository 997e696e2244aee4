// What Node's own parser refuses before there is a request (raw bytes in the address, header too large, too slow): the same
// problem+json as everywhere, written to the bare socket (P12).
import type { Socket } from 'node:net';
import { newTraceId } from '../telemetry/trace.ts';
import { toProblem } from './problem.ts';
import { refuse } from './refusals.ts';

export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  // Nobody listens any more.
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(
    toProblem(refuse('REQUEST_INVALID', reasonOf(error.code)), { traceId: newTraceId() }).problem,
  );
  socket.end(
    `HTTP/1.1 400 Bad Request\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

const reasonOf = (code: string | undefined): { zh: string; en: string } => {
  if (code === 'HPE_HEADER_OVERFLOW') return { zh: '请求头过大', en: 'the header is too large' };
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { zh: '请求迟迟未发完', en: 'the request did not arrive in time' };
  return {
    zh: '不是合法的 HTTP 请求；网址中的中文等须按 URL 编码',
    en: 'it is no well-formed HTTP request; addresses must be URL-encoded',
  };
};
