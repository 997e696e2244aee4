// What the published files hold: which list, in which columns, and why a file that is known is not loaded (formats §4.1, §4.3).
import type { Bilingual } from '../../kernel/bilingual.ts';

export type Layout = {
  readonly file: RegExp;
  readonly list: string;
  readonly name: Bilingual;
  readonly code: number;
  readonly zh: number;
  readonly english?: number;
  readonly pattern: RegExp;
  /** Lines above the first row: a title and a header, or a header alone. */
  readonly heading: number;
  /** More columns to keep, e.g. the code of the older system. */
  readonly other?: Readonly<Record<string, number>>;
  /** The table holds this list twice, for import and for export. */
  readonly sides?: true;
};

const layout = (
  file: RegExp,
  list: string,
  zh: string,
  en: string,
  pattern: RegExp,
  more: Partial<Layout> = {},
): Layout => ({ file, list, name: { zh, en }, code: 1, zh: 0, heading: 2, pattern, ...more });

export const layouts: readonly Layout[] = [
  layout(/customs_district/, 'customs-district', '关区', 'Customs district', /^[0-9A-Z]\d{3}$/, { heading: 1 }),
  layout(/transport_mode/, 'transport-mode', '运输方式', 'Transport mode', /^[0-9A-Z]$/),
  layout(/supervision_mode/, 'supervision-mode', '监管方式', 'Supervision mode', /^\d{4}$/),
  layout(/levy_nature/, 'levy-nature', '征免性质', 'Nature of levy', /^\d{3}$/),
  layout(/05_country/, 'country', '国别（地区）', 'Country', /^[A-Z]{3}$/, { english: 2, other: { customs2017: 3 } }),
  layout(/06_port/, 'port', '港口', 'Port', /^([A-Z]{3}\d{3}|\d{6})$/, { english: 2 }),
  layout(/domestic_district/, 'domestic-district', '境内地区', 'Domestic district', /^\d{4}[0-9A-Z]?$/, { heading: 1 }),
  layout(/trade_terms/, 'trade-terms', '成交方式', 'Trade terms', /^\d$/),
  layout(/currency/, 'currency', '币制', 'Currency', /^[A-Z]{3}$/, { english: 2, other: { customs2017: 3 } }),
  layout(/container_spec/, 'container-spec', '集装箱规格', 'Container kind', /^\d{2}$/),
  layout(/11_unit/, 'unit', '计量单位', 'Unit', /^\d{3}$/),
  layout(/duty_mode/, 'duty-mode', '征免方式', 'Duty mode', /^\d$/),
  layout(/package_type/, 'package-kind', '包装种类', 'Kind of packages', /^\d{2}$/),
  layout(/entry_exit_port/, 'entry-exit-port', '口岸', 'Port of entry or exit', /^\d{6}$/, { heading: 1 }),
  layout(/ciq_office/, 'ciq-office', '检验检疫机关', 'Inspection office', /^\d{6}$/, { heading: 1 }),
  layout(/correlation_reason/, 'correlation-reason', '关联理由', 'Reason of relation', /^\d{1,2}$/),
  layout(/supervision_document/, 'supervision-document', '监管证件', 'Supervision document', /^[0-9A-Za-z]$/),
  layout(/enterprise_qualification/, 'enterprise-qualification', '企业资质', 'Enterprise qualification', /^\d{3}$/, {
    code: 0,
    zh: 1,
    other: { side: 2 },
    sides: true,
  }),
  layout(/19_purpose/, 'purpose', '用途', 'Purpose', /^\d{2}$/),
  layout(/origin_region/, 'origin-region', '原产地区', 'Region of origin', /^\d{3,6}$/),
  layout(/dangerous_package/, 'dangerous-package', '危包规格', 'Dangerous goods package', /^\d[0-9A-Z]{1,4}$/, {
    code: 0,
    zh: 1,
  }),
  layout(/goods_attribute/, 'goods-attribute', '货物属性', 'Goods attribute', /^\d{2}$/),
  layout(/admin_division/, 'admin-division', '行政区划', 'Administrative division', /^\d{6}$/, { heading: 1 }),
  layout(/attached_document_kind/, 'attachment-kind', '随附单据类别', 'Attachment kind', /^\d{8}$/),
  layout(/licence_kind/, 'licence-kind', '许可证类别', 'Licence kind', /^\d{3}$/, {
    code: 0,
    zh: 1,
    other: { side: 2 },
    sides: true,
  }),
];

/** Files that are known and left alone, with the reason a reader of the report needs. */
export const leftAlone: readonly { readonly file: RegExp; readonly reason: Bilingual }[] = [
  {
    file: /hs10_\d+_(added|deleted|docs_changed)/,
    reason: {
      zh: '年度变更清单：主税则文件已包含其结果，不再单独载入',
      en: 'A list of the year’s changes: the main tariff file already holds their outcome',
    },
  },
  {
    file: /^\d{4}_dictionary/,
    reason: {
      zh: '一个文件含多张代码表，国别、币制仍为旧三位数字代码，与本目录其他表重复；不载入',
      en: 'Several tables in one file, countries and currencies still in the old numeric codes, the rest doubling other files; not loaded',
    },
  },
];
