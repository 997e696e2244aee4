// The shared conformance suite (issue N): whatever is plugged in in src/channels/index.ts is held to it, over everything its own simulator
// says. A channel has to do nothing for it but stand in the registry.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { channels } from '../../src/channels/index.ts';
import { decideMessage } from '../../src/hub/exchange/decide-message.ts';
import type { Channel, InboundBytes, Interpretation } from '../../src/hub/mapping/contract.ts';
import { registerChannels } from '../../src/hub/mapping/index.ts';
import { mayDo } from '../../src/runtime/identity/policy.ts';
import { UnreadableMessage } from '../../src/runtime/codec/unreadable.ts';
import { corpusOf, documentsTried, type Said } from '../support/channel-corpus.ts';

before(() => registerChannels(channels));

const corpora = new Map<Channel, readonly Said[]>(channels.map((channel) => [channel, corpusOf(channel)]));
const said = (channel: Channel) => corpora.get(channel) ?? [];
const textOf = ({ bytes }: InboundBytes) => Buffer.from(bytes).toString('utf-8');
const isXml = (message: InboundBytes) => textOf(message).trimStart().startsWith('<');
const isJson = (message: InboundBytes) => textOf(message).trimStart().startsWith('{');
const withText = (message: InboundBytes, text: string): InboundBytes => ({ ...message, bytes: Buffer.from(text) });
/** One message of each format that a channel reads, and of each way the message is written. */
function samples(channel: Channel): InboundBytes[] {
  const byFormat = new Map<string, InboundBytes>();
  for (const { message } of said(channel)) {
    const { format, facts } = channel.interpret(message);
    byFormat.set(`${format} ${facts.map((f) => f.fact).join()}`, message);
  }
  return [...byFormat.values()];
}
/** What was said, or the reason why it cannot be read; anything else is a fault of the reader. */
function read(channel: Channel, message: InboundBytes): Interpretation | UnreadableMessage {
  try {
    return channel.interpret(message);
  } catch (error) {
    if (error instanceof UnreadableMessage) return error;
    throw error;
  }
}
const mustBeUnreadable = (channel: Channel, message: InboundBytes, what: string): void => {
  const found = read(channel, message);
  assert.ok(found instanceof UnreadableMessage, `${channel.id} reads ${what}: ${JSON.stringify(found).slice(0, 300)}`);
  assert.ok(found.reason.zh !== '' && found.reason.en !== '' && found.reason.zh !== found.reason.en, what);
};

