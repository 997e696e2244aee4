// A draw made by hand, without platform or database: what the platform does, written down again from decision 0029, with a ledger of its own.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { canonicalJson } from '../../src/kernel/canonical-json.ts';
import {
  type DrawEvidence,
  type DrawProof,
  type DrawRule,
  type DrawUnit,
  formatOf,
  populationText,
} from '../../src/kernel/draw-proof.ts';
import {
  commitmentOf,
  countOf,
  type Lot,
  officerOrder,
  seedOf,
  targetCommitment,
  targetOrder,
} from '../../src/kernel/draw-stream.ts';
import type { Sha256 } from '../../src/kernel/merkle-proof.ts';
import { contentHash, contentText, leafText } from '../../src/runtime/ledger/leaf.ts';
import { hashLeaf, hashNode } from '../../src/runtime/ledger/merkle.ts';
import { createEd25519Signer, writeNote } from '../../src/runtime/ledger/sign-head.ts';

export const sha256: Sha256 = async (bytes) => Uint8Array.from(createHash('sha256').update(bytes).digest());
export const hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const signer = createEd25519Signer('test/ledger', generateKeyPairSync('ed25519').privateKey);
export const verifier = signer.verifier;
const bySalt = (a: Lot, b: Lot) => (a.commitment < b.commitment ? -1 : 1);

export type Made = {
  readonly name: string;
  readonly targets: number;
  readonly officers: number;
  readonly quantity: DrawRule['quantity'];
  readonly contributors?: readonly string[];
  /** Single objects: target n is object n of case 0. */
  readonly unit?: DrawUnit;
  /** Places in the order of targets that have left. */
  readonly gone?: readonly number[];
  /** How many officers of the first target were replaced. */
  readonly replaced?: number;
};
const SITES = ['GUOYUAN-INSP', 'TUANJIECUN-INSP', 'JIANGBEI-INSP'];

