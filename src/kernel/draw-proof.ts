// The published proof of a draw (M6), recomputed by whoever wants to: what is wrong is named, the first thing first. Nothing in it names a
// person or a case; whoever holds the number and the salt of one finds his own commitment in it.
import type { Bilingual } from './bilingual.ts';
import { canonicalJson } from './canonical-json.ts';
import {
  commitmentOf,
  countOf,
  DRAW_FORMAT,
  DRAW_FORMAT_OBJECTS,
  type DrawFormat,
  digestOf,
  type Lot,
  type Nonce,
  officerOrder,
  type Quantity,
  seedOf,
  targetOrder,
} from './draw-stream.ts';
import type { Sha256 } from './merkle-proof.ts';

/** What is drawn by itself where it is not the case; an order is then on exactly that object. */
export const drawUnits = ['container', 'package', 'express-parcel', 'mail', 'bill'] as const;
export type DrawUnit = (typeof drawUnits)[number];
export type DrawRule = {
  /** Absent: whole cases are drawn. */
  readonly unit?: DrawUnit;
  /** The law or plan that orders such inspections. */
  readonly basis: string;
  readonly kind: string;
  /** First filed in this time, the end not included. */
  readonly filedFrom: string;
  readonly filedTo: string;
  readonly direction?: string;
  readonly transportMode?: string;
  readonly quantity: Quantity;
  /** Authorities that each give a nonce once the population is frozen. */
  readonly contributors: readonly string[];
  readonly contributeBy: string;
};
export const replacements = ['conflict', 'absence'] as const;
export type Replacement = (typeof replacements)[number];
export type DrawnTarget = {
  readonly target: string;
  /** In the order drawn; all but the last were replaced. Empty where nobody was on a roster there. */
  readonly officers: readonly { readonly officer: string; readonly replaced?: Replacement }[];
};
/** One event of the ledger: its leaf, what it commits to where that names nobody, its place, and the signed head above it. */
export type DrawEvidence = {
  readonly leaf: string;
  readonly content?: { readonly salt: string; readonly text: string };
  readonly index?: number;
  readonly proof?: readonly string[];
  readonly note?: string;
};
export type DrawProof = {
  readonly format: string;
  readonly number: string;
  readonly authority: string;
  readonly demonstration: boolean;
  readonly rule: DrawRule;
  readonly commitment: string;
  readonly committedAt: string;
  readonly population?: {
    readonly digest: string;
    readonly frozenAt: string;
    readonly targets: readonly Lot[];
    readonly officers: readonly Lot[];
  };
  readonly contributions: readonly (Nonce & { readonly at: string })[];
  readonly reveal?: {
    readonly secret: string;
    readonly seed: string;
    readonly revealedAt: string;
    /** Drawn, but gone before they could be ordered: the next in order came. */
    readonly passedOver: readonly string[];
    readonly drawn: readonly DrawnTarget[];
  };
  readonly evidence: {
    readonly committed?: DrawEvidence;
    readonly frozen?: DrawEvidence;
    readonly contributed: readonly DrawEvidence[];
    readonly revealed?: DrawEvidence;
    readonly replaced: readonly DrawEvidence[];
  };
};
export type DrawCheck = { readonly holds: boolean; readonly text: Bilingual };

/** What is drawn decides how it is written down; proofs of before, over cases, stay as they are. */
export const formatOf = ({ unit }: Pick<DrawRule, 'unit'>): DrawFormat =>
  unit === undefined ? DRAW_FORMAT : DRAW_FORMAT_OBJECTS;

/** What the frozen population's digest is taken of. */
export const populationText = (
  proof: Pick<DrawProof, 'number' | 'authority' | 'demonstration' | 'rule' | 'commitment'>,
  { targets, officers }: { readonly targets: readonly Lot[]; readonly officers: readonly Lot[] },
): string =>
  canonicalJson({
    format: formatOf(proof.rule),
    number: proof.number,
    authority: proof.authority,
    demonstration: proof.demonstration,
    rule: proof.rule,
    commitment: proof.commitment,
    targets: targets.map(({ commitment, sites }) => ({ commitment, sites })),
    officers: officers.map(({ commitment, sites }) => ({ commitment, sites })),
  });

