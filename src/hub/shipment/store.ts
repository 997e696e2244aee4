// All SQL of schema `shipment`.
import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { Context } from '../../runtime/context.ts';
import { askTogether, rowByKey } from '../../runtime/database/ask-together.ts';
import type { Grant } from '../enterprise/index.ts';
import type { DocumentAnswer, Form, ShipmentProgress, ShipmentState } from './contract.ts';

export type Summary = {
  traderReference?: string;
  goodsName?: string;
  goodsLines?: number;
  conveyance?: string;
  billNumber?: string;
  declarationNumber?: string;
  containers: string[];
  /** Station, customs offices and port, for filters; lists do not show it. Absent in cases last saved before it was kept. */
  places?: string[];
};
export type ShipmentRow = {
  id: string;
  number: string;
  owner_id: string;
  owner_name: string;
  filer_id: string;
  filer_name: string;
  direction: 'import' | 'export';
  transport_mode: string;
  state: ShipmentState;
  progress: ShipmentProgress;
  version: number;
  revision: number;
  draft: Form | null;
  summary: Summary;
  simulated: boolean;
  created_at: string;
  updated_at: string;
  /** Customs office of the declaration as last filed or, while never filed, as typed. */
  declaration_office: string | null;
  /** When the case closed; null while it is open, and of cases that closed before this was kept. */
  closed_at: string | null;
};
export type VersionRow = {
  shipment_id: string;
  version: number;
  form: Form;
  reason: string | null;
  submitted_at: string;
  submitted_by: string;
  digest: string;
};

type Tables = {
  'shipment.shipment': ShipmentRow;
  'shipment.version': VersionRow;
  'shipment.answer': { id: string; shipment_id: string; answer: DocumentAnswer; at: string };
  'shipment.number': { value: string; shipment_id: string };
  'shipment.changed': { shipment_id: string };
  'shipment.participant': { shipment_id: string; party: string };
  'shipment.template': { id: string; organisation_id: string; name: string; form: Form; created_at: string };
};
const tables = (context: Context) => context.db.withTables<Tables>();
/** jsonb parameters go as text, so that arrays are not taken for PostgreSQL arrays. */
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;

export async function nextSerial(context: Context): Promise<number> {
  const { rows } = await sql<{ n: number }>`select nextval('shipment.number_sequence') as n`.execute(context.db);
  return Number(rows[0]?.n);
}

/** Noted in the same statement: the library's indexer will look at the case again. */
const noting = (context: Context, shipmentId: string) =>
  tables(context).with('noted', (db) => db.insertInto('shipment.changed').values({ shipment_id: shipmentId }));

export const insertShipment = (context: Context, row: ShipmentRow) =>
  noting(context, row.id)
    .insertInto('shipment.shipment')
    .values({ ...row, draft: row.draft && json(row.draft), summary: json(row.summary) })
    .execute();
export const findShipment = askTogether<string, ShipmentRow | undefined>(async (context, ids) => {
  const { rows } = await sql<ShipmentRow>`select * from shipment.shipment where id = any(${ids}::uuid[])`.execute(
    context.db,
  );
  return rowByKey(ids, rows, (row) => row.id);
});
/** What being told of a case needs of it; never the form. */
export type CaseRow = Pick<
  ShipmentRow,
  | 'id'
  | 'number'
  | 'owner_id'
  | 'filer_id'
  | 'direction'
  | 'transport_mode'
  | 'version'
  | 'summary'
  | 'declaration_office'
> & { readonly parties: readonly string[] };
export const findCases = async (context: Context, ids: readonly string[]): Promise<CaseRow[]> =>
  ids.length === 0
    ? []
    : tables(context)
        .selectFrom('shipment.shipment')
        .select(['id', 'number', 'owner_id', 'filer_id', 'direction', 'transport_mode', 'version', 'summary'])
        .select([
          'declaration_office',
          sql<string[]>`array(select party from shipment.participant p where p.shipment_id = shipment.shipment.id)`.as(
            'parties',
          ),
        ])
        .where('id', '=', anyOf(ids))
        .execute();
export const lockShipment = askTogether<string, ShipmentRow | undefined>(async (context, ids) => {
  const { rows } = await sql<ShipmentRow>`
    select * from shipment.shipment where id = any(${ids}::uuid[]) order by id for update`.execute(context.db);
  return rowByKey(ids, rows, (row) => row.id);
});

export async function updateShipment(
  context: Context,
  id: string,
  change: Partial<Omit<ShipmentRow, 'id'>>,
): Promise<void> {
  const { draft, summary, ...plain } = change;
  const isForm = draft !== undefined || change.version !== undefined || change.owner_id !== undefined;
  await (isForm ? noting(context, id) : tables(context))
    .updateTable('shipment.shipment')
    .set({
      ...plain,
      ...(draft === undefined ? {} : { draft: draft && json(draft) }),
      ...(summary === undefined ? {} : { summary: json(summary) }),
      updated_at: context.now,
    })
    .where('id', '=', id)
    .execute();
}

