// `npm run verify-release -- FILE [--keys KEYS.json] [--list LIST.json] [--place STATION]`: says whether a release holds, without asking
// anybody. FILE is a token or a slip (PDF) that carries one; KEYS is what GET /release-keys, LIST what GET /release-revocations answered.
// Not named, they are `release-keys.json` and `release-revocations.json` in the folder of FILE, else in the one where it is run.
// Ends with 0 only where it is valid: without a list, or with an old one, nobody knows whether the release was revoked.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inflateSync } from 'node:zlib';
import { judgeToken, readKeySet } from '../src/kernel/release-token.ts';
import { isSignedByJwk } from '../src/runtime/signatures/jwk.ts';

const USAGE =
  '用法 / usage: npm run verify-release -- FILE [--keys KEYS.json] [--list LIST.json] [--place STATION]\n' +
  '  FILE: token or PDF\n' +
  '  KEYS: GET /api/v1/release-keys, release-keys.json\n' +
  '  LIST: GET /api/v1/release-revocations, release-revocations.json\n';
const TOKEN = /eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/;
const MOST_STREAM_BYTES = 64 * 1024;

/** The attachment is a short stream of the file, packed or plain. */
function tokenIn(file: Buffer): string | undefined {
  if (file.toString('latin1', 0, 5) !== '%PDF-') return file.toString('utf-8').trim();
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const from = at + (file[at + 6] === 0x0d ? 8 : 7);
    const to = file.indexOf('endstream', from);
    if (to < 0) return undefined;
    const found = TOKEN.exec(unpack(file.subarray(from, to)));
    if (found) return found[0];
    at = to + 3;
  }
  return undefined;
}
function unpack(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_STREAM_BYTES }).toString('latin1');
  } catch {
    return bytes.toString('latin1', 0, MOST_STREAM_BYTES);
  }
}
function listIn(text: string): string {
  try {
    const { list } = JSON.parse(text) as { list?: unknown };
    return typeof list === 'string' ? list : '';
  } catch {
    return text.trim();
  }
}
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
function keysIn(text: string) {
  try {
    return readKeySet(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keys: { type: 'string' }, list: { type: 'string' }, place: { type: 'string' } },
});
const [file] = positionals;
if (!file || positionals.length > 1) fail('请给出一个文件', 'Name one file');
/** The published file, by the name of the route that gave it. */
const beside = (name: string) => [path.dirname(file), '.'].map((dir) => path.join(dir, name)).find(existsSync);
const keyFile = values.keys ?? beside('release-keys.json');
if (!keyFile) fail('没有公布的密钥', 'The published keys are missing');
const keys = keysIn(read(keyFile).toString('utf-8'));
if (!keys) fail(`${keyFile} 不是密钥集（JWKS）`, `${keyFile} is no key set (JWKS)`);
const listFile = values.list ?? beside('release-revocations.json');
const token = tokenIn(read(file));
if (token === undefined) fail(`${file} 中没有放行凭证`, `There is no release token in ${file}`);
const judged = await judgeToken({
  token,
  keys,
  now: Math.floor(Date.now() / 1000),
  check: isSignedByJwk,
  ...(listFile ? { list: listIn(read(listFile).toString('utf-8')) } : {}),
  ...(values.place ? { place: values.place } : {}),
});
const day = (seconds: number) => new Date(seconds * 1000).toISOString();
process.stdout.write(`${judged.reason.zh}\n${judged.reason.en}\n`);
if (judged.claims) {
  const { jti, sub, pickup, place, exp, demo } = judged.claims;
  process.stdout.write(`放行 / release ${jti}\n货物 / goods ${sub}\n提货 / pick-up ${pickup}\n地点 / place ${place}\n`);
  process.stdout.write(`有效至 / valid until ${day(exp)}\n`);
  if (demo) process.stdout.write('演示数据，不得凭此提货 / demonstration: nothing may be handed over on it\n');
}
if (judged.list)
  process.stdout.write(
    `撤销清单 / revocation list ${judged.list.number}, ${day(judged.list.iat)} – ${day(judged.list.next)}\n`,
  );
process.exitCode = judged.verdict === 'valid' ? 0 : 1;
