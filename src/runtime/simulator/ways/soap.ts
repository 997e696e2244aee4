// A simulator behind a SOAP service: the document comes base64 in the body (`runtime/transport/soap.ts`), a no goes back as a fault of the sender, a
// breakdown as one of the receiver (SOAP 1.2 part 1, 5.4.6). What it says later it posts to Portico, as a caller of services does.
import { createServer } from 'node:http';
import { childrenOf, findNode, parseXml, textAt, writeXml, type XmlPart } from '../../codec/xml.ts';
import { type Behind, type Come, type FrontDoor, relay, type Said } from './relay.ts';

const ENVELOPE = 'http://www.w3.org/2003/05/soap-envelope';
const DOCUMENT = 'urn:portico:document:1';
const MAX_BYTES = 12 * 1024 * 1024;

export async function openSoapDoor(options: { readonly behind: Behind; readonly port: number }): Promise<FrontDoor> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BYTES) request.destroy();
      else chunks.push(chunk);
    });
    request.on('end', async () => {
      const { traceparent, authorization = '', 'x-answer-to': url, 'x-answer-key': key } = request.headers;
      // The simulator's test system has a service of its own beside the one of its cases.
      const isTest = request.url === '/test' && typeof url === 'string' && typeof key === 'string';
      const document = documentIn(Buffer.concat(chunks));
      const said = document
        ? await relay(
            isTest ? { ...options.behind, url: new URL('/test', options.behind.url).href } : options.behind,
            {
              ...document,
              ...(typeof traceparent === 'string' ? { traceparent } : {}),
              ...(isTest ? { answerTo: { url, key } } : {}),
            },
            authorization.replace(/^Bearer /, ''),
          )
        : { status: 400 };
      // Who does not say who he is gets no envelope either.
      if (said.status === 401) return void response.writeHead(401).end();
      const status = said.status < 300 ? 200 : said.status < 500 ? 400 : 500;
      return void response
        .writeHead(status, { 'content-type': 'application/soap+xml; charset=utf-8' })
        .end(writeXml(['env:Envelope', [['env:Body', bodyOf(said)]], { 'xmlns:env': ENVELOPE }]));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    endpoint: { url: `soap+http://127.0.0.1:${port}/`, key: options.behind.key },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function documentIn(bytes: Uint8Array): Come | undefined {
  try {
    const root = parseXml(bytes);
    const [document] = childrenOf(findNode(root, 'Body'), 'Document');
    const said = document?.attributes;
    const messageId = textAt(findNode(root, 'Header'), 'MessageID').replace(/^urn:uuid:/, '');
    const [kind, contentType] = [said?.get('kind'), said?.get('contentType')];
    if (!document || !kind || messageId === '') return undefined;
    const inner = Buffer.from(document.text.replace(/\s/g, ''), 'base64');
    return { bytes: inner, kind, messageId, contentType: contentType ?? 'application/xml' };
  } catch {
    return undefined;
  }
}

function bodyOf({ status, answer }: Said): readonly XmlPart[] {
  if (status >= 300) {
    const fault = status < 500 ? 'env:Sender' : 'env:Receiver';
    return [
      [
        'env:Fault',
        [
          ['env:Code', [['env:Value', fault]]],
          ['env:Reason', [['env:Text', `HTTP ${status}`, { 'xml:lang': 'en' }]]],
        ],
      ],
    ];
  }
  if (!answer) return [];
  const text = Buffer.from(answer.bytes).toString('base64');
  return [['p:Document', text, { 'xmlns:p': DOCUMENT, contentType: answer.contentType ?? 'application/xml' }]];
}
