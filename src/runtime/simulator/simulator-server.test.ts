// A simulator over the wire: takes each message once, answers later, and plays the scenarios that are about the wire.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { systemClock } from '../clock.ts';
import { type Scenario, scenarioOf, scenarios } from './scripts.ts';
import { type FarEnd, type Reaction, type Simulator, stage, startSimulator } from './simulator-server.ts';

const say = (text: string, afterMs: number) => ({
  afterMs,
  message: { bytes: Buffer.from(text), contentType: 'text/plain', fileName: `${text}.txt` },
});
const farEnd: FarEnd = {
  name: { zh: '测试方', en: 'Tested side' },
  referenceIn: ({ bytes }) => {
    const text = Buffer.from(bytes).toString();
    if (text === 'unreadable') throw new Error('unreadable');
    return text;
  },
  react: ({ scenario }, world) => ({
    status: 200,
    later: [say(`1 ${scenario} ${world.next()}`, 100), say(`2 ${scenario}`, 200), say(`3 ${scenario}`, 300)],
  }),
};

let heard: string[] = [];
let busy = 0;
const portico = createServer((request, response) => {
  let text = '';
  request.on('data', (chunk) => (text += chunk));
  request.on('end', () => {
    if (busy > 0) {
      busy -= 1;
      return response.writeHead(503).end();
    }
    heard.push(`${request.headers.authorization} ${text}`);
    return response.writeHead(201).end('{}');
  });
});
let simulator: Simulator;
before(async () => {
  await new Promise<void>((resolve) => portico.listen(0, '127.0.0.1', resolve));
  const { port } = portico.address() as { port: number };
  simulator = await startSimulator({
    id: 'tested',
    farEnd,
    port: 0,
    key: 'mine',
    clock: systemClock,
    pace: 0.02,
    target: () => ({ url: `http://127.0.0.1:${port}/`, key: 'theirs' }),
  });
});
after(async () => {
  await simulator.stop();
  portico.closeAllConnections();
  await new Promise((resolve) => portico.close(resolve));
});
beforeEach(() => {
  heard = [];
});

const deliver = async (body: string, messageId: string, key = 'mine') => {
  const answer = await fetch(simulator.url, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${key}`, 'x-message-id': messageId, 'x-document-kind': 'k' },
  });
  await answer.arrayBuffer();
  return answer.status;
};
async function quiet(): Promise<void> {
  while (simulator.pending() > 0) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('[P3] a document is answered later, with the partner’s own key; the same message again is taken and acted on once', async () => {
  assert.equal(await deliver('CLEAN-1', 'm1'), 200);
  assert.equal(await deliver('CLEAN-1', 'm1'), 200);
  await quiet();
  assert.deepEqual(heard, ['Bearer theirs 1 CLEAN 1', 'Bearer theirs 2 CLEAN', 'Bearer theirs 3 CLEAN']);
});

test('[P12] a stranger’s key, a nameless delivery and unreadable bytes are refused', async () => {
  assert.equal(await deliver('CLEAN-2', 'm2', 'wrong'), 401);
  assert.equal(await deliver('CLEAN-2', ''), 400);
  assert.equal(await deliver('unreadable', 'm2'), 400);
  await quiet();
  assert.deepEqual(heard, []);
});

test('[P3] DOWN answers 503 twice, then works; SILENT takes it and says nothing', async () => {
  assert.deepEqual(
    [await deliver('DOWN-1', 'm3'), await deliver('DOWN-1', 'm3'), await deliver('DOWN-1', 'm3')],
    [503, 503, 200],
  );
  await quiet();
  assert.equal(heard.length, 3);
  heard = [];
  assert.equal(await deliver('SILENT-1', 'm4'), 200);
  await quiet();
  assert.deepEqual(heard, []);
});

test('[P3] an answer that Portico cannot take now is posted again until it is taken', async () => {
  busy = 2;
  await deliver('CLEAN-3', 'm5');
  await quiet();
  assert.equal(heard.length, 3);
});

test('[P3] the ledger and the status page say what happened, and that it is a simulator', async () => {
  const page = await (await fetch(simulator.url)).text();
  assert.match(page, /模拟器 \/ simulator/);
  const ledger = (await (await fetch(`${simulator.url}ledger`)).json()) as {
    simulator: boolean;
    accepted: { messageId: string; repeated: boolean }[];
    sent: { status: number; attempts: number }[];
  };
  assert.equal(ledger.simulator, true);
  assert.deepEqual(
    ledger.accepted.filter((a) => a.messageId === 'm1').map((a) => a.repeated),
    [false, true],
  );
  assert.ok(ledger.sent.every((s) => s.status === 201));
  assert.ok(ledger.sent.some((s) => s.attempts > 1));
});

test('[P3] a stopped simulator tries nothing again, not even what was under way', async () => {
  let asked = 0;
  const tired = createServer((_request, response) => {
    asked += 1;
    setTimeout(() => response.writeHead(503).end(), 80);
  });
  await new Promise<void>((resolve) => tired.listen(0, '127.0.0.1', resolve));
  const { port } = tired.address() as { port: number };
  const lost = await startSimulator({
    id: 'lost',
    farEnd,
    port: 0,
    clock: systemClock,
    pace: 0.02,
    target: () => ({ url: `http://127.0.0.1:${port}/`, key: 'k' }),
  });
  await fetch(lost.url, { method: 'POST', body: 'CLEAN-9', headers: { 'x-message-id': 'm9' } });
  while (asked < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  await lost.stop();
  await new Promise((resolve) => setTimeout(resolve, 600));
  assert.equal(asked, 3);
  tired.closeAllConnections();
  await new Promise((resolve) => tired.close(resolve));
});

const reactions: fc.Arbitrary<Reaction> = fc
  .array(fc.tuple(fc.stringMatching(/^[a-z]{1,5}$/), fc.integer({ min: 0, max: 10_000 })), { maxLength: 6 })
  .map((list) => ({ status: 200, later: list.map(([text, afterMs]) => say(text, afterMs)) }));
const texts = (reaction: Reaction) => reaction.later.map((l) => Buffer.from(l.message.bytes).toString());

test('[P3] wire scenarios neither lose nor change an answer: three times, reversed, late, or behind garbage', () => {
  fc.assert(
    fc.property(reactions, (reaction) => {
      const original = texts(reaction);
      assert.deepEqual(texts(stage(reaction, 'DUPLICATE')).sort(), [...original, ...original, ...original].sort());
      assert.deepEqual(texts(stage(reaction, 'DISORDER')), [...original].reverse());
      assert.deepEqual(
        stage(reaction, 'DISORDER').later.map((l) => l.afterMs),
        reaction.later.map((l) => l.afterMs),
      );
      assert.deepEqual(texts(stage(reaction, 'GARBAGE')).slice(1), original);
      assert.deepEqual(texts(stage(reaction, 'SLOW')), original);
      assert.deepEqual(stage(reaction, 'SILENT').later, []);
      for (const scenario of ['CLEAN', 'JOINT', 'REFUSE'] as Scenario[])
        assert.deepEqual(stage(reaction, scenario), reaction);
    }),
  );
});

test('[P12] the prefix of a reference names the scenario; anything else is clean', () => {
  for (const name of Object.keys(scenarios)) assert.equal(scenarioOf(`${name}-2026-1`), name);
  for (const reference of ['', undefined, 'constructor-1', '__proto__-2', 'PT2611200000001', 'JOINTLY-1'])
    assert.equal(scenarioOf(reference), 'CLEAN');
  assert.equal(scenarioOf(' joint-1'), 'JOINT');
});
