// Every event has a producer and a consumer, and every consumer an event (house "Tests over the lists").
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { flow } from '../../src/hub/flow.ts';
import { eventTypes } from '../../src/hub/notices/index.ts';
import { recordedEvents } from '../../src/hub/recorded-events.ts';
import { declaredEvents, emittedEvents } from '../../tools/event-catalogue.ts';

const declared = declaredEvents();
const types = new Set(declared.map((e) => e.type));
const reacted = new Set(Object.keys(flow));
const told = new Set(eventTypes);
const recorded = new Set(Object.keys(recordedEvents));

test('[P3] every event is declared once, in a contract, as noun.past', () => {
  assert.equal(types.size, declared.length);
  assert.ok(types.size > 30);
  for (const { type, payload } of declared) {
    assert.match(type, /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    assert.match(payload, /^\{|&/, `${type} has a payload`);
  }
});

test('[P3] every declared event is emitted somewhere, and every emitted one is declared', () => {
  const emitted = new Set(emittedEvents().map((e) => e.type));
  assert.deepEqual(
    [...types].filter((type) => !emitted.has(type)),
    [],
    'declared but never emitted',
  );
  assert.deepEqual(
    [...emitted].filter((type) => !types.has(type)),
    [],
    'emitted but not declared',
  );
});

test('[P3][M2] every event has a reaction, a line in the timeline, or a reason to be recorded only', () => {
  assert.deepEqual(
    [...types].filter((t) => !reacted.has(t) && !told.has(t) && !recorded.has(t)),
    [],
  );
  for (const [name, set] of Object.entries({ reacted, told, recorded }))
    assert.deepEqual(
      [...set].filter((type) => !types.has(type)),
      [],
      `${name} names an event that does not exist`,
    );
  assert.deepEqual(
    [...recorded].filter((type) => reacted.has(type) || told.has(type)),
    [],
    'has a consumer after all',
  );
  for (const [type, why] of Object.entries(recordedEvents)) assert.ok(why.zh !== '' && why.en !== '', type);
});

test('[P3] an event that is emitted but not declared, or declared but not emitted, is found', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'portico-events-'));
  try {
    mkdirSync(path.join(root, 'hub/a'), { recursive: true });
    writeFileSync(path.join(root, 'hub/a/contract.ts'), "export type AEvents = { 'a.forgotten': { id: string } };\n");
    writeFileSync(
      path.join(root, 'hub/a/b.ts'),
      "await emit(\n  context,\n  'a.undeclared',\n  id, {});\ncontext.emit('a.direct', id, {});\n",
    );
    assert.deepEqual(
      declaredEvents(root).map((e) => [e.type, e.payload]),
      [['a.forgotten', '{ id: string }']],
    );
    assert.deepEqual(
      emittedEvents(root).map((e) => e.type),
      ['a.undeclared', 'a.direct'],
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
