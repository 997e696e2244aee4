// Seals anew what lies sealed under another key than the one in use, a few rows in one transaction (decision 0051). Each row is changed only
// while it is what was read, so that it may be cut at any point, run twice and beside everything else.
import { type Kysely, sql } from 'kysely';
import { isSealedUnder, SealedUnderAnother, type Sealing, seal, sealKeyId, unseal } from './seal.ts';

/** Where something sealed lies: a column of text (or of JSON that holds one text). */
export type SealedColumn = {
  readonly table: string;
  /** Its primary key. */
  readonly key: readonly string[];
  readonly column: string;
  readonly json?: boolean;
  /** Texts that are not sealed lie in it too. */
  readonly mixed?: boolean;
  /** From the primary key, and from what stands before the sealed part. */
  labelOf(row: Readonly<Record<string, string>>, head: string): string;
};
export type Batch = {
  readonly resealed: number;
  /** Rows that no given key opens, with why. */
  readonly stuck: readonly string[];
  /** The last row looked at; absent at the end. */
  readonly last?: readonly string[];
};

/** References of a key store: `software:…`, perhaps with an id before it. */
const HEAD = /^(?:\S+ )?software:/;

export async function resealBatch(
  db: Kysely<unknown>,
  sealing: Sealing,
  at: SealedColumn,
  { after, limit }: { readonly after?: readonly string[] | undefined; readonly limit: number },
): Promise<Batch> {
  const table = sql.table(at.table);
  const keys = sql.join(at.key.map((name) => sql.ref(name)));
  const text = at.json ? sql`${sql.ref(at.column)} #>> '{}'` : sql.ref(at.column);
  const shown = sql.join(at.key.map((name) => sql`${sql.ref(name)}::text as ${sql.ref(name)}`));
  const from = after ? sql`and (${keys}) > (${sql.join([...after])})` : sql``;
  const { rows } = await sql<Record<string, string>>`
    select ${shown}, ${text} as "sealed text" from ${table}
    where ${sql.ref(at.column)} is not null and position(${`${sealKeyId(sealing.sealKey)}.`} in ${text}) = 0
      and left(${text}, 1) not in ('{', '[') ${from}
    order by ${keys} limit ${limit}`.execute(db);
  let resealed = 0;
  const stuck: string[] = [];
  for (const row of rows) {
    const before = row['sealed text'] ?? '';
    try {
      const next = resealText(sealing, at, row, before);
      const value = at.json ? sql`to_jsonb(${next}::text)` : sql`${next}`;
      const same = at.key.map((name) => sql`${sql.ref(name)}::text = ${row[name]}`);
      const { numAffectedRows = 0n } = await sql`
        update ${table} set ${sql.ref(at.column)} = ${value}
        where ${sql.join(same, sql` and `)} and ${text} = ${before}`.execute(db);
      resealed += Number(numAffectedRows);
    } catch (error) {
      if (!(error instanceof SealedUnderAnother)) throw error;
      if (!at.mixed) stuck.push(`${at.table} ${at.key.map((name) => row[name]).join(' ')}: ${error.message}`);
    }
  }
  const end = rows.at(-1);
  return { resealed, stuck, ...(rows.length === limit && end ? { last: at.key.map((name) => end[name] ?? '') } : {}) };
}

/** The same words under the key in use. */
function resealText(sealing: Sealing, at: SealedColumn, row: Readonly<Record<string, string>>, text: string): string {
  const head = HEAD.exec(text)?.[0] ?? '';
  const sealed = text.slice(head.length);
  if (isSealedUnder(sealing.sealKey, sealed)) return text;
  const label = at.labelOf(row, head);
  return head + seal(sealing, label, unseal(sealing, label, sealed));
}
