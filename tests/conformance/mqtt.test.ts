// What MQTT 5.0 adds to the contract of ways (tests/conformance/transports.test.ts): a lost PUBACK and the DUP that follows, what a broker refuses by
// reason, limits that are told, a broker that was away; and a broker that speaks 3.1.1 only.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { Packet } from 'mqtt-packet';
import { createMqttCollector, createMqttPusher } from '../../src/runtime/transport/mqtt-topic.ts';
import { isCollected, wayOf } from '../../src/runtime/transport/open-transport.ts';
import type { Collected, Push } from '../../src/runtime/transport/transport.ts';
import { startMqtt, startMqttFive } from '../support/mqtt-way.ts';
import { makeTlsAuthority } from '../support/tls-authority.ts';
import { collectBudget, pushBudget } from '../support/ways.ts';

const TOPIC = 'gate/nanpeng/to-portico/camera-1';
const greet = (packet: Packet, send: (packet: Packet) => void, sessionPresent = false): void => {
  if (packet.cmd === 'connect') send({ cmd: 'connack', reasonCode: 0, sessionPresent });
  if (packet.cmd === 'subscribe') send({ cmd: 'suback', messageId: packet.messageId ?? 1, granted: [1] });
  if (packet.cmd === 'pingreq') send({ cmd: 'pingresp' });
};
const given = (messageId: number, payload: Buffer, dup = false): Packet => ({
  cmd: 'publish',
  topic: TOPIC,
  payload,
  qos: 1,
  messageId,
  dup,
  retain: false,
});
const pushed = (to: { url: string; key: string }): Push => ({
  ...to,
  bytes: Buffer.from('{"n":1}'),
  contentType: 'application/json',
  messageId: 'm-1',
  kind: 'road-gate.release-order',
  fileName: '放行.json',
});

test('[P3][N10] MQTT: an address names it, and the far end is asked for what waits', () => {
  for (const url of ['mqtts://broker.example/gate', 'mqtt://127.0.0.1:1883/gate']) {
    assert.equal(wayOf(url), 'mqtt');
    assert.ok(isCollected(url));
  }
});

test('[P3][N10] MQTT 5.0: bytes are kept before the PUBACK; where it is lost the same message comes again as DUP under the same id', async () => {
  const bytes = Buffer.from('{"seen":"渝A12345"}');
  let connections = 0;
  const far = await startMqttFive((packet, send, hangUp) => {
    greet(packet, send, connections > 0);
    // The first PUBACK never arrives.
    if (packet.cmd === 'puback' && connections === 1) hangUp();
    if (packet.cmd === 'connect' && connections++ > 0) send(given(7, bytes, true));
    if (packet.cmd === 'subscribe') send(given(7, bytes));
  });
  const collector = createMqttCollector(collectBudget);
  const kept: Collected[] = [];
  const acknowledgedBefore: number[] = [];
  const keep = async (message: Collected) => {
    acknowledgedBefore.push(far.acknowledgements().length);
    kept.push(message);
    return 'kept' as const;
  };
  for (let n = 0; n < 5 && kept.length < 2; n++) await collector.collect(far.to, keep);
  collector.close();
  await far.stop();
  assert.deepEqual(acknowledgedBefore, [0, 1], 'kept first, acknowledged then');
  assert.equal(kept[0]?.id, kept[1]?.id);
  assert.match(kept[0]?.id ?? '', /^camera-1-[0-9a-f]{16}$/);
  assert.ok(kept.every((one) => Buffer.compare(one.bytes, bytes) === 0));
  const [first] = far.connects();
  assert.deepEqual(
    [first?.clean, first?.clientId, first?.protocolVersion],
    [false, 'portico-gate_nanpeng', 5],
    'one session, whoever owns the lane',
  );
  assert.equal(first?.properties?.sessionExpiryInterval, 0xffff_ffff);
  assert.ok((first?.properties?.maximumPacketSize ?? 0) > collectBudget.maxBytes);
});

for (const [reasonCode, outcome, detail] of [
  [0, 'delivered', 'MQTT OK'],
  [16, 'unreachable', 'MQTT NO_SUBSCRIBER'],
  [135, 'refused', 'MQTT 135'],
  [151, 'unreachable', 'MQTT 151'],
] as const)
  test(`[P3][N10] MQTT 5.0: a PUBACK with reason ${reasonCode} is ${outcome}`, async () => {
    const far = await startMqttFive((packet, send) => {
      greet(packet, send);
      if (packet.cmd === 'publish') send({ cmd: 'puback', messageId: packet.messageId ?? 0, reasonCode });
    });
    const pusher = createMqttPusher(pushBudget);
    const end = await pusher.push(pushed(far.to));
    pusher.close();
    await far.stop();
    assert.deepEqual(end, { outcome, detail });
    const [sent] = far.published();
    assert.equal(sent?.topic, 'gate/nanpeng/from-portico/road-gate.release-order/m-1');
    assert.equal(sent?.properties?.userProperties?.['message-id'], 'm-1');
    assert.equal(sent?.qos, 1);
  });

