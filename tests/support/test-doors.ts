// Two more ways that a partner's test system may be reached by, with a simulator behind them as behind those of `runtime/simulator/ways`: a NATS
// stream, and an HTTPS address that keeps its answers until they are fetched (certification, issue 6).
import { createServer, type IncomingMessage } from 'node:http';
import { headers } from '@nats-io/transport-node';
import { AckPolicy, jetstream, jetstreamManager, type JsMsg } from '@nats-io/jetstream';
import type { SimulatedMessage } from '../../src/runtime/simulator/simulator-server.ts';
import { type Behind, type FrontDoor, relay } from '../../src/runtime/simulator/ways/relay.ts';
import { startNats } from './nats-way.ts';

const TYPE = 'application/xml';

/** Whatever is published is taken; who is not there for the moment is given it again, and what he does not take he does not act on. */
export async function openNatsDoor(behind: Behind): Promise<FrontDoor> {
  const nats = await startNats();
  const stream = jetstream(nats.connection);
  const { consumers } = await jetstreamManager(nats.connection);
  const wanted = { durable_name: 'partner', ack_policy: AckPolicy.Explicit, filter_subject: 'erp.from-portico' };
  await consumers.add('ERP', wanted);
  const carry = async ({ bytes, contentType = TYPE, fileName }: SimulatedMessage): Promise<number> => {
    const heads = headers();
    heads.set('content-type', contentType);
    if (fileName) heads.set('x-file-name', fileName);
    await stream.publish('erp.to-portico', bytes, { headers: heads });
    return 200;
  };
  async function hear(message: JsMsg): Promise<void> {
    const head = (name: string) => message.headers?.get(name) ?? '';
    const { status, answer } = await relay(behind, {
      bytes: message.data,
      kind: head('x-document-kind'),
      messageId: head('Nats-Msg-Id'),
      contentType: head('content-type'),
    });
    if (status === 503) return message.nak();
    message.ack();
    if (answer) await carry(answer);
  }
  const heard = await (await stream.consumers.get('ERP', 'partner')).consume();
  const listening = (async () => {
    for await (const message of heard) await hear(message);
  })();
  return {
    endpoint: { url: `nats://127.0.0.1:${nats.port}/erp`, key: 'secret-of-the-way' },
    carry,
    stop: async () => {
      await heard.close();
      await listening;
      await nats.stop();
    },
  };
}

/** Documents are posted to it as over HTTPS push; what it says waits under `messages` until it is deleted there. */
export async function openPullDoor(behind: Behind): Promise<FrontDoor> {
  const waiting = new Map<string, SimulatedMessage>();
  let serial = 0;
  const carry = async (message: SimulatedMessage): Promise<number> => {
    serial += 1;
    waiting.set(`said-${serial}`, message);
    return 200;
  };
  async function post(request: IncomingMessage): Promise<{ status: number; answer?: SimulatedMessage }> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const head = (name: string) => String(request.headers[name] ?? '');
    const come = {
      bytes: Buffer.concat(chunks),
      kind: head('x-document-kind'),
      messageId: head('x-message-id'),
      contentType: head('content-type'),
    };
    return relay(behind, come, head('authorization').replace(/^Bearer /, ''));
  }
  const server = createServer(async (request, reply) => {
    const { method, url = '' } = request;
    if (method === 'POST') {
      const { status, answer } = await post(request);
      reply.writeHead(status, { 'content-type': answer?.contentType ?? TYPE });
      return reply.end(answer ? Buffer.from(answer.bytes) : undefined);
    }
    if (request.headers.authorization !== `Bearer ${behind.key}`) return reply.writeHead(401).end();
    const [, id] = /^\/partner\/messages(?:\/([^/]+))?$/.exec(url) ?? [];
    if (method === 'DELETE' && id) return reply.writeHead(waiting.delete(decodeURIComponent(id)) ? 204 : 404).end();
    const [oldest] = waiting;
    if (method !== 'GET' || !oldest) return reply.writeHead(method === 'GET' ? 204 : 405).end();
    const { bytes, contentType = TYPE, fileName } = oldest[1];
    reply.writeHead(200, {
      'content-type': contentType,
      'x-message-id': oldest[0],
      ...(fileName ? { 'x-file-name': encodeURIComponent(fileName) } : {}),
    });
    return reply.end(Buffer.from(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    endpoint: { url: `pull+http://127.0.0.1:${port}/partner`, key: behind.key },
    carry,
    stop: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}
