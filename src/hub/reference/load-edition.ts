// Loads one edition of one list: a second load of the same changes nothing, a corrected one of the same day takes the
// first one's place, a later one ends it, an earlier one is refused because it would rewrite what was already in force.
import { contentDigest } from '../../kernel/digest.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import type { ReferenceEvents } from './contract.ts';
import { pinyinInitials } from './pinyin-initials.ts';
import { addEdition, latestEdition, lockEditions, type NewEdition, undoEdition } from './store.ts';

const emit = emitter<ReferenceEvents>();

export type Loaded =
  | { readonly outcome: 'loaded'; readonly added: number; readonly ended: number }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'too-early'; readonly edition: string; readonly validFrom: string };

/** What a row says; its `name` is what people search by. */
export type Content = { readonly name: { readonly zh: string; readonly en: string } };

export async function loadEdition(
  context: Context,
  edition: Omit<NewEdition, 'digest'>,
  rows: readonly { readonly code: string; readonly content: Content }[],
): Promise<Loaded> {
  await lockEditions(context);
  const digest = contentDigest([edition, rows]);
  const latest = await latestEdition(context, edition.list);
  if (latest && latest.digest === digest) return { outcome: 'unchanged' };
  if (latest && edition.validFrom < latest.validFrom)
    return { outcome: 'too-early', edition: latest.edition, validFrom: latest.validFrom };
  if (latest && edition.validFrom === latest.validFrom) await undoEdition(context, edition.list, edition.validFrom);
  const withInitials = rows.map((r) => ({ ...r, initials: pinyinInitials(r.content.name.zh) }));
  const { added, ended } = await addEdition(context, { ...edition, digest }, withInitials);
  const { list, source, official, validFrom } = edition;
  const loaded = {
    list,
    edition: edition.edition,
    source,
    official,
    validFrom,
    rows: rows.length,
    added,
    ended,
    digest,
  };
  await emit(context, 'reference.loaded', list, loaded);
  return { outcome: 'loaded', added, ended };
}
