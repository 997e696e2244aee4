// All SQL of schema `disposition`.
import { sql } from 'kysely';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { Context } from '../../runtime/context.ts';
import { askTogether, rowByKey } from '../../runtime/database/ask-together.ts';
import type { ControlledObject, Disposition, Instruction, Outcome } from './contract.ts';
import type { SomeRule } from './rules-in-force.ts';
import type { FoundCollision } from './find-collisions.ts';

export type Pointer = { type: string; key: string };
type Tables = {
  'disposition.case': {
    shipment_id: string;
    version: number;
    withdrawn: boolean;
    /** Of its objects as they are. */
    edition: string | null;
    words_end: string | null;
  };
  'disposition.object': { shipment_id: string; id: string; type: string; body: ControlledObject };
  'disposition.instruction': {
    id: string;
    shipment_id: string;
    body: Instruction;
    pointers: Pointer[];
    received_at: string;
    /** Of a kept word: the objects it waits for. */
    named: string[] | null;
    /** Of a word that was kept before it found its case: when it did. */
    joined_at?: string | null | undefined;
  };
  'disposition.outcome': {
    shipment_id: string;
    object_id: string;
    outcome: Outcome;
    disposition: Disposition;
    changed_at: string;
  };
};
const tables = (context: Context) => context.db.withTables<Tables>();
export const PARKED = '';

