// A partner whose interchange asks for it is told by CONTRL over his own channel whether it could be read, and where not (N10; ISO 9735-4).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { DeliveryView, InboundView, MessageReceipt } from '../../src/hub/exchange/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, until } from '../support/application.ts';

const { application, operator } = await applicationWith(['operator']);
const keyOf = (channel: string) =>
  application.unitOfWork.run(portico, (c) => issueChannelKey(c, channel, 'acknowledgement test'));

async function post(channel: string, body: string): Promise<MessageReceipt> {
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await keyOf(channel)}`, 'content-type': 'application/edifact' },
    body,
  });
  assert.ok(reply.ok, await reply.clone().text());
  return (await reply.json()) as MessageReceipt;
}
const move = (
  number: string,
  { asks = '++++1', sender = 'CKGTERM', begin = 'BGM+34', count = 6, type = 'CODECO' } = {},
) =>
  `UNB+UNOA:3+${sender}:ZZ+PORTICO+261120:1200+${number}${asks}'UNH+1+${type}:D:95B:UN'${begin}+${number}+9'NAD+MS+CKGTERM'` +
  `EQD+CN+CQPU1000014+++5'DTM+7:202611201200:203'UNT+${count}+1'UNZ+1+${number}'`;

const kindOf = (channel: string) => `${channel}.acknowledgement`;
const sent = async (channel: string) =>
  (await operator.get<{ items: DeliveryView[] }>(`/exchange/deliveries?channel=${channel}`)).items.filter(
    (one) => one.documentKind === kindOf(channel),
  );
const textOf = async ({ documentId }: DeliveryView) =>
  (await (await operator.raw('GET', `/documents/${documentId}/content`)).text()).replaceAll(/[\r\n]/g, '');
/** The CONTRL about an interchange, once the partner has it: what it says between UNH and UNT. */
async function control(channel: string, number: string): Promise<string> {
  let found = '';
  await until(
    async () => {
      for (const one of (await sent(channel)).filter(({ state }) => state === 'delivered')) {
        const text = await textOf(one);
        if (text.includes(`UCI+${number}+`)) found = text;
      }
      return found;
    },
    (text) => text !== '',
    `CONTRL about ${number}`,
  );
  assert.match(found, /^UNB\+UNOA:3\+PORTICO\+CKGTERM\+/);
  return /UNH\+1\+CONTRL:D:3:UN'(.*)UNT\+/.exec(found)?.[1] ?? found;
}
const stateOf = async (id: string) =>
  (await operator.get<{ items: InboundView[] }>('/exchange/messages?channel=port-terminal')).items.find(
    (one) => one.id === id,
  )?.state;

test('[N10][P3] who asks is told that his interchange was read, or what is wrong where; who does not ask hears nothing', async () => {
  const silent = await post('port-terminal', move('ACK0', { asks: '' }));
  const own = await post(
    'port-terminal',
    move('ACKC').replace(/UNH.*UNT\+6/s, "UNH+1+CONTRL:D:3:UN'UCI+X+A+B+7'UNT+3"),
  );
  await post('port-terminal', move('ACK1'));
  assert.equal(await control('port-terminal', 'ACK1'), "UCI+ACK1+CKGTERM:ZZ+PORTICO+7'");
  const counted = await post('port-terminal', move('ACK2', { count: 9 }));
  assert.equal(await control('port-terminal', 'ACK2'), "UCI+ACK2+CKGTERM:ZZ+PORTICO+4'UCM+1+CODECO:D:95B:UN+4+29+UNT'");
  assert.equal(await stateOf(counted.messageId), 'quarantined', 'nothing of it was taken');
  await post('port-terminal', move('ACK3', { begin: 'BGM+99' }));
  assert.equal(
    await control('port-terminal', 'ACK3'),
    "UCI+ACK3+CKGTERM:ZZ+PORTICO+4'UCM+1+CODECO:D:95B:UN+4'UCS+2'UCD+14+2:1'",
  );
  await post('port-terminal', move('ACK4', { type: 'INVOIC' }));
  assert.equal(await control('port-terminal', 'ACK4'), "UCI+ACK4+CKGTERM:ZZ+PORTICO+4'UCM+1+INVOIC:D:95B:UN+4+17+UNH'");
  // The same bytes once more are known: they are not read, nor answered again.
  assert.equal((await post('port-terminal', move('ACK1'))).duplicate, true);
  await until(
    () => Promise.all([silent, own].map((one) => stateOf(one.messageId))),
    (states) => states.every((state) => state !== 'stored'),
    'all are read',
  );
  await application.isQuiet();
  const all = await sent('port-terminal');
  assert.equal(all.length, 4, 'one for each that asked');
  assert.equal(all[0]?.documentName.en, 'Functional acknowledgement (CONTRL)');
});

test('[N3][N5][P3] an authority that speaks EDIFACT is told too, and its system answers no CONTRL with another', async () => {
  const channels = [
    ['border-inspection', 'CN-NIA'],
    ['maritime', 'CN-MSA'],
  ] as const;
  for (const [channel, sender] of channels) {
    await post(channel, move('ACK9', { sender, type: 'APERAK' }));
    const [answer] = await until(
      () => sent(channel),
      (all) => all[0]?.state === 'delivered',
      `${channel} is told`,
    );
    assert.ok(answer);
    assert.match(
      await textOf(answer),
      new RegExp(`UCI\\+ACK9\\+${sender}:ZZ\\+PORTICO\\+8`),
      'its own fault or ours: received',
    );
  }
  await application.isQuiet();
  for (const [channel] of channels) assert.equal((await sent(channel)).length, 1);
  const heard = (await operator.get<{ items: InboundView[] }>('/exchange/messages')).items;
  assert.deepEqual(
    heard.filter((one) => channels.some(([channel]) => channel === one.channel)).map((one) => one.state),
    ['quarantined', 'quarantined'],
    'only what was posted here',
  );
});
