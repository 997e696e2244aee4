// Stored rows as what they are to a reader: an entry of a code table or a line of the tariff, each with its origin.
import type { CodeEntry, TariffContent, TariffLine } from './contract.ts';
import type { FoundRow } from './store.ts';

export const toEntry = (row: FoundRow): CodeEntry => ({
  ...(row.content as Pick<CodeEntry, 'name' | 'other'>),
  code: row.code,
  ...row.origin,
});
export const toTariffLine = (row: FoundRow): TariffLine => ({ ...(row.content as TariffContent), ...row.origin });
