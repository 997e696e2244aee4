// Files that were taken from enterprises' folders and streams, and sheets that were uploaded (N12): each enterprise sees its own with what became of every shipment in them and has
// the bytes back; the port office sees those of all, without the bytes.
import type { Context } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { documentWithBytes } from '../documents/index.ts';
import { organisationById } from '../enterprise/index.ts';
import type { ShipmentAnswer, TakenFile, TakenFileDetail } from './contract.ts';
import { refuse } from './refusals.ts';
import { type FileRow, findFile, pageFiles } from './store.ts';

/** Whose files the reader may see beside the second lock: the port office those of all, others their own. */
function ownerOf({ actor }: Context): { readonly organisationId?: string } {
  return actor.organisationKind === 'port-office' ? {} : { organisationId: actor.organisationId ?? '' };
}

export async function readFiles(context: Context, query: PageQuery): Promise<Page<TakenFile>> {
  const owner = ownerOf(context);
  const { rows, next } = await readPageOf(query, (page) => pageFiles(context, { ...page, ...owner }));
  return { items: await viewsOf(context, rows), ...next };
}

export async function readFileDetail(context: Context, id: string): Promise<TakenFileDetail> {
  const row = await visibleFile(context, id);
  const [view] = await viewsOf(context, [row]);
  if (!view) throw refuse('ENTERPRISE_FILE_UNKNOWN');
  return { ...view, shipments: row.shipments, findings: row.findings };
}

/** The bytes go back to whose they are, and to nobody else. */
export async function readFileBytes(context: Context, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  const row = await visibleFile(context, id);
  if (row.organisation_id !== context.actor.organisationId) throw refuse('ENTERPRISE_FILE_UNKNOWN');
  // The library shows a paper by its case, and a file has none; whose it is was asked above.
  const stored = await context.beyondLock((open) => documentWithBytes(open, id));
  if (!stored) throw refuse('ENTERPRISE_FILE_UNKNOWN');
  return { name: row.name, bytes: stored.bytes };
}

async function visibleFile(context: Context, id: string): Promise<FileRow> {
  const row = await findFile(context, id);
  const { organisationId } = ownerOf(context);
  if (!row || (organisationId !== undefined && row.organisation_id !== organisationId))
    throw refuse('ENTERPRISE_FILE_UNKNOWN');
  return row;
}

async function viewsOf(context: Context, rows: readonly FileRow[]): Promise<TakenFile[]> {
  const own = context.actor.organisationId;
  const others = [...new Set(rows.map((row) => row.organisation_id).filter((id) => id !== own))];
  const found = await Promise.all(others.map(async (id) => [id, await organisationById(context, id)] as const));
  const names = new Map(found.flatMap(([id, one]) => (one ? [[id, { zh: one.name, en: one.nameEn }]] : [])));
  return rows.map((row) => {
    const organisation = names.get(row.organisation_id);
    const count = (outcome: ShipmentAnswer['outcome']) => row.shipments.filter((one) => one.outcome === outcome).length;
    return {
      id: row.id,
      name: row.name,
      digest: row.digest,
      receivedAt: new Date(row.received_at).toISOString(),
      // One that a worker still reads has no answer yet; what it has so far counts.
      ...(row.answered_at ? { answeredAt: new Date(row.answered_at).toISOString() } : {}),
      filed: count('filed'),
      drafted: count('drafted'),
      refused: count('refused'),
      ...(row.uploaded_by ? { uploadedBy: row.uploaded_by } : {}),
      ...(row.problem ? { problem: row.problem } : {}),
      ...(organisation ? { organisation } : {}),
    };
  });
}
