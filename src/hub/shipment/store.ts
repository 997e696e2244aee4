// All SQL of schema `shipment`.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
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
export const findShipment = (context: Context, id: string) =>
  tables(context).selectFrom('shipment.shipment').selectAll().where('id', '=', id).executeTakeFirst();
/** What being told of a case needs of it; never the form. */
export type CaseRow = Pick<
  ShipmentRow,
  'id' | 'number' | 'owner_id' | 'filer_id' | 'direction' | 'transport_mode' | 'version' | 'summary'
>;
export const findCases = async (context: Context, ids: readonly string[]): Promise<CaseRow[]> =>
  ids.length === 0
    ? []
    : tables(context)
        .selectFrom('shipment.shipment')
        .select(['id', 'number', 'owner_id', 'filer_id', 'direction', 'transport_mode', 'version', 'summary'])
        .where('id', 'in', ids)
        .execute();
export const lockShipment = (context: Context, id: string) =>
  tables(context).selectFrom('shipment.shipment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

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
export const findVersion = (context: Context, shipmentId: string, version: number) =>
  tables(context)
    .selectFrom('shipment.version')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .where('version', '=', version)
    .executeTakeFirst();
export const findLatestVersion = (context: Context, shipmentId: string) =>
  tables(context)
    .selectFrom('shipment.version')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();

export const insertAnswer = (
  context: Context,
  row: { id: string; shipment_id: string; answer: DocumentAnswer; at: string },
) =>
  tables(context)
    .insertInto('shipment.answer')
    .values({ ...row, answer: json(row.answer) })
    .onConflict((c) => c.column('id').doNothing())
    .execute();
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
  if (values.length > 0)
    await tables(context)
      .insertInto('shipment.number')
      .values(values.map((value) => ({ value, shipment_id: shipmentId })))
      .execute();
}
export const addNumber = (context: Context, shipmentId: string, value: string) =>
  tables(context)
    .insertInto('shipment.number')
    .values({ value, shipment_id: shipmentId })
    .onConflict((c) => c.doNothing())
    .execute();

export async function addNumbers(context: Context, shipmentId: string, values: readonly string[]): Promise<void> {
  if (values.length === 0) return;
  await tables(context)
    .insertInto('shipment.number')
    .values(values.map((value) => ({ value, shipment_id: shipmentId })))
    .onConflict((c) => c.doNothing())
    .execute();
}

/** What the reader may see: everything submitted, or what he owns, filed, or is authorised for. */
export type Visibility =
  | { readonly all: true }
  | { readonly organisationId: string; readonly ownerIds: readonly string[] };

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
  else
    rows = rows.where((e) =>
      e.or([
        e('s.owner_id', '=', visibility.organisationId),
        e('s.filer_id', '=', visibility.organisationId),
        ...(visibility.ownerIds.length > 0 ? [e('s.owner_id', 'in', visibility.ownerIds)] : []),
      ]),
    );
  if (filter.after) rows = rows.where('s.id', '<', filter.after);
  if (filter.state) rows = rows.where('s.state', '=', filter.state as ShipmentState);
  if (filter.progress) rows = rows.where('s.progress', '=', filter.progress as ShipmentProgress);
  if (filter.query) {
    const prefix = `${filter.query
      .trim()
      .toUpperCase()
      .replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where('s.id', 'in', (e) =>
      e.selectFrom('shipment.number as n').select('n.shipment_id').where('n.value', 'like', prefix),
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
    .where('value', 'in', values)
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
  const wanted = values.map((v) => v.trim().toUpperCase()).filter((v) => v !== '');
  if (wanted.length === 0) return [];
  return tables(context)
    .selectFrom('shipment.shipment as s')
    .select(['s.id', 's.version'])
    .where('s.state', '=', 'submitted')
    .where('s.id', 'in', (e) => e.selectFrom('shipment.number').select('shipment_id').where('value', 'in', wanted))
    .orderBy('s.id')
    .limit(limit)
    .execute();
}
