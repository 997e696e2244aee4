// SOAP over HTTP as a way to a partner: the document goes base64 in the body of an envelope, so that not a byte of what may be signed changes.
// A fault of the sender is a refusal, one of the receiver may come right (SOAP 1.2 part 1, 5.4.6; SOAP 1.1, 4.4.1); what stands in
// the answer's body is the partner's answer.
import { childrenOf, findNode, parseXml, textAt, writeXml, type XmlNode } from '../codec/xml.ts';
import { createRequester, type HttpReply } from './http-request.ts';
import { headersOf, outcomeOf } from './http-push.ts';
import type { Guard, Push, PushBudget, Pusher, PushOutcome } from './transport.ts';

type Version = '1.1' | '1.2';
const envelopes: Readonly<Record<Version, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};
const DOCUMENT = 'urn:portico:document:1';
const ADDRESSING = 'http://www.w3.org/2005/08/addressing';

export function createSoapPusher(budget: PushBudget, guard?: Guard): Pusher {
  const requester = createRequester(budget, guard);
  return {
    push: async (push) => {
      if (push.bytes.length > budget.requestBytes) return { outcome: 'refused', detail: 'REQUEST_TOO_LARGE' };
      const version: Version = push.url.startsWith('soap11+') ? '1.1' : '1.2';
      const reply = await requester.ask({
        method: 'POST',
        url: push.url.replace(/^soap(11)?\+/, ''),
        headers: { ...headersOf(push), ...typeOf(version) },
        body: Buffer.from(wrap(push, version)),
      });
      return judge(reply);
    },
    close: requester.close,
  };
}

/** The action is named where each version has it. */
const typeOf = (version: Version): Record<string, string> =>
  version === '1.2'
    ? { 'content-type': `application/soap+xml; charset=utf-8; action="${DOCUMENT}"` }
    : { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${DOCUMENT}"` };

const wrap = (push: Push, version: Version): string =>
  writeXml([
    'env:Envelope',
    [
      ['env:Header', [['wsa:MessageID', `urn:uuid:${push.messageId}`, { 'xmlns:wsa': ADDRESSING }]]],
      [
        'env:Body',
        [
          [
            'p:Document',
            Buffer.from(push.bytes).toString('base64'),
            { 'xmlns:p': DOCUMENT, kind: push.kind, fileName: push.fileName, contentType: push.contentType },
          ],
        ],
      ],
    ],
    { 'xmlns:env': envelopes[version] },
  ]);

function judge(reply: HttpReply): PushOutcome {
  const outcome = outcomeOf(reply);
  if ('fault' in reply || reply.bytes.length === 0) return outcome;
  const body = bodyOf(reply.bytes);
  const fault = body && childrenOf(body, 'Fault')[0];
  if (fault) {
    const said = textAt(fault, 'Code/Value') || textAt(fault, 'faultcode');
    const code = (said.split(':').pop() ?? '').replace(/[^\w.]/g, '').slice(0, 40);
    const theirs = /^(Receiver|Server)(\.|$)/.test(code);
    return { outcome: theirs ? 'unreachable' : 'refused', detail: `SOAP ${code || 'Fault'}` };
  }
  if (outcome.outcome !== 'delivered') return outcome;
  // Somebody answered, and not the partner's service: a page of a gateway, most likely.
  if (!body) return { outcome: 'unreachable', detail: 'NO_SOAP' };
  const answer = answerIn(body, reply.bytes);
  return { outcome: 'delivered', detail: outcome.detail, ...(answer ? { answer } : {}) };
}

function bodyOf(bytes: Uint8Array): XmlNode | undefined {
  try {
    const root = parseXml(bytes);
    return findNode(root, 'Envelope') && findNode(root, 'Body');
  } catch {
    return undefined;
  }
}

function answerIn(body: XmlNode, whole: Uint8Array): { bytes: Uint8Array; contentType: string } | undefined {
  const [document] = childrenOf(body, 'Document');
  if (document)
    return {
      bytes: Buffer.from(document.text.replace(/\s/g, ''), 'base64'),
      contentType: document.attributes.get('contentType') ?? 'application/xml',
    };
  // What stands there as it is written, for the channel's own reader: from the tag that opens the body to the last that closes one.
  const text = Buffer.from(whole).toString('utf-8');
  const from = text.search(/<(?:\w{1,40}:)?Body[\s>]/);
  const to = text.lastIndexOf('</', text.lastIndexOf('Body'));
  const inner = from < 0 || to < from ? '' : text.slice(text.indexOf('>', from) + 1, to).trim();
  return inner === '' ? undefined : { bytes: Buffer.from(inner), contentType: 'application/xml' };
}
