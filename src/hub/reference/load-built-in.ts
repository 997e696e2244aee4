// Loads the built-in tables on the first start; files imported later end or extend them by date.
import type { Context } from '../../runtime/context.ts';
import { builtInLists } from './built-in-codes.ts';
import { builtInTariff } from './built-in-tariff.ts';
import { countLists, loadList, loadTariff } from './store.ts';

export const builtInEdition = 'built-in 2026-11';
export const partialMark = 'partial';
const VALID_FROM = '2019-01-01';

export async function loadBuiltIn(context: Context): Promise<void> {
  if ((await countLists(context)) > 0) return;
  for (const list of builtInLists) {
    const entries = list.entries.map((text) => {
      const [, code = '', zh = '', en = ''] = /^(\S+) ([^|]+)\|(.+)$/.exec(text) ?? [];
      return { code, zh, en };
    });
    const edition = list.complete ? builtInEdition : `${builtInEdition} ${partialMark}`;
    await loadList(
      context,
      { id: list.id, zh: list.zh, en: list.en, edition, source: 'Portico built-in', official: false },
      entries,
      VALID_FROM,
    );
  }
  await loadTariff(context, builtInTariff, VALID_FROM);
}
