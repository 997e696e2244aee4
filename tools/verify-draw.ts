// `npm run verify-draw -- [--key VERIFIER]… [--own SALT,NUMBER[,OBJECT]]… FILE_OR_URL`, and for outsiders `npx https://PORTAL/verify-draw.tgz …` (made by
// vite.config.ts): recomputes the proof of a draw (JSON of GET /draw-proofs/{number}) without asking anybody,
// names the first thing that does not hold. 0: all of it holds; 1: something does not; 2: wrong usage. `--key` is the line of GET /ledger/keys
// that you were given once; without it the signatures of the ledger's heads are not checked. `--own` is what GET /shipments/{id}/draws gave for
// your case, with the object (container:CQPU0000017) where objects are drawn: says whether it was in the population, and whether it was drawn. `tools/verify_draw.py` does the same in Python.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { DrawProof } from '../src/kernel/draw-proof.ts';
import { targetCommitment } from '../src/kernel/draw-stream.ts';
import { checkPublishedDraw } from '../src/hub/draw/web/check-draw.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    key: { type: 'string', multiple: true, default: [] },
    own: { type: 'string', multiple: true, default: [] },
  },
});
const [source] = positionals;
if (source === undefined || positionals.length > 1) {
  process.stderr.write('用法 / usage: verify-draw [--key VERIFIER] [--own SALT,NUMBER[,OBJECT]] FILE_OR_URL\n');
  process.exit(2);
}
const say = (holds: boolean, zh: string, en: string): void => {
  process.stdout.write(`${holds ? '✓' : '✗'} ${zh} / ${en}\n`);
  if (!holds) process.exitCode = 1;
};
const sha256 = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

async function load(from: string): Promise<string> {
  if (!/^https?:\/\//.test(from)) return readFileSync(from, 'utf-8');
  const reply = await fetch(from);
  if (!reply.ok) throw new Error(`${from}: ${reply.status}`);
  return reply.text();
}

const text = await load(source).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
});
try {
  const proof = JSON.parse(text) as DrawProof;
  for (const { holds, text } of await checkPublishedDraw(proof, values.key.length > 0 ? values.key : undefined))
    say(holds, text.zh, text.en);
  if (proof.demonstration === true)
    process.stdout.write('演示数据，没有真实货物 / demonstration: there are no such goods\n');
  if (values.key.length === 0)
    process.stdout.write('未给出 --key：未核验树头签名 / without --key the signatures of heads are not checked\n');
  for (const own of values.own) {
    const [salt = '', number = '', objectId] = own.split(',');
    const commitment = await targetCommitment(sha256, { salt, number, objectId });
    const named = [number, objectId].filter(Boolean).join(' ');
    const there = proof.population?.targets.some((lot) => lot.commitment === commitment) === true;
    say(there, `${named} 在抽取范围内`, `${named} was in the population`);
    const place = proof.reveal?.drawn.findIndex((one) => one.target === commitment) ?? -1;
    if (there)
      process.stdout.write(
        place < 0 ? `  未抽中 / not drawn\n` : `  抽中，第 ${place + 1} 号 / drawn, place ${place + 1}\n`,
      );
  }
} catch (error) {
  say(false, '不是一份抽取证明', `no proof of a draw: ${(error as Error).message}`);
}
