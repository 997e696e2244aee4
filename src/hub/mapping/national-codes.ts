// Older and international codes beside the national ones of today: the customs' own numbers for countries and currencies (still written by
// e-commerce, bonded area and yard systems), its one-digit packages until 2018-07-31, and packages and modes as UN/ECE has them. All that the public
// tables give: what is not here is refused, not guessed at. Rows are held to the public tables by a test.
import { rowsOf } from './code-tables.ts';
import { alphaTwo, customsNumbers, quarantineNumbers } from './country-codes.ts';
import type { CodeTable } from './contract.ts';
import { currencyNumbers, currencyNumbersDated, quarantineCurrencies, unitsOfTrade } from './international-codes.ts';

const PUBLIC = 'formats §1.9, §4.1; 公告 2018-60';
/** The last four stand in the list of 2026 alone (a secondary source). KZT and VND have no number in any. */
const currencies = `AUD 601; CAD 501; CHF 331; CNY 142; DKK 302; EUR 300; GBP 303; HKD 110; IDR 112; JPY 116; KRW 133; MOP 121; MYR 122
NOK 326; NZD 609; PHP 129; RUB 344; SEK 330; SGD 132; THB 136; TWD 143; USD 502; DZD 201; IRR 113; KWD 118; PKR 127`;
const packages = '00 4; 01 7; 04 7; 06 6; 22 2; 23 1; 29 7; 32 3; 33 3; 39 3; 92 5; 93 5; 98 7; 99 7';

const table = (id: string, list: string, zh: string, en: string, rows: CodeTable['rows']): CodeTable => ({
  id,
  list,
  name: { zh, en },
  source: PUBLIC,
  rows,
});
/** Systems that never changed over. */
export const numericCountry = table(
  'country-numeric',
  'country',
  '原报关国别代码',
  'Customs numbers of countries',
  rowsOf(customsNumbers),
);
export const numericCurrency = table(
  'currency-numeric',
  'currency',
  '原报关币制代码',
  'Customs numbers of currencies',
  rowsOf(currencies),
);

/** Quarantine's own numbers of before 2018, those of ISO 3166 but for "other" and "unknown" (N2). */
export const quarantineCountry = table(
  'country-quarantine',
  'country',
  '原报检国别代码',
  'Quarantine numbers of countries',
  rowsOf(quarantineNumbers),
);
/** ISO 3166 alpha-2, as messages of air cargo have it. */
export const alphaTwoCountry: CodeTable = {
  id: 'country-alpha-2',
  list: 'country',
  name: { zh: 'ISO 3166 两位国别代码', en: 'ISO 3166 alpha-2 codes of countries' },
  source: 'ISO 3166-1',
  rows: rowsOf(alphaTwo),
};

/** The declaration has today's codes since the two declarations became one (整合申报, 2018-08-01). */
const SINCE_ONE_DECLARATION = '2018-08-01';
const before = { to: '2018-07-31' } as const;
const declaration = (of: CodeTable, text: string): CodeTable => ({
  ...of,
  id: `declaration-${of.list}`,
  rows: rowsOf(text, before),
  sameFrom: SINCE_ONE_DECLARATION,
});
const oneDigit = table('package-one-digit', 'package-kind', '原报关包装代码', 'One-digit packages', rowsOf(packages));
export const declarationCodes: Readonly<Record<string, CodeTable>> = {
  country: declaration(numericCountry, customsNumbers),
  currency: declaration(numericCurrency, currencies),
  'package-kind': declaration(oneDigit, packages),
};

/** UN/ECE Recommendation 21, as manifests have it. */
export const unecePackage: CodeTable = {
  id: 'package-unece',
  list: 'package-kind',
  name: { zh: '联合国包装代码', en: 'UN/ECE packages' },
  source: 'UN/ECE Recommendation 21',
  rows: rowsOf(
    '00 VO; 01 NE; 04 TN; 06 BG; 22 CT; 23 CS; 29 BX; 32 DR; 33 BA; 39 DR; 41 WA; 42 TN; 43 TN; 92 PX; 93 PX; 98 PK; 99 PK',
  ),
};
/** UN/ECE Recommendation 19: 1 sea, 2 rail, 3 road, 4 air. */
export const uneceMode: CodeTable = {
  id: 'mode-unece',
  list: 'transport-mode',
  name: { zh: '联合国运输方式代码', en: 'UN/ECE modes' },
  source: 'UN/ECE Recommendation 19',
  rows: rowsOf('2 1; 3 2; 4 3; 5 4'),
};
/** Quarantine's own packages of before 2018, which its separate declaration still has (N2). */
export const quarantinePackage: CodeTable = {
  id: 'package-quarantine',
  list: 'package-kind',
  name: { zh: '原报检包装代码', en: 'Quarantine packages' },
  source: PUBLIC,
  rows: rowsOf(
    '00 9993; 01 9994; 04 390; 06 590; 22 4M; 23 4C11; 29 490; 32 1G; 33 1C; 39 190; 92 9F91; 93 9C91; 98 9999; 99 9999',
  ),
};
/** Quarantine's own numbers of currencies of before 2018 (N2). */
export const quarantineCurrency = table(
  'currency-quarantine',
  'currency',
  '原报检币制代码',
  'Quarantine numbers of currencies',
  rowsOf(quarantineCurrencies),
);
export const isoCurrencyNumber: CodeTable = {
  id: 'currency-iso-number',
  list: 'currency',
  name: { zh: 'ISO 4217 数字币制代码', en: 'ISO 4217 numbers of currencies' },
  source: 'ISO 4217',
  rows: [...rowsOf(currencyNumbers), ...currencyNumbersDated],
};
export const uneceUnit: CodeTable = {
  id: 'unit-unece',
  list: 'unit',
  name: { zh: '联合国计量单位代码', en: 'UN/ECE units' },
  source: 'UN/ECE Recommendation 20',
  rows: rowsOf(unitsOfTrade),
};
export const codeTables: readonly CodeTable[] = [
  numericCountry,
  numericCurrency,
  quarantineCountry,
  alphaTwoCountry,
  ...Object.values(declarationCodes),
  unecePackage,
  uneceMode,
  quarantinePackage,
  quarantineCurrency,
  isoCurrencyNumber,
  uneceUnit,
];
