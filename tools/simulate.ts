// `npm run simulate -- --seeds N [--from S]`: that many simulated lives of the exchange, one process for each core; prints each seed that
// shows a fault, and one JSON line at the end. The same seed always gives the same life.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import * as core from '../src/hub/exchange/lane/decide-lane.ts';
import { createModelStore } from '../tests/simulation/model-store.ts';
import { simulate } from '../tests/simulation/simulate.ts';

/** Seeds one process is given at a time. */
const PORTION = 200;
type Lived = { readonly seeds: number; readonly faulty: number; readonly sends: number; readonly simulatedMs: number };
type Portion = { readonly from: number; readonly seeds: number; readonly tellAll: boolean };

function live({ from, seeds, tellAll }: Portion): Lived {
  let [faulty, sends, simulatedMs] = [0, 0, 0];
  for (let seed = from; seed < from + seeds; seed++) {
    const life = simulate(seed, { core, createStore: createModelStore });
    sends += life.sends;
    simulatedMs += life.simulatedMs;
    if (life.faults.length > 0) faulty += 1;
    if (life.faults.length > 0 || tellAll)
      process.stdout.write(
        `${JSON.stringify({ seed, trace: life.trace, deliveries: life.deliveries, faults: life.faults })}\n`,
      );
  }
  return { seeds, faulty, sends, simulatedMs };
}

/** Portions are taken by whoever is free; a process that ends before it has answered ends the run with a failure. */
async function liveAll(from: number, seeds: number): Promise<Lived> {
  const total = { seeds: 0, faulty: 0, sends: 0, simulatedMs: 0 };
  let next = from;
  const end = from + seeds;
  const portion = (): Portion | undefined => {
    if (next >= end) return undefined;
    const begin = next;
    next = Math.min(end, begin + PORTION);
    return { from: begin, seeds: next - begin, tellAll: seeds === 1 };
  };
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const first = portion();
      if (!first) {
        resolve();
        return;
      }
      const child = fork(import.meta.filename, { execArgv: process.execArgv });
      let asked = true;
      child.on('message', (lived: Lived) => {
        total.seeds += lived.seeds;
        total.faulty += lived.faulty;
        total.sends += lived.sends;
        total.simulatedMs += lived.simulatedMs;
        const another = portion();
        asked = another !== undefined;
        if (another) child.send(another);
        else child.disconnect();
      });
      child.on('exit', (code) => {
        if (asked || code !== 0) reject(new Error(`a process ended before its seeds did (${code})`));
        else resolve();
      });
      child.send(first);
    });
  await Promise.all(Array.from({ length: availableParallelism() }, one));
  return total;
}

if (process.send) process.on('message', (portion: Portion) => process.send?.(live(portion)));
else {
  const { values } = parseArgs({
    options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' } },
  });
  const [seeds, from] = [Number(values.seeds), Number(values.from)];
  if (!Number.isInteger(seeds) || !Number.isInteger(from) || seeds < 1 || from < 0) {
    process.stderr.write('npm run simulate -- --seeds N [--from S]\n');
    process.exit(2);
  }
  const began = performance.now();
  const { simulatedMs, ...total } = await liveAll(from, seeds);
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(
    `${JSON.stringify({ simulate: { from, ...total, simulatedDays: Math.round(simulatedMs / 864e5), seconds } })}\n`,
  );
  process.exitCode = total.faulty > 0 ? 1 : 0;
}
