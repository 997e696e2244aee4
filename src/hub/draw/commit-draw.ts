// The platform's part before anybody has given a nonce (M6): it commits to a secret, then freezes the population. Both are events of the
// ledger, in that order, by the platform itself, so that what they commit to can be shown to everybody and names nobody.
import { sha256Hex } from '../../kernel/digest.ts';
import { formatOf, populationText } from '../../kernel/draw-proof.ts';
import { commitmentOf, DRAW_FORMAT, type Lot, targetCommitment } from '../../kernel/draw-stream.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import { seal } from '../../runtime/identity/seal.ts';
import { inspectionSites, officersOnRoster } from '../inspection/index.ts';
import type { DrawEvents } from './contract.ts';
import { MOST_TARGETS } from './open-draw.ts';
import { sha256 } from './sha256.ts';
import { insertPopulation, lockDraw, type OfficerRow, type TargetRow, updateDraw } from './store.ts';
import { listEligible } from './store-population.ts';

const emit = emitter<DrawEvents>();
export const secretLabel = (drawId: string): string => `draw ${drawId}`;
/** Each id carries 64 bits from the injected source of chance. */
const unguessable = (context: Context, ids: number): string =>
  sha256Hex([DRAW_FORMAT, ...Array.from({ length: ids }, () => context.newId())].join('\n'));

export async function commitDraw(context: Context, event: StoredEvent<DrawEvents['draw.opened']>): Promise<void> {
  const draw = await lockDraw(context, event.payload.drawId);
  if (!draw || draw.commitment) return;
  const secret = unguessable(context, 4);
  const commitment = await commitmentOf(sha256, 'secret', [secret], formatOf(draw.rule));
  const { id: drawId, number, authority, rule } = draw;
  const receipt = await emit(context, 'draw.committed', drawId, { drawId, number, authority, rule, commitment });
  await updateDraw(context, drawId, {
    commitment,
    sealed_secret: seal(context.settings, secretLabel(drawId), secret),
    committed_at: context.now,
    committed_receipt: receipt,
  });
}

export async function freezePopulation(
  context: Context,
  event: StoredEvent<DrawEvents['draw.committed']>,
): Promise<void> {
  const draw = await lockDraw(context, event.payload.drawId);
  if (!draw || !draw.commitment || draw.population) return;
  const { id: drawId, number, authority, commitment } = draw;
  const eligible = await listEligible(context, draw, MOST_TARGETS);
  const sites = await inspectionSites(
    context,
    eligible.map((one) => one.station),
  );
  const targets = await Promise.all(
    eligible.map(async (one) => {
      const salt = unguessable(context, 2);
      const row: TargetRow = {
        draw_id: drawId,
        commitment: await targetCommitment(sha256, {
          salt,
          number: one.number,
          ...(one.object_id === null ? {} : { objectId: one.object_id }),
        }),
        shipment_id: one.id,
        shipment_number: one.number,
        object_id: one.object_id,
        salt,
        instruction_number: null,
      };
      return { row, lot: { commitment: row.commitment, sites: sites.get(one.station) ?? [] } };
    }),
  );
  const roster = await officersOnRoster(context, { authority, kind: draw.rule.kind });
  const officers = await Promise.all(
    roster.map(async (one) => {
      const salt = unguessable(context, 2);
      const commitmentOfOne = await commitmentOf(sha256, 'officer', [salt, one.id], formatOf(draw.rule));
      const row: OfficerRow = {
        draw_id: drawId,
        commitment: commitmentOfOne,
        authority,
        officer_id: one.id,
        name: one.name,
        salt,
      };
      return { row, lot: { commitment: commitmentOfOne, sites: one.sites } };
    }),
  );
  await insertPopulation(
    context,
    targets.map(({ row }) => row),
    officers.map(({ row }) => row),
  );
  // In the order of commitments, which nobody can choose without choosing salts beforehand, when no nonce is known.
  const sorted = (lots: readonly { readonly lot: Lot }[]): Lot[] =>
    lots.map(({ lot }) => lot).sort((a, b) => (a.commitment < b.commitment ? -1 : 1));
  const lots = { targets: sorted(targets), officers: sorted(officers) };
  const digest = sha256Hex(populationText({ ...draw, commitment }, lots));
  const receipt = await emit(context, 'draw.frozen', drawId, {
    drawId,
    number,
    digest,
    targets: lots.targets.length,
    officers: lots.officers.length,
  });
  await updateDraw(context, drawId, {
    population: { digest, ...lots },
    frozen_at: context.now,
    frozen_receipt: receipt,
  });
  const { contributors, contributeBy } = draw.rule;
  await emit(context, 'draw.nonce-wanted', drawId, { drawId, number, authority, contributors, contributeBy });
}
