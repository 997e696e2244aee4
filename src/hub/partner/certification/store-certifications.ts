// SQL of certifications: runs, their scenarios, what went and came, and the keys that sign reports.
import { sql } from 'kysely';
import type { Bilingual } from '../../../kernel/bilingual.ts';
import type { ReleaseAlgorithm } from '../../../kernel/release-token.ts';
import type { Context } from '../../../runtime/context.ts';
import type { RowPage } from '../../../runtime/database/read-page.ts';
import type { CertificationState, ScenarioState } from '../contract.ts';
import type { Plan } from './plan-scenarios.ts';

export type CertificationRow = {
  readonly id: string;
  readonly channel: string;
  readonly endpoint: string;
  readonly sealed_key: string | null;
  /** `SHA256:…` of an SFTP server. */
  readonly host_key: string | null;
  readonly contact: string;
  readonly profile_digest: string;
  readonly state: CertificationState;
  readonly scenarios: number;
  readonly passed: number;
  readonly failed: number;
  readonly started_by_id: string;
  readonly started_by: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly ended_by: string | null;
  readonly report: string | null;
  readonly leased_until: string | null;
};
export type StepRow = {
  readonly certification_id: string;
  readonly number: number;
  readonly plan: Plan;
  readonly state: ScenarioState;
  readonly findings: readonly Bilingual[];
  readonly message_id: string;
  readonly attempts: number;
  readonly began_at: string | null;
  readonly sent_at: string | null;
  readonly ended_at: string | null;
};
export type Said = {
  readonly words?: readonly string[];
  readonly numbers?: readonly string[];
  readonly partnerMessageId?: string;
  readonly stray?: boolean;
};
export type MessageRow = {
  readonly id: string;
  readonly certification_id: string;
  readonly step: number;
  readonly direction: 'out' | 'in';
  readonly at: string;
  readonly content_type: string;
  readonly size_bytes: number;
  readonly digest: string;
  readonly bytes: Buffer | null;
  readonly outcome: string;
  readonly said: Said;
};
export type ReportKeyRow = {
  readonly kid: string;
  readonly algorithm: ReleaseAlgorithm;
  readonly spki: Buffer;
  readonly key_reference: string;
  readonly made_at: string;
};
type Tables = {
  'partner.certification': CertificationRow;
  'partner.certification_step': StepRow;
  'partner.certification_message': MessageRow;
  'partner.report_key': ReportKeyRow;
};
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T): T => JSON.stringify(value) as unknown as T;

export async function insertCertification(
  context: Context,
  row: CertificationRow,
  steps: readonly StepRow[],
): Promise<void> {
  await tables(context).insertInto('partner.certification').values(row).execute();
  await tables(context)
    .insertInto('partner.certification_step')
    .values(steps.map((step) => ({ ...step, plan: json(step.plan), findings: json(step.findings) })))
    .execute();
}
export const updateCertification = (context: Context, id: string, change: Partial<Omit<CertificationRow, 'id'>>) =>
  tables(context).updateTable('partner.certification').set(change).where('id', '=', id).execute();
/** One that has ended, also by the run's cancellation, stays as it is. */
export const updateStep = (
  context: Context,
  { certification_id, number }: Pick<StepRow, 'certification_id' | 'number'>,
  change: Partial<Pick<StepRow, 'state' | 'findings' | 'attempts' | 'began_at' | 'sent_at' | 'ended_at'>>,
) =>
  tables(context)
    .updateTable('partner.certification_step')
    .set({ ...change, ...(change.findings ? { findings: json(change.findings) } : {}) })
    .where('certification_id', '=', certification_id)
    .where('number', '=', number)
    .where('ended_at', 'is', null)
    .execute();
export const skipOpenSteps = (context: Context, id: string) =>
  tables(context)
    .updateTable('partner.certification_step')
    .set({ state: 'skipped', ended_at: context.now })
    .where('certification_id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
export const lockCertification = (context: Context, id: string) =>
  tables(context).selectFrom('partner.certification').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const findCertification = (context: Context, id: string) =>
  tables(context).selectFrom('partner.certification').selectAll().where('id', '=', id).executeTakeFirst();
export const findRunning = (context: Context, channel: string) =>
  tables(context)
    .selectFrom('partner.certification')
    .select('id')
    .where('state', '=', 'running')
    .where('channel', '=', channel)
    .executeTakeFirst();
export const pageCertifications = (context: Context, channel: string, page: RowPage) => {
  const rows = tables(context)
    .selectFrom('partner.certification')
    .selectAll()
    .where('channel', '=', channel)
    .orderBy('id', 'desc')
    .limit(page.limit);
  return (page.after ? rows.where('id', '<', page.after) : rows).execute();
};
export const listSteps = (context: Context, id: string) =>
  tables(context)
    .selectFrom('partner.certification_step')
    .selectAll()
    .where('certification_id', '=', id)
    .orderBy('number')
    .execute();

export const insertMessage = (context: Context, row: MessageRow) =>
  tables(context)
    .insertInto('partner.certification_message')
    .values({ ...row, said: json(row.said) })
    .execute();
const withoutBytes = [
  'id',
  'certification_id',
  'step',
  'direction',
  'at',
  'content_type',
  'size_bytes',
  'digest',
  'outcome',
  'said',
] as const;
export const listMessages = (context: Context, id: string, step?: number) => {
  const rows = tables(context)
    .selectFrom('partner.certification_message')
    .select(withoutBytes)
    .where('certification_id', '=', id)
    .orderBy('step')
    .orderBy('id');
  return (step === undefined ? rows : rows.where('step', '=', step)).execute();
};
export const listMessagesWithBytes = (context: Context, id: string) =>
  tables(context)
    .selectFrom('partner.certification_message')
    .selectAll()
    .where('certification_id', '=', id)
    .orderBy('step')
    .orderBy('id')
    .execute();
export async function countMessages(context: Context, id: string): Promise<number> {
  const row = await tables(context)
    .selectFrom('partner.certification_message')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('certification_id', '=', id)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** The oldest run that nobody works on, for this long; time is the database's, nodes' clocks differ. */
export async function takeRun(context: Context, leaseMs: number): Promise<CertificationRow | undefined> {
  const { rows } = await sql<CertificationRow>`
    update partner.certification set leased_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    where id = (select id from partner.certification
      where state = 'running' and (leased_until is null or leased_until < clock_timestamp())
      order by started_at limit 1 for update skip locked) returning *`.execute(context.db);
  return rows[0];
}

export const findReportKey = (context: Context) =>
  tables(context).selectFrom('partner.report_key').selectAll().orderBy('made_at', 'desc').limit(1).executeTakeFirst();
export const listReportKeys = (context: Context) =>
  tables(context).selectFrom('partner.report_key').selectAll().orderBy('made_at').execute();
export const insertReportKey = (context: Context, row: ReportKeyRow) =>
  tables(context).insertInto('partner.report_key').values(row).execute();
export const lockReportKeys = (context: Context) =>
  sql`select pg_advisory_xact_lock(hashtextextended('report keys', 0))`.execute(context.db);
