// All SQL of schema `draw`, but for the population (`store-population.ts`).
import { sql } from 'kysely';
import type { DrawnTarget, DrawRule } from '../../kernel/draw-proof.ts';
import type { Lot } from '../../kernel/draw-stream.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { Context } from '../../runtime/context.ts';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { Replacement } from './contract.ts';

export type Population = {
  readonly digest: string;
  readonly targets: readonly Lot[];
  readonly officers: readonly Lot[];
};
export type Outcome = {
  readonly secret: string;
  readonly seed: string;
  readonly passedOver: readonly string[];
  readonly drawn: readonly DrawnTarget[];
};
export type DrawRow = {
  id: string;
  number: string;
  authority: AuthorityId;
  party: string;
  rule: DrawRule;
  demonstration: boolean;
  opened_at: string;
  commitment: string | null;
  sealed_secret: string | null;
  committed_at: string | null;
  committed_receipt: string | null;
  population: Population | null;
  frozen_at: string | null;
  frozen_receipt: string | null;
  outcome: Outcome | null;
  revealed_at: string | null;
  revealed_receipt: string | null;
};
export type ContributionRow = {
  draw_id: string;
  authority: AuthorityId;
  nonce: string;
  at: string;
  receipt: string;
};
export type TargetRow = {
  draw_id: string;
  commitment: string;
  shipment_id: string;
  shipment_number: string;
  /** Null where the case is drawn. */
  object_id: string | null;
  salt: string;
  instruction_number: string | null;
};
export type OfficerRow = {
  draw_id: string;
  commitment: string;
  authority: AuthorityId;
  officer_id: string;
  name: string;
  salt: string;
};
export type ReplacementRow = {
  draw_id: string;
  target: string;
  officer: string;
  authority: AuthorityId;
  kind: Replacement;
  reason: string;
  at: string;
  by_name: string;
  receipt: string | null;
};
const tables = (context: Context) =>
  context.db.withTables<{
    'draw.draw': DrawRow;
    'draw.contribution': ContributionRow;
    'draw.target': TargetRow;
    'draw.officer': OfficerRow;
    'draw.replacement': ReplacementRow;
  }>();
/** A case of 1,000 boxes in twenty draws. */
const MOST_OWN = 20_000;
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;

export async function nextNumber(context: Context, day: string): Promise<string> {
  const { rows } = await sql<{ n: number }>`select nextval('draw.number_sequence') as n`.execute(context.db);
  return `SJ${day.replaceAll('-', '')}${String(rows[0]?.n ?? 0).padStart(4, '0')}`;
}
export const insertDraw = (
  context: Context,
  row: Pick<DrawRow, 'id' | 'number' | 'authority' | 'party' | 'rule' | 'demonstration' | 'opened_at'>,
) =>
  tables(context)
    .insertInto('draw.draw')
    .values({ ...row, rule: json(row.rule) } as DrawRow)
    .execute();
export const lockDraw = (context: Context, id: string) =>
  tables(context).selectFrom('draw.draw').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const findDraw = (context: Context, id: string) =>
  tables(context).selectFrom('draw.draw').selectAll().where('id', '=', id).executeTakeFirst();
export const findByNumber = (context: Context, number: string) =>
  tables(context).selectFrom('draw.draw').selectAll().where('number', '=', number).executeTakeFirst();
export const updateDraw = (
  context: Context,
  id: string,
  { population, outcome, ...change }: Partial<Omit<DrawRow, 'id'>>,
) =>
  tables(context)
    .updateTable('draw.draw')
    .set({
      ...change,
      ...(population ? { population: json(population) } : {}),
      ...(outcome ? { outcome: json(outcome) } : {}),
    })
    .where('id', '=', id)
    .execute();