export const insertVersion = (context: Context, row: VersionRow) =>
  tables(context)
    .insertInto('shipment.version')
    .values({ ...row, form: json(row.form) })
    .execute();
export const listVersions = (context: Context, shipmentId: string) =>
  tables(context)
    .selectFrom('shipment.version')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .orderBy('version')
    .execute();
export const findVersion = (context: Context, shipmentId: string, version: number): Promise<VersionRow | undefined> =>
  findVersions(context, { shipmentId, version });
const findVersions = askTogether<{ readonly shipmentId: string; readonly version: number }, VersionRow | undefined>(
  async (context, asked) => {
    const { rows } = await sql<VersionRow>`
      select v.* from shipment.version v
      join (select distinct * from unnest(${asked.map((a) => a.shipmentId)}::uuid[], ${asked.map((a) => a.version)}::integer[]))
        as a(id, version) on v.shipment_id = a.id and v.version = a.version`.execute(context.db);
    return asked.map((a) => rows.find((row) => row.shipment_id === a.shipmentId && row.version === a.version));
  },
);
/** The version that was filed last by this second, the first where it is before all; and the last there is. Partners tell whole seconds. */
export const versionFiledBy = (context: Context, shipmentId: string, at: string) =>
  versionsFiledBy(context, { shipmentId, at });
const versionsFiledBy = askTogether<
  { readonly shipmentId: string; readonly at: string },
  { readonly version: number; readonly last: number }
>(async (context, asked) => {
  const { rows } = await sql<{ n: number; version: number; last: number }>`
    select a.n, coalesce(max(v.version) filter (where date_trunc('second', v.submitted_at) <= a.at), 1) as version,
      coalesce(max(v.version), 1) as last
    from jsonb_to_recordset(${JSON.stringify(asked.map((a, n) => ({ ...a, n })))}::jsonb)
      as a(n integer, "shipmentId" uuid, at timestamptz)
    left join shipment.version v on v.shipment_id = a."shipmentId" group by a.n`.execute(context.db);
  return asked.map((_, n) => {
    const row = rows.find((one) => one.n === n);
    return { version: row?.version ?? 1, last: row?.last ?? 1 };
  });
});
export const findLatestVersion = (context: Context, shipmentId: string) =>
  tables(context)
    .selectFrom('shipment.version')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();

export const insertAnswer = askTogether<Tables['shipment.answer'], void>(async (context, rows) => {
  await sql`
    insert into shipment.answer (id, shipment_id, answer, at)
    select id, shipment_id, answer, at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, shipment_id uuid, answer jsonb, at timestamptz)
    on conflict (id) do nothing`.execute(context.db);
  return [];
});
export const listAnswers = (context: Context, shipmentId: string) =>
  tables(context)
    .selectFrom('shipment.answer')
    .select('answer')
    .where('shipment_id', '=', shipmentId)
    .orderBy('at')
    .limit(500)
    .execute();

export async function replaceNumbers(context: Context, shipmentId: string, values: readonly string[]): Promise<void> {
  await sql`delete from shipment.number where shipment_id = ${shipmentId}`.execute(context.db);
  await addNumbers(context, shipmentId, values);
}
export const addNumber = (context: Context, shipmentId: string, value: string): Promise<void> =>
  addNumbers(context, shipmentId, [value]);
export async function addNumbers(context: Context, shipmentId: string, values: readonly string[]): Promise<void> {
  if (values.length > 0) await addAll(context, { shipmentId, values });
}
const addAll = askTogether<{ readonly shipmentId: string; readonly values: readonly string[] }, void>(
  async (context, asked) => {
    const rows = asked.flatMap(({ shipmentId, values }) => values.map((value) => ({ value, id: shipmentId })));
    await sql`
      insert into shipment.number (value, shipment_id)
      select * from unnest(${rows.map((row) => row.value)}::text[], ${rows.map((row) => row.id)}::uuid[])
      on conflict do nothing`.execute(context.db);
    return [];
  },
);

/** Noted with the filing; whoever gets a document later is noted with the document. */
export const addParticipants = async (
  context: Context,
  shipmentId: string,
  parties: readonly string[],
): Promise<void> => {
  await sql`
    insert into shipment.participant (shipment_id, party) select ${shipmentId}, party from unnest(${[...parties]}::text[]) as party
    on conflict do nothing`.execute(context.db);
};
export const partiesOfCase = async (context: Context, shipmentId: string): Promise<string[]> =>
  (
    await tables(context)
      .selectFrom('shipment.participant')
      .select('party')
      .where('shipment_id', '=', shipmentId)
      .execute()
  ).map((row) => row.party);

/** What the reader may see: everything filed, what a party takes part in, or what he owns, types, or is authorised for. */
export type Visibility =
  | { readonly all: true }
  | { readonly party: string }
  | { readonly organisationId: string; readonly grants: readonly Grant[] };

