// A deletion goes out only where the partner has something to delete (0055): a report of the same goods that was sent, was not refused and has
// not been deleted since. A case that is filed after its goods came hears of their going back all the same.
import type { Context } from '../../runtime/context.ts';
import type { DocumentDefinition } from '../mapping/contract.ts';
import { boxesIn, readTold, takesBack } from './reports-told.ts';
import type { DispatchEvent, Filing } from './write-document.ts';

type Placed = { readonly document: Pick<DocumentDefinition, 'id' | 'deletes'> };

export async function withoutVainDeletions<T extends Placed>(
  context: Context,
  event: DispatchEvent,
  { form }: Filing,
  needed: readonly T[],
): Promise<readonly T[]> {
  if (!needed.some(({ document }) => document.deletes)) return needed;
  const told = await readTold(context, event.payload.shipmentId);
  const own = boxesIn(form);
  const at = told.events.findIndex((one) => one.id === event.id);
  const before = at < 0 ? told.events : told.events.slice(0, at);
  return needed.filter(({ document: { id: deletion, deletes } }) => {
    if (!deletes) return true;
    return before.some((report, i) => {
      if (!takesBack(event, report, 'some', own)) return false;
      const last = told.sent(report, deletes).at(-1);
      if (last === undefined || told.refused(last)) return false;
      return !before
        .slice(i + 1)
        .some((later) => takesBack(later, report, 'all', own) && told.sent(later, deletion).length > 0);
    });
  });
}
