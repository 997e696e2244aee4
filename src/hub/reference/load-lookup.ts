// The reference data a check needs, in two queries asked together; a partial list never refuses a code, an unknown list is a fault.
import { partnerDay } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import type { CodeEntry, TariffLine } from './contract.ts';
import { toEntry, toTariffLine } from './read-rows.ts';
import { findRows, knownLists, tariffList } from './store.ts';

export type LoadedLookup = {
  code(list: string, code: string): { readonly known: boolean; readonly entry?: CodeEntry };
  tariff(code: string): TariffLine | undefined;
};

export async function loadLookup(
  context: Context,
  wanted: { codes: readonly { list: string; code: string }[]; tariff: readonly string[] },
): Promise<LoadedLookup> {
  const day = partnerDay(context.now);
  const names = [...new Set(wanted.codes.map((c) => c.list))];
  const codes = [...wanted.codes, ...wanted.tariff.map((code) => ({ list: tariffList, code }))];
  // One message, two statements.
  const [complete, rows] = await Promise.all([knownLists(context, names, day), findRows(context, codes, day)]);
  const missing = names.filter((name) => !complete.has(name));
  if (missing.length > 0) throw new Error(`no such code list: ${missing.join(', ')}`);
  const byKey = new Map(rows.map((r) => [`${r.list} ${r.code}`, r]));
  return {
    code: (list, code) => {
      const row = byKey.get(`${list} ${code}`);
      return { known: complete.get(list) ?? false, ...(row ? { entry: toEntry(row) } : {}) };
    },
    tariff: (code) => {
      const row = byKey.get(`${tariffList} ${code}`);
      return row && toTariffLine(row);
    },
  };
}
