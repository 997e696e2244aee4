// Loads code tables and the tariff from a folder of CSV files (`npm run reference -- import DIR`): the layouts of the
// published single-window tables, some with a title line above the header (formats §4.1, §4.3).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCsv } from '../../runtime/codec/csv.ts';
import type { Context } from '../../runtime/context.ts';
import type { TariffLine } from './contract.ts';
import { loadList, loadTariff, type NewEntry } from './store.ts';

type Layout = {
  readonly file: RegExp;
  readonly list: string;
  readonly zh: string;
  readonly en: string;
  readonly code: number;
  readonly name: number;
  readonly english?: number;
  readonly other?: Readonly<Record<string, number>>;
};
/** Which column holds what; English names where the table has them. */
const layouts: readonly Layout[] = [
  { file: /customs_district/, list: 'customs-district', zh: '关区', en: 'Customs district', code: 1, name: 0 },
  { file: /transport_mode/, list: 'transport-mode', zh: '运输方式', en: 'Transport mode', code: 1, name: 0 },
  { file: /supervision_mode/, list: 'supervision-mode', zh: '监管方式', en: 'Supervision mode', code: 1, name: 0 },
  { file: /levy_nature/, list: 'levy-nature', zh: '征免性质', en: 'Nature of levy', code: 1, name: 0 },
  {
    file: /05_country/,
    list: 'country',
    zh: '国别（地区）',
    en: 'Country',
    code: 1,
    name: 0,
    english: 2,
    other: { customs2017: 3 },
  },
  { file: /06_port/, list: 'port', zh: '港口', en: 'Port', code: 1, name: 0, english: 2 },
  { file: /domestic_district/, list: 'domestic-district', zh: '境内地区', en: 'Domestic district', code: 1, name: 0 },
  { file: /trade_terms/, list: 'trade-terms', zh: '成交方式', en: 'Trade terms', code: 1, name: 0 },
  {
    file: /currency/,
    list: 'currency',
    zh: '币制',
    en: 'Currency',
    code: 1,
    name: 0,
    english: 2,
    other: { customs2017: 3 },
  },
  { file: /container_spec/, list: 'container-spec', zh: '集装箱规格', en: 'Container kind', code: 1, name: 0 },
  { file: /11_unit/, list: 'unit', zh: '计量单位', en: 'Unit', code: 1, name: 0 },
  { file: /duty_mode/, list: 'duty-mode', zh: '征免方式', en: 'Duty mode', code: 1, name: 0 },
  { file: /package_type/, list: 'package-kind', zh: '包装种类', en: 'Kind of packages', code: 1, name: 0 },
  { file: /entry_exit_port/, list: 'entry-exit-port', zh: '口岸', en: 'Port of entry or exit', code: 1, name: 0 },
  {
    file: /correlation_reason/,
    list: 'correlation-reason',
    zh: '关联理由',
    en: 'Reason of relation',
    code: 1,
    name: 0,
  },
  {
    file: /supervision_document/,
    list: 'supervision-document',
    zh: '监管证件',
    en: 'Supervision document',
    code: 1,
    name: 0,
  },
  { file: /19_purpose/, list: 'purpose', zh: '用途', en: 'Purpose', code: 1, name: 0 },
  { file: /origin_region/, list: 'origin-region', zh: '原产地区', en: 'Region of origin', code: 1, name: 0 },
  { file: /goods_attribute/, list: 'goods-attribute', zh: '货物属性', en: 'Goods attribute', code: 1, name: 0 },
  { file: /admin_division/, list: 'admin-division', zh: '行政区划', en: 'Administrative division', code: 1, name: 0 },
  {
    file: /attached_document_kind/,
    list: 'attachment-kind',
    zh: '随附单据类别',
    en: 'Attachment kind',
    code: 1,
    name: 0,
  },
];
const limits = { maxBytes: 64 * 1024 * 1024, maxRows: 200_000, maxColumns: 60 };

export type ImportReport = {
  readonly file: string;
  readonly list: string;
  readonly rows: number;
  readonly added: number;
};

export async function importTables(
  context: Context,
  dir: string,
  options: { edition: string; validFrom: string },
): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const file of readdirSync(dir)
    .filter((f) => f.endsWith('.csv'))
    .sort()) {
    const layout = layouts.find((l) => l.file.test(file));
    if (/hs10_\d+_main/.test(file)) reports.push(await importTariff(context, path.join(dir, file), options.validFrom));
    else if (layout) reports.push(await importList(context, path.join(dir, file), layout, options));
  }
  return reports;
}

/** Rows that carry a code; title and header lines, and section lines without one, are not entries. */
export function readEntries(
  rows: readonly (readonly string[])[],
  layout: Pick<Layout, 'code' | 'name' | 'english' | 'other'>,
): NewEntry[] {
  const seen = new Map<string, NewEntry>();
  for (const row of rows) {
    const code = (row[layout.code] ?? '').trim();
    const zh = (row[layout.name] ?? '').trim();
    if (zh === '' || !/^[0-9A-Za-z]{1,12}$/.test(code) || code === 'customs_code') continue;
    const english = layout.english === undefined ? '' : (row[layout.english] ?? '').trim();
    const other = Object.fromEntries(
      Object.entries(layout.other ?? {}).flatMap(([name, column]) =>
        row[column]?.trim() ? [[name, row[column].trim()]] : [],
      ),
    );
    seen.set(code, { code, zh, en: english || zh, other });
  }
  return [...seen.values()];
}

async function importList(
  context: Context,
  file: string,
  layout: Layout,
  options: { edition: string; validFrom: string },
): Promise<ImportReport> {
  const entries = readEntries(parseCsv(readFileSync(file), limits), layout);
  const added = await loadList(
    context,
    {
      id: layout.list,
      zh: layout.zh,
      en: layout.en,
      edition: options.edition,
      source: path.basename(file),
      official: true,
    },
    entries,
    options.validFrom,
  );
  return { file: path.basename(file), list: layout.list, rows: entries.length, added };
}

async function importTariff(context: Context, file: string, validFrom: string): Promise<ImportReport> {
  const lines = parseCsv(readFileSync(file), limits).flatMap((row): TariffLine[] => {
    const [
      code = '',
      zh = '',
      documents = '',
      ,
      mfnRate = '',
      ,
      exportRate = '',
      consumptionRate = '',
      vatRate = '',
      firstUnit = '',
      secondUnit = '',
      elements = '',
    ] = row;
    if (!/^\d{10}$/.test(code)) return [];
    const rates = Object.fromEntries(
      Object.entries({ mfnRate, exportRate, consumptionRate, vatRate }).filter(([, v]) => /^\d+(\.\d+)?$/.test(v)),
    );
    return [
      {
        code,
        name: { zh, en: zh },
        documents: [...documents],
        firstUnit,
        ...(secondUnit ? { secondUnit } : {}),
        ...rates,
        elements: elements
          .split(';')
          .map((e) => e.replace(/^\d+/, '').trim())
          .filter(Boolean),
        official: true,
      },
    ];
  });
  return {
    file: path.basename(file),
    list: 'tariff',
    rows: lines.length,
    added: await loadTariff(context, lines, validFrom),
  };
}