/** Without the lists of what was drawn from: a page of draws would carry thousands of them. */
export type DrawLine = Omit<DrawRow, 'population' | 'outcome' | 'sealed_secret'> & {
  targets: number;
  officers: number;
  drawn: number;
  contributed: AuthorityId[];
  last_contributed_at: string | null;
};
const line = sql`
  d.id, d.number, d.authority, d.party, d.rule, d.demonstration, d.opened_at, d.commitment, d.committed_at, d.committed_receipt,
  d.frozen_at, d.frozen_receipt, d.revealed_at, d.revealed_receipt,
  coalesce(jsonb_array_length(d.population -> 'targets'), 0) as targets,
  coalesce(jsonb_array_length(d.population -> 'officers'), 0) as officers,
  coalesce(jsonb_array_length(d.outcome -> 'drawn'), 0) as drawn,
  array(select c.authority from draw.contribution c where c.draw_id = d.id order by c.authority) as contributed,
  (select max(c.at) from draw.contribution c where c.draw_id = d.id) as last_contributed_at`;
export async function pageDraws(
  context: Context,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<DrawLine[]> {
  const { rows } = await sql<DrawLine>`
    select ${line} from draw.draw d where ${after ? sql`d.id < ${after}` : sql`true`} order by d.id desc limit ${limit}`.execute(
    context.db,
  );
  return rows;
}
export async function findLine(context: Context, id: string): Promise<DrawLine | undefined> {
  const { rows } = await sql<DrawLine>`select ${line} from draw.draw d where d.id = ${id}`.execute(context.db);
  return rows[0];
}

export const listContributions = (context: Context, drawId: string) =>
  tables(context)
    .selectFrom('draw.contribution')
    .selectAll()
    .where('draw_id', '=', drawId)
    .orderBy('authority')
    .execute();
export const insertContribution = (context: Context, row: ContributionRow) =>
  tables(context).insertInto('draw.contribution').values(row).execute();

export async function insertPopulation(
  context: Context,
  targets: readonly TargetRow[],
  officers: readonly OfficerRow[],
): Promise<void> {
  await sql`
    insert into draw.target (draw_id, commitment, shipment_id, shipment_number, object_id, salt)
    select draw_id, commitment, shipment_id, shipment_number, object_id, salt
    from jsonb_to_recordset(${JSON.stringify(targets)}::jsonb)
      as t (draw_id uuid, commitment text, shipment_id uuid, shipment_number text, object_id text, salt text)`.execute(
    context.db,
  );
  if (officers.length > 0)
    await tables(context)
      .insertInto('draw.officer')
      .values([...officers])
      .execute();
}
export const listTargets = (context: Context, drawId: string, commitments: readonly string[]) =>
  commitments.length === 0
    ? Promise.resolve([])
    : tables(context)
        .selectFrom('draw.target')
        .selectAll()
        .where('draw_id', '=', drawId)
        .where('commitment', '=', anyOf(commitments))
        .execute();
export const orderTarget = (context: Context, drawId: string, commitment: string, number: string) =>
  tables(context)
    .updateTable('draw.target')
    .set({ instruction_number: number })
    .where('draw_id', '=', drawId)
    .where('commitment', '=', commitment)
    .execute();
export const listOfficers = (context: Context, drawId: string) =>
  tables(context).selectFrom('draw.officer').selectAll().where('draw_id', '=', drawId).execute();

/** Draws that a case was in, newest first, with whether it was drawn; of its objects those that were drawn come first. */
export async function listOwnTargets(
  context: Context,
  shipmentId: string,
): Promise<(TargetRow & { number: string })[]> {
  const { rows } = await sql<TargetRow & { number: string }>`
    select t.*, d.number from draw.target t join draw.draw d on d.id = t.draw_id
    where t.shipment_id = ${shipmentId}
    order by d.id desc, t.instruction_number is null, t.object_id limit ${MOST_OWN}`.execute(context.db);
  return rows;
}

/** False where he was replaced for it already. */
export async function insertReplacement(context: Context, row: ReplacementRow): Promise<boolean> {
  const done = await tables(context)
    .insertInto('draw.replacement')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
export const listReplacements = (context: Context, drawId: string) =>
  tables(context).selectFrom('draw.replacement').selectAll().where('draw_id', '=', drawId).orderBy('at').execute();
export const publishReplacement = (
  context: Context,
  { drawId, target, officer }: { readonly drawId: string; readonly target: string; readonly officer: string },
  receipt: string,
) =>
  tables(context)
    .updateTable('draw.replacement')
    .set({ receipt })
    .where('draw_id', '=', drawId)
    .where('target', '=', target)
    .where('officer', '=', officer)
    .execute();
