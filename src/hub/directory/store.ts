// All SQL of schema `directory`.
import { sql } from 'kysely';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { RowPage } from '../../runtime/database/read-page.ts';
import type {
  AnswerOutcome,
  ApplicationKind,
  ApplicationState,
  DirectoryEntry,
  DirectoryForm,
  FieldId,
} from './contract.ts';

export type ApplicationRow = {
  id: string;
  number: string;
  organisation_id: string;
  kind: ApplicationKind;
  state: ApplicationState;
  version: number;
  simulated: boolean;
};
export type FilingRow = {
  application_id: string;
  organisation_id: string;
  version: number;
  client_number: string;
  form: DirectoryForm;
  filed_at: string;
  filed_by: string;
};
export type AnswerRow = {
  application_id: string;
  organisation_id: string;
  message_id: string;
  version: number;
  outcome: AnswerOutcome;
  text: Bilingual;
  said_at: string;
  partner_number: string | null;
  field: FieldId | null;
  entry: DirectoryEntry | null;
  simulated: boolean;
};
type Tables = {
  'directory.application': ApplicationRow;
  'directory.filing': FilingRow;
  'directory.answer': AnswerRow;
};
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;

export async function nextSerial(context: Context): Promise<number> {
  const { rows } = await sql<{ n: number }>`select nextval('directory.number_sequence') as n`.execute(context.db);
  return Number(rows[0]?.n);
}
/** One application of an enterprise at a time, and one who writes it. */
export async function lockEnterprise(context: Context, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`directory/${organisationId}`}, 0))`.execute(context.db);
}
export const findUnderWay = (context: Context, organisationId: string) =>
  tables(context)
    .selectFrom('directory.application')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`state in ('sent', 'accepted')`)
    .executeTakeFirst();
export const insertApplication = (context: Context, row: ApplicationRow) =>
  tables(context).insertInto('directory.application').values(row).execute();
export const lockApplication = (context: Context, id: string) =>
  tables(context).selectFrom('directory.application').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const markApplication = (
  context: Context,
  id: string,
  change: Partial<Pick<ApplicationRow, 'state' | 'version'>>,
) => tables(context).updateTable('directory.application').set(change).where('id', '=', id).execute();
export const insertFiling = (context: Context, row: FilingRow) =>
  tables(context)
    .insertInto('directory.filing')
    .values({ ...row, form: json(row.form) })
    .execute();
export const findFiling = (context: Context, applicationId: string, version: number) =>
  tables(context)
    .selectFrom('directory.filing')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('version', '=', version)
    .executeTakeFirst();
export const findByClientNumber = (context: Context, clientNumber: string) =>
  tables(context)
    .selectFrom('directory.filing')
    .select(['application_id', 'version'])
    .where('client_number', '=', clientNumber)
    .executeTakeFirst();
/** False when that message was read before. */
export async function insertAnswer(context: Context, row: AnswerRow): Promise<boolean> {
  const done = await tables(context)
    .insertInto('directory.answer')
    .values({ ...row, text: json(row.text), entry: row.entry && json(row.entry) })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
export const listAnswers = (context: Context, applicationIds: readonly string[]): Promise<AnswerRow[]> =>
  tables(context)
    .selectFrom('directory.answer')
    .selectAll()
    .where('application_id', '=', anyOf(applicationIds))
    .orderBy('said_at')
    .orderBy('message_id')
    .execute();
/** The version that counts of each. */
export async function listFilings(context: Context, applicationIds: readonly string[]): Promise<FilingRow[]> {
  const { rows } = await sql<FilingRow>`
    select f.* from directory.filing f join directory.application a on a.id = f.application_id and a.version = f.version
    where a.id = any(${[...applicationIds]}::uuid[])`.execute(context.db);
  return rows;
}
export const pageApplications = (
  context: Context,
  organisationId: string,
  page: RowPage,
): Promise<ApplicationRow[]> => {
  let rows = tables(context)
    .selectFrom('directory.application')
    .selectAll()
    .where('organisation_id', '=', organisationId);
  if (page.after) rows = rows.where('id', '<', page.after);
  return rows.orderBy('id', 'desc').limit(page.limit).execute();
};
/** What the enterprise wrote last, of what was approved or of anything. */
export async function findLastForm(
  context: Context,
  organisationId: string,
  approvedOnly: boolean,
): Promise<DirectoryForm | undefined> {
  const { rows } = await sql<{ form: DirectoryForm }>`
    select f.form from directory.application a join directory.filing f on f.application_id = a.id and f.version = a.version
    where a.organisation_id = ${organisationId} and a.kind <> 'cancel' and ${approvedOnly ? sql`a.state = 'approved'` : sql`true`}
    order by a.id desc limit 1`.execute(context.db);
  return rows[0]?.form;
}
