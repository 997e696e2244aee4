// SQL of the exporter's cursor (P3).
import { type Kysely, sql } from 'kysely';

const NAME = 'jetstream';
/** How far, and of which stream: its moment of creation; none where the cursor was set and nothing has been told since. */
export type ExportCursor = { readonly position: number; readonly streamCreated?: string };

export async function readExport(db: Kysely<unknown>): Promise<ExportCursor> {
  const read = () =>
    sql<{ position: number; stream_created: string | null }>`
      select position, stream_created from runtime.export where name = ${NAME}`.execute(db);
  let [row] = (await read()).rows;
  if (!row) {
    await sql`insert into runtime.export (name) values (${NAME}) on conflict do nothing`.execute(db);
    [row] = (await read()).rows;
  }
  return { position: row?.position ?? 0, ...(row?.stream_created ? { streamCreated: row.stream_created } : {}) };
}

/** False when it is elsewhere by now: another exporter moved it, or an operator set it. */
export async function moveExport(
  db: Kysely<unknown>,
  from: ExportCursor,
  to: Required<ExportCursor>,
): Promise<boolean> {
  const { rows } = await sql`
    update runtime.export set position = ${to.position}, stream_created = ${to.streamCreated}, moved_at = now()
    where name = ${NAME} and position = ${from.position} and stream_created is not distinct from ${from.streamCreated ?? null}
    returning position`.execute(db);
  return rows.length > 0;
}

/** An operator says where it goes on, on whatever stream is there; gives back where it was. */
export async function setExport(db: Kysely<unknown>, position: number): Promise<ExportCursor> {
  const before = await readExport(db);
  await sql`
    update runtime.export set position = ${position}, stream_created = null, moved_at = now()
    where name = ${NAME}`.execute(db);
  return before;
}

/** Nothing where no exporter has ever run. */
export async function readExportLag(
  db: Kysely<unknown>,
): Promise<{ readonly events: number; readonly oldest: string | null } | undefined> {
  const { rows } = await sql<{ events: number; oldest: string | null }>`
    select greatest(0, coalesce((select max(position) from runtime.event), 0) - x.position) as events,
           (select occurred_at from runtime.event where position > x.position order by position limit 1) as oldest
    from runtime.export x where x.name = ${NAME}`.execute(db);
  return rows[0];
}