const HEX = /^[0-9a-f]{64}$/;
const isSorted = (lots: readonly Lot[]): boolean =>
  lots.every((lot, i) => HEX.test(lot.commitment) && (i === 0 || (lots[i - 1]?.commitment ?? '') < lot.commitment));
const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

/** Each thing that has to hold, up to and with the first that does not. What the ledger says of it is asked by whoever holds its keys. */
export async function checkDraw(sha256: Sha256, proof: DrawProof): Promise<DrawCheck[]> {
  const checks: DrawCheck[] = [];
  const check = (holds: boolean, zh: string, en: string): boolean => {
    checks.push({ holds, text: { zh, en } });
    return holds;
  };
  const { population, reveal, rule } = proof;
  const format = formatOf(rule);
  const known = proof.format === format && (rule.unit === undefined || drawUnits.includes(rule.unit));
  if (!check(known, `格式为 ${format}`, `The format is ${format}`)) return checks;
  if (!check(population !== undefined, '抽取范围已冻结', 'The population is frozen') || !population) return checks;
  const { targets, officers, digest } = population;
  if (!check(isSorted(targets) && isSorted(officers), '各承诺有序且不重复', 'Commitments are in order, none twice'))
    return checks;
  const frozen = await digestOf(sha256, populationText(proof, population));
  if (!check(frozen === digest, '抽取范围与规则的摘要一致', 'Population and rule have the published digest'))
    return checks;
  const given = proof.contributions.map((one) => one.authority);
  const wanted = [...rule.contributors].sort();
  const whole =
    same(wanted, [...new Set(wanted)]) &&
    !wanted.includes(proof.authority) &&
    wanted.length > 0 &&
    same([...given].sort(), wanted) &&
    proof.contributions.every((one) => HEX.test(one.nonce));
  if (!check(whole, '规则所列部门各给出一个随机数', 'Each authority that the rule names gave one nonce')) return checks;
  if (!check(reveal !== undefined, '秘密已公开', 'The secret is revealed') || !reveal) return checks;
  const { secret } = reveal;
  const committed = HEX.test(secret) && (await commitmentOf(sha256, 'secret', [secret], format)) === proof.commitment;
  if (!check(committed, '秘密与事先的承诺一致', 'The secret is what was committed to')) return checks;
  const seed = await seedOf(sha256, { secret, digest, nonces: proof.contributions }, format);
  if (!check(seed === reveal.seed, '种子由秘密、摘要和随机数得出', 'The seed follows from secret, digest and nonces'))
    return checks;
  const order = await targetOrder(sha256, seed, targets);
  const count = countOf(targets.length, rule.quantity) ?? -1;
  const stands = order.filter((lot) => !reveal.passedOver.includes(lot.commitment));
  const chosen = stands.slice(0, Math.max(0, count));
  const last = order.findIndex((lot) => lot.commitment === chosen.at(-1)?.commitment);
  // Nothing else is passed over than what came before the last that was drawn, or all of the order where it ran out.
  const reached = order.slice(0, chosen.length < count ? order.length : last + 1);
  const gone = reached.filter((lot) => reveal.passedOver.includes(lot.commitment)).map((lot) => lot.commitment);
  const drawn = same(
    chosen.map((lot) => lot.commitment),
    reveal.drawn.map((one) => one.target),
  );
  if (
    !check(count >= 0 && drawn && same(gone, reveal.passedOver), '抽中的对象按次序得出', 'The targets follow in order')
  )
    return checks;
  for (const [i, target] of chosen.entries()) {
    const standing = (await officerOrder(sha256, seed, target, officers)).map((lot) => lot.commitment);
    const sent = reveal.drawn[i]?.officers ?? [];
    const right =
      sent.length === Math.min(standing.length, Math.max(1, sent.length)) &&
      sent.every((one, n) => one.officer === standing[n] && (one.replaced !== undefined) === n < sent.length - 1);
    if (!right) {
      check(false, `第 ${i + 1} 个对象的人员按次序得出`, `The officers of target ${i + 1} follow in order`);
      return checks;
    }
  }
  check(true, '人员按次序得出', 'The officers follow in order');
  return checks;
}
