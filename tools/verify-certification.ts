// `npm run verify-certification -- --keys KEYS.json FILE`: says whether a partner's certification report is the platform's own, without asking
// anybody. FILE is the report as JSON or PDF; KEYS is what GET /certification-keys answered. Ends with 0 only where it is genuine.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inflateSync } from 'node:zlib';
import { judgeReport } from '../src/kernel/certification-report.ts';
import { readKeySet } from '../src/kernel/release-token.ts';
import { isSignedByJwk } from '../src/runtime/signatures/jwk.ts';

const USAGE =
  '用法 / usage: npm run verify-certification -- --keys KEYS.json FILE\n  KEYS.json: GET /api/v1/certification-keys   FILE: JSON or PDF\n';
const MOST_BYTES = 256 * 1024 * 1024;

function fail(zh: string, en: string): never {
  process.stderr.write(`${zh}\n${en}\n${USAGE}`);
  process.exit(2);
}
function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return fail(`读不到文件 ${file}`, `${file} cannot be read`);
  }
}
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
/** The attachment is a stream of the file, packed or plain. */
function reportIn(file: Buffer): unknown {
  if (file.toString('latin1', 0, 5) !== '%PDF-') return parsed(file.toString('utf-8'));
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const from = at + (file[at + 6] === 0x0d ? 8 : 7);
    const to = file.indexOf('endstream', from);
    if (to < 0) return undefined;
    const found = parsed(unpack(file.subarray(from, to)));
    if (found !== undefined) return found;
    at = to + 3;
  }
  return undefined;
}
function unpack(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf-8');
  } catch {
    return bytes.toString('utf-8');
  }
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { keys: { type: 'string' } } });
const [file] = positionals;
if (!file || positionals.length > 1 || !values.keys) fail('缺少参数', 'Something is missing');
const keys = readKeySet(parsed(read(values.keys).toString('utf-8')));
if (!keys) fail(`${values.keys} 不是密钥集（JWKS）`, `${values.keys} is no key set (JWKS)`);
const judged = await judgeReport({
  file: reportIn(read(file)),
  keys,
  check: isSignedByJwk,
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
});
process.stdout.write(
  `${judged.genuine ? '真实 / genuine' : '不可信 / not genuine'}: ${judged.reason.zh} / ${judged.reason.en}\n`,
);
if (judged.report) {
  const { channel, passed, failed, scenarios, startedAt, demonstration } = judged.report;
  process.stdout.write(
    `${String(channel)} ${String(startedAt)}: ${String(passed)} / ${String(scenarios)} passed, ${String(failed)} failed${demonstration ? ' (demonstration)' : ''}\n`,
  );
}
process.exit(judged.genuine ? 0 : 1);
