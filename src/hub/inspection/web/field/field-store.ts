// What an officer has on his phone (M4): sheets he took along, what he entered, photos. In IndexedDB, so that a killed tab loses nothing; every
// row is under the person and the organisation he acts for, and goes when he signs out (`forget-field.ts`).
import type { FieldSheet, RecordedFindings, RecordResult } from '../../contract.ts';
import type { ApiProblem } from '../../../../web/api.ts';

export type Who = {
  readonly personId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly organisation: { readonly zh: string; readonly en: string };
  readonly authority: string;
};
/** `open`: being entered; `waiting`: recorded here, not yet with the server; `sent`; `refused`: the server said why not. */
export type EntryState = 'open' | 'waiting' | 'sent' | 'refused';
export type Told = Pick<ApiProblem, 'code' | 'text' | 'remedy' | 'findings'>;
export type Entry = {
  readonly key: string;
  readonly taskId: string;
  readonly state: EntryState;
  readonly record: RecordedFindings;
  /** The sheet it was entered by: what has changed since is told by it. */
  readonly seen: FieldSheet;
  readonly changedAt: string;
  /** What goes up, as often as it takes, under one key: it has one effect. */
  readonly submission?: { readonly key: string; readonly body: RecordResult };
  readonly told?: Told;
};
export type Photo = {
  readonly key: string;
  readonly digest: string;
  readonly bytes: ArrayBuffer;
  /** A small picture as data, because our policy lets pages show no blobs. */
  readonly thumb: string;
  readonly sendKey: string;
  readonly sent: boolean;
};
type Rows = { who: Who & { key: string }; sheets: FieldSheet & { key: string }; entries: Entry; photos: Photo };
type StoreName = keyof Rows;
const DATABASE = 'portico-field';
const stores: readonly StoreName[] = ['who', 'sheets', 'entries', 'photos'];

export const keyOf = (who: Pick<Who, 'personId' | 'organisationId'>, taskId = ''): string =>
  `${who.personId} ${who.organisationId} ${taskId}`;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => {
      for (const name of stores) opening.result.createObjectStore(name, { keyPath: 'key' });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('IndexedDB'));
  });
}
async function within<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(name, mode, { durability: 'strict' });
      const asked = act(transaction.objectStore(name));
      // What was written counts when it is on the disk, not when it was asked for.
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
      asked.onerror = () => reject(asked.error ?? new Error('IndexedDB'));
    });
  } finally {
    database.close();
  }
}
/** Keys that begin so. */
const under = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

export const read = <N extends StoreName>(name: N, key: string): Promise<Rows[N] | undefined> =>
  within<Rows[N] | undefined>(name, 'readonly', (store) => store.get(key));
export const list = <N extends StoreName>(name: N, prefix: string): Promise<Rows[N][]> =>
  within<Rows[N][]>(name, 'readonly', (store) => store.getAll(under(prefix)));
export const put = <N extends StoreName>(name: N, row: Rows[N]): Promise<unknown> =>
  within(name, 'readwrite', (store) => store.put(row));
export const remove = (name: StoreName, prefix: string): Promise<unknown> =>
  within(name, 'readwrite', (store) => store.delete(under(prefix)));
export const countUnder = (name: StoreName, prefix: string): Promise<number> =>
  within(name, 'readonly', (store) => store.count(under(prefix)));

/** Everything of one task: what was entered, its photos, its sheet. */
export async function dropTask(key: string): Promise<void> {
  for (const name of ['photos', 'entries', 'sheets'] as const) await remove(name, key);
}
