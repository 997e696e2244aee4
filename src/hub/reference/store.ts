// All SQL of schema `reference`: dated rows of code tables and tariff, each with the edition that brought it.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { CodeListView, Origin } from './contract.ts';

export const tariffList = 'tariff';

export type NewEdition = {
  readonly list: string;
  readonly zh: string;
  readonly en: string;
  readonly edition: string;
  readonly source: string;
  readonly official: boolean;
  readonly complete: boolean;
  readonly validFrom: string;
  readonly digest: string;
};
export type NewRow = { readonly code: string; readonly content: object; readonly initials: string };
export type FoundRow = {
  readonly list: string;
  readonly code: string;
  readonly content: object;
  readonly origin: Origin;
};

type Row = {
  list: string;
  code: string;
  content: object;
  valid_from: string;
  valid_to: string | null;
  edition: string;
  source: string;
  official: boolean;
};
const columns = sql`e.list, e.code, e.content, e.valid_from, e.valid_to, d.edition, d.source, d.official`;
const heldOn = (day: string) => sql`e.valid_from <= ${day} and (e.valid_to is null or e.valid_to >= ${day})`;
const found = (r: Row): FoundRow => ({
  list: r.list,
  code: r.code,
  content: r.content,
  origin: {
    edition: r.edition,
    source: r.source,
    official: r.official,
    validFrom: r.valid_from,
    ...(r.valid_to ? { validTo: r.valid_to } : {}),
  },
});

/** One load at a time; a second waits, so that two imports never close each other's rows. */
export const lockEditions = (context: Context) =>
  sql`select pg_advisory_xact_lock(7302004)`.execute(context.db).then(() => undefined);

export type LatestEdition = {
  readonly edition: string;
  readonly source: string;
  readonly validFrom: string;
  readonly digest: string;
};
export async function latestEdition(context: Context, list: string): Promise<LatestEdition | undefined> {
  const { rows } = await sql<{ edition: string; source: string; valid_from: string; digest: string }>`
    select edition, source, valid_from, digest from reference.edition where list = ${list} order by valid_from desc limit 1`.execute(
    context.db,
  );
  return (
    rows[0] && {
      edition: rows[0].edition,
      source: rows[0].source,
      validFrom: rows[0].valid_from,
      digest: rows[0].digest,
    }
  );
}

/** Takes back the edition that begins on this day, as if it had never been: what it closed is open again. */
export async function undoEdition(context: Context, list: string, validFrom: string): Promise<void> {
  const { db } = context;
  await sql`delete from reference.entry where list = ${list} and valid_from = ${validFrom}::date`.execute(db);
  await sql`update reference.entry set valid_to = null where list = ${list} and valid_to = ${validFrom}::date - 1`.execute(
    db,
  );
  await sql`delete from reference.edition where list = ${list} and valid_from = ${validFrom}::date`.execute(db);
}

/** Rows that are gone or differ end the day before; rows that stay keep the edition that brought them. */
export async function addEdition(
  context: Context,
  edition: NewEdition,
  rows: readonly NewRow[],
): Promise<{ added: number; ended: number }> {
  const { db } = context;
  const { list, validFrom } = edition;
  await sql`insert into reference.code_list (id, name_zh, name_en) values (${list}, ${edition.zh}, ${edition.en})
    on conflict (id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en`.execute(db);
  const made = await sql<{ id: number }>`
    insert into reference.edition (list, edition, source, official, complete, valid_from, digest)
    values (${list}, ${edition.edition}, ${edition.source}, ${edition.official}, ${edition.complete}, ${validFrom}, ${edition.digest}) returning id`.execute(
    db,
  );
  await sql`create temporary table if not exists incoming (code text primary key, content jsonb not null, initials text not null) on commit drop`.execute(
    db,
  );
  await sql`truncate incoming`.execute(db);
  await sql`insert into incoming select * from unnest(${rows.map((r) => r.code)}::text[], ${rows.map((r) => JSON.stringify(r.content))}::jsonb[], ${rows.map((r) => r.initials)}::text[])`.execute(
    db,
  );
  await sql`analyze incoming`.execute(db);
  const ended = await sql`update reference.entry e set valid_to = ${validFrom}::date - 1 from reference.edition d
    where d.id = e.edition_id and e.list = ${list} and e.valid_to is null
    and not exists (select 1 from incoming n where n.code = e.code and n.content = e.content and d.official = ${edition.official})`.execute(
    db,
  );
  const added = await sql`insert into reference.entry (list, code, valid_from, edition_id, content, initials)
    select ${list}, n.code, ${validFrom}::date, ${made.rows[0]?.id}, n.content, n.initials from incoming n
    where not exists (select 1 from reference.entry e where e.list = ${list} and e.code = n.code and e.valid_to is null)`.execute(
    db,
  );
  return { added: Number(added.numAffectedRows ?? 0n), ended: Number(ended.numAffectedRows ?? 0n) };
}

