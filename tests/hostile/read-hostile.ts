// Runs in a process of its own: reads one document of the corpus after another and says of each what came of it and what it cost.
import { parseCsv } from '../../src/runtime/codec/csv.ts';
import { decodeEdifact } from '../../src/runtime/codec/edifact-charset.ts';
import { checkEnvelope } from '../../src/runtime/codec/edifact-envelope.ts';
import { parseEdifact } from '../../src/runtime/codec/edifact.ts';
import { parseJson } from '../../src/runtime/codec/json.ts';
import { UnreadableMessage } from '../../src/runtime/codec/unreadable.ts';
import { parseXlsx } from '../../src/runtime/codec/xlsx.ts';
import { parseXml } from '../../src/runtime/codec/xml.ts';
import { corpus, type Hostile } from './corpus.ts';

export type Outcome = {
  readonly name: string;
  readonly format: string;
  readonly outcome: string;
  readonly cpuMs: number;
  readonly mb: number;
};
const limits = { maxBytes: 4 * 1024 * 1024, maxRows: 1000, maxColumns: 100 };

export async function readHostile(format: Hostile['format'], bytes: Uint8Array): Promise<unknown> {
  switch (format) {
    case 'xml':
      return parseXml(bytes);
    case 'json':
      return parseJson(bytes);
    case 'csv':
      return parseCsv(bytes, limits);
    case 'xlsx':
      return parseXlsx(bytes, limits);
    case 'edifact': {
      const segments = parseEdifact(decodeEdifact(bytes));
      checkEnvelope(segments);
      return segments;
    }
  }
}

if (process.argv[1]?.endsWith('read-hostile.ts'))
  for (const { name, format, bytes } of corpus) {
    const made = bytes();
    globalThis.gc?.();
    const heldBefore = process.memoryUsage();
    const before = process.cpuUsage();
    let outcome = 'read';
    try {
      await readHostile(format, made);
    } catch (error) {
      outcome = error instanceof UnreadableMessage ? error.code : `FAULT ${error}`;
    }
    const { user, system } = process.cpuUsage(before);
    const held = process.memoryUsage();
    const mb = (held.heapUsed + held.external - heldBefore.heapUsed - heldBefore.external) / 1e6;
    const said: Outcome = { name, format, outcome, cpuMs: (user + system) / 1000, mb };
    process.stdout.write(`${JSON.stringify(said)}\n`);
  }
