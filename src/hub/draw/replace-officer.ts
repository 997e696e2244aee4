// Whoever was drawn has a conflict of interest or is absent (M6): the next of the same order goes, with a reason that is kept. Nobody chooses.
import { officerOrder } from '../../kernel/draw-stream.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { DrawEvents, ReplaceOfficer } from './contract.ts';
import { refuse } from './refusals.ts';
import { sha256 } from './sha256.ts';
import { standingOf } from './standing.ts';
import { stateOf } from './states.ts';
import {
  findLine,
  insertReplacement,
  listOfficers,
  listTargets,
  lockDraw,
  publishReplacement,
  updateDraw,
} from './store.ts';

const emit = emitter<DrawEvents>();

export async function replaceOfficer(context: Context, drawId: string, command: ReplaceOfficer): Promise<void> {
  const draw = await lockDraw(context, drawId);
  const line = draw && (await findLine(context, drawId));
  if (!draw || !line) throw refuse('DRAW_UNKNOWN');
  if (draw.authority !== context.actor.authority) throw refuse('DRAW_NOT_YOURS');
  const { outcome, population, number, authority } = draw;
  if (!outcome || !population) throw refuse('DRAW_STATE_UNFIT', { state: stateOf(standingOf(line)) });
  const { target, officer, kind, reason } = command;
  const drawn = outcome.drawn.find((one) => one.target === target);
  if (!drawn || drawn.officers.at(-1)?.officer !== officer) throw refuse('DRAW_OFFICER_UNFIT', { target, officer });
  const lot = population.targets.find((one) => one.commitment === target);
  const standing = lot ? await officerOrder(sha256, outcome.seed, lot, population.officers) : [];
  const next = standing[drawn.officers.length];
  if (!next) throw refuse('DRAW_NO_OFFICER_LEFT', { target });
  const officers = [...drawn.officers.slice(0, -1), { officer, replaced: kind }, { officer: next.commitment }];
  await updateDraw(context, drawId, {
    outcome: { ...outcome, drawn: outcome.drawn.map((one) => (one === drawn ? { target, officers } : one)) },
  });
  const row = { draw_id: drawId, target, officer, authority, kind, reason, at: context.now, receipt: null };
  if (!(await insertReplacement(context, { ...row, by_name: context.actor.name })))
    throw refuse('DRAW_OFFICER_UNFIT', { target, officer });
  const about = { drawId, number };
  await emit(context, 'draw.replacement-asked', drawId, { ...about, target, officer, kind, reason });
  const [[ordered], known] = [await listTargets(context, drawId, [target]), await listOfficers(context, drawId)];
  const officerId = known.find((one) => one.commitment === next.commitment)?.officer_id;
  if (ordered?.instruction_number && officerId)
    await emit(context, 'draw.officer-named', ordered.shipment_id, {
      ...about,
      shipmentId: ordered.shipment_id,
      authority,
      instructionNumber: ordered.instruction_number,
      officerId,
    });
}

/** Told in the open by the platform: that he was replaced and of what kind the reason is; the reason itself is the authority's. */
export async function publishReplaced(
  context: Context,
  event: StoredEvent<DrawEvents['draw.replacement-asked']>,
): Promise<void> {
  const { drawId, number, target, officer, kind } = event.payload;
  const receipt = await emit(context, 'draw.officer-replaced', drawId, { drawId, number, target, officer, kind });
  await publishReplacement(context, { drawId, target, officer }, receipt);
}
