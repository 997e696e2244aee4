// All SQL of schema `reference`.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { CodeEntry, CodeListView, TariffLine } from './contract.ts';

export type NewList = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly edition: string;
  readonly source: string;
  readonly official: boolean;
};
export type NewEntry = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly other?: Readonly<Record<string, string>>;
};

/** Loads an edition: entries that are gone end the day before, changed ones get a new row. Running it twice changes nothing. */
export async function loadList(
  context: Context,
  list: NewList,
  entries: readonly NewEntry[],
  validFrom: string,
): Promise<number> {
  await sql`insert into reference.code_list (id, name_zh, name_en, edition, source, official) values (${list.id}, ${list.zh}, ${list.en}, ${list.edition}, ${list.source}, ${list.official})
    on conflict (id) do update set edition = excluded.edition, source = excluded.source, official = excluded.official, name_zh = excluded.name_zh, name_en = excluded.name_en`.execute(
    context.db,
  );
  const body = JSON.stringify(entries.map((e) => ({ ...e, other: e.other ?? {} })));
  await sql`update reference.entry e set valid_to = ${validFrom}::date - 1 where e.list = ${list.id} and e.valid_to is null and e.valid_from < ${validFrom}::date
    and not exists (select 1 from jsonb_to_recordset(${body}::jsonb) as n(code text, zh text, en text, other jsonb) where n.code = e.code and n.zh = e.name_zh and n.en = e.name_en and n.other = e.other)`.execute(
    context.db,
  );
  const { numAffectedRows } = await sql`insert into reference.entry (list, code, valid_from, name_zh, name_en, other)
    select ${list.id}, n.code, ${validFrom}::date, n.zh, n.en, n.other from jsonb_to_recordset(${body}::jsonb) as n(code text, zh text, en text, other jsonb)
    where not exists (select 1 from reference.entry e where e.list = ${list.id} and e.code = n.code and e.valid_to is null)
    on conflict do nothing`.execute(context.db);
  return Number(numAffectedRows ?? 0n);
}

export async function loadTariff(context: Context, lines: readonly TariffLine[], validFrom: string): Promise<number> {
  const { numAffectedRows } =
    await sql`insert into reference.tariff (code, valid_from, line) select l->>'code', ${validFrom}::date, l from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) l on conflict do nothing`.execute(
      context.db,
    );
  return Number(numAffectedRows ?? 0n);
}

export async function listCodeLists(context: Context): Promise<CodeListView[]> {
  const { rows } = await sql<{
    id: string;
    name_zh: string;
    name_en: string;
    edition: string;
    source: string;
    official: boolean;
    size: number;
  }>`
    select l.*, (select count(*) from reference.entry e where e.list = l.id and e.valid_to is null) as size from reference.code_list l order by l.id`.execute(
    context.db,
  );
  return rows.map((r) => ({
    id: r.id,
    name: { zh: r.name_zh, en: r.name_en },
    size: Number(r.size),
    edition: r.edition,
    source: r.source,
    official: r.official,
  }));
}
export const countLists = async (context: Context): Promise<number> => (await listCodeLists(context)).length;

type EntryRow = { list: string; code: string; name_zh: string; name_en: string; other: Record<string, string> };
const toEntry = (r: EntryRow): CodeEntry => ({
  code: r.code,
  name: { zh: r.name_zh, en: r.name_en },
  ...(Object.keys(r.other).length > 0 ? { other: r.other } : {}),
});

export async function searchEntries(
  context: Context,
  search: { list: string; query: string; day: string; limit: number },
): Promise<CodeEntry[]> {
  const escaped = search.query.replace(/[\\%_]/g, '\\$&');
  const { rows } = await sql<EntryRow>`
    select list, code, name_zh, name_en, other from reference.entry
    where list = ${search.list} and valid_from <= ${search.day} and (valid_to is null or valid_to >= ${search.day})
      and (code ilike ${`${escaped}%`} or name_zh ilike ${`%${escaped}%`} or name_en ilike ${`%${escaped}%`})
    order by (code ilike ${`${escaped}%`}) desc, code limit ${search.limit}`.execute(context.db);
  return rows.map(toEntry);
}

export async function findEntries(
  context: Context,
  codes: readonly { list: string; code: string }[],
  day: string,
): Promise<{ lists: Set<string>; entries: Map<string, CodeEntry> }> {
  const lists = [...new Set(codes.map((c) => c.list))];
  const { rows } = await sql<EntryRow>`
    select e.list, e.code, e.name_zh, e.name_en, e.other from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as w(list text, code text)
    join reference.entry e on e.list = w.list and e.code = w.code where e.valid_from <= ${day} and (e.valid_to is null or e.valid_to >= ${day})`.execute(
    context.db,
  );
  const known = await sql<{ id: string }>`select id from reference.code_list where id = any(${lists})`.execute(
    context.db,
  );
  return {
    lists: new Set(known.rows.map((r) => r.id)),
    entries: new Map(rows.map((r) => [`${r.list} ${r.code}`, toEntry(r)])),
  };
}
export async function findTariff(
  context: Context,
  codes: readonly string[],
  day: string,
): Promise<Map<string, TariffLine>> {
  const { rows } = await sql<{
    line: TariffLine;
  }>`select line from reference.tariff where code = any(${[...codes]}) and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})`.execute(
    context.db,
  );
  return new Map(rows.map((r) => [r.line.code, r.line]));
}
export async function searchTariff(context: Context, query: string, day: string, limit: number): Promise<TariffLine[]> {
  const escaped = query.replace(/[\\%_]/g, '\\$&');
  const { rows } = await sql<{
    line: TariffLine;
  }>`select line from reference.tariff where valid_from <= ${day} and (valid_to is null or valid_to >= ${day}) and (code like ${`${escaped}%`} or line->'name'->>'zh' ilike ${`%${escaped}%`}) order by code limit ${limit}`.execute(
    context.db,
  );
  return rows.map((r) => r.line);
}
