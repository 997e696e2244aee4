// Which positions of the trail a time can lie in: found by halving, without an index that every event would pay for. Positions are in the
// order of commits, times are those of beginnings, so either end is widened by more than a transaction can last. In a demonstration
// the week is played on a clock of its own: there the whole trail is gone through.
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { eventFrom, trailEnds } from './store-trail.ts';

const SLACK_MS = 10 * 60_000;
type Positions = { readonly first: number; readonly last: number };

export async function findRange(
  context: Context,
  { from, to }: { readonly from?: string; readonly to?: string },
): Promise<Positions> {
  const ends = await trailEnds(context);
  if (context.settings.mode === 'demo' || ends.last < ends.first) return ends;
  const first = from ? await firstAtOrAfter(context, plusMs(from, -SLACK_MS), ends) : ends.first;
  const after = to ? await firstAtOrAfter(context, plusMs(to, SLACK_MS), ends) : ends.last + 1;
  return { first, last: Math.min(ends.last, after - 1) };
}

/** The first position whose event is not before the instant; one past the end where all are. */
async function firstAtOrAfter(context: Context, instant: string, ends: Positions): Promise<number> {
  let [low, high] = [ends.first, ends.last + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const event = await eventFrom(context, middle);
    if (!event || Date.parse(event.occurred_at) >= Date.parse(instant)) high = middle;
    else low = event.position + 1;
  }
  return low;
}
