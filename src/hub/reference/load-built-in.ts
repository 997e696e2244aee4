// Loads the built-in tables at every start where nothing else was loaded: a list that an import brought is left alone,
// a list of an older Portico gets the present built-in one.
import type { Context } from '../../runtime/context.ts';
import { builtInLists } from './built-in-lists.ts';
import { builtInTariff } from './built-in-tariff.ts';
import { type Content, loadEdition } from './load-edition.ts';
import { latestEdition, tariffList } from './store.ts';

const edition = 'built-in 2026-11';
const source = 'Portico built-in';
const validFrom = '2019-01-01';

export async function loadBuiltIn(context: Context): Promise<void> {
  for (const { id, zh, en, complete, entries } of builtInLists)
    await load(context, { list: id, zh, en, complete }, entries.map(readEntry));
  const lines = builtInTariff.map((line) => ({ code: line.code, content: line }));
  await load(context, { list: tariffList, zh: '税则', en: 'Tariff', complete: false }, lines);
}

/** `code 中文|English`, the words apart by the first blank and the bar. */
export function readEntry(text: string): { code: string; content: Content } {
  const [, code = '', zh = '', en = ''] = /^(\S+) ([^|]+)\|(.+)$/.exec(text) ?? [];
  return { code, content: { name: { zh, en } } };
}

async function load(
  context: Context,
  list: { list: string; zh: string; en: string; complete: boolean },
  rows: readonly { code: string; content: Content }[],
): Promise<void> {
  const latest = await latestEdition(context, list.list);
  if (latest && latest.source !== source) return;
  await loadEdition(context, { ...list, edition, source, official: false, validFrom }, rows);
}