for (const channel of channels) {
  const promise = `[${channel.promise}]`;

  test(`${promise}[P3] ${channel.id}: every filing and order is answered, and every answer is this channel’s alone and can be read`, () => {
    assert.ok(said(channel).length > 0, 'its simulator says something');
    const untried = channel.documents.map((d) => d.id).filter((id) => !documentsTried(channel).has(id));
    assert.deepEqual(untried, [], 'a document that no form here needs');
    for (const { message, document, scenario } of said(channel)) {
      const by = channels.filter((c) => c.recognises(message)).map((c) => c.id);
      assert.deepEqual(by, [channel.id], `${document.id} ${scenario}: ${textOf(message).slice(0, 200)}`);
      const told = channel.interpret(message);
      assert.ok(told.partnerMessageId !== '' && told.format !== '' && told.facts.length > 0);
      const decision = decideMessage(told, channel.authority, () => true);
      assert.equal(decision.do, 'tell', 'it speaks in its own name only');
    }
  });

  test(`${promise}[P3] ${channel.id}: what was read is stored and told again without loss, and reading twice says the same`, () => {
    for (const { message } of said(channel)) {
      const told = channel.interpret(message);
      assert.deepEqual(channel.interpret({ ...message, bytes: Uint8Array.from(message.bytes) }), told);
      assert.deepEqual(JSON.parse(JSON.stringify(told)), told);
    }
  });

  test(`${promise}[P3] ${channel.id}: different messages have different numbers, so that only a repetition is taken for one`, () => {
    const seen = new Map<string, string>();
    for (const { message, case: which } of said(channel)) {
      const { partnerMessageId } = channel.interpret(message);
      const key = `${which} ${partnerMessageId}`;
      const text = textOf(message);
      if (seen.has(key)) assert.equal(seen.get(key), text, `${partnerMessageId} stands for two messages`);
      seen.set(key, text);
    }
  });

  test(`${promise}[P3] ${channel.id}: elements it does not know are left alone, and a namespace may be missing`, () => {
    for (const message of samples(channel)) {
      const told = channel.interpret(message);
      for (const changed of withStrangers(message)) assert.deepEqual(channel.interpret(changed), told, textOf(changed));
    }
  });

  test(`${promise}[P3] ${channel.id}: an unknown code ends as a reason, or says no more than before`, () => {
    for (const message of samples(channel)) {
      const before = kindsOf(channel.interpret(message));
      for (const changed of withUnknownCodes(message)) {
        const found = read(channel, changed);
        if (found instanceof UnreadableMessage) continue;
        for (const kind of kindsOf(found))
          assert.ok(before.includes(kind), `${channel.id}: ${kind} came out of ${textOf(changed).slice(0, 600)}`);
      }
    }
  });

  test(`${promise}[P3] ${channel.id}: the wrong encoding, a cut message and nothing at all end as a reason`, () => {
    for (const message of samples(channel)) {
      if (channel.profile.charset === 'utf-8') {
        const bytes = Buffer.concat([Buffer.from(message.bytes).subarray(0, 60), Buffer.from([0xc3, 0x28, 0xff])]);
        mustBeUnreadable(channel, { ...message, bytes }, 'bytes that are no UTF-8');
      }
      mustBeUnreadable(channel, { ...message, bytes: Buffer.from(textOf(message), 'utf16le') }, 'UTF-16');
      mustBeUnreadable(channel, withText(message, textOf(message).slice(0, 30)), 'a cut message');
    }
    mustBeUnreadable(channel, { bytes: new Uint8Array() }, 'nothing');
  });

  test(`${promise}[P3] ${channel.id}: hostile XML and JSON end as a reason`, () => {
    for (const message of samples(channel)) {
      const text = textOf(message);
      if (isXml(message)) {
        const rest = text.replace(/^<\?xml[^>]*\?>\s*/, '');
        const entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
        mustBeUnreadable(channel, withText(message, `${entity}${rest.replace(/>([^<]+)</, '>&e;<')}`), 'an entity');
        const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">]>`;
        mustBeUnreadable(channel, withText(message, laughs + rest), 'entities of entities');
        const deep = rest.replace(/<([A-Za-z_]\w*)([^>]*)>/, `<$1$2>${'<d>'.repeat(5000)}`);
        mustBeUnreadable(channel, withText(message, deep), 'a nest that is too deep');
      } else if (isJson(message)) {
        mustBeUnreadable(channel, withText(message, text.replace('{', '{"__proto__":{},')), 'a prototype');
        mustBeUnreadable(channel, withText(message, text.replace('{', `{"d":${'['.repeat(5000)}`)), 'a deep nest');
        for (const other of ['null', '[]', '1', '"x"', '{}'])
          mustBeUnreadable(channel, withText(message, other), other);
      }
    }
  });

  test(`${promise}[P3] ${channel.id}: its limits are set, and every wait has an end`, () => {
    const { budget, maxBytes, retryAfterMs, signatures, charset, orderKey, maintenance, tells } = channel.profile;
    assert.ok(['shipment', 'channel'].includes(orderKey));
    for (const { weekday, at, minutes, reason } of maintenance) {
      assert.ok(weekday >= 1 && weekday <= 7 && /^([01]\d|2[0-3]):[0-5]\d$/.test(at) && minutes > 0 && minutes <= 1440);
      assert.ok(reason.zh !== '' && reason.en !== '');
    }
    assert.ok(mayDo([tells], 'exchange.operate'), 'who is told can do something about it');
    assert.ok(budget.connectMs <= budget.totalMs && budget.firstByteMs <= budget.totalMs && budget.totalMs <= 60_000);
    assert.ok(budget.connections >= 1 && budget.requestBytes > 0 && budget.answerBytes > 0 && maxBytes > 0);
    assert.ok(retryAfterMs.length > 0 && retryAfterMs.every((ms, i) => ms > (retryAfterMs[i - 1] ?? 0)));
    assert.ok(signatures === undefined || signatures.algorithms.length > 0);
    for (const { message } of said(channel)) assert.ok(message.bytes.length <= maxBytes);
    assert.ok(['utf-8', 'gb18030', 'us-ascii'].includes(charset));
  });
}

test('[P3] no two channels share an id, a simulator’s port, or a document', () => {
  for (const list of [
    channels.map((c) => c.id),
    channels.map((c) => c.profile.simulatorPort),
    channels.flatMap((c) => c.documents.map((d) => d.id)),
  ])
    assert.equal(new Set<string | number>(list).size, list.length);
});

const kindsOf = ({ facts }: Interpretation): string[] =>
  facts.map((f) => (f.fact === 'instruction' ? `instruction ${f.kind}` : f.fact));

/** The same message with more in it than anybody knows. */
function withStrangers(message: InboundBytes): InboundBytes[] {
  const text = textOf(message);
  if (isXml(message)) {
    const stranger = '<Xq7:Unheard xmlns:Xq7="urn:x"><Of>1</Of></Xq7:Unheard>';
    return [
      // Before the end of the root.
      withText(
        message,
        text.replace(/<\/[^<>]+>\s*$/, (end) => `${stranger}${end}`),
      ),
      withText(message, text.replace(/\sxmlns(:\w+)?="[^"]*"/g, '')),
      withText(message, `\uFEFF${text}`),
    ];
  }
  if (!isJson(message)) return [];
  const stranger = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(stranger);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).map(([key, part]) => [key, stranger(part)] as const);
    return { ...Object.fromEntries(entries), xq7Unheard: { of: 1 } };
  };
  return [withText(message, JSON.stringify(stranger(JSON.parse(text))))];
}

/** Each value in turn replaced by one that no table has. */
function withUnknownCodes(message: InboundBytes): InboundBytes[] {
  const text = textOf(message);
  if (isXml(message))
    return [...text.matchAll(/>([^<>\s][^<>]*)</g)].map(({ index }) => {
      const end = text.indexOf('<', index);
      return withText(message, `${text.slice(0, index + 1)}ZZ-9${text.slice(end)}`);
    });
  if (isJson(message))
    return [...text.matchAll(/:("(?:[^"\\]|\\.)*"|-?\d+)/g)].map(({ index, 0: whole }) =>
      withText(message, `${text.slice(0, index)}:"ZZ-9"${text.slice(index + whole.length)}`),
    );
  return [...text.matchAll(/[A-Z0-9]{2,}/g)]
    .slice(0, 200)
    .map(({ index, 0: whole }) => withText(message, `${text.slice(0, index)}ZZ9${text.slice(index + whole.length)}`));
}
