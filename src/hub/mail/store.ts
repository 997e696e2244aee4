// All SQL of schema `mail`.
import { sql } from 'kysely';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import type { EventFilter } from '../notices/contract.ts';
import type { Rhythm } from './contract.ts';

export type AddressRow = {
  person_id: string;
  address: string;
  rhythm: Rhythm;
  filters: readonly EventFilter[] | null;
  state: 'pending' | 'confirmed' | 'disabled';
  nonce: string;
  confirmed_at: string | null;
  disabled_because: Bilingual | null;
  last_sent_at: string | null;
  updated_at: string;
};
export type LetterState = 'queued' | 'sending' | 'delivered' | 'failed' | 'withheld';
export type LetterRow = {
  id: string;
  person_id: string;
  kind: 'confirmation' | 'notice' | 'account';
  slot: string;
  positions: number[];
  state: LetterState;
  attempts: number;
  next_attempt_at: string;
  claimed_until: string | null;
  created_at: string;
  ended_at: string | null;
  last_detail: string | null;
  /** Address and words of a letter about an account, until it is gone. */
  sealed: string | null;
};
type Tables = { 'mail.address': AddressRow; 'mail.letter': LetterRow };
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => (value === null ? null : JSON.stringify(value)) as unknown as T;

export const findAddress = (context: Context, personId: string) =>
  tables(context).selectFrom('mail.address').selectAll().where('person_id', '=', personId).executeTakeFirst();
export const lockAddress = (context: Context, personId: string) =>
  tables(context)
    .selectFrom('mail.address')
    .selectAll()
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
export async function saveAddress(context: Context, row: AddressRow): Promise<void> {
  const stored = { ...row, filters: json(row.filters), disabled_because: json(row.disabled_because) };
  const { person_id: _key, ...change } = stored;
  await tables(context)
    .insertInto('mail.address')
    .values(stored)
    .onConflict((c) => c.column('person_id').doUpdateSet(change))
    .execute();
}
export const updateAddress = (
  context: Context,
  personId: string,
  change: Partial<Pick<AddressRow, 'state' | 'confirmed_at' | 'last_sent_at' | 'disabled_because'>>,
) =>
  tables(context)
    .updateTable('mail.address')
    .set({
      ...change,
      ...(change.disabled_because ? { disabled_because: json(change.disabled_because) } : {}),
      updated_at: context.now,
    })
    .where('person_id', '=', personId)
    .execute();
/** With every notice; confirmations hold no address and are kept for their count. */
export async function removeAddress(context: Context, personId: string): Promise<void> {
  await tables(context).deleteFrom('mail.address').where('person_id', '=', personId).execute();
  await tables(context)
    .deleteFrom('mail.letter')
    .where('person_id', '=', personId)
    .where('kind', '=', 'notice')
    .execute();
}
export const listConfirmed = (context: Context, personIds: readonly string[]): Promise<AddressRow[]> =>
  personIds.length === 0
    ? Promise.resolve([])
    : tables(context)
        .selectFrom('mail.address')
        .selectAll()
        .where('state', '=', 'confirmed')
        .where('person_id', '=', anyOf(personIds))
        .execute();
export async function countConfirmations(context: Context, since: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from mail.letter
    where person_id = ${context.actor.id} and kind = 'confirmation' and created_at > ${since}`.execute(context.db);
  return rows[0]?.n ?? 0;
}

export type NewLetter = Pick<LetterRow, 'id' | 'person_id' | 'kind' | 'slot' | 'positions'> & { due_at: string };
/** A letter that gathers takes the events of a later portion too, unless its sending has begun: those then get one of their own. */
export async function queueLetters(context: Context, letters: readonly NewLetter[]): Promise<void> {
  const rows = await insertOrGather(context, letters);
  const placed = new Set(rows.map((row) => `${row.person_id} ${row.slot}`));
  const late = letters.filter((letter) => !placed.has(`${letter.person_id} ${letter.slot}`));
  if (late.length > 0)
    await insertOrGather(
      context,
      late.map((letter) => ({ ...letter, slot: `${letter.slot} ${letter.positions[0]}` })),
    );
}
async function insertOrGather(context: Context, letters: readonly NewLetter[]) {
  if (letters.length === 0) return [];
  const { rows } = await sql<{ person_id: string; slot: string }>`
    insert into mail.letter as l (id, person_id, kind, slot, positions, state, next_attempt_at, created_at)
    select id, person_id, kind, slot, positions, 'queued', due_at, ${context.now}
    from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb)
      as r(id uuid, person_id uuid, kind text, slot text, positions bigint[], due_at timestamptz)
    on conflict (person_id, slot) do update set positions = l.positions || excluded.positions
      where l.state = 'queued' and l.attempts = 0
    returning l.person_id, l.slot`.execute(context.db);
  return rows;
}

export async function insertAccountLetter(
  context: Context,
  row: Pick<LetterRow, 'id' | 'person_id' | 'slot'> & { sealed: string },
): Promise<void> {
  await sql`
    insert into mail.letter (id, person_id, kind, slot, positions, state, next_attempt_at, created_at, sealed)
    values (${row.id}, ${row.person_id}, 'account', ${row.slot}, '{}', 'queued', ${context.now}, ${context.now}, ${row.sealed})`.execute(
    context.db,
  );
}

/** Claims due letters for a while; one that is not ended by then is anybody's again. */
export async function claimLetters(context: Context, claim: { limit: number; leaseMs: number }): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    update mail.letter set state = 'sending',
      claimed_until = ${context.now}::timestamptz + ${claim.leaseMs} * interval '1 millisecond'
    where id in (
      select id from mail.letter
      where state in ('queued', 'sending') and next_attempt_at <= ${context.now}
        and (state = 'queued' or claimed_until < ${context.now})
      order by next_attempt_at limit ${claim.limit} for update skip locked)
    returning *`.execute(context.db);
  return rows.map((row) => ({ ...row, positions: row.positions.map(Number) }));
}
/** False when the claim had run out and another has dealt with the letter meanwhile. */
export async function endLetter(
  context: Context,
  letter: LetterRow,
  end: { state: LetterState; attempts: number; detail: string; nextAttemptAt?: string },
): Promise<boolean> {
  const done = await tables(context)
    .updateTable('mail.letter')
    .set({
      state: end.state,
      attempts: end.attempts,
      last_detail: end.detail,
      claimed_until: null,
      ...(end.nextAttemptAt ? { next_attempt_at: end.nextAttemptAt } : { ended_at: context.now, sealed: null }),
    })
    .where('id', '=', letter.id)
    .where('state', '=', 'sending')
    .where('attempts', '=', letter.attempts)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
/** A small step, so that nothing waits for it. */
export async function removeEndedBefore(context: Context, instant: string, most: number): Promise<void> {
  await sql`
    delete from mail.letter where id in (
      select id from mail.letter where ended_at < ${instant} order by ended_at limit ${most})`.execute(context.db);
}
