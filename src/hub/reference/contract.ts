// Wire shapes of reference data: dated code tables and the tariff (domain "Reference data", facts/formats-cn.md §4).
import type { Bilingual } from '../../kernel/bilingual.ts';

export type CodeEntry = {
  readonly code: string;
  readonly name: Bilingual;
  /** Codes of older or other systems, e.g. `{ customs2017: '142' }`. */
  readonly other?: Readonly<Record<string, string>>;
  readonly validFrom?: string;
  readonly validTo?: string;
};
export type CodeListView = {
  readonly id: string;
  readonly name: Bilingual;
  readonly size: number;
  readonly edition: string;
  readonly source: string;
  readonly official: boolean;
};
export type TariffLine = {
  readonly code: string;
  readonly name: Bilingual;
  /** 监管证件 letters, e.g. `['A','B','7']`. */
  readonly documents: readonly string[];
  readonly firstUnit: string;
  readonly secondUnit?: string;
  /** Ad valorem, decimal text, 0.13 = 13 %. Absent = not known here. */
  readonly mfnRate?: string;
  readonly vatRate?: string;
  readonly exportRate?: string;
  readonly consumptionRate?: string;
  /** Names of the declaration elements (规范申报要素) in order. */
  readonly elements: readonly string[];
  /** False: a demonstration value, not an official one. */
  readonly official: boolean;
  readonly validFrom?: string;
  readonly validTo?: string;
};
