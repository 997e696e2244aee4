// What a SOAP partner may say, in both versions: answers, faults of either side, and what is no SOAP at all.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { findNode, parseXml, textAt } from '../codec/xml.ts';
import { createSoapPusher } from './soap.ts';

const budget = {
  ...{ connections: 2, requestBytes: 10_000, answerBytes: 10_000 },
  ...{ connectMs: 2000, firstByteMs: 1000, totalMs: 2000 },
};
let said: { status: number; body: string } = { status: 200, body: '' };
let heard: { type: string; action: string; body: string } = { type: '', action: '', body: '' };
const server = createServer((request, reply) => {
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += String(chunk);
  });
  request.on('end', () => {
    heard = { type: request.headers['content-type'] ?? '', action: String(request.headers.soapaction ?? ''), body };
    reply.writeHead(said.status, { 'content-type': 'text/xml' }).end(said.body);
  });
});
let port = 0;
const pusher = createSoapPusher(budget);
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as { port: number });
});
after(() => {
  pusher.close();
  server.closeAllConnections();
  server.close();
});
const bytes = Buffer.from('<单证 a="1">甲&amp;乙</单证>');
const push = (scheme: string) =>
  pusher.push({
    ...{ url: `${scheme}://127.0.0.1:${port}/ws`, bytes, contentType: 'application/xml; charset=utf-8' },
    ...{ messageId: '01a219f0-fe96-7000-8f1c-c68cde5ec115', kind: 'k.d', fileName: '单证.xml' },
  });
const envelope = (inner: string, ns = 'http://www.w3.org/2003/05/soap-envelope') =>
  `<s:Envelope xmlns:s="${ns}"><s:Body>${inner}</s:Body></s:Envelope>`;

test('[P3] the document arrives byte for byte in an envelope of either version, with its id', async () => {
  said = { status: 202, body: '' };
  for (const [scheme, type, ns] of [
    ['soap+http', /^application\/soap\+xml;.*action=/, '2003/05/soap-envelope'],
    ['soap11+http', /^text\/xml/, 'schemas.xmlsoap.org'],
  ] as const) {
    assert.deepEqual(await push(scheme), { outcome: 'delivered', detail: 'HTTP 202' });
    assert.match(heard.type, type);
    assert.equal(heard.action !== '', scheme === 'soap11+http');
    assert.ok(heard.body.includes(ns));
    const root = parseXml(Buffer.from(heard.body));
    assert.equal(textAt(findNode(root, 'Header'), 'MessageID'), 'urn:uuid:01a219f0-fe96-7000-8f1c-c68cde5ec115');
    assert.deepEqual(Buffer.from(textAt(findNode(root, 'Body'), 'Document'), 'base64'), bytes);
  }
});

test('[P3] a fault of ours is a refusal, one of theirs may come right, whatever the status', async () => {
  const twelve = (code: string) => envelope(`<s:Fault><s:Code><s:Value>s:${code}</s:Value></s:Code></s:Fault>`);
  const eleven = (code: string) =>
    envelope(`<s:Fault><faultcode>s:${code}</faultcode></s:Fault>`, 'http://schemas.xmlsoap.org/soap/envelope/');
  for (const [status, body, outcome, detail] of [
    [400, twelve('Sender'), 'refused', 'SOAP Sender'],
    [500, twelve('Receiver'), 'unreachable', 'SOAP Receiver'],
    [500, eleven('Client'), 'refused', 'SOAP Client'],
    [500, eleven('Server.Busy'), 'unreachable', 'SOAP Server.Busy'],
    [200, twelve('Sender'), 'refused', 'SOAP Sender'],
    [500, twelve('MustUnderstand'), 'refused', 'SOAP MustUnderstand'],
  ] as const) {
    said = { status, body };
    assert.deepEqual(await push('soap+http'), { outcome, detail });
  }
});

test('[P3] what stands in the body is the answer: a document of ours, or theirs as it is written', async () => {
  const inner = '<Receipt xmlns="urn:x"><No>1</No></Receipt>';
  said = { status: 200, body: envelope(inner) };
  const plain = await push('soap+http');
  assert.equal(plain.outcome === 'delivered' && String(Buffer.from(plain.answer?.bytes ?? [])), inner);
  const coded = `<p:Document xmlns:p="urn:portico:document:1" contentType="application/json">${Buffer.from('{"a":1}').toString('base64')}</p:Document>`;
  said = { status: 200, body: envelope(coded) };
  const document = await push('soap+http');
  assert.deepEqual(document.outcome === 'delivered' && document.answer, {
    bytes: Buffer.from('{"a":1}'),
    contentType: 'application/json',
  });
  said = { status: 200, body: envelope('') };
  assert.deepEqual(await push('soap+http'), { outcome: 'delivered', detail: 'HTTP 200' });
});

test('[P3] a page of a gateway, broken or hostile XML is no delivery', async () => {
  const bomb = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
  for (const body of ['<html>OK</html>', 'OK', envelope('').slice(0, 40), `${bomb}${envelope('&e;')}`]) {
    said = { status: 200, body };
    assert.deepEqual(await push('soap+http'), { outcome: 'unreachable', detail: 'NO_SOAP' }, body);
  }
  said = { status: 503, body: '<html>busy</html>' };
  assert.deepEqual(await push('soap+http'), { outcome: 'unreachable', detail: 'HTTP 503' });
});
