// SQL of schema `shipment` about what an authority has taken, and applications to change it (修撤单).
import { sql } from 'kysely';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import { askTogether } from '../../runtime/database/ask-together.ts';
import type { ChangeKind, ChangeState, Form } from './contract.ts';

export type ChangeRow = {
  id: string;
  shipment_id: string;
  number: string;
  kind: ChangeKind;
  version: number;
  form: Form | null;
  digest: string | null;
  reason: string;
  channels: string[];
  agreed: string[];
  state: ChangeState;
  decision: Bilingual | null;
  applied_at: string;
  applied_by: string;
  filer_id: string;
  decided_at: string | null;
  /** Since when the applicant asks for it back. */
  retracted_at: string | null;
};
type TakenRow = { shipment_id: string; channel: string; taken: boolean; at: string };
type Tables = { 'shipment.change_application': ChangeRow; 'shipment.taken': TakenRow };
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;

/** A later word of the partner wins, in whichever order they come. */
export const noteTaken = askTogether<TakenRow, void>(async (context, given) => {
  // One row of each, the latest: a statement cannot write one row twice.
  const latest = new Map<string, TakenRow>();
  for (const row of given) {
    const key = `${row.shipment_id} ${row.channel}`;
    const known = latest.get(key);
    if (!known || known.at <= row.at) latest.set(key, row);
  }
  await sql`
    insert into shipment.taken (shipment_id, channel, taken, at)
    select shipment_id, channel, taken, at from jsonb_to_recordset(${JSON.stringify([...latest.values()])}::jsonb)
      as r(shipment_id uuid, channel text, taken boolean, at timestamptz)
    on conflict (shipment_id, channel) do update set taken = excluded.taken, at = excluded.at
      where shipment.taken.at <= excluded.at`.execute(context.db);
  return [];
});
export const takenBy = async (context: Context, shipmentId: string): Promise<string[]> =>
  (
    await tables(context)
      .selectFrom('shipment.taken')
      .select('channel')
      .where('shipment_id', '=', shipmentId)
      .where('taken', '=', true)
      .execute()
  ).map((row) => row.channel);

export const insertChange = (context: Context, row: ChangeRow) =>
  tables(context)
    .insertInto('shipment.change_application')
    .values({ ...row, form: row.form && json(row.form), decision: row.decision && json(row.decision) })
    .execute();
export const listChanges = (context: Context, shipmentId: string): Promise<ChangeRow[]> =>
  tables(context)
    .selectFrom('shipment.change_application')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .orderBy('applied_at')
    .limit(200)
    .execute();
export const findOpenChange = (context: Context, shipmentId: string): Promise<ChangeRow | undefined> =>
  tables(context)
    .selectFrom('shipment.change_application')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .where('state', '=', 'applied')
    .executeTakeFirst();
export const findChange = (context: Context, id: string): Promise<ChangeRow | undefined> =>
  tables(context).selectFrom('shipment.change_application').selectAll().where('id', '=', id).executeTakeFirst();
export const updateChange = (
  context: Context,
  id: string,
  change: Partial<Pick<ChangeRow, 'state' | 'agreed' | 'decided_at' | 'decision' | 'retracted_at'>>,
) => {
  const { decision, ...plain } = change;
  return tables(context)
    .updateTable('shipment.change_application')
    .set({ ...plain, ...(decision ? { decision: json(decision) } : {}) })
    .where('id', '=', id)
    .execute();
};
