// `npm run fuzz -- N [--only parsers|routes] [--seed S]`: N damaged documents into every reader and channel, and N hostile requests at
// every route of a running application; prints the seed of each that ends in a fault.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fuzz } from '../tests/hostile/fuzz.ts';
import { fuzzRoutes } from '../tests/hostile/routes/fuzz-routes.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inputs: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});
const inputs = Number(positionals[0] ?? values.inputs ?? '10000');
const seed = Number(values.seed ?? randomInt(2 ** 31));
const say = (line: string) => process.stdout.write(`${line}\n`);
say(`seed ${seed}`);

async function report(what: string, run: () => Promise<{ readonly faults: readonly string[] }>): Promise<void> {
  if (values.only !== undefined && values.only !== what) return;
  const began = performance.now();
  const { faults, ...figures } = await run();
  for (const fault of faults) say(fault);
  const seconds = Math.round((performance.now() - began) / 1000);
  say(JSON.stringify({ fuzz: what, seed, ...figures, faults: faults.length, seconds }));
  if (faults.length > 0) process.exitCode = 1;
}
await report('parsers', () => fuzz(seed, inputs));
await report('routes', () => fuzzRoutes(seed, inputs));
