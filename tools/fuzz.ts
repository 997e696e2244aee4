// `npm run fuzz -- --inputs N [--seed S]`: damaged documents into every reader and channel; prints the seed of each that ends in a fault.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fuzz } from '../tests/hostile/fuzz.ts';

const { values } = parseArgs({ options: { inputs: { type: 'string', default: '10000' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? randomInt(2 ** 31));
const inputs = Number(values.inputs);
process.stdout.write(`seed ${seed}\n`);
const began = performance.now();
const result = await fuzz(seed, inputs);
for (const fault of result.faults) process.stdout.write(`${fault}\n`);
process.stdout.write(
  `${JSON.stringify({ fuzz: 'parsers', seed, inputs, readings: result.read + result.refused, read: result.read, refused: result.refused, faults: result.faults.length, seconds: Math.round((performance.now() - began) / 1000) })}\n`,
);
process.exitCode = result.faults.length > 0 ? 1 : 0;
