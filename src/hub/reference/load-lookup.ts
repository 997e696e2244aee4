// The reference data a check needs, fetched in two queries; a partial list never refuses a code.
import { partnerDay } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import type { CodeEntry, TariffLine } from './contract.ts';
import { partialMark } from './load-built-in.ts';
import { findEntries, findTariff, listCodeLists } from './store.ts';

export type LoadedLookup = {
  code(list: string, code: string): { readonly known: boolean; readonly entry?: CodeEntry };
  tariff(code: string): TariffLine | undefined;
};

export async function loadLookup(
  context: Context,
  wanted: { codes: readonly { list: string; code: string }[]; tariff: readonly string[] },
): Promise<LoadedLookup> {
  const day = partnerDay(context.now);
  const { lists, entries } = await findEntries(context, wanted.codes, day);
  const partial = new Set(
    (await listCodeLists(context)).filter((l) => l.edition.includes(partialMark)).map((l) => l.id),
  );
  const tariff = await findTariff(context, wanted.tariff, day);
  return {
    code: (list, code) => {
      const entry = entries.get(`${list} ${code}`);
      return { known: lists.has(list) && !partial.has(list), ...(entry ? { entry } : {}) };
    },
    tariff: (code) => tariff.get(code),
  };
}
