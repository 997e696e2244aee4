// `npm run reference -- import DIR`: loads a folder of published tables. A file is taken whole or not at all; every file
// has its line in the report: loaded, unchanged, or left out with the reason, bad rows by line, value and rule.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Bilingual } from '../../kernel/bilingual.ts';
import { parseCsvLines } from '../../runtime/codec/csv.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import type { Context } from '../../runtime/context.ts';
import { loadEdition } from './load-edition.ts';
import { type BadRow, type Line, type Read, readCiqCodes, readTable, readTariff } from './read-table.ts';
import { tariffList } from './store.ts';
import { layouts, leftAlone } from './table-layouts.ts';

const limits = { maxBytes: 64 * 1024 * 1024, maxRows: 200_000, maxColumns: 60 };

export type ImportReport = {
  readonly file: string;
  readonly outcome: 'loaded' | 'unchanged' | 'left-out';
  readonly list?: string;
  readonly rows?: number;
  readonly added?: number;
  readonly ended?: number;
  readonly reason?: Bilingual;
  readonly bad?: readonly BadRow[];
};
type Table = { readonly list: string; readonly name: Bilingual; readonly read: (lines: readonly Line[]) => Read };

export async function importTables(
  context: Context,
  dir: string,
  options: { readonly edition: string; readonly validFrom: string; readonly leaveOutBadRows?: boolean },
): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  const seen = new Map<string, string>();
  for (const file of readdirSync(dir).sort()) {
    const left = leftAlone.find((l) => l.file.test(file));
    const table = left ? undefined : tableOf(file);
    const twice = table && seen.get(table.list);
    if (!table || twice) {
      reports.push({ file, outcome: 'left-out', reason: left?.reason ?? (twice ? alreadyIn(twice) : unknownFile) });
      continue;
    }
    seen.set(table.list, file);
    reports.push(await importFile(context, dir, file, table, options));
  }
  return reports;
}

function tableOf(file: string): Table | undefined {
  if (!file.endsWith('.csv')) return undefined;
  if (/hs10_\d+_main/.test(file)) return { list: tariffList, name: { zh: '税则', en: 'Tariff' }, read: readTariff };
  if (/ciq_codes/.test(file))
    return { list: 'ciq-code', name: { zh: '检验检疫编码', en: 'CIQ code' }, read: readCiqCodes };
  const layout = layouts.find((l) => l.file.test(file));
  return layout && { list: layout.list, name: layout.name, read: (lines) => readTable(lines, layout) };
}

async function importFile(
  context: Context,
  dir: string,
  file: string,
  table: Table,
  { edition, validFrom, leaveOutBadRows }: { edition: string; validFrom: string; leaveOutBadRows?: boolean },
): Promise<ImportReport> {
  const { list } = table;
  let read: Read;
  try {
    read = table.read(parseCsvLines(readFileSync(path.join(dir, file)), limits));
  } catch (error) {
    if (!(error instanceof UnreadableMessage)) throw error;
    return { file, list, outcome: 'left-out', reason: error.reason };
  }
  const { rows, bad } = read;
  const named = bad.length > 0 ? { bad } : {};
  if (rows.length === 0) return { file, list, outcome: 'left-out', reason: empty, ...named };
  if (bad.length > 0 && !leaveOutBadRows) return { file, list, outcome: 'left-out', reason: hasBadRows, bad };
  const loaded = await loadEdition(
    context,
    { list, ...table.name, edition, source: file, official: true, complete: true, validFrom },
    rows,
  );
  if (loaded.outcome === 'too-early') return { file, list, outcome: 'left-out', reason: tooEarly(loaded), ...named };
  if (loaded.outcome === 'unchanged') return { file, list, outcome: 'unchanged', rows: rows.length, ...named };
  return { file, list, outcome: 'loaded', rows: rows.length, added: loaded.added, ended: loaded.ended, ...named };
}

const unknownFile: Bilingual = {
  zh: '不认识的文件：文件名不对应任何代码表（见 table-layouts.ts）',
  en: 'Not a known file: its name matches no table (see table-layouts.ts)',
};
const empty: Bilingual = { zh: '没有可用的行，原有版本保持不变', en: 'No usable row; the present edition stays' };
const hasBadRows: Bilingual = {
  zh: '有错误的行，整个文件未载入；请更正，或加 --leave-out-bad-rows 只载入正确的行',
  en: 'Rows are wrong, so nothing of the file was loaded; correct them, or add --leave-out-bad-rows to load the others',
};
const alreadyIn = (file: string): Bilingual => ({
  zh: `同一张表已由 ${file} 提供`,
  en: `The same table comes from ${file}`,
});
const tooEarly = (latest: { edition: string; validFrom: string }): Bilingual => ({
  zh: `已有自 ${latest.validFrom} 起生效的版本“${latest.edition}”；新版本须从该日或之后生效`,
  en: `Edition “${latest.edition}” holds from ${latest.validFrom}; a newer one must begin on that day or later`,
});
