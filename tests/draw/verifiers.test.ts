// Whoever looks at a proof of a draw finds what is wrong with it (M6): every value changed, every entry left out, doubled or moved, every
// cheat that is put right again as far as the cheater can; by the platform's own verifier and by one that was written apart from it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { DrawProof } from '../../src/kernel/draw-proof.ts';
import { checkPublishedDraw } from '../../src/hub/draw/web/check-draw.ts';
import { copyOf, hex, type Made, makeProof, verifier } from './made-proof.ts';

const made: readonly Made[] = [
  { name: 'one', targets: 1, officers: 1, quantity: { count: 1 } },
  { name: 'few', targets: 9, officers: 7, quantity: { count: 3 }, replaced: 1 },
  { name: 'share', targets: 17, officers: 5, quantity: { percent: '7.5' }, contributors: ['maritime', 'commerce'] },
  { name: 'gone', targets: 12, officers: 9, quantity: { count: 4 }, gone: [0, 2], replaced: 2 },
  { name: 'all gone', targets: 5, officers: 3, quantity: { count: 4 }, gone: [0, 1, 2, 4] },
  { name: 'boxes', targets: 8, officers: 5, quantity: { count: 3 }, gone: [1], replaced: 1, unit: 'container' },
  { name: 'nobody', targets: 4, officers: 0, quantity: { percent: '50' } },
];
let proofs: DrawProof[];
let folder: string;
before(async () => {
  proofs = await Promise.all(made.map(makeProof));
  folder = mkdtempSync(path.join(tmpdir(), 'portico-draw-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const fault = async (proof: DrawProof, keys: readonly string[] = [verifier]): Promise<string | undefined> => {
  try {
    return (await checkPublishedDraw(proof, keys)).find((one) => !one.holds)?.text.en;
  } catch (error) {
    return (error as Error).message;
  }
};
/** What the other verifier says of each, in one process. */
function faultsByPython(many: readonly unknown[]): (string | null)[] {
  const program = `
import json, sys
sys.path.insert(0, "tools")
import verify_draw as v
found = []
for proof in json.load(sys.stdin):
    try: v.check_draw(proof); v.check_ledger(proof, sys.argv[1:]); found.append(None)
    except (v.Fault, KeyError, TypeError, ValueError, AttributeError) as fault: found.append(repr(fault))
print(json.dumps(found))`;
  const input = JSON.stringify(many);
  const said = execFileSync('python3', ['-c', program, verifier], { input, maxBuffer: 64 << 20 });
  return JSON.parse(said.toString()) as (string | null)[];
}

type Change = { readonly where: string; readonly proof: unknown };
/** Each value changed, each entry left out, each list with an entry doubled or two moved. */
function changesOf(proof: DrawProof): Change[] {
  const found: Change[] = [];
  const walk = (value: unknown, where: string, put: (to: unknown) => unknown): void => {
    const change = (to: unknown, how: string) => found.push({ where: `${where} ${how}`, proof: put(to) });
    if (typeof value === 'string' && value !== '') {
      for (const at of [0, value.length >> 1]) {
        const other = value[at] === 'a' || value[at] === '1' ? '2' : '1';
        change(value.slice(0, at) + other + value.slice(at + 1), `character ${at}`);
      }
      change('', 'emptied');
    } else if (typeof value === 'number') change(value + 1, 'plus one');
    else if (typeof value === 'boolean') change(!value, 'turned');
    else if (Array.isArray(value)) {
      for (const [i, one] of value.entries()) {
        change([...value.slice(0, i), ...value.slice(i + 1)], `without ${i}`);
        change([...value.slice(0, i), one, ...value.slice(i)], `with ${i} twice`);
        const next: unknown = value[i + 1];
        // In which order replacements are shown says nothing: each is found by what it is about.
        if (next !== undefined && JSON.stringify(next) !== JSON.stringify(one) && where !== '.evidence.replaced')
          change([...value.slice(0, i), next, one, ...value.slice(i + 2)], `${i} moved`);
        walk(one, `${where}[${i}]`, (to) => put([...value.slice(0, i), to, ...value.slice(i + 1)]));
      }
    } else if (value !== null && typeof value === 'object')
      for (const [key, one] of Object.entries(value)) {
        const { [key]: _, ...rest } = value as Record<string, unknown>;
        change(rest, `without ${key}`);
        walk(one, `${where}.${key}`, (to) => put({ ...value, [key]: to }));
      }
  };
  walk(copyOf(proof), '', (to) => to);
  return found;
}

test('[M6] both verifiers find that what was drawn honestly holds', async () => {
  for (const [i, proof] of proofs.entries()) assert.equal(await fault(proof), undefined, made[i]?.name);
  assert.deepEqual(
    faultsByPython(proofs),
    proofs.map(() => null),
  );
});

test('[M6] every change of a proof is found, by both verifiers', async (t) => {
  for (const proof of [proofs[1], proofs[2], proofs[3], proofs[5]] as DrawProof[]) {
    const changes = changesOf(proof);
    assert.ok(changes.length > 300);
    for (const { where, proof: changed } of changes)
      assert.notEqual(await fault(changed as DrawProof), undefined, where);
    const missed = faultsByPython(changes.map((one) => one.proof)).flatMap((one, i) =>
      one === null ? [changes[i]?.where] : [],
    );
    assert.deepEqual(missed, []);
    t.diagnostic(`${changes.length} changes`);
  }
});

test('[M6] what is put right again after a change is found all the same', async () => {
  const one: Made = { name: 'cheat', targets: 20, officers: 8, quantity: { count: 3 } };
  const honest = await makeProof(one);
  const { evidence } = honest;
  // Another secret, nonce or population, from which everything follows as it should, under the evidence of the first.
  const other = await makeProof({ ...one, name: 'other' });
  const cheats: Record<string, DrawProof> = {
    'all of another draw': { ...other, evidence },
    'another secret': { ...other, commitment: honest.commitment, evidence },
    'a smaller population': { ...(await makeProof({ ...one, targets: 19 })), evidence },
    'one officer fewer': { ...(await makeProof({ ...one, officers: 7 })), evidence },
    'more drawn': { ...(await makeProof({ ...one, quantity: { count: 4 } })), evidence },
    'passed over in secret': { ...(await makeProof({ ...one, gone: [0] })), evidence },
    'boxes shown as cases': { ...(await makeProof({ ...one, unit: 'container' })), evidence },
    'replaced in secret': { ...(await makeProof({ ...one, replaced: 1 })), evidence },
  };
  for (const [name, proof] of Object.entries(cheats)) assert.notEqual(await fault(proof), undefined, name);
  assert.ok(faultsByPython(Object.values(cheats)).every((found) => found !== null));
  // A ledger of his own: found by whoever has the key of the real one.
  assert.notEqual(await fault(honest, ['test/ledger+00000000+AQAA']), undefined);
  const text = await fault({ ...honest, reveal: undefined } as never);
  assert.match(text ?? '', /secret is revealed/i, 'an outcome that is kept back is named');
});

test('[M6] what was drawn before boxes could be drawn is written and checked as it was', async () => {
  // As the version before wrote it.
  const { format, commitment, population, reveal } = proofs[1] as DrawProof;
  assert.equal(format, 'portico-draw-1');
  assert.equal(commitment, 'f1eef17b373e840679667b36a87809d81e38d219f2fea8a330fad2d03dbf33c3');
  assert.equal(population?.digest, 'dd6a3f64083e113376b141aa2950fce444ea77054494976747dd1e547c6983d9');
  assert.equal(reveal?.seed, '1c2efe316bdf467e2083be5dda8992871fdcf231496a8cbd49d25be4eddef4d7');
  assert.deepEqual(
    reveal?.drawn.map((one) => one.target.slice(0, 8)),
    ['bbcf34af', '4782b145', 'b9f52d7e'],
  );
});

test('[M6] a draw over boxes is of its own format: none is taken for one over cases, and none over what nobody knows', async () => {
  const boxes = proofs[5] as DrawProof;
  const cases = proofs[1] as DrawProof;
  assert.deepEqual([boxes.format, cases.format], ['portico-draw-2', 'portico-draw-1']);
  const { unit: _, ...ruleOfCases } = boxes.rule;
  const wrong = [
    { ...boxes, format: cases.format },
    { ...cases, format: boxes.format },
    { ...boxes, rule: ruleOfCases },
    { ...boxes, format: cases.format, rule: ruleOfCases },
    { ...cases, format: boxes.format, rule: { ...cases.rule, unit: 'container' } },
    { ...boxes, rule: { ...boxes.rule, unit: 'pallet' } },
  ] as DrawProof[];
  for (const [i, proof] of wrong.entries()) assert.notEqual(await fault(proof), undefined, String(i));
  assert.ok(faultsByPython(wrong).every((found) => found !== null));
});

test('[M6] the first thing that does not hold is named', async () => {
  const proof = copyOf(proofs[1] as DrawProof);
  const { population, reveal } = proof;
  if (!population || !reveal) throw new Error('no whole proof');
  const [first, second, ...rest] = reveal.drawn;
  const faults = [
    [{ ...proof, population: { ...population, targets: population.targets.slice(1) } }, /published digest/],
    [{ ...proof, contributions: proof.contributions.map((c) => ({ ...c, nonce: hex('x') })) }, /seed follows/],
    [{ ...proof, reveal: { ...reveal, secret: hex('x') } }, /committed to/],
    [{ ...proof, reveal: { ...reveal, drawn: [second, first, ...rest] } }, /targets follow/],
    [{ ...proof, evidence: { ...proof.evidence, frozen: undefined } }, /frozen population: there is no evidence/],
  ] as const;
  for (const [changed, said] of faults) assert.match((await fault(changed as DrawProof)) ?? '', said);
});

test('[M6] an outsider runs either on a file, without a database: 0 where it holds, 1 where it does not, 2 for no file', () => {
  const good = path.join(folder, 'good.json');
  const bad = path.join(folder, 'bad.json');
  writeFileSync(good, JSON.stringify(proofs[1]));
  writeFileSync(bad, JSON.stringify({ ...proofs[1], authority: 'maritime' }));
  const target = hex('few target salt 0');
  const run = (...args: string[]) => spawnSync(args[0] ?? '', args.slice(1), { encoding: 'utf-8' });
  const node = (...args: string[]) =>
    run(process.execPath, '--disable-warning=ExperimentalWarning', 'tools/verify-draw.ts', ...args);
  const own = node('--key', verifier, '--own', `${target},target 0`, good);
  assert.equal(own.status, 0, own.stdout + own.stderr);
  assert.match(own.stdout, /target 0 was in the population/);
  const failed = node(bad);
  assert.equal(failed.status, 1);
  assert.match(failed.stdout, /✗ .*published digest/);
  assert.equal(node(path.join(folder, 'none.json')).status, 2);
  assert.equal(node('--own', `${target},target 1`, good).status, 1, 'a case that was not in it');
  const boxes = path.join(folder, 'boxes.json');
  writeFileSync(boxes, JSON.stringify(proofs[5]));
  const salt = hex('boxes target salt 7');
  const box = node('--key', verifier, '--own', `${salt},target 0,container:7`, boxes);
  assert.equal(box.status, 0, box.stdout + box.stderr);
  assert.match(box.stdout, /target 0 container:7 was in the population/);
  assert.equal(node('--own', `${salt},target 0,container:6`, boxes).status, 1, 'a sibling is not the box');
  assert.equal(run('python3', 'tools/verify_draw.py', '--key', verifier, boxes).status, 0);
  assert.equal(run('python3', 'tools/verify_draw.py', '--key', verifier, good).status, 0);
  const second = run('python3', 'tools/verify_draw.py', bad);
  assert.equal(second.status, 1);
  assert.match(second.stdout, /another digest/);
  assert.equal(run('python3', 'tools/verify_draw.py', path.join(folder, 'none.json')).status, 2);
});

test('[M6] an outsider runs the package that the portal hands out by npx, with nothing else installed', () => {
  const outside = path.join(folder, 'outside');
  mkdirSync(outside);
  writeFileSync(path.join(outside, 'good.json'), JSON.stringify(proofs[1]));
  writeFileSync(path.join(outside, 'bad.json'), JSON.stringify({ ...proofs[1], authority: 'maritime' }));
  const npx = (...args: string[]) =>
    spawnSync('npx', ['--yes', '--offline', `file:${path.resolve('dist/web/verify-draw.tgz')}`, ...args], {
      cwd: outside,
      encoding: 'utf-8',
      env: { PATH: process.env.PATH, HOME: outside, npm_config_cache: path.join(outside, 'cache') },
    });
  const own = npx('--key', verifier, '--own', `${hex('few target salt 0')},target 0`, 'good.json');
  assert.equal(own.status, 0, own.stdout + own.stderr);
  assert.match(own.stdout, /target 0 was in the population/);
  const failed = npx('bad.json');
  assert.equal(failed.status, 1, failed.stderr);
  assert.match(failed.stdout, /✗ .*published digest/);
});
