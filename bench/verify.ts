// What an auditor waits for: tools/verify_ledger.py over an export as Portico writes it, made here without a database (R18: 500,000
// records a second). BENCH_EVENTS of them (a multiple of 256; default 2^20), BENCH_HEAD under each head (2,048). R0 is the same Python
// taking the three hashes that each event costs at least (content, leaf, node), and nothing else, in one process.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventLines, tileLine } from '../src/runtime/ledger/export-ledger.ts';
import { commitTo } from '../src/runtime/ledger/leaf.ts';
import { createEd25519Signer, writeNote } from '../src/runtime/ledger/sign-head.ts';
import type { HeadRow } from '../src/runtime/ledger/store.ts';
import { completeNodes, type Kept, noteLeaf, rootFromKept } from '../src/runtime/ledger/tree.ts';

const TILE = 256;
const EVENTS = Number(process.env.BENCH_EVENTS ?? 2 ** 20);
/** As many as the sequencer takes in at once. */
const HEAD = Number(process.env.BENCH_HEAD ?? 2048);
const say = (name: string, value: number, unit: string) =>
  process.stdout.write(`${JSON.stringify({ bench: 'verify', name, value: Math.round(value * 100) / 100, unit })}\n`);

const at = '2026-11-26T10:00:00.000Z';
const actor = { id: 'system:portico', kind: 'system', name: 'Portico' };
const make = (position: number) => {
  const event = { position, id: randomUUID(), type: 'document.delivered', subject: randomUUID(), occurred_at: at };
  const payload = {
    channel: 'customs',
    deliveryId: event.subject,
    kind: 'declaration',
    shipmentId: event.id,
    version: 1,
  };
  return { ...event, payload, actor, kept: null, ...commitTo({ ...event, at }, actor, payload) };
};

const signer = createEd25519Signer('bench/ledger', generateKeyPairSync('ed25519').privateKey);
const dir = mkdtempSync(path.join(tmpdir(), 'portico-verify-'));
const [file, body] = [path.join(dir, 'bench.ledger'), path.join(dir, 'body')];
const kept: Kept = new Map();
const head: string[] = [`ledger\t3\n`, `key\t${signer.verifier}\n`];
const nodes: string[] = [];
let previous: HeadRow | undefined;
for (let index = 0; index < EVENTS / TILE; index++) {
  const many = Array.from({ length: TILE }, (_, i) => make(index * TILE + i + 1));
  const positions = many.map((event) => event.position);
  const hashes = many.map((event) => event.leaf);
  for (const [i, hash] of hashes.entries()) noteLeaf(kept, index * TILE + i, hash);
  for (const node of completeNodes(kept, index, hashes))
    nodes.push(`node\t${node.level}\t${node.index}\t${node.hash.toString('hex')}\n`);
  for (let size = index * TILE + 1; size <= (index + 1) * TILE; size++)
    if (size % HEAD === 0 || size === EVENTS) {
      const root = rootFromKept({ begin: 0, end: size }, kept);
      const note = writeNote('bench/ledger', { size, root, signedAt: at, ...(previous ? { previous } : {}) }, [signer]);
      const row = [size, previous?.size ?? 0, size, root.toString('hex'), at, JSON.stringify(note)];
      head.push(`head\t${row.join('\t')}\n`);
      previous = { size, previous: 0, position: size, root, note, signed_at: at };
    }
  for (let i = 0; i < TILE; i++) kept.delete(`0/${index * TILE + i}`);
  const tile = tileLine({ index, first: positions[0] as number, positions, hashes: Buffer.concat(hashes) });
  appendFileSync(body, [tile, ...eventLines(many)].join(''));
}
writeFileSync(file, [...head, ...nodes].join(''));
execFileSync('sh', ['-c', 'cat body >> bench.ledger && rm body'], { cwd: dir });
appendFileSync(file, `end\t${head.length + nodes.length + (2 * EVENTS) / TILE}\n`);

type Cost = { readonly wall: number; readonly own: number; readonly others: number };
/** Runs Python and hands back what it printed last, in seconds: by the clock, CPU of the process itself, CPU of those it started. */
const python = (act: string, ...args: readonly string[]): Cost => {
  const program = `
import json, resource, sys, time
sys.path.insert(0, "tools")
began = time.perf_counter()
${act}
own, others = [u.ru_utime + u.ru_stime for u in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))]
print(json.dumps({"wall": time.perf_counter() - began, "own": own, "others": others}))
`;
  const said = execFileSync('python3', ['-Bc', program, ...args], { encoding: 'utf-8' });
  return JSON.parse(said.split('\n').at(-2) ?? '') as Cost;
};
const HASHES = 100_000;
const floor = python(`from hashlib import sha256; content, leaf, node = b"c" * 250, b"l" * 240, b"n" * 65
for _ in range(${HASHES}): sha256(content).digest(); sha256(leaf).digest(); sha256(node).digest()`);
const verified = python(
  `import verify_ledger; sys.argv[0] = "verify_ledger"; assert verify_ledger.main() == 0`,
  ...['--key', signer.verifier, file],
);
rmSync(dir, { recursive: true });
const each = (seconds: number) => (seconds / EVENTS) * 1e6;
say('R0 three hashes of one event, one process', HASHES / floor.own, '1/s of CPU');
say('verified on all cores, by the clock', EVENTS / verified.wall, 'events/s');
say('CPU for one event', each(verified.own + verified.others), 'µs');
say('of it in the one process that puts all together', each(verified.own), 'µs');
say('verified / R0', EVENTS / (verified.own + verified.others) / (HASHES / floor.own), 'ratio');
