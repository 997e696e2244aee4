// An authority that the rule names gives its nonce, once, after the population is frozen and without knowing the secret (M6).
import { type Context, emitter } from '../../runtime/context.ts';
import type { DrawEvents } from './contract.ts';
import { refuse } from './refusals.ts';
import { mayContribute, stateOf } from './states.ts';
import { standingOf } from './standing.ts';
import { findLine, insertContribution, lockDraw } from './store.ts';

const emit = emitter<DrawEvents>();

export async function contributeNonce(context: Context, drawId: string, nonce: string): Promise<string> {
  const { authority } = context.actor;
  const draw = await lockDraw(context, drawId);
  const line = draw && (await findLine(context, drawId));
  if (!draw || !line) throw refuse('DRAW_UNKNOWN');
  if (!authority || !draw.rule.contributors.includes(authority)) throw refuse('DRAW_NOT_YOURS');
  if (line.contributed.includes(authority)) throw refuse('DRAW_CONTRIBUTED');
  const standing = standingOf(line);
  if (!mayContribute(standing, context.now)) throw refuse('DRAW_STATE_UNFIT', { state: stateOf(standing) });
  const { number } = draw;
  const receipt = await emit(context, 'draw.contributed', drawId, { drawId, number, authority, nonce });
  await insertContribution(context, { draw_id: drawId, authority, nonce, at: context.now, receipt });
  return receipt;
}
