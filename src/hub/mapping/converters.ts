// Named converters between a form's value and a partner's field; a mapping row names one, code never hides in a table (P10).
import { addDecimals, isDecimal, toScale } from '../../kernel/decimal.ts';
import { normalisePersonNumber, normalisePlate } from '../../kernel/identity-number.ts';
import { fromPartnerTime, isInstant, readPartnerTime, toPartnerTime } from '../../kernel/instant.ts';

export type Converter = {
  /** Values of the row's elements, in order → the partner's text. */
  write(values: readonly string[]): string;
  /** The way back, where it is exact: the partner's text → the first element's value. */
  readonly read?: (text: string) => string;
};

const first = (values: readonly string[]): string => values[0] ?? '';
const compactDay = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text.replaceAll('-', '') : text);

// A Map, as what a trader types may be the name of something every object has (`__proto__`).
const functionCodes: ReadonlyMap<string, string> = new Map([
  ['declare', '9'],
  ['amend', '5'],
  ['withdraw', '1'],
]);
const manifestFunctions: ReadonlyMap<string, string> = new Map([
  ['declare', '9'],
  ['amend', '5'],
  ['withdraw', '3'],
]);
const manifestModes: ReadonlyMap<string, string> = new Map([
  ['2', '1'],
  ['5', '2'],
  ['4', '4'],
]);

export const converters = {
  /** As it is; of several elements the first that is filled. */
  same: { write: (values) => values.find((v) => v !== '') ?? '', read: (text) => text },
  /** import ↔ I, export ↔ E. */
  directionLetter: {
    write: (values) => (first(values) === 'export' ? 'E' : first(values) === 'import' ? 'I' : ''),
    read: (text) => (text === 'E' ? 'export' : text === 'I' ? 'import' : ''),
  },
  /** declare ↔ 9 original, amend ↔ 5 replace, withdraw ↔ 1 cancel (UN/EDIFACT 1225). */
  messageFunction: {
    write: (values) => functionCodes.get(first(values)) ?? '',
    read: (text) => [...functionCodes].find(([, code]) => code === text)?.[0] ?? '',
  },
  /** 单据类型 with the step of a two-step declaration in third place: 5 summary, 6 complete (formats §1.3). */
  declarationType: {
    write: ([type = '', step = '']) => {
      const digit = step === 'summary' ? '5' : step === 'complete' ? '6' : '';
      const prefix = type === 'Z' ? '' : type.slice(0, 2);
      return digit === '' ? type : `${prefix.padEnd(2)}${digit}${type.slice(3)}`;
    },
    read: (text) => text,
  },
  /** What is filed is declared (OperType C, formats §1.4), whatever an imported message was kept as; one that is only written back keeps its own. */
  declarationOperation: {
    write: ([typed = '', operation = '']) => (operation === '' ? typed : 'C'),
    read: (text) => text,
  },
  /** amend → 1, withdraw → 2 (修撤单类型, formats §1.8). */
  changeType: { write: (values) => (first(values) === 'amend' ? '1' : first(values) === 'withdraw' ? '2' : '') },
  /** declare → 1, amend → 2, withdraw → 3 (金关二期 DclTypecd). */
  bondedOperation: {
    write: (values) => String(['declare', 'amend', 'withdraw'].indexOf(first(values)) + 1).replace('0', ''),
  },
  /** Over the border or not → the kind of a gate pass, 一线 2, 二线 3 (核放单 PassportTypecd). */
  gatePassKind: { write: ([mode = '']) => (['2', '3', '4', '5', '6'].includes(mode) ? '2' : mode === '' ? '' : '3') },
  /** Of masses, those that are there. */
  massSum: {
    write: (values) => {
      const masses = values.filter(isDecimal);
      return masses.length > 0 ? addDecimals(masses) : '';
    },
  },
  /** Instant → local yyyyMMdd. */
  partnerDate: { write: (values) => (isInstant(first(values)) ? toPartnerTime(first(values), 'yyyyMMdd') : '') },
  /** declare → 9, amend → 5, withdraw → 3 (舱单 FunctionCode, formats §3.1). */
  manifestFunction: { write: (values) => manifestFunctions.get(first(values)) ?? '' },
  /** Direction and mode → the manifest's kind; by rail there is none (formats §3.1). */
  manifestType: {
    write: ([direction = '', mode = '']) => {
      const digit = manifestModes.get(mode);
      return digit ? `MT${direction === 'export' ? '2' : '1'}${digit}01` : '';
    },
  },
  /** Of arrival reports: exports by sea, by air, by road (formats §3.1). */
  arrivalReportType: {
    write: ([mode = '']) => (mode === '4' ? 'MT3402' : mode === '2' ? 'MT3101' : mode === '5' ? 'MT3201' : ''),
  },
  loadingManifestType: { write: ([mode = '']) => (mode === '2' ? 'MT4101' : mode === '5' ? 'MT4201' : '') },
  tallyReportType: {
    write: ([direction = '', mode = '']) =>
      mode === '2' || mode === '5' ? `MT5${manifestModes.get(mode)}0${direction === 'export' ? '2' : '1'}` : '',
  },
  /** Instant → local yyyyMMddHHmmssSSS. */
  partnerMilli: {
    write: (values) => (isInstant(first(values)) ? toPartnerTime(first(values), 'yyyyMMddHHmmssSSS') : ''),
    read: (text) => readPartnerTime(text) ?? '',
  },
  /** 2026-11-20 ↔ 20261120. */
  compactDate: {
    write: (values) => compactDay(first(values)),
    read: (text) =>
      fromPartnerTime(text, 'yyyyMMdd') ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text,
  },
  /** Instant → local yyyyMMddHHmm. */
  partnerMinute: {
    write: (values) => (isInstant(first(values)) ? toPartnerTime(first(values), 'yyyyMMddHHmm') : ''),
    read: (text) => readPartnerTime(text) ?? '',
  },
  /** Instant → local yyyyMMddHHmmss. */
  partnerSecond: {
    write: (values) => (isInstant(first(values)) ? toPartnerTime(first(values), 'yyyyMMddHHmmss') : ''),
    read: (text) => readPartnerTime(text) ?? '',
  },
  /** Whole kilograms with three places, as EDI writes masses. */
  massThree: { write: (values) => (isDecimal(first(values)) ? toScale(first(values), 3) : '') },
  /** Kind of document and number, or a plate: what is digested, in one spelling (N4). */
  personNumber: { write: ([kind = '', number = '']) => normalisePersonNumber(kind, number) },
  plateNumber: { write: (values) => normalisePlate(first(values)) },
  /** Spaces and hyphens in a number, and its case, mean nothing (0053). */
  plainNumber: { write: (values) => first(values).replace(/[\s-]/g, '').toUpperCase() },
  upper: { write: (values) => first(values).toUpperCase() },
  /** Several elements joined by one space. */
  joined: { write: (values) => values.filter((v) => v !== '').join(' ') },
  /** Container kind of the declaration (11, 21 …) → ISO 6346 size type. */
  isoSizeType: {
    write: (values) => (first(values).startsWith('1') ? '45G1' : first(values).startsWith('2') ? '22G1' : ''),
  },
} as const satisfies Record<string, Converter>;

export type ConverterName = keyof typeof converters;
export const converterOf = (name: ConverterName | undefined): Converter => converters[name ?? 'same'];
