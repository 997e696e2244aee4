// Wire shapes of the licence module (N8; SC 16–18; GF18 1–2): licences and quotas that commerce issues, and what is left of them.
import type { Bilingual } from '../../kernel/bilingual.ts';

export const licenceKinds = [
  'import-licence',
  'export-licence',
  'automatic-import-licence',
  'quota-certificate',
] as const;
export type LicenceKind = (typeof licenceKinds)[number];
export const licenceKindNames: Readonly<Record<LicenceKind, Bilingual>> = {
  'import-licence': { zh: '进口许可证', en: 'Import licence' },
  'export-licence': { zh: '出口许可证', en: 'Export licence' },
  'automatic-import-licence': { zh: '自动进口许可证', en: 'Automatic import licence' },
  'quota-certificate': { zh: '配额证明', en: 'Quota certificate' },
};
/** What a licence bounds, each by itself: decimals as text; uses are declarations. */
export const dimensions = ['quantity', 'value', 'uses'] as const;
export type Dimension = (typeof dimensions)[number];
export type Amounts = { readonly quantity?: string; readonly value?: string; readonly uses?: string };

/** A licence as commerce says it. */
export type Licence = {
  readonly number: string;
  readonly kind: LicenceKind;
  readonly holderUscc: string;
  /** Codes of goods, or the beginnings of them; none: any goods. */
  readonly goods: readonly string[];
  readonly granted: Amounts;
  /** Of the quantity. */
  readonly unit?: string;
  /** Of the value. */
  readonly currency?: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** Of a quota: its amounts are those of this year, and what is filed in another one does not count against them. */
  readonly year?: number;
  readonly state: 'issued' | 'amended' | 'revoked';
  readonly issuer: string;
  readonly at: string;
  /** What is left in commerce's own books then, by what was written off there. */
  readonly left?: Amounts;
};
export type LicenceFact = { readonly fact: 'licence-told'; readonly licence: Licence };

/** One filing, as far as a licence counts it. */
export type FiledLine = {
  readonly hsCode: string;
  readonly price?: string;
  readonly currency?: string;
  /** Quantities that the line has, each in its unit. */
  readonly quantities: readonly { readonly amount: string; readonly unit: string }[];
  /** What the filing itself says is to be written off for it. */
  readonly stated?: { readonly amount: string; readonly unit?: string };
};
/** A licence that a form names: where, and for which lines. */
export type NamedLicence = { readonly number: string; readonly path: string; readonly lines: readonly FiledLine[] };

/** `left + reserved + writtenOff` is what was granted, or what commerce last said was left. */
export type Balance = {
  readonly left: Amounts;
  /** Filed and not cleared. */
  readonly reserved: Amounts;
  readonly writtenOff: Amounts;
  /** Filed or cleared beyond what there is: counted here, and nowhere else. */
  readonly over: Amounts;
};
/** Commerce's books differ from ours: theirs count. */
export type Correction = { readonly at: string; readonly ours: Amounts; readonly theirs: Amounts };

export type LicenceView = Omit<Licence, 'holderUscc' | 'left' | 'goods'> &
  Balance & {
    readonly id: string;
    readonly goods: readonly string[];
    readonly correction?: Correction;
    readonly simulated: boolean;
  };

type OfLicence = { organisationId: string; licenceId: string; number: string; kind: LicenceKind };
export type LicenceEvents = {
  'licence.changed': OfLicence & { state: Licence['state'] };
  /** What commerce says is left is not what was reckoned here. */
  'licence.corrected': OfLicence & { ours: Amounts; theirs: Amounts };
  /** A filing names it, names it no longer, is withdrawn or cleared; in the line of the licence. */
  'licence.named': { licenceNumber: string; shipmentId: string };
  /** A filing asks for more than is left of a licence: commerce decides. */
  'licence.exceeded': { shipmentId: string; licenceNumber: string; version: number };
};
