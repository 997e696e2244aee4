// What the library shows of an entry: the case or the document behind it, and where the words stand in it.
import type { Context } from '../../runtime/context.ts';
import { elementsFor } from '../mapping/index.ts';
import {
  type CaseHeading,
  type CaseRow,
  listCaseHeadings,
  listCases,
  narrowForm,
  partyOf,
  textsOfForm,
} from '../shipment/index.ts';
import type { Found, LibraryItem } from './contract.ts';
import { isRead, MOST_BYTES, textsOfDocument } from './gather-texts.ts';
import { findHits } from './mark-hits.ts';
import { toView } from './read-documents.ts';
import type { WantedPiece } from './split-words.ts';
import { type DocumentRow, listByIds, readStarts } from './store.ts';

const MOST_FOUND = 2;
const formName = { zh: '综合表格', en: 'Composite form' };

/** In the order of the ids; what is gone meanwhile is left out. Forms and contents are read only where words are marked in them. */
export async function itemsOf(
  context: Context,
  ids: readonly string[],
  pieces: readonly WantedPiece[],
): Promise<LibraryItem[]> {
  const documents = new Map((await listByIds(context, ids)).map((row) => [row.id, row]));
  const caseIds = ids.map((id) => documents.get(id)?.shipment_id ?? id);
  const cases = new Map((await listCaseHeadings(context, [...new Set(caseIds)])).map((row) => [row.id, row]));
  const found = new Map<string, Found[]>();
  if (pieces.length > 0) {
    await markInDocuments(context, [...documents.values()], pieces, found);
    const forms = ids.filter((id) => !documents.has(id) && cases.has(id));
    for (const { id, form } of await listCases(context, forms))
      found.set(id, findHits(textsOfForm(shownForm(context, form ?? {})), pieces, MOST_FOUND).found);
  }
  return ids.flatMap((id) => {
    const document = documents.get(id);
    if (document) return [documentItem(document, cases.get(document.shipment_id ?? ''), found.get(id) ?? [])];
    const heading = cases.get(id);
    return heading ? [caseItem(heading, found.get(id) ?? [])] : [];
  });
}

/** Names and numbers first; only where they do not hold all that was asked for, the content too. */
async function markInDocuments(
  context: Context,
  documents: readonly DocumentRow[],
  pieces: readonly WantedPiece[],
  into: Map<string, Found[]>,
): Promise<void> {
  const open: DocumentRow[] = [];
  for (const row of documents) {
    const { found, wantsMore } = findHits(textsOfDocument(row, undefined), pieces, MOST_FOUND);
    into.set(row.id, found);
    if (wantsMore && isRead(row)) open.push(row);
  }
  const starts = await readStarts(
    context,
    open.map((row) => row.digest),
    MOST_BYTES,
  );
  for (const row of open) {
    const body = starts.get(row.digest);
    if (body) into.set(row.id, findHits(textsOfDocument(row, body), pieces, MOST_FOUND).found);
  }
}

/** What is quoted of a form is what the reader may read of it. */
function shownForm(context: Context, form: NonNullable<CaseRow['form']>) {
  const party = partyOf(context.actor);
  return party === undefined ? form : narrowForm(form, elementsFor(party));
}

function caseItem(row: CaseHeading, found: Found[]): LibraryItem {
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

function documentItem(row: DocumentRow, owner: CaseHeading | undefined, found: Found[]): LibraryItem {
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
