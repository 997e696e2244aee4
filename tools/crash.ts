// `npm run crash -- --rounds N [--seed S]`: load on real processes, one of them killed at a random instant in each round; then the ledgers
// of clients, partners and subscribers are balanced. One JSON line per round and one at the end; exits with 1 when anything is wrong.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { crashRounds } from '../tests/crash/harness/crash-rounds.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
  },
});
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  process.stderr.write('npm run crash -- --rounds N [--seed S]\n');
  process.exit(2);
}
const dir = mkdtempSync(path.join(tmpdir(), 'portico-crash-'));
const line = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);
line({ seed, rounds });
const run = await crashRounds({ dir, rounds, seed, report: line });
const times = (key: 'readyMs' | 'restMs') => run.rounds.map((round) => round[key]).sort((a, b) => a - b);
const at = (list: readonly number[], p: number) => list[Math.min(list.length - 1, Math.floor(list.length * p))];
line({
  seed,
  rounds,
  cases: run.ledgers.filed.length,
  documents: run.ledgers.cases.reduce((n, one) => n + one.documents.length, 0),
  repeated: Object.values(run.ledgers.partners)
    .flat()
    .filter((one) => one.again).length,
  readyMs: { p50: at(times('readyMs'), 0.5), max: times('readyMs').at(-1) },
  restMs: { p50: at(times('restMs'), 0.5), max: times('restMs').at(-1) },
  faults: run.faults,
});
if (run.faults.length > 0) {
  const kept = path.join(tmpdir(), `portico-crash-${seed}.json`);
  writeFileSync(kept, JSON.stringify(run.ledgers, undefined, 1));
  process.stderr.write(`ledgers: ${kept}\n`);
  process.exitCode = 1;
}
rmSync(dir, { recursive: true, force: true });
