// The proof of a draw as it is published (M6): everything that is needed to recompute it, with the evidence of the ledger that each step was
// recorded in that order. It names no person and no case.
import { type DrawEvidence, type DrawProof, formatOf } from '../../kernel/draw-proof.ts';
import type { Context } from '../../runtime/context.ts';
import { contentText } from '../../runtime/ledger/leaf.ts';
import { proveEvent } from '../../runtime/ledger/prove-event.ts';
import { findEvent } from '../../runtime/ledger/store.ts';
import { refuse } from './refusals.ts';
import { iso } from './standing.ts';
import { type ContributionRow, type DrawRow, findByNumber, listContributions, listReplacements } from './store.ts';

export async function readProof(context: Context, number: string): Promise<DrawProof> {
  const draw = await findByNumber(context, number);
  if (!draw?.commitment || !draw.committed_at) throw refuse('DRAW_UNKNOWN');
  const contributions = await listContributions(context, draw.id);
  const { population, outcome } = draw;
  return {
    format: formatOf(draw.rule),
    number,
    authority: draw.authority,
    demonstration: draw.demonstration,
    rule: draw.rule,
    commitment: draw.commitment,
    committedAt: iso(draw.committed_at),
    ...(population && draw.frozen_at ? { population: { ...population, frozenAt: iso(draw.frozen_at) } } : {}),
    contributions: contributions.map(({ authority, nonce, at }) => ({ authority, nonce, at: iso(at) })),
    ...(outcome && draw.revealed_at ? { reveal: { ...outcome, revealedAt: iso(draw.revealed_at) } } : {}),
    // Events of the platform, and hashes of others' leaves, are nobody's own; what is opened of them names nobody.
    evidence: await context.beyondLock((open) => evidenceOf(open, draw, contributions)),
  };
}

async function evidenceOf(
  context: Context,
  draw: DrawRow,
  contributions: readonly ContributionRow[],
): Promise<DrawProof['evidence']> {
  const [committed, frozen, revealed] = [
    await evidence(context, draw.committed_receipt, true),
    await evidence(context, draw.frozen_receipt, true),
    await evidence(context, draw.revealed_receipt, true),
  ];
  const contributed: DrawEvidence[] = [];
  // Given by an officer, whose name its content has: only its leaf and its place are shown.
  for (const { receipt } of contributions) contributed.push(...present(await evidence(context, receipt, false)));
  const replaced: DrawEvidence[] = [];
  for (const { receipt } of await listReplacements(context, draw.id))
    replaced.push(...present(await evidence(context, receipt, true)));
  return {
    ...(committed ? { committed } : {}),
    ...(frozen ? { frozen } : {}),
    contributed,
    ...(revealed ? { revealed } : {}),
    replaced,
  };
}
const present = (one: DrawEvidence | undefined): DrawEvidence[] => (one ? [one] : []);

async function evidence(context: Context, receipt: string | null, opens: boolean): Promise<DrawEvidence | undefined> {
  const [subject = '', id = ''] = receipt?.split('.') ?? [];
  const event = receipt ? await findEvent(context.db, subject, id) : undefined;
  if (!event) return undefined;
  const { leaf, placed } = await proveEvent(context.db, event);
  return {
    leaf,
    ...(opens && event.kept === null
      ? { content: { salt: event.salt?.toString('hex') ?? '', text: contentText(event.actor, event.payload) } }
      : {}),
    ...(placed
      ? { index: placed.index, proof: placed.proof.map((hash) => hash.toString('hex')), note: placed.head.note }
      : {}),
  };
}