/** Everything follows from the name. */
export async function makeProof(made: Made): Promise<DrawProof> {
  const format = formatOf(made);
  const lots = async (kind: 'target' | 'officer', count: number): Promise<Lot[]> =>
    Promise.all(
      Array.from({ length: count }, async (_, n) => ({
        commitment: await committed(kind, hex(`${made.name} ${kind} salt ${n}`), n),
        sites: kind === 'officer' && n % 4 === 0 ? SITES : [SITES[n % SITES.length] ?? ''],
      })),
    );
  const committed = (kind: 'target' | 'officer', salt: string, n: number) =>
    kind === 'target' && made.unit
      ? targetCommitment(sha256, { salt, number: 'target 0', objectId: `${made.unit}:${n}` })
      : commitmentOf(sha256, kind, [salt, `${kind} ${n}`], format);
  const secret = hex(`${made.name} secret`);
  const contributors = [...(made.contributors ?? ['border-inspection'])].sort();
  const head = {
    number: 'SJ202611260001',
    authority: 'customs',
    demonstration: false,
    rule: {
      ...(made.unit ? { unit: made.unit } : {}),
      basis: '“双随机、一公开” § 4\n\u2028',
      kind: 'manual',
      filedFrom: '2026-11-20T00:00:00.000Z',
      filedTo: '2026-11-21T00:00:00.000Z',
      quantity: made.quantity,
      contributors,
      contributeBy: '2026-11-22T00:00:00.000Z',
    },
    commitment: await commitmentOf(sha256, 'secret', [secret], format),
  };
  const targets = (await lots('target', made.targets)).sort(bySalt);
  const officers = (await lots('officer', made.officers)).sort(bySalt);
  const digest = hex(populationText(head, { targets, officers }));
  const nonces = contributors.map((authority) => ({ authority, nonce: hex(`${made.name} nonce ${authority}`) }));
  const seed = await seedOf(sha256, { secret, digest, nonces }, format);
  const order = await targetOrder(sha256, seed, targets);
  const count = countOf(targets.length, made.quantity) ?? 0;
  const stand = order.filter((_, place) => !made.gone?.includes(place)).slice(0, count);
  const final = stand.at(-1);
  const last = stand.length < count || !final ? order.length : order.indexOf(final) + 1;
  const passedOver = order
    .slice(0, last)
    .filter((lot) => !stand.includes(lot))
    .map((lot) => lot.commitment);
  const drawn: { target: string; officers: { officer: string; replaced?: 'conflict' | 'absence' }[] }[] = [];
  for (const [n, lot] of stand.entries()) {
    const standing = await officerOrder(sha256, seed, lot, officers);
    const away = n === 0 ? Math.min(made.replaced ?? 0, standing.length - 1) : 0;
    drawn.push({
      target: lot.commitment,
      officers: standing.slice(0, away + 1).map((one, i) => ({
        officer: one.commitment,
        ...(i < away ? { replaced: i % 2 === 0 ? ('conflict' as const) : ('absence' as const) } : {}),
      })),
    });
  }
  const at = (minute: number) => `2026-11-21T00:${String(minute).padStart(2, '0')}:00.000Z`;
  const proof = {
    format,
    ...head,
    committedAt: at(1),
    population: { digest, frozenAt: at(2), targets, officers },
    contributions: nonces.map((one, i) => ({ ...one, at: at(3 + i) })),
    reveal: { secret, seed, revealedAt: at(9), passedOver, drawn },
  };
  const { number } = proof;
  const about = { drawId: 'd1', number };
  const gone = drawn.flatMap(({ target, officers: sent }) =>
    sent.flatMap((o) => (o.replaced ? [{ target, officer: o.officer, kind: o.replaced }] : [])),
  );
  const { rule, authority, commitment } = proof;
  const shown = evidenceOf([
    { type: 'draw.committed', at: at(1), payload: { ...about, authority, rule, commitment } },
    {
      type: 'draw.frozen',
      at: at(2),
      payload: { ...about, digest, targets: targets.length, officers: officers.length },
    },
    ...proof.contributions.map((one) => ({ type: 'draw.contributed', at: one.at, payload: { ...about, ...one } })),
    {
      type: 'draw.revealed',
      at: at(9),
      payload: { ...about, secret, seed, digest, nonces, passedOver, drawn: drawn.length },
    },
    ...gone.map((one) => ({ type: 'draw.officer-replaced', at: at(20), payload: { ...about, ...one } })),
  ]);
  const [first, frozen, ...rest] = shown as [DrawEvidence, DrawEvidence, ...DrawEvidence[]];
  const contributed = rest.slice(0, nonces.length).map(({ content: _, ...one }) => one);
  const [revealed, ...replaced] = rest.slice(nonces.length) as [DrawEvidence, ...DrawEvidence[]];
  return { ...proof, evidence: { committed: first, frozen, contributed, revealed, replaced } };
}

type Happened = { readonly type: string; readonly at: string; readonly payload: object };
/** A ledger of only these events, under one signed head. */
function evidenceOf(events: readonly Happened[]): DrawEvidence[] {
  const leaves = events.map(({ type, at, payload }, i) => {
    const salt = createHash('sha256').update(`salt ${i}`).digest().subarray(0, 16);
    const text = contentText({ kind: 'system', id: 'portico', name: 'Portico' }, payload);
    const leaf = leafText({ id: `e${i}`, type, subject: 'd1', at }, contentHash(salt, text));
    return { leaf, content: { salt: salt.toString('hex'), text } };
  });
  const hashes = leaves.map(({ leaf }) => hashLeaf(leaf));
  const note = writeNote(
    'test/ledger',
    { size: hashes.length, root: rootOf(hashes), signedAt: '2026-11-21T00:30:00.000Z' },
    [signer],
  );
  return leaves.map((one, index) => ({
    ...one,
    index,
    proof: pathOf(hashes, index).map((hash) => hash.toString('hex')),
    note,
  }));
}
/** RFC 9162 §2.1.1 and §2.1.3.1, as they are written. */
const split = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));
function rootOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 1) return hashes[0] as Buffer;
  const k = split(hashes.length);
  return hashNode(rootOf(hashes.slice(0, k)), rootOf(hashes.slice(k)));
}
function pathOf(hashes: readonly Buffer[], index: number): Buffer[] {
  if (hashes.length === 1) return [];
  const k = split(hashes.length);
  const [left, right] = [hashes.slice(0, k), hashes.slice(k)];
  return index < k ? [...pathOf(left, index), rootOf(right)] : [...pathOf(right, index - k), rootOf(left)];
}

export const copyOf = (proof: DrawProof): DrawProof => JSON.parse(canonicalJson(proof)) as DrawProof;
