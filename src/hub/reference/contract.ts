// Wire shapes of reference data: dated code tables and the tariff (domain "Reference data", facts/formats-cn.md §4).
import type { Bilingual } from '../../kernel/bilingual.ts';

export type ReferenceEvents = {
  /** `digest`: SHA-256 of edition and rows in canonical JSON. */
  'reference.loaded': {
    list: string;
    edition: string;
    source: string;
    official: boolean;
    validFrom: string;
    rows: number;
    added: number;
    ended: number;
    digest: string;
  };
};

/** Where a row comes from and when it holds; both days count. */
export type Origin = {
  readonly edition: string;
  readonly source: string;
  /** False: a demonstration row, not an official one; every page that shows it says so. */
  readonly official: boolean;
  readonly validFrom: string;
  readonly validTo?: string;
};
export type CodeEntry = Origin & {
  readonly code: string;
  readonly name: Bilingual;
  /** Codes of older or other systems, e.g. `{ customs2017: '142' }`. */
  readonly other?: Readonly<Record<string, string>>;
};
export type CodeListView = {
  readonly id: string;
  readonly name: Bilingual;
  readonly size: number;
  /** False: codes that are not in the list are not refused. */
  readonly complete: boolean;
  readonly edition: string;
  readonly source: string;
  readonly official: boolean;
  readonly validFrom: string;
};
/** What a tariff line says, without its origin. Rates are ad valorem decimal text, 0.13 = 13 %; absent = not known here. */
export type TariffContent = {
  readonly code: string;
  readonly name: Bilingual;
  /** 监管证件 letters, e.g. `['A','B','7']`. */
  readonly documents: readonly string[];
  readonly firstUnit: string;
  readonly secondUnit?: string;
  readonly mfnRate?: string;
  readonly generalRate?: string;
  readonly vatRate?: string;
  readonly exportRate?: string;
  readonly consumptionRate?: string;
  /** 出口退税率. */
  readonly rebateRate?: string;
  /** Names of the declaration elements (规范申报要素) in order. */
  readonly elements: readonly string[];
};
export type TariffLine = Origin & TariffContent;
/** A chapter, heading or subheading and how many lines lie under it. */
export type TariffNode = { readonly code: string; readonly name: Bilingual; readonly lines: number };
