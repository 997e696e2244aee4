// What the library shows of an entry: the case or the document behind it, and where the words stand in it.
import type { Context } from '../../runtime/context.ts';
import { elementsFor } from '../mapping/index.ts';
import { type CaseRow, listCases, narrowForm, partyOf, textsOfForm } from '../shipment/index.ts';
import type { Found, LibraryItem } from './contract.ts';
import { textsOfDocument } from './gather-texts.ts';
import { findHits } from './mark-hits.ts';
import { toView } from './read-documents.ts';
import type { WantedPiece } from './split-words.ts';
import { type DocumentRow, listByIds, readWithBodies } from './store.ts';

const MOST_FOUND = 2;
const formName = { zh: '综合表格', en: 'Composite form' };

/** In the order of the ids; what is gone meanwhile is left out. */
export async function itemsOf(
  context: Context,
  ids: readonly string[],
  pieces: readonly WantedPiece[],
): Promise<LibraryItem[]> {
  const wanted = pieces.length > 0;
  const documents: readonly { readonly row: DocumentRow; readonly bytes?: Uint8Array | null }[] = wanted
    ? await readWithBodies(context, ids)
    : (await listByIds(context, ids)).map((row) => ({ row }));
  const documentById = new Map(documents.map((document) => [document.row.id, document]));
  const caseIds = ids.map((id) => documentById.get(id)?.row.shipment_id ?? id);
  const cases = new Map((await listCases(context, [...new Set(caseIds)])).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const document = documentById.get(id);
    if (document) {
      const sources = wanted ? textsOfDocument(document.row, document.bytes ?? undefined) : [];
      const found = findHits(sources, pieces, MOST_FOUND);
      return [documentItem(document.row, cases.get(document.row.shipment_id ?? ''), found)];
    }
    const row = cases.get(id);
    const sources = wanted ? textsOfForm(shownForm(context, row?.form ?? {})) : [];
    return row ? [caseItem(row, findHits(sources, pieces, MOST_FOUND))] : [];
  });
}

/** What is quoted of a form is what the reader may read of it. */
function shownForm(context: Context, form: NonNullable<CaseRow['form']>) {
  const party = partyOf(context.actor);
  return party === undefined ? form : narrowForm(form, elementsFor(party));
}

function caseItem(row: CaseRow, found: Found[]): LibraryItem {
  return {
    id: row.id,
    flow: 'form',
    name: formName,
    shipmentId: row.id,
    shipmentNumber: row.number,
    direction: row.direction,
    version: row.version,
    state: row.progress,
    createdAt: row.created_at,
    simulated: row.simulated,
    found,
  };
}

function documentItem(row: DocumentRow, owner: CaseRow | undefined, found: Found[]): LibraryItem {
  const view = toView(row, []);
  return {
    id: row.id,
    flow: view.flow,
    name: row.name,
    fileName: row.file_name,
    sizeBytes: row.size_bytes,
    createdAt: row.created_at,
    simulated: row.simulated,
    found,
    ...(owner ? { shipmentId: owner.id, shipmentNumber: owner.number, direction: owner.direction } : {}),
    ...(row.shipment_version === null ? {} : { version: row.shipment_version }),
    ...(view.channelName ? { channelName: view.channelName } : {}),
    ...(view.scan ? { scan: view.scan } : {}),
    ...(view.delivery ? { state: view.delivery.state } : {}),
  };
}