/** His own, what he typed and never filed, and what his authorisations cover: the same rule as for one case (`access.ts`). */
export function ownCase(
  { organisationId, grants }: { readonly organisationId: string; readonly grants: readonly Grant[] },
  alias: string,
): RawBuilder<boolean> {
  const owner = sql.ref(`${alias}.owner_id`);
  const office = sql.ref(`${alias}.declaration_office`);
  const everywhere = [...new Set(grants.filter((g) => g.districts.length === 0).map((g) => g.ownerId))];
  const somewhere = grants.filter((g) => g.districts.length > 0 && !everywhere.includes(g.ownerId));
  return sql<boolean>`(${sql.join(
    [
      sql`${owner} = ${organisationId}`,
      sql`(${sql.ref(`${alias}.filer_id`)} = ${organisationId} and ${sql.ref(`${alias}.version`)} = 0)`,
      ...(everywhere.length > 0 ? [sql`${owner} = any(${everywhere}::uuid[])`] : []),
      ...somewhere.map(
        (g) => sql`(${owner} = ${g.ownerId} and (${office} = any(${[...g.districts]}::text[])
          or ${office} like any(${g.districts.filter((d) => /^\d\d00$/.test(d)).map((d) => `${d.slice(0, 2)}%`)}::text[])))`,
      ),
    ],
    sql` or `,
  )})`;
}

export async function searchShipments(
  context: Context,
  filter: { visibility: Visibility; query?: string; state?: string; progress?: string; after?: string; limit: number },
): Promise<ShipmentRow[]> {
  let rows = tables(context)
    .selectFrom('shipment.shipment as s')
    .selectAll('s')
    .orderBy('s.id', 'desc')
    .limit(filter.limit);
  const { visibility } = filter;
  if ('all' in visibility) rows = rows.where('s.version', '>', 0);
  else if ('party' in visibility)
    rows = rows
      .innerJoin('shipment.participant as p', 'p.shipment_id', 's.id')
      .where('p.party', '=', visibility.party)
      .where('s.version', '>', 0)
      .clearOrderBy()
      .orderBy('p.shipment_id', 'desc');
  else rows = rows.where(ownCase(visibility, 's'));
  if (filter.after) rows = rows.where('s.id', '<', filter.after);
  if (filter.state) rows = rows.where('s.state', '=', filter.state as ShipmentState);
  if (filter.progress) rows = rows.where('s.progress', '=', filter.progress as ShipmentProgress);
  if (filter.query) {
    const prefix = filter.query.trim().toUpperCase();
    // By the operators of the index and not `like`: under row-level security only these may look at a row before its policy does.
    rows = rows.where(
      's.id',
      'in',
      sql<string>`(select n.shipment_id from shipment.number n where n.value ~>=~ ${prefix} and n.value ~<~ ${`${prefix}\u{10ffff}`})`,
    );
  }
  return rows.execute();
}

export const insertTemplate = (context: Context, row: Tables['shipment.template']) =>
  tables(context)
    .insertInto('shipment.template')
    .values({ ...row, form: json(row.form) })
    .execute();
export const pageTemplates = (
  context: Context,
  organisationId: string,
  page: { readonly after?: string; readonly limit: number },
) => {
  const rows = tables(context)
    .selectFrom('shipment.template')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('id', 'desc')
    .limit(page.limit);
  return (page.after ? rows.where('id', '<', page.after) : rows).execute();
};
export const findTemplate = (context: Context, id: string, organisationId: string) =>
  tables(context)
    .selectFrom('shipment.template')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();

export async function filterKnownNumbers(context: Context, values: readonly string[]): Promise<Set<string>> {
  if (values.length === 0) return new Set();
  const rows = await tables(context)
    .selectFrom('shipment.number')
    .select('value')
    .where('value', '=', anyOf(values))
    .execute();
  return new Set(rows.map((row) => row.value));
}
export async function countAll(context: Context): Promise<number> {
  const row = await tables(context)
    .selectFrom('shipment.shipment')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Submitted cases that any of these numbers belongs to, each once. */
export async function listSubmittedByNumbers(
  context: Context,
  values: readonly string[],
  limit: number,
): Promise<{ id: string; version: number }[]> {
  const numbers = values.map((v) => v.trim().toUpperCase()).filter((v) => v !== '');
  return numbers.length === 0 ? [] : submittedByNumbers(context, { numbers, limit });
}
type ByNumbers = { readonly numbers: readonly string[]; readonly limit: number };
const submittedByNumbers = askTogether<ByNumbers, { id: string; version: number }[]>(async (context, asked) => {
  // From the numbers to their cases, never the other way round: beside an order and a limit the planner would walk through what is submitted.
  const { rows } = await sql<{ n: number; id: string; version: number }>`
    select q.n, found.id, found.version
    from jsonb_to_recordset(${JSON.stringify(asked.map((one, n) => ({ n, ...one })))}::jsonb) as q(n integer, numbers text[], "limit" integer)
    cross join lateral (
      select s.id, s.version
      from (select distinct shipment_id from shipment.number where value = any(q.numbers)) as named
      cross join lateral (
        select id, version from shipment.shipment where id = named.shipment_id and state = 'submitted' offset 0) as s
      order by s.id limit q."limit") as found
    order by q.n, found.id`.execute(context.db);
  return asked.map((_, n) => rows.filter((row) => row.n === n).map(({ id, version }) => ({ id, version })));
});
