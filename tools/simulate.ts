// `npm run simulate -- --seeds N [--from S]`: that many simulated lives of the exchange; prints each seed that shows a fault, and one JSON
// line at the end. The same seed always gives the same life.
import { parseArgs } from 'node:util';
import * as core from '../src/hub/exchange/lane/decide-lane.ts';
import { createModelStore } from '../tests/simulation/model-store.ts';
import { simulate } from '../tests/simulation/simulate.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' } },
});
const [seeds, from] = [Number(values.seeds), Number(values.from)];
if (!Number.isInteger(seeds) || !Number.isInteger(from) || seeds < 1 || from < 0) {
  process.stderr.write('npm run simulate -- --seeds N [--from S]\n');
  process.exit(2);
}
const began = performance.now();
let faulty = 0;
let sends = 0;
let simulatedMs = 0;
for (let seed = from; seed < from + seeds; seed++) {
  const life = simulate(seed, { core, createStore: createModelStore });
  sends += life.sends;
  simulatedMs += life.simulatedMs;
  if (life.faults.length === 0 && seeds > 1) continue;
  if (life.faults.length > 0) faulty += 1;
  process.stdout.write(
    `${JSON.stringify({ seed, trace: life.trace, deliveries: life.deliveries, faults: life.faults })}\n`,
  );
}
const seconds = (performance.now() - began) / 1000;
process.stdout.write(
  `${JSON.stringify({
    simulate: {
      from,
      seeds,
      faulty,
      sends,
      simulatedDays: Math.round(simulatedMs / 864e5),
      seconds: Math.round(seconds),
    },
  })}\n`,
);
process.exitCode = faulty > 0 ? 1 : 0;
