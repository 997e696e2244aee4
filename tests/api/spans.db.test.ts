// Spans go to an OTLP/HTTP collector only where one is configured, under the same trace id as everything else: the request, its transaction,
// the reactions, the attempts and the reading of the answers. The collector here is played.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { noSpans } from '../../src/runtime/telemetry/spans.ts';
import { startSpans } from '../../src/runtime/telemetry/start-spans.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';

type Exported = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: Record<string, unknown> }[];
  status?: { code?: number };
};
type Body = { resourceSpans: { scopeSpans: { spans: Exported[] }[] }[] };
const spans: Exported[] = [];
let collector: Server;
let application: TestApplication;
let endpoint: string;
before(async () => {
  collector = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
    assert.equal(request.url, '/v1/traces');
    for (const { scopeSpans } of (JSON.parse(text.toString()) as Body).resourceSpans)
      for (const scope of scopeSpans) spans.push(...scope.spans);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(collector.address() as { port: number }).port}`;
  application = await startTestApplication({ config: { otlpEndpoint: endpoint } });
});
after(async () => {
  await application.stop();
  collector.closeAllConnections();
  collector.close();
  assert.deepEqual(application.faults, []);
});

test('[P3] one trace shows request, transaction, reactions, attempts and the reading of answers', async () => {
  const trader = await signIn(application, 'trader');
  const form = railImport('CLEAN-SPANS-1');
  const draft = await trader.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: form.direction,
    transportMode: form.transportMode,
  });
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${draft.id}/form`, {
    form,
    revision: draft.revision,
  });
  const reply = await trader.raw(
    'POST',
    `/shipments/${draft.id}/submit`,
    JSON.stringify({ revision: saved.revision }),
    {
      'content-type': 'application/json',
    },
  );
  const traceId = reply.headers.get('trace-id') ?? '';
  const ours = () => spans.filter((span) => span.traceId === traceId);
  const named = (name: string) => ours().filter((span) => span.name === name);
  await until(
    async () => ours().map((span) => span.name),
    (names) =>
      ['reaction interpretMessage', 'deliver customs', 'reaction noteAnswer', 'reaction dispatchDocuments'].every(
        (name) => names.includes(name),
      ),
    'the spans of the journey',
    40_000,
  );
  const [request] = named('POST /api/v1/shipments/:id/submit');
  const [transaction] = named('transaction POST /shipments/:id/submit');
  assert.ok(request && transaction);
  assert.equal(request.parentSpanId ?? '', '');
  assert.equal(transaction.parentSpanId, request.spanId, 'the transaction is below its request');
  assert.equal(new Set(ours().map((span) => span.spanId)).size, ours().length, 'no two spans have one id');
  for (const span of ours()) assert.ok(BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano), span.name);
  assert.match(JSON.stringify(named('reaction interpretMessage')), /portico.arrived-in-trace/);
  const partner = application.simulators.find((simulator) => simulator.id === 'customs');
  const { accepted } = (await (await fetch(`${partner?.url}ledger`)).json()) as {
    accepted: { traceparent?: string }[];
  };
  const sent = named('deliver customs').map((span) => `00-${traceId}-${span.spanId}-01`);
  assert.ok(
    sent.some((traceparent) => accepted.some((one) => one.traceparent === traceparent)),
    'the partner was told the span of the attempt',
  );
  assert.doesNotMatch(JSON.stringify(spans), /portico_session|陈演示/);
});

test('[P3] a collector that fails or hangs costs spans and nothing else', async () => {
  collector.closeAllConnections();
  collector.close();
  const trader = await signIn(application, 'trader');
  assert.equal((await trader.raw('GET', '/shipments')).status, 200);
});

test('[P3] without an endpoint the SDK is not even loaded', async () => {
  assert.equal(await startSpans(undefined, 'node'), noSpans);
});