/** Every list with the edition that holds on the day; a list whose first edition lies ahead is not there yet. */
export async function listCodeLists(context: Context, day: string): Promise<CodeListView[]> {
  const { rows } = await sql<{
    id: string;
    name_zh: string;
    name_en: string;
    edition: string;
    source: string;
    official: boolean;
    complete: boolean;
    valid_from: string;
    size: number;
  }>`select l.id, l.name_zh, l.name_en, d.edition, d.source, d.official, d.complete, d.valid_from,
      (select count(*) from reference.entry e where e.list = l.id and ${heldOn(day)}) as size
    from reference.code_list l
    cross join lateral (select * from reference.edition x where x.list = l.id and x.valid_from <= ${day} order by x.valid_from desc limit 1) d
    order by l.id`.execute(context.db);
  return rows.map((r) => ({
    id: r.id,
    name: { zh: r.name_zh, en: r.name_en },
    size: Number(r.size),
    complete: r.complete,
    edition: r.edition,
    source: r.source,
    official: r.official,
    validFrom: r.valid_from,
  }));
}

/** Of these lists, the ones that exist and whether the edition of the day is complete. */
export async function knownLists(
  context: Context,
  lists: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await sql<{ id: string; complete: boolean | null }>`
    select l.id, (select d.complete from reference.edition d where d.list = l.id and d.valid_from <= ${day} order by d.valid_from desc limit 1) as complete
    from reference.code_list l where l.id = any(${[...lists]})`.execute(context.db);
  return new Map(rows.map((r) => [r.id, r.complete ?? false]));
}

export async function findRows(
  context: Context,
  wanted: readonly { readonly list: string; readonly code: string }[],
  day: string,
): Promise<FoundRow[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<Row>`select ${columns}
    from (select distinct * from unnest(${wanted.map((w) => w.list)}::text[], ${wanted.map((w) => w.code)}::text[]) w(list, code)) w
    join reference.entry e on e.list = w.list and e.code = w.code join reference.edition d on d.id = e.edition_id
    where ${heldOn(day)}`.execute(context.db);
  return rows.map(found);
}

export type Search = {
  readonly list: string;
  readonly query: string;
  readonly day: string;
  readonly limit: number;
  /** Key of the last row of the page before, `rank code`. */
  readonly after?: { readonly rank: number; readonly code: string };
};
/** Exact code, code prefix, then names and pinyin initials that begin so, then names that hold the text. */
export async function searchRows(context: Context, search: Search): Promise<{ row: FoundRow; rank: number }[]> {
  const text = search.query.toLowerCase().replace(/[\\%_]/g, '\\$&');
  const begins = `${text}%`;
  const holds = `%${text}%`;
  const { rows } = await sql<Row & { rank: number }>`select * from (
      select ${columns}, case when lower(e.code) = ${search.query.toLowerCase()} then 0 when lower(e.code) like ${begins} then 1
        when e.content->'name'->>'zh' like ${begins} or e.initials = ${search.query.toLowerCase()} then 2 when e.initials like ${begins} or lower(e.content->'name'->>'en') like ${begins} then 3
        else 4 end as rank
      from reference.entry e join reference.edition d on d.id = e.edition_id
      where e.list = ${search.list} and ${heldOn(search.day)}
        and (lower(e.code) like ${begins} or lower(e.content->'name'->>'zh') like ${holds} or lower(e.content->'name'->>'en') like ${holds} or e.initials like ${holds})
    ) hit where (rank, code) > (${search.after?.rank ?? -1}, ${search.after?.code ?? ''}) order by rank, code limit ${search.limit}`.execute(
    context.db,
  );
  return rows.map((r) => ({ row: found(r), rank: r.rank }));
}

/** The next level below a tariff prefix: how many lines each part has, and the name of its first line. */
export async function countUnder(
  context: Context,
  prefix: string,
  digits: number,
  day: string,
): Promise<{ code: string; lines: number; first: { zh: string; en: string } }[]> {
  const { rows } = await sql<{ code: string; lines: number; first: { zh: string; en: string } }>`
    select left(e.code, ${digits}) as code, count(*) as lines, (array_agg(e.content->'name' order by e.code))[1] as first
    from reference.entry e where e.list = ${tariffList} and e.code like ${`${prefix}%`} and ${heldOn(day)} group by 1 order by 1`.execute(
    context.db,
  );
  return rows.map((r) => ({ ...r, lines: Number(r.lines) }));
}
