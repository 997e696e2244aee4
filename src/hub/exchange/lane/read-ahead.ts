// What a lane will send next, read by hundreds before it is its turn: a document whose turn has come is then at hand, and reading costs a
// statement for hundreds and not for each (R10). What is kept is bounded in number, bytes and age.
import type { DocumentToSend } from '../../documents/index.ts';
import type { Entry } from './lane.ts';

/** As many wait in memory at most, of as many bytes together (one that is greater than that waits alone). */
const MOST = 512;
const MOST_BYTES = 2 * 1024 * 1024;
/** Older than this it is read again: what has been erased since does not go. */
const FRESH_MS = 2000;

export type ReadAheadOptions = {
  /** Those that are there, in order, while they come to no more than `mostBytes`. */
  readonly read: (ids: readonly string[], mostBytes: number) => Promise<ReadonlyMap<string, DocumentToSend>>;
  readonly documentOf: (entry: Entry) => string | undefined;
  readonly steady: () => number;
};
type Kept = { readonly at: number; readonly document: DocumentToSend };

export function createReadAhead({ read, documentOf, steady }: ReadAheadOptions) {
  const kept = new Map<string, Kept>();
  let reading: Promise<void> | undefined;

  async function readSome(ids: readonly string[]): Promise<void> {
    const at = steady();
    for (const [id, one] of kept) if (at - one.at > FRESH_MS) kept.delete(id);
    const held = [...kept.values()].reduce((sum, { document }) => sum + document.bytes.length, 0);
    if (held >= MOST_BYTES) return;
    for (const [id, document] of await read(ids, MOST_BYTES - held)) kept.set(id, { at, document });
  }

  return {
    /** Reads on while what is at hand lasts; a failure shows when a document is taken. */
    ahead(window: readonly Entry[]): void {
      if (reading || window.length === 0 || kept.size > MOST / 2) return;
      const next: string[] = [];
      for (const entry of window) {
        if (kept.size + next.length >= MOST) break;
        const id = documentOf(entry);
        if (id !== undefined && !kept.has(id)) next.push(id);
      }
      if (next.length === 0) return;
      reading = readSome(next)
        .catch(() => undefined)
        .finally(() => (reading = undefined));
    },
    /** Those that are there, whatever they come to; each is handed over once. */
    async take(ids: readonly string[]): Promise<ReadonlyMap<string, DocumentToSend>> {
      const isMissing = (id: string) => steady() - (kept.get(id)?.at ?? Number.NEGATIVE_INFINITY) > FRESH_MS;
      if (reading && ids.some(isMissing)) await reading;
      const missing = new Set(ids.filter(isMissing));
      const found = new Map(missing.size > 0 ? await read([...missing], Number.MAX_SAFE_INTEGER) : []);
      for (const id of ids) {
        const one = kept.get(id);
        if (one && !missing.has(id)) found.set(id, one.document);
        kept.delete(id);
      }
      return found;
    },
    clear: () => kept.clear(),
  };
}