test('[P3][N10] MQTT 5.0: a document larger than the broker says it takes is not sent', async () => {
  const far = await startMqttFive((packet, send) => {
    if (packet.cmd === 'connect')
      send({ cmd: 'connack', reasonCode: 0, sessionPresent: false, properties: { maximumPacketSize: 2000 } });
  });
  const pusher = createMqttPusher(pushBudget);
  const end = await pusher.push({ ...pushed(far.to), bytes: Buffer.alloc(2000) });
  pusher.close();
  await far.stop();
  assert.deepEqual([end.outcome, far.published().length], ['refused', 0]);
});

test('[P3][N10] MQTT 5.0: who sends far more than he was told we take is hung up on, and nothing is kept', async () => {
  const far = await startMqttFive((packet, send) => {
    greet(packet, send);
    if (packet.cmd === 'subscribe') send(given(1, Buffer.alloc(400_000)));
  });
  const collector = createMqttCollector(collectBudget);
  let kept = 0;
  const end = await collector.collect(far.to, async () => {
    kept += 1;
    return 'kept';
  });
  collector.close();
  await far.stop();
  assert.deepEqual([kept, end.outcome, end.detail], [0, 'refused', 'ANSWER_TOO_LARGE']);
});

test('[P3][N10] MQTT: wildcards and the broker’s own tree are no topic of a partner', async () => {
  const pusher = createMqttPusher(pushBudget);
  for (const path of ['', '/+/x', '/%23', '/$SYS/x'])
    assert.deepEqual(await pusher.push(pushed({ url: `mqtt://127.0.0.1:9${path}`, key: 'k' })), {
      outcome: 'refused',
      detail: 'TOPIC_INVALID',
    });
});

test('[P3][N10] MQTT: an address that was not allowed is not called', async () => {
  const pusher = createMqttPusher(pushBudget, { policy: 'public' });
  assert.deepEqual(await pusher.push(pushed({ url: 'mqtt://127.0.0.1:9/gate', key: 'k' })), {
    outcome: 'unreachable',
    detail: 'ADDRESS_NOT_ALLOWED',
  });
});

test('[P3][N10] MQTT 3.1.1: what devices say while we or the broker are away is there when both are back, each once', async () => {
  const broker = await startMqtt();
  const to = { url: `mqtt://127.0.0.1:${broker.port()}/gate/nanpeng`, key: broker.key };
  const collector = createMqttCollector(collectBudget);
  const kept: string[] = [];
  const keep = async (message: Collected) => {
    kept.push(`${Buffer.from(message.bytes)}`);
    return 'kept' as const;
  };
  await collector.collect(to, keep);
  await broker.publish(TOPIC, Buffer.from('1'));
  await broker.goAway();
  await broker.publish(TOPIC, Buffer.from('2'));
  assert.equal((await collector.collect(to, keep)).outcome, 'unreachable');
  await broker.publish(TOPIC, Buffer.from('3'));
  await broker.comeBack();
  for (let n = 0; n < 10 && new Set(kept).size < 3; n++) await collector.collect(to, keep);
  collector.close();
  await broker.stop();
  assert.deepEqual(kept, ['1', '2', '3']);
});

const noOpenssl = spawnSync('openssl', ['version']).status !== 0 && 'openssl is not installed';
test('[P3][N10] MQTT over TLS: by client certificate both ways are gone; another authority’s certificate is taken on neither side', {
  skip: noOpenssl,
}, async () => {
  const [office, stranger] = [makeTlsAuthority('gates'), makeTlsAuthority('somebody else')];
  setDefaultCACertificates([...getCACertificates('default'), office.cert]);
  const broker = await startMqtt({ own: office.issue('broker'), ca: office.cert });
  const posing = await startMqtt({ own: stranger.issue('broker'), ca: office.cert });
  const at = ({ port }: { port(): number }, key: string) => ({
    url: `mqtts://127.0.0.1:${port()}/gate/nanpeng`,
    key,
  });
  const [ours, forged] = [office.issue('portico').both, stranger.issue('portico').both];
  const pusher = createMqttPusher(pushBudget);
  const collector = createMqttCollector(collectBudget);
  const kept: string[] = [];
  const keep = async (message: Collected) => {
    kept.push(`${Buffer.from(message.bytes)}`);
    return 'kept' as const;
  };
  try {
    assert.deepEqual(await pusher.push(pushed(at(broker, ours))), { outcome: 'delivered', detail: 'MQTT OK' });
    assert.equal((await collector.collect(at(broker, ours), keep)).outcome, 'reached');
    await broker.publish(TOPIC, Buffer.from('1'));
    await collector.collect(at(broker, ours), keep);
    assert.deepEqual([kept, broker.heard.length], [['1'], 1]);
    // Not vouched for there: the broker turns us away before it hears a word.
    for (const key of [forged, 'portico:a password and no certificate']) {
      assert.equal((await pusher.push(pushed(at(broker, key)))).outcome, 'unreachable');
      assert.equal((await collector.collect(at(broker, key), keep)).outcome, 'unreachable');
    }
    assert.equal(broker.turnedAway.length, 4);
    assert.equal(broker.heard.length, 1);
    // Not vouched for here: it is told nothing, not even who we are.
    const { outcome, detail } = await pusher.push(pushed(at(posing, ours)));
    assert.deepEqual([outcome, detail], ['unreachable', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']);
    assert.equal((await collector.collect(at(posing, ours), keep)).outcome, 'unreachable');
    assert.deepEqual([posing.heard, posing.subscribed], [[], []]);
  } finally {
    pusher.close();
    collector.close();
    await broker.stop();
    await posing.stop();
  }
});