/** Held to the end of the transaction by whoever brings a case's objects, beside others; and alone by whoever parks for want of them. */
export const beforeParked = askTogether<void, void>(async (context) => {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended('disposition/parked', 0))`.execute(context.db);
  return [];
});
export const lockParked = askTogether<void, void>(async (context) => {
  await sql`select pg_advisory_xact_lock(hashtextextended('disposition/parked', 0))`.execute(context.db);
  return [];
});

type CaseRow = Tables['disposition.case'];
async function lockCases(context: Context, shipmentIds: readonly string[]): Promise<(CaseRow | undefined)[]> {
  const { rows } = await sql<CaseRow>`
    select * from disposition.case where shipment_id = any(${shipmentIds}::uuid[]) order by shipment_id for update`.execute(
    context.db,
  );
  return rowByKey(shipmentIds, rows, (row) => row.shipment_id);
}
export const lockCase = askTogether(lockCases);
/** Each case once at a time: who brings a case's objects does so in its line. */
export const upsertCase = askTogether<Omit<CaseRow, 'edition' | 'words_end'>, void>(async (context, rows) => {
  await sql`
    insert into disposition.case (shipment_id, version, withdrawn)
    select shipment_id, version, withdrawn from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(shipment_id uuid, version integer, withdrawn boolean)
    on conflict (shipment_id) do update set version = excluded.version, withdrawn = excluded.withdrawn`.execute(
    context.db,
  );
  return [];
});

type CaseObjects = { readonly shipmentId: string; readonly objects: readonly ControlledObject[] };
/** The case's objects are these and no others. */
export const replaceObjects = askTogether<CaseObjects, void>(async (context, cases) => {
  await sql`
    with given as (
      select shipment_id, objects from jsonb_to_recordset(${JSON.stringify(
        cases.map(({ shipmentId, objects }) => ({ shipment_id: shipmentId, objects })),
      )}::jsonb) as r(shipment_id uuid, objects jsonb)),
    gone as (
      delete from disposition.object o using given g
      where o.shipment_id = g.shipment_id and o.shipment_id = any(${cases.map((one) => one.shipmentId)}::uuid[])
        and not exists (select 1 from jsonb_array_elements(g.objects) n where n->>'id' = o.id))
    insert into disposition.object (shipment_id, id, type, body)
    select g.shipment_id, o->>'id', o->>'type', o from given g, jsonb_array_elements(g.objects) o
    on conflict (shipment_id, id) do update set type = excluded.type, body = excluded.body`.execute(context.db);
  return [];
});
export const listObjects = async (context: Context, shipmentId: string) =>
  (
    await tables(context)
      .selectFrom('disposition.object')
      .select('body')
      .where('shipment_id', '=', shipmentId)
      .execute()
  ).map((r) => r.body);
/** Live cases that have one of these objects, and which. */
export const casesWithObjects = askTogether<readonly string[], { shipment_id: string; id: string }[]>(
  async (context, asked) => {
    const wanted = [...new Set(asked.flat())];
    if (wanted.length === 0) return asked.map(() => []);
    const rows = await tables(context)
      .selectFrom('disposition.object as o')
      .innerJoin('disposition.case as c', 'c.shipment_id', 'o.shipment_id')
      .select(['o.shipment_id', 'o.id'])
      .where('o.id', '=', anyOf(wanted))
      .where('c.withdrawn', '=', false)
      .orderBy('o.shipment_id')
      .execute();
    return asked.map((ids) => {
      const own = new Set(ids);
      return rows.filter((row) => own.has(row.id));
    });
  },
);

/** Of each case: when each authority first said something that it did not say to take a word back. By the platform's clock. */
export async function readFirstWords(
  context: Context,
  shipmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly { readonly authority: string; readonly at: string }[]>> {
  if (shipmentIds.length === 0) return new Map();
  const { rows } = await sql<{ shipment_id: string; authority: string; at: string }>`
    select shipment_id, body ->> 'authority' as authority, min(received_at) as at from disposition.instruction
    where shipment_id = any(${shipmentIds}::text[]) and body ->> 'kind' <> 'withdraw' group by 1, 2 order by 1, 2`.execute(
    context.db,
  );
  return Map.groupBy(rows, (row) => row.shipment_id);
}
export type InstructionRow = Tables['disposition.instruction'];
/** False when this very instruction is known for the case already. */
export const insertInstruction = askTogether<InstructionRow, boolean>(async (context, given) => {
  const { rows } = await sql<{ id: string; shipment_id: string }>`
    insert into disposition.instruction (id, shipment_id, body, pointers, received_at, named, joined_at)
    select id, shipment_id, body, pointers, received_at, named, joined_at from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as r(id text, shipment_id text, body jsonb, pointers jsonb, received_at timestamptz, named text[], joined_at timestamptz)
    on conflict do nothing returning id, shipment_id`.execute(context.db);
  return given.map((row) => rows.some((done) => done.id === row.id && done.shipment_id === row.shipment_id));
});
export const listInstructions = async (context: Context, shipmentId: string) =>
  (
    await tables(context)
      .selectFrom('disposition.instruction')
      .select('body')
      .where('shipment_id', '=', shipmentId)
      .orderBy('received_at')
      .execute()
  ).map((r) => r.body);
/** Words kept for any of these objects, and those the version before has parked without naming any. */
export const listKept = askTogether<readonly string[], InstructionRow[]>(async (context, asked) => {
  const { rows } = await sql<InstructionRow>`
    select * from disposition.instruction where shipment_id = '' and named && ${[...new Set(asked.flat())]}::text[]
    union all
    select * from disposition.instruction where shipment_id = '' and named is null
    order by received_at, id`.execute(context.db);
  return asked.map((ids) => rows.filter((row) => row.named === null || row.named.some((id) => ids.includes(id))));
});
/** Newest first; the key is the instant it came, in milliseconds, with its id. */
export async function pageParked(
  context: Context,
  filter: {
    readonly authority: string;
    readonly after?: { readonly receivedAt: string; readonly id: string };
    readonly limit: number;
  },
): Promise<InstructionRow[]> {
  const { authority, after } = filter;
  let rows = tables(context)
    .selectFrom('disposition.instruction')
    .selectAll()
    .where('shipment_id', '=', PARKED)
    .where(sql<boolean>`body ->> 'authority' = ${authority}`)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (after) rows = rows.where(sql<boolean>`(received_at, id) < (${after.receivedAt}::timestamptz, ${after.id})`);
  return rows.execute();
}
/** It waits for these objects from now on; for none: it has found all. */
export const keepFor = (context: Context, id: string, named: readonly string[]) =>
  named.length === 0
    ? tables(context)
        .deleteFrom('disposition.instruction')
        .where('id', '=', id)
        .where('shipment_id', '=', PARKED)
        .execute()
    : tables(context)
        .updateTable('disposition.instruction')
        .set({ named: [...named] })
        .where('id', '=', id)
        .where('shipment_id', '=', PARKED)
        .execute();

export type OpenCollision = Pick<FoundCollision, 'id' | 'instructionIds'>;
export type CaseState = {
  readonly objects: readonly ControlledObject[];
  readonly instructions: readonly Instruction[];
  /** Its open collisions, and the two words of each. */
  readonly open: readonly OpenCollision[];
  /** Changes of the rules that the port office has approved. */
  readonly approved: readonly SomeRule[];
};
/** What of a case need not be sent. */
type Ask = {
  readonly shipmentId: string;
  /** The objects are known as they were of this edition. */
  readonly edition?: string;
  /** There are many, and few of them are concerned: `readOutcomesOf`. */
  readonly withoutOutcomes?: boolean;
};
type ReadState = Omit<CaseState, 'objects'> & {
  readonly id: string;
  readonly edition: string | null;
  /** Null where they are of the edition that is known. */
  readonly objects: readonly ControlledObject[] | null;
  readonly outcomes: readonly Disposition[] | null;
};
/** Everything a case is decided from, in one statement. */
async function readStates(context: Context, asked: readonly Ask[]): Promise<(ReadState | undefined)[]> {
  const wanted = [...new Map(asked.map((one) => [one.shipmentId, one])).values()];
  const { rows } = await sql<ReadState>`
    select w.id, c.edition,
           case when c.edition = w.edition then null else
             (select coalesce(json_agg(body), '[]') from disposition.object where shipment_id = w.id::uuid) end as objects,
           (select coalesce(json_agg(body order by received_at), '[]')
            from disposition.instruction where shipment_id = w.id) as instructions,
           case when w.without then null else
             (select coalesce(json_agg(disposition), '[]') from disposition.outcome where shipment_id = w.id::uuid) end as outcomes,
           (select coalesce(json_agg(json_build_object('id', id, 'instructionIds', body -> 'instructionIds')), '[]') from disposition.collision
            where shipment_id = w.id::uuid and state = 'open') as open,
           (select coalesce(json_agg(body), '[]') from disposition.rule_change where state = 'approved') as approved
    from unnest(${wanted.map((one) => one.shipmentId)}::text[], ${wanted.map((one) => one.edition ?? null)}::uuid[],
                ${wanted.map((one) => one.withoutOutcomes ?? false)}::boolean[]) as w(id, edition, without)
    left join disposition.case c on c.shipment_id = w.id::uuid`.execute(context.db);
  return rowByKey(
    asked.map((one) => one.shipmentId),
    rows,
    (row) => row.id,
  );
}
const nothing = { objects: [], outcomes: [], instructions: [], open: [], approved: [] };
export const readCase = askTogether(
  async (context: Context, ids: readonly string[]): Promise<(CaseState & { outcomes: readonly Disposition[] })[]> => {
    const states = await readStates(
      context,
      ids.map((shipmentId) => ({ shipmentId })),
    );
    return states.map((state) =>
      state ? { ...state, objects: state.objects ?? [], outcomes: state.outcomes ?? [] } : nothing,
    );
  },
);

export type TakenCase = Omit<ReadState, 'id'> & {
  readonly withdrawn: boolean;
  /** When the next of its words ends, as was noted when it was last decided. */
  readonly wordsEnd: string | null;
};
/** The case locked for this transaction, with what it is decided from; undefined where nothing is registered. One message, two statements. */
export const takeCase = askTogether<Ask, TakenCase | undefined>(async (context, asked) => {
  const [rows, states] = await Promise.all([
    lockCases(
      context,
      asked.map((one) => one.shipmentId),
    ),
    readStates(context, asked),
  ]);
  return states.map((state, i) => {
    const row = rows[i];
    if (!row || !state) return undefined;
    return { ...state, withdrawn: row.withdrawn, wordsEnd: row.words_end && instantOf(row.words_end) };
  });
});
export const instantOf = (at: string): string => new Date(at).toISOString();
export const noteWordsEnd = askTogether<{ readonly shipmentId: string; readonly at: string | null }, void>(
  async (context, rows) => {
    await sql`
      update disposition.case c set words_end = r.at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("shipmentId" uuid, at timestamptz)
      where c.shipment_id = r."shipmentId"`.execute(context.db);
    return [];
  },
);
/** Cases of which a word has come to its end since they were decided. */
export const listEnded = async (context: Context, limit: number): Promise<string[]> =>
  (
    await tables(context)
      .selectFrom('disposition.case')
      .select('shipment_id')
      .where('words_end', '<=', context.now)
      .where('withdrawn', '=', false)
      .orderBy('words_end')
      .limit(limit)
      .execute()
  ).map((row) => row.shipment_id);

type SomeOutcomes = { readonly shipmentId: string; readonly objectIds: readonly string[] };
export const readOutcomesOf = askTogether<SomeOutcomes, readonly Disposition[]>(async (context, asked) => {
  const { rows } = await sql<{ shipment_id: string; disposition: Disposition }>`
    select o.shipment_id, o.disposition
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as r("shipmentId" uuid, "objectIds" jsonb),
         jsonb_array_elements_text(r."objectIds") as wanted(id)
    join disposition.outcome o on o.object_id = wanted.id
    where o.shipment_id = r."shipmentId"`.execute(context.db);
  const byCase = Map.groupBy(rows, (row) => row.shipment_id);
  return asked.map(({ shipmentId }) => (byCase.get(shipmentId) ?? []).map((row) => row.disposition));
});
/** The outcome of every object of the case, in no order. */
export async function countOutcomes(context: Context, shipmentId: string): Promise<Outcome[]> {
  const { rows } = await sql<{ outcome: Outcome; objects: number }>`
    select outcome, count(*)::int as objects from disposition.outcome where shipment_id = ${shipmentId} group by outcome`.execute(
    context.db,
  );
  return rows.flatMap(({ outcome, objects }) => Array.from({ length: objects }, () => outcome));
}
export const listOutcomes = (context: Context, shipmentId: string) =>
  tables(context).selectFrom('disposition.outcome').selectAll().where('shipment_id', '=', shipmentId).execute();
type CaseOutcomes = {
  readonly shipmentId: string;
  readonly dispositions: readonly Disposition[];
  /** Objects the case no longer has. */
  readonly gone: readonly string[];
};
/** Those that are new or changed; what is as it was is not written again. */
export const saveOutcomes = askTogether<CaseOutcomes, void>(async (context, cases) => {
  await sql`
    with given as (
      select shipment_id, outcomes, gone from jsonb_to_recordset(${JSON.stringify(
        cases.map(({ shipmentId, dispositions, gone }) => ({ shipment_id: shipmentId, outcomes: dispositions, gone })),
      )}::jsonb) as r(shipment_id uuid, outcomes jsonb, gone text[])),
    gone as (
      delete from disposition.outcome o using given g
      where o.shipment_id = g.shipment_id and o.shipment_id = any(${cases.map((one) => one.shipmentId)}::uuid[]) and o.object_id = any(g.gone))
    insert into disposition.outcome (shipment_id, object_id, outcome, disposition, changed_at)
    select g.shipment_id, d->>'objectId', d->>'outcome', d, ${context.now} from given g, jsonb_array_elements(g.outcomes) d
    on conflict (shipment_id, object_id) do update
      set outcome = excluded.outcome, disposition = excluded.disposition, changed_at = excluded.changed_at`.execute(
    context.db,
  );
  return [];
});
