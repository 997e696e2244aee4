// Reports of goods under way that a partner has refused: when the case is filed in a corrected version they go again, with what is
// filed now, because what they tell has happened only once (0049); also once all goods have left (0055).
import type { Context } from '../../runtime/context.ts';
import { allDocuments, neededDocuments } from '../mapping/index.ts';
import type { Trigger } from '../mapping/contract.ts';
import { isFiling, readTold, takesBack, under } from './reports-told.ts';
import { type DispatchEvent, type Filing, overlayOf } from './write-document.ts';

type Placed = ReturnType<typeof neededDocuments>[number];
/** `event`: what the report tells of, under an id of this filing's own. */
export type Again = { readonly placed: Placed; readonly event: DispatchEvent };

export async function refusedReports(context: Context, filed: DispatchEvent, filing: Filing): Promise<Again[]> {
  if (!isFiling(filed) || filing.version < 2) return [];
  const told = await readTold(context, filed.payload.shipmentId, filed.id);
  if (!told.anyRefused) return [];
  const triggers = new Set<string>(allDocuments().flatMap(({ document: d }) => (d.standsAlone ? [d.trigger] : [])));
  return told.events
    .filter((e) => triggers.has(e.type))
    .flatMap((event, i, all) => {
      // What is not there any more is not reported again.
      if (all.slice(i + 1).some((later) => takesBack(later, event, 'all'))) return [];
      return neededDocuments(event.type as Trigger, filing.form, overlayOf(event))
        .filter(({ document }) => document.standsAlone)
        .filter(({ document }) => {
          const last = told.sent(event, document.id).at(-1);
          return last !== undefined && told.refused(last);
        })
        .map((placed) => ({ placed, event: { ...under(event, filed), occurredAt: filed.occurredAt } }));
    });
}
