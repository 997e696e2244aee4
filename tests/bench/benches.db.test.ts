// Each bench runs, small, with every change, and prints its figures with the floor they stand beside. No figure is judged here but by the bench
// itself, which fails where it must not lose to a peer in the same run: a ratio of CPU times.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { runBench } from '../support/bench.ts';

const small: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  backlog: { BENCH_BACKLOGS: '200,400', BENCH_MEASURED: '20' },
  drain: { BENCH_DRAINED: '40', BENCH_TURNS: '1' },
  disposition: { BENCH_OBJECTS: '10,100', BENCH_REPEATS: '1' },
  exchange: { BENCH_JOURNEYS: '4', BENCH_AT_ONCE: '2' },
  fanout: { BENCH_STREAMS: '40', BENCH_EVENTS: '3', BENCH_BURST: '6', BENCH_SEEN: '2' },
  isolation: { BENCH_DELIVERIES: '8' },
  journey: { BENCH_JOURNEYS: '3', BENCH_AT_ONCE: '2' },
  library: { BENCH_ROWS: '200,400', BENCH_QUESTIONS: '8' },
  overload: { BENCH_SECONDS: '3' },
  parse: { BENCH_MS: '150', PORTICO_EDIFACT_MB: '4' },
  revocation: { BENCH_TERMINALS: '6', BENCH_REVOCATIONS: '2' },
  statistics: { BENCH_ROWS: '2000', BENCH_QUESTIONS: '8' },
  verify: { BENCH_EVENTS: '4096' },
};

test('[P3] every bench is tried here', () => {
  const files = readdirSync('bench').filter((file) => file.endsWith('.ts'));
  assert.deepEqual(files.map((file) => file.replace('.ts', '')).sort(), Object.keys(small).sort());
});

for (const [name, env] of Object.entries(small))
  test(`[P3] bench ${name} prints its figures`, async () => {
    const { code, figures, errors } = await runBench(name, { ...env });
    // So little of it says nothing of peers; that it fails where it loses is tried below.
    assert.ok(code === 0 || (name === 'parse' && /loses to peer/.test(errors)), errors);
    assert.ok(figures.length > 3);
    for (const figure of figures) {
      assert.equal(figure.bench, name);
      assert.ok(Number.isFinite(figure.value) && figure.unit !== '', JSON.stringify(figure));
    }
    if (name !== 'disposition') assert.ok(figures.some((figure) => figure.name.startsWith('R0') && figure.value > 0));
  });

test('[P3] bench parse fails where a peer reads more messages than Portico, and says which', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portico-peers-'));
  try {
    // Nothing is faster than a parser that reads nothing.
    const peer = path.join(folder, 'node_modules', 'edifact');
    mkdirSync(peer, { recursive: true });
    writeFileSync(path.join(peer, 'index.js'), 'exports.Parser = class { write() {} end() {} };');
    const env = { BENCH_MS: '10', PORTICO_EDIFACT_MB: '1', PORTICO_PEERS: folder };
    const { code, errors } = await runBench('parse', env);
    assert.equal(code, 1);
    assert.match(errors, /^EDIFACT to segments, counts checked loses to peer: npm edifact 1\.2\.12/m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
