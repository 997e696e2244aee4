// The shared conformance suite over the wire (issue N): one form that concerns every partner, played by every partner's simulator as it should be
// and as it should not; whatever a partner does, what comes of it is the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channels } from '../../src/channels/index.ts';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { ChannelHealth, InboundView } from '../../src/hub/exchange/contract.ts';
import type { DocumentAnswer, Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { partiesOf } from '../../src/hub/mapping/index.ts';
import { portico } from '../../src/runtime/context.ts';
import {
  applicationWith,
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { corpusOf } from '../support/channel-corpus.ts';
import { everybodysForm, railImport } from '../support/forms.ts';

const { application, trader, operator } = await applicationWith(['trader', 'operator']);

async function post(to: TestApplication, secret: string | undefined, body: string): Promise<string> {
  const reply = await fetch(`${to.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/xml' },
    body,
  });
  return ((await reply.json()) as { messageId: string }).messageId;
}
const asideOf = (watching: Client, channel: string, messageId: string): Promise<InboundView | undefined> =>
  until(
    async () =>
      (await watching.get<{ items: InboundView[] }>(`/exchange/messages?channel=${channel}`)).items.find(
        (m) => m.id === messageId,
      ),
    (m) => m?.state === 'quarantined',
    `${channel} sets it aside`,
  );
/** In the shape of an enveloped signature, and nobody's. */
const forged = (about: string): string => {
  const dsig = 'http://www.w3.org/2000/09/xmldsig#';
  const [value, digest] = [Buffer.alloc(256, 1).toString('base64'), Buffer.alloc(32).toString('base64')];
  return `<Message><About>${about}</About><Signature xmlns="${dsig}"><SignedInfo><CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><Reference URI=""><Transforms><Transform Algorithm="${dsig}enveloped-signature"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>${digest}</DigestValue></Reference></SignedInfo><SignatureValue>${value}</SignatureValue></Signature></Message>`;
};

let n = 0;
/** Each case has its own vessel call, bill and box, so that no partner's word is about two of them. */
function ownForm(reference: string): Form {
  n += 1;
  return {
    ...everybodysForm(reference),
    voyageNumber: `26${n}E`,
    billNumber: `YZ2611900${n}`,
    persons: [{ personRole: 'driver', personDocumentKind: 'PP', personDocumentNumber: 'E12345678' }],
  };
}
const shipment = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
/** What the case learned, without the partners' own numbers and times. */
const learned = (answers: readonly DocumentAnswer[]) =>
  answers.map((a) => `${a.channel} ${a.document} ${a.outcome} ${a.text.zh.replace(/（.*）/, '')}`).sort();
async function play(script: string): Promise<string[]> {
  const { id } = await fileShipment(trader, ownForm(`${script}-EVERYBODY`));
  await until(
    () => shipment(id),
    (s) => s.state === 'closed',
    `${script}: the case closes`,
    120_000,
  );
  // A document that nobody waited for may be answered after the goods have gone.
  const isDone = async () =>
    application.simulators.every((one) => one.pending() === 0) &&
    (await application.isQuiet()) &&
    (await application.nextRetryAt()) === undefined;
  await until(isDone, Boolean, `${script}: nothing is under way`, 60_000);
  return learned((await shipment(id)).answers);
}

let clean: string[] = [];
test('[P3][P10] one form goes to every partner it concerns, each answers over its own channel, and the case closes', async () => {
  clean = await play('CLEAN');
  const answering = new Set(clean.map((line) => line.split(' ', 1)[0]));
  const parties = partiesOf(ownForm('CLEAN-1')).filter(
    (id) => channels.find((c) => c.id === id)?.station === undefined,
  );
  for (const id of parties)
    if (id !== 'carrier') assert.ok(answering.has(id), `${id} answered: ${[...answering].join()}`);
});

for (const script of ['DUPLICATE', 'DISORDER', 'GARBAGE', 'DOWN'])
  test(`[P3] every partner at once plays ${script}: the case learns the same as if nothing had been wrong`, async () => {
    assert.ok(clean.length > 0);
    assert.deepEqual(await play(script), clean);
  });

test('[P3] every channel refuses what is larger than it takes, by its own limit, and reads nothing of it', async () => {
  for (const channel of channels) {
    const secret = await application.unitOfWork.run(portico, (context) =>
      issueChannelKey(context, channel.id, 'a test'),
    );
    assert.ok(secret, `${channel.id} has an organisation in the demonstration`);
    const reply = await fetch(`${application.url}/api/v1/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/xml' },
      body: Buffer.alloc(channel.profile.maxBytes + 1, 'x'),
    });
    assert.equal(reply.status, 413, `${channel.id}: ${await reply.text()}`);
  }
});

test('[P3] every channel sets aside what it cannot read, with the reason, however often it comes', async () => {
  for (const channel of channels) {
    const secret = await application.unitOfWork.run(portico, (context) =>
      issueChannelKey(context, channel.id, 'a test'),
    );
    const body = `<Unheard><Of>${channel.id}</Of></Unheard>`;
    for (const messageId of [await post(application, secret, body), await post(application, secret, body)]) {
      const message = await asideOf(operator, channel.id, messageId);
      assert.ok(message?.reason?.zh && message.reason.en);
    }
  }
});

test('[P3] a partner that is away holds up nobody else: its own queue waits, the other channels deliver', async () => {
  const [away] = channels.filter((c) => c.id === 'customs');
  if (!away) return;
  await operator.send('POST', `/exchange/channels/${away.id}/pause`);
  const { id } = await fileShipment(trader, { ...railImport('CLEAN-AWAY'), voyageNumber: '20261190' });
  await until(
    async () => (await shipment(id)).answers.map((a) => a.channel),
    (list) => list.includes('border-inspection') && !list.includes(away.id),
    'the others answer',
  );
  const health = (await operator.get<{ items: ChannelHealth[] }>('/exchange/channels')).items.find(
    (c) => c.id === away.id,
  );
  assert.equal(health?.paused, true);
  await operator.send('POST', `/exchange/channels/${away.id}/resume`);
  await until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'the case closes',
  );
});

// Last: where partners listen is known to a process once, and a second application's are others.
test('[P3][P4] every channel that asks for signatures sets aside what has none and what has one that does not hold', async () => {
  const signedChannels = Object.fromEntries(channels.map((c) => [c.id, { inbound: 'required' as const }]));
  const strict = await startTestApplication({ config: { signedChannels } });
  try {
    const watching = await signIn(strict, 'operator');
    for (const channel of channels) {
      const secret = await strict.unitOfWork.run(portico, (context) => issueChannelKey(context, channel.id, 'a test'));
      const [said] = corpusOf(channel);
      for (const body of [Buffer.from(said?.message.bytes ?? '').toString('utf-8'), forged(channel.id)]) {
        const message = await asideOf(watching, channel.id, await post(strict, secret, body));
        assert.match(message?.reason?.zh ?? '', /^签名不符合要求/, channel.id);
      }
    }
  } finally {
    await strict.stop();
  }
});
