// Raw files over the API: an enterprise's declaration becomes a draft, attachments are kept, the operator sees the exchange.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { ChannelHealth, DeliveryView, InboundView, MessageReceipt } from '../../src/hub/exchange/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type Client, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

let application: TestApplication;
let trader: Client;
let stranger: Client;
let operator: Client;
before(async () => {
  application = await startTestApplication();
  [trader, stranger, operator] = await Promise.all([
    signIn(application, 'trader'),
    signIn(application, 'trader2'),
    signIn(application, 'operator'),
  ]);
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const draft = () =>
  trader.send<ShipmentView>('POST', '/shipments', { from: 'empty', direction: 'import', transportMode: '3' });
const codeOf = async (reply: Response) => ((await reply.json()) as { code: string }).code;

test('[P2] an attachment is kept with its case, typed by content, and comes back byte for byte as a download', async () => {
  const { id } = await draft();
  const bytes = Buffer.from('%PDF-1.7\n% 发票\n');
  const reply = await trader.raw('POST', `/shipments/${id}/attachments`, bytes, {
    'content-type': 'text/html',
    'x-file-name': encodeURIComponent('../发票 1.pdf'),
  });
  assert.equal(reply.status, 201, await reply.clone().text());
  const kept = (await reply.json()) as DocumentView;
  assert.deepEqual(
    [kept.flow, kept.mediaType, kept.fileName, kept.sizeBytes],
    ['attachment', 'application/pdf', '发票 1.pdf', bytes.length],
  );
  const content = await trader.raw('GET', `/documents/${kept.id}/content`);
  assert.deepEqual(Buffer.from(await content.arrayBuffer()), bytes);
  assert.match(content.headers.get('content-disposition') ?? '', /^attachment;/);
  assert.equal(content.headers.get('content-type'), 'application/octet-stream');
  assert.equal(content.headers.get('x-content-type-options'), 'nosniff');
  const listed = await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
  assert.deepEqual(
    listed.items.map((d) => d.id),
    [kept.id],
  );
  for (const at of [`/documents/${kept.id}`, `/documents/${kept.id}/content`, `/shipments/${id}/documents`])
    assert.equal((await stranger.raw('GET', at)).status, 404, at);
  assert.equal((await stranger.raw('POST', `/shipments/${id}/attachments`, bytes)).status, 404);
});

test('[P2] pages, programs and empty files are no attachments', async () => {
  const { id } = await draft();
  for (const text of ['<html><script>alert(1)</script>', 'MZ', '']) {
    const reply = await trader.raw('POST', `/shipments/${id}/attachments`, Buffer.from(text), {
      'content-type': 'application/pdf',
    });
    assert.equal(reply.status, 422, text);
    assert.equal(await codeOf(reply), 'ATTACHMENT_TYPE_UNKNOWN');
  }
});

const samples = path.resolve(process.env.PORTICO_SAMPLES ?? '../shared/samples', 'goods-declaration');
const sample = () => {
  try {
    return readFileSync(path.join(samples, 'DecMessage_export_processing_trade_v3.1.xml'));
  } catch {
    return undefined;
  }
};

test('[P12][P10] an enterprise posts a declaration as it is and gets a receipt that names the draft', {
  skip: sample() ? false : `no samples at ${samples}`,
}, async () => {
  const reply = await trader.raw('POST', '/messages', sample() ?? '', { 'content-type': 'application/xml' });
  assert.equal(reply.status, 201, await reply.clone().text());
  const receipt = (await reply.json()) as MessageReceipt;
  assert.equal(receipt.channel, 'customs');
  const shipment = await trader.get<ShipmentView>(`/shipments/${receipt.shipmentId}`);
  assert.equal(shipment.state, 'draft');
  assert.ok((shipment.form.goods as unknown[]).length > 0);
});

test('[P12] an unknown or broken file is refused with its reason, and an enterprise cannot speak for an authority', async () => {
  const post = (text: string) => trader.raw('POST', '/messages', text, { 'content-type': 'application/xml' });
  const expected: [string, string][] = [
    ['hello', 'MESSAGE_FORMAT_UNKNOWN'],
    ['', 'MESSAGE_EMPTY'],
    ['<DecMessage><DecHead>', 'MESSAGE_UNREADABLE'],
    ['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><DecMessage>&e;</DecMessage>', 'MESSAGE_UNREADABLE'],
  ];
  for (const [text, code] of expected) {
    const reply = await post(text);
    assert.ok(reply.status >= 400 && reply.status < 500, `${text}: ${reply.status}`);
    assert.equal(await codeOf(reply), code, text);
  }
  const posed = await post(
    '<DEC_RESULT><CUS_CIQ_NO>I1</CUS_CIQ_NO><ENTRY_ID/><NOTICE_DATE>2026-11-20T10:00:00</NOTICE_DATE><CHANNEL>P</CHANNEL></DEC_RESULT>',
  );
  assert.ok(posed.status >= 400 && posed.status < 500, `a release from a trader: ${posed.status}`);
});

test('[P3] the operator sees each delivery with its attempts, what came in, and every channel’s health', async () => {
  const { id, revision } = await draft();
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: railImport('CLEAN-OPERATOR'),
    revision,
  });
  await trader.send('POST', `/shipments/${id}/submit`, { revision: saved.revision });
  await until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    (s) => s.state === 'closed',
    'the case closes',
  );
  const { items } = await operator.get<{ items: DeliveryView[] }>(`/exchange/deliveries?shipmentId=${id}`);
  assert.ok(items.length >= 4 && items.every((d) => d.state === 'delivered'));
  const one = await operator.get<DeliveryView>(`/exchange/deliveries/${items[0]?.id}`);
  assert.equal(one.attempts.length, 1);
  const documents = (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items;
  assert.ok(
    documents
      .filter((d) => d.flow === 'outbound')
      .every((d) => d.delivery?.state === 'delivered' && d.delivery.deliveredAt),
  );
  const first = await operator.get<{ items: DeliveryView[]; next?: string }>('/exchange/deliveries?limit=2');
  const second = await operator.get<{ items: DeliveryView[] }>(`/exchange/deliveries?limit=2&after=${first.next}`);
  assert.equal(new Set([...first.items, ...second.items].map((d) => d.id)).size, 4, 'pages do not overlap');
  const messages = await operator.get<{ items: InboundView[] }>('/exchange/messages?channel=customs');
  assert.ok(messages.items.length > 0 && messages.items.every((m) => m.channel === 'customs' && m.simulated));
  const channels = (await operator.get<{ items: ChannelHealth[] }>('/exchange/channels')).items;
  assert.ok(channels.every((c) => c.simulated));
  assert.equal(channels.find((c) => c.id === 'customs')?.state, 'well');
  assert.equal((await trader.raw('GET', '/exchange/deliveries')).status, 403);
  for (const at of [
    '/exchange/deliveries/not-an-id',
    '/exchange/deliveries?shipmentId=x',
    `/documents/${'-'.repeat(36)}`,
  ])
    assert.equal((await operator.raw('GET', at)).status, 400, at);
  assert.equal((await operator.raw('POST', '/exchange/channels/nobody/pause')).status, 404);
});
