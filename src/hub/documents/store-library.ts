// SQL of the library's index: entries are written anew by the indexer and searched by words, by filter, and by who may see them.
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { LibraryFlow } from './contract.ts';
import type { DocumentRow } from './store.ts';

export type EntryRow = {
  readonly id: string;
  /** The instant it was made at, then its id (`period-keys.ts`). */
  readonly page_key: string;
  readonly shipment_id: string | null;
  readonly owner_id: string | null;
  readonly filer_id: string | null;
  readonly flow: LibraryFlow;
  readonly channel: string | null;
  /** Lexemes, each once: words hold letters and digits only, marks (`f:form`) a colon. */
  readonly tokens: readonly string[];
  readonly text: string;
};

export async function writeEntries(context: Context, entries: readonly EntryRow[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into documents.entry (id, page_key, shipment_id, owner_id, filer_id, flow, channel, tokens, text)
    select r.id, r.page_key, r.shipment_id, r.owner_id, r.filer_id, r.flow, r.channel, array_to_tsvector(r.tokens), r.text
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as r(id uuid, page_key uuid, shipment_id uuid, owner_id uuid, filer_id uuid, flow text, channel text, tokens text[], text text)
    on conflict (id) do update set page_key = excluded.page_key, shipment_id = excluded.shipment_id, owner_id = excluded.owner_id, filer_id = excluded.filer_id,
      flow = excluded.flow, channel = excluded.channel, tokens = excluded.tokens, text = excluded.text`.execute(
    context.db,
  );
}

/** One indexer at a time in the whole installation: two could write what they read in the wrong order. */
export async function claimIndexing(context: Context): Promise<boolean> {
  const { rows } = await sql<{
    mine: boolean;
  }>`select pg_try_advisory_xact_lock(hashtext('documents.entry')) as mine`.execute(context.db);
  return rows[0]?.mine === true;
}

/** Takes so many notes; the documents they name, each once, and whether there may be more. */
export async function takeUnindexed(
  context: Context,
  limit: number,
): Promise<{ readonly ids: readonly string[]; readonly full: boolean }> {
  const { rows } = await sql<{ document_id: string }>`
    delete from documents.unindexed where seq = any(array(
      select seq from documents.unindexed order by seq limit ${limit}))
    returning document_id`.execute(context.db);
  return { ids: [...new Set(rows.map((row) => row.document_id))], full: rows.length === limit };
}

/** What is read of documents to find words in them: of attachments nothing but their names, of others so many bytes and one more. */
export async function readForIndex(
  context: Context,
  ids: readonly string[],
  mostBytes: number,
): Promise<{ readonly row: DocumentRow; readonly bytes: Uint8Array | null }[]> {
  const { rows } = await sql<DocumentRow & { bytes: Buffer | null }>`
    select d.*, case when d.flow in ('attachment', 'photo') then null else substr(b.bytes, 1, ${mostBytes + 1}) end as bytes
    from documents.document d join documents.body b on b.digest = d.digest
    where d.id = any(${[...ids]}::uuid[])`.execute(context.db);
  return rows.map(({ bytes, ...row }) => ({ row, bytes }));
}

/**
 * Documents of cases that changed hands have to be written anew; before the case's own entry is, which says whose it was. One that has no
 * entry yet may have documents that have.
 */
export async function renewDocumentsOf(
  context: Context,
  cases: readonly { readonly id: string; readonly owner_id: string; readonly filer_id: string }[],
): Promise<void> {
  const given = cases.map(({ id, owner_id, filer_id }) => ({ id, owner_id, filer_id }));
  await sql`
    with given as materialized (
      select c.* from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as c(id uuid, owner_id uuid, filer_id uuid)
      left join documents.entry own on own.id = c.id
      where (own.owner_id, own.filer_id) is distinct from (c.owner_id, c.filer_id))
    insert into documents.unindexed (document_id)
    select e.id from given c join documents.entry e on e.shipment_id = c.id
    where e.flow <> 'form' and (e.owner_id, e.filer_id) is distinct from (c.owner_id, c.filer_id)`.execute(context.db);
}

/** Where to walk from newest to oldest without a word to go by. */
export type Branch = { readonly column: 'owner_id' | 'filer_id' | 'channel' | 'flow'; readonly value: string };
export type Search = {
  readonly branches: readonly Branch[];
  /** A `tsquery`; absent: no words and no filter. */
  readonly words?: string;
  /** Must stand in the text as they are. */
  readonly phrases: readonly string[];
  /** On rows `e`. */
  readonly allowed: RawBuilder<boolean>;
  /** Keys below, exclusive: the key of the page, or the end of the period. */
  readonly below: string;
  /** Keys from, inclusive. */
  readonly from: string;
  readonly limit: number;
};

export type Hit = { readonly id: string; readonly page_key: string };

const matches = ({ words, phrases, allowed }: Search): RawBuilder<boolean> =>
  sql<boolean>`${words ? sql`e.tokens @@ ${words}::tsquery` : sql`true`}
    and ${phrases.length > 0 ? sql`documents.has_all(e.text, ${[...phrases]}::text[])` : sql`true`} and ${allowed}`;

/**
 * Looks through the newest `window` entries of what the reader may see, one by one, until the page is full: right for words that
 * many have, and its cost is bounded whatever they are.
 */
export async function searchNewest(context: Context, search: Search, window: number): Promise<Hit[]> {
  const walk = ({ column, value }: Branch) =>
    sql`(select id, page_key from documents.entry where ${sql.ref(column)} = ${value} and page_key < ${search.below}
      and page_key >= ${search.from} order by page_key desc limit ${window})`;
  const newest = sql.join(search.branches.map(walk), sql` union `);
  const { rows } = await sql<Hit>`
    select newest.id, newest.page_key from (
      select id, page_key from (${newest}) as walked order by page_key desc limit ${window}) as newest
    cross join lateral (
      select e.id from documents.entry e where e.id = newest.id and ${matches(search)} offset 0) as hit
    order by newest.page_key desc limit ${search.limit}`.execute(context.db);
  return rows;
}

/** Whether few entries have the words, by what the planner knows: nothing is read. */
export async function areRare(context: Context, words: string): Promise<boolean> {
  const { rows } = await sql<{ rare: boolean }>`select documents.are_rare(${words}::tsquery) as rare`.execute(
    context.db,
  );
  return rows[0]?.rare === true;
}

/** Finds all that have the words by the index of words, and gives the newest: right for words that few have. */
export async function searchByWords(context: Context, search: Search): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    with hit as materialized (
      select e.id, e.page_key from documents.entry e
      where ${matches(search)} and e.page_key < ${search.below} and e.page_key >= ${search.from})
    select id, page_key from hit order by page_key desc limit ${search.limit}`.execute(context.db);
  return rows;
}
