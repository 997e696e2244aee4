// SQL of settings and credentials of channels.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { RowPage } from '../../runtime/database/read-page.ts';
import type { TwoPersons } from '../../runtime/two-persons.ts';
import type { ChannelSettings, SettingsChangeState } from './contract.ts';

export type SettingRow = TwoPersons<SettingsChangeState> & {
  readonly id: string;
  readonly channel: string;
  readonly settings: ChannelSettings;
  readonly reason: string;
  readonly effective_from: string;
};
export type CredentialRow = {
  readonly channel: string;
  readonly name: string;
  readonly sealed: string;
  readonly kept_by: string;
  readonly kept_at: string;
};
type Tables = { 'partner.setting': SettingRow; 'partner.credential': CredentialRow };
const tables = (context: Context) => context.db.withTables<Tables>();

export const insertSetting = (context: Context, row: SettingRow) =>
  tables(context)
    .insertInto('partner.setting')
    .values({ ...row, settings: JSON.stringify(row.settings) as unknown as ChannelSettings })
    .execute();
export const updateSetting = (
  context: Context,
  id: string,
  change: Partial<Pick<SettingRow, 'state' | 'decided_by' | 'decided_at' | 'effective_from'>>,
) => tables(context).updateTable('partner.setting').set(change).where('id', '=', id).execute();
export const lockSetting = (context: Context, id: string) =>
  tables(context).selectFrom('partner.setting').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const pageSettings = (context: Context, channel: string, page: RowPage) => {
  const rows = tables(context)
    .selectFrom('partner.setting')
    .selectAll()
    .where('channel', '=', channel)
    .orderBy('id', 'desc')
    .limit(page.limit);
  return (page.after ? rows.where('id', '<', page.after) : rows).execute();
};

/** What counts for each of these channels now. */
export async function settingsInForce(context: Context, channels: readonly string[]): Promise<SettingRow[]> {
  const { rows } = await sql<SettingRow>`
    select s.* from unnest(${channels}::text[]) as c(channel) cross join lateral (
      select * from partner.setting s
      where s.channel = c.channel and s.state = 'confirmed' and s.effective_from <= ${context.now}
      order by s.effective_from desc, s.decided_at desc limit 1) s`.execute(context.db);
  return rows;
}

export const keepCredential = (context: Context, row: CredentialRow) =>
  tables(context)
    .insertInto('partner.credential')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('name')
    .executeTakeFirst();
export const listCredentials = (context: Context, channel: string) =>
  tables(context)
    .selectFrom('partner.credential')
    .selectAll()
    .where('channel', '=', channel)
    .orderBy('name')
    .limit(200)
    .execute();
/** Those that settings in force refer to. */
export const listCredentialsOf = async (
  context: Context,
  wanted: readonly { readonly channel: string; readonly name: string }[],
): Promise<CredentialRow[]> => {
  if (wanted.length === 0) return [];
  const { rows } = await sql<CredentialRow>`
    select c.* from partner.credential c
    where (c.channel, c.name) in (select * from unnest(${wanted.map((w) => w.channel)}::text[], ${wanted.map((w) => w.name)}::text[]))`.execute(
    context.db,
  );
  return rows;
};
