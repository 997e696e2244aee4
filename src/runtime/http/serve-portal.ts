// The built portal: files as they are, and one page for every path that it routes by itself. The page is written anew for each reader, with a
// number used once by which the browser knows the styles that antd writes (content-policy.ts).
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { newTraceId } from '../telemetry/trace.ts';
import { policyWithStyle } from './content-policy.ts';

const PAGE = 'index.html';
/** Stands in `src/web/index.html`. */
const PLACE = '__NONCE__';

/** Hands back what sends the page. */
export async function servePortal(
  server: FastifyInstance,
  root: string,
): Promise<(reply: FastifyReply) => FastifyReply> {
  await server.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    globIgnore: [PAGE],
    maxAge: '1h',
    immutable: false,
    // Opened from disk, under its own policy; ours would not let the script inside it run.
    setHeaders: (reply, file) => {
      if (file.endsWith('verify-release.html'))
        reply.header('content-disposition', 'attachment; filename="verify-release.html"');
    },
  });
  const page = readFileSync(path.join(root, PAGE), 'utf-8');
  if (!page.includes(PLACE)) throw new Error(`${PAGE} has no place for the number used once: build the portal anew`);
  return (reply) => {
    // As random as a trace's id, and as long as CSP 3 asks (128 bits).
    const nonce = newTraceId();
    return reply
      .header('content-security-policy', policyWithStyle(`nonce-${nonce}`))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(PLACE, nonce));
  };
}
