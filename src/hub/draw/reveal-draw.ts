// With the last nonce the platform reveals its secret, and what follows from it is done (M6): each target becomes an order of the authority
// in the combined disposition, by the same door as a word on the wire, and its officer is named to the yard. Where single objects are drawn
// the order is on that object and on no other of its case.
import { type DrawnTarget, formatOf } from '../../kernel/draw-proof.ts';
import { countOf, type Lot, officerOrder, seedOf, targetOrder } from '../../kernel/draw-stream.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import { unseal } from '../../runtime/identity/seal.ts';
import type { ObjectType } from '../disposition/contract.ts';
import { readDispositions } from '../disposition/index.ts';
import { shipmentHeading } from '../shipment/index.ts';
import { secretLabel } from './commit-draw.ts';
import type { DrawEvents, DrawKind } from './contract.ts';
import { sha256 } from './sha256.ts';
import {
  type DrawRow,
  listContributions,
  listOfficers,
  listTargets,
  lockDraw,
  orderTarget,
  type Population,
  type TargetRow,
  updateDraw,
} from './store.ts';
import { listStanding } from './store-population.ts';

const emit = emitter<DrawEvents>();

export async function revealDraw(context: Context, event: StoredEvent<DrawEvents['draw.contributed']>): Promise<void> {
  const draw = await lockDraw(context, event.payload.drawId);
  if (!draw?.population || draw.outcome || !draw.sealed_secret) return;
  const given = await listContributions(context, draw.id);
  if (given.length < draw.rule.contributors.length) return;
  const secret = unseal(context.settings, secretLabel(draw.id), draw.sealed_secret);
  const { digest } = draw.population;
  const nonces = given.map(({ authority, nonce }) => ({ authority, nonce }));
  const seed = await seedOf(sha256, { secret, digest, nonces }, formatOf(draw.rule));
  const { chosen, passedOver } = await choose(context, draw, draw.population, seed);
  const drawn: DrawnTarget[] = [];
  for (const { lot } of chosen) {
    const [first] = await officerOrder(sha256, seed, lot, draw.population.officers);
    drawn.push({ target: lot.commitment, officers: first ? [{ officer: first.commitment }] : [] });
  }
  const receipt = await emit(context, 'draw.revealed', draw.id, {
    drawId: draw.id,
    number: draw.number,
    secret,
    seed,
    digest,
    nonces,
    passedOver,
    drawn: drawn.length,
  });
  await updateDraw(context, draw.id, {
    outcome: { secret, seed, passedOver, drawn },
    sealed_secret: null,
    revealed_at: context.now,
    revealed_receipt: receipt,
  });
  const officers = new Map((await listOfficers(context, draw.id)).map((one) => [one.commitment, one.officer_id]));
  const taken = new Map<string, number>();
  for (const [i, { row }] of chosen.entries())
    await order(context, draw, row, {
      place: i + 1,
      officerId: officers.get(drawn[i]?.officers[0]?.officer ?? ''),
      sequence: await nextSequence(context, draw.authority, row.shipment_id, taken),
    });
}

type Chosen = { readonly lot: Lot; readonly row: TargetRow };
/** What has left or is under an order meanwhile is passed over, and the next in order comes; the proof says which. */
async function choose(
  context: Context,
  draw: DrawRow,
  { targets }: Population,
  seed: string,
): Promise<{ chosen: readonly Chosen[]; passedOver: readonly string[] }> {
  const order = await targetOrder(sha256, seed, targets);
  const count = countOf(targets.length, draw.rule.quantity) ?? 0;
  const chosen: Chosen[] = [];
  const passedOver: string[] = [];
  for (let at = 0; at < order.length && chosen.length < count; ) {
    const next = order.slice(at, at + count - chosen.length);
    at += next.length;
    const rows = new Map(
      (
        await listTargets(
          context,
          draw.id,
          next.map((lot) => lot.commitment),
        )
      ).map((row) => [row.commitment, row]),
    );
    const standing = await listStanding(context, draw.authority, [...rows.values()]);
    for (const lot of next) {
      const row = rows.get(lot.commitment);
      if (row && standing.has(row.commitment)) chosen.push({ lot, row });
      else passedOver.push(lot.commitment);
    }
  }
  return { chosen, passedOver };
}

async function order(
  context: Context,
  draw: DrawRow,
  { shipment_id: shipmentId, commitment, object_id: objectId }: TargetRow,
  { place, officerId, sequence }: { place: number; officerId: string | undefined; sequence: number },
): Promise<void> {
  const { id: drawId, number: drawNumber, authority, rule } = draw;
  const about = { drawId, number: drawNumber };
  const number = `${drawNumber}-${String(place).padStart(3, '0')}`;
  await orderTarget(context, drawId, commitment, number);
  if (officerId)
    await emit(context, 'draw.officer-named', shipmentId, {
      ...about,
      shipmentId,
      authority,
      instructionNumber: number,
      officerId,
    });
  const heading = await shipmentHeading(context, shipmentId);
  await emit(context, 'draw.ordered', shipmentId, {
    ...about,
    shipmentId,
    shipmentVersion: heading?.version ?? 1,
    channel: 'draw',
    messageId: drawId,
    simulated: heading?.simulated ?? false,
    fact: {
      fact: 'instruction',
      authority,
      kind: 'inspect',
      number,
      sequence,
      reasonCode: 'double-random',
      reason: {
        zh: `双随机抽中（${drawNumber} 第 ${place} 号），抽取过程可公开核验`,
        en: `Drawn at random (${drawNumber}, place ${place}); anybody can verify the draw`,
      },
      legalBasis: rule.basis,
      issuedAt: context.now,
      requirements: { inspectionKind: rule.kind as DrawKind },
      about: objectId === null ? { objects: [], whole: 'container' } : { objects: [pointerOf(objectId)] },
    },
  });
}

/** Several objects of one case may be drawn at once: each order is a word of its own, in the authority's own order. */
async function nextSequence(
  context: Context,
  authority: DrawRow['authority'],
  shipmentId: string,
  taken: Map<string, number>,
): Promise<number> {
  let last = taken.get(shipmentId);
  if (last === undefined) {
    const { instructions } = await readDispositions(context, shipmentId);
    last = Math.max(0, ...instructions.filter((i) => i.authority === authority).map((i) => i.sequence));
  }
  taken.set(shipmentId, last + 1);
  return last + 1;
}
/** `container:CQPU0000017`, as the combined disposition names it. */
function pointerOf(objectId: string): { type: ObjectType; key: string } {
  const at = objectId.indexOf(':');
  return { type: objectId.slice(0, at) as ObjectType, key: objectId.slice(at + 1) };
}
