// 当班船出运率 (M12, NB18 17) of a span of days, as far as the reader sees the cases: the port office all, a terminal its own.
import { fromPartnerTime, partnerDay, plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import type { VesselShare } from './contract.ts';
import { refuse } from './refusals.ts';
import { shareOf } from './rules-share.ts';
import { listCutOffs } from './store.ts';
import { listSites } from './store-yard.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 31;

/** The last thirty days and the next, where none are named. */
export async function readVesselShare(
  context: Context,
  days: { readonly from?: string; readonly to?: string },
): Promise<VesselShare> {
  const to = days.to ?? partnerDay(plusMs(context.now, DAY_MS));
  const from = days.from ?? partnerDay(plusMs(midnight(to), -(MOST_DAYS - 1) * DAY_MS));
  const [start, end] = [midnight(from), plusMs(midnight(to), DAY_MS)];
  if (end <= start || Date.parse(end) - Date.parse(start) > MOST_DAYS * DAY_MS)
    throw refuse('SHARE_DAYS_UNFIT', { from, to, most: MOST_DAYS });
  return { from, to, ...shareOf(await listCutOffs(context, start, end), await listSites(context), context.now) };
}
function midnight(day: string): string {
  const instant = fromPartnerTime(day, 'yyyy-MM-dd');
  if (!instant) throw refuse('SHARE_DAYS_UNFIT', { from: day, to: day, most: MOST_DAYS });
  return instant;
}
