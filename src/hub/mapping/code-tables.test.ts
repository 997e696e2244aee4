// Dated code translation (issue 6): both sides of a day, the way back, what is not known, and the rows against the public tables.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import currencyCodes from 'currency-codes';
import fc from 'fast-check';
import { seed } from '../../../tests/hostile/seed.ts';
import { translateBack, translateCode } from './code-tables.ts';
import type { CodeRow, CodeTable } from './contract.ts';
import {
  alphaTwoCountry,
  codeTables,
  declarationCodes,
  isoCurrencyNumber,
  numericCountry,
  numericCurrency,
  quarantineCountry,
  quarantineCurrency,
  quarantinePackage,
  uneceMode,
  unecePackage,
  uneceUnit,
} from './national-codes.ts';
import { builtInLists } from '../reference/built-in-lists.ts';
import { countries } from '../reference/built-in-countries.ts';
import { mapDocument } from './map-document.ts';

const dir = path.join(process.env.PORTICO_SAMPLES ?? '../shared/samples', 'code-tables-cn');
const skip = existsSync(dir) ? false : `no samples at ${dir}`;
const LAST_OLD = '2018-07-31';
const FIRST_NEW = '2018-08-01';
const holdsOn = ({ from = '', to = '9999' }: CodeRow, day: string) => from <= day && day <= to;
const declared = (list: string): CodeTable => declarationCodes[list] ?? assert.fail(list);

test('[N1][P10] a message is written with the codes of its day: the day before the change and the day of it', () => {
  const fields = [
    { target: 'DecList/OriginCountry', from: ['originCountry'], each: 'goods', codes: declared('country') },
    { target: 'DecList/TradeCurr', from: ['currency'], each: 'goods', codes: declared('currency') },
    { target: 'DecHead/WrapType', from: ['packageKind'], codes: declared('package-kind') },
  ];
  const form = { packageKind: '22', goods: [{ originCountry: 'DEU', currency: 'EUR' }] };
  const on = (day?: string) => mapDocument(fields, form, {}, undefined, day).map((f) => f.value);
  assert.deepEqual(on(LAST_OLD), ['304', '300', '2']);
  assert.deepEqual(on(FIRST_NEW), ['DEU', 'EUR', '22']);
  assert.deepEqual(on(), ['DEU', 'EUR', '22'], 'not sent: nothing to translate for');
});

test('[N1] rows hold from a day to a day, both counted; a code without a row on the day is not guessed at', () => {
  const table: CodeTable = {
    id: 'x',
    list: 'currency',
    name: { zh: '某表', en: 'x' },
    source: 'test',
    rows: [
      { ours: 'HRK', theirs: '351', to: '2022-12-31' },
      { ours: 'HRK', theirs: '300', from: '2023-01-01', to: '2023-06-30' },
    ],
  };
  const on = (day: string) => translateCode(table, 'HRK', day);
  assert.deepEqual(['2022-12-31', '2023-01-01', '2023-06-30'].map(on), ['351', '300', '300']);
  assert.throws(() => on('2023-07-01'), /HRK 在 2023-07-01 没有某表/);
  assert.throws(() => translateCode(numericCountry, 'XXX', FIRST_NEW), RangeError);
  assert.equal(translateBack(table, '300', '2023-01-01'), 'HRK');
  assert.equal(translateBack(table, '300', '2022-12-31'), undefined);
});

test('[N1] the way back brings back what was written, where it means one code alone', () => {
  for (const table of codeTables)
    for (const row of table.rows) {
      const day = row.to ?? row.from ?? FIRST_NEW;
      const back = translateBack(table, translateCode(table, row.ours, day), day);
      const many = table.rows.filter((one) => one.theirs === row.theirs && holdsOn(one, day)).length > 1;
      assert.equal(back, many ? undefined : row.ours, `${table.id} ${row.ours}`);
    }
  assert.equal(translateBack(declared('package-kind'), '7', LAST_OLD), undefined, 'seven is four of ours');
});

test('[N1] no table says two things of one code on one day', () => {
  for (const table of codeTables)
    assert.equal(new Set(table.rows.map((row) => `${row.ours} ${row.from ?? ''}`)).size, table.rows.length, table.id);
});

test('[N1] the rows are those of the public tables', { skip }, () => {
  const columns = (file: string, ours: number, theirs: number) =>
    new Map(
      readFileSync(path.join(dir, file), 'utf8')
        .split(/\r?\n/)
        .map((line) => line.replace(/"[^"]*"/g, (name) => name.replaceAll(',', ' ')).split(','))
        .map((cells) => [cells[ours] ?? '', cells[theirs] ?? '']),
    );
  // The list of 2026 has the number first, then the name, then the letters.
  const dictionary = (of: string) =>
    readFileSync(path.join(dir, '2026_dictionary.csv'), 'utf8')
      .split(/\r?\n/)
      .map((line) => line.split(','))
      .flatMap(([list, , number, , letters]) => (list === of && letters && number ? [[letters, number] as const] : []));
  const held: readonly (readonly [CodeTable, ReadonlyMap<string, string>])[] = [
    [numericCountry, columns('05_country.csv', 1, 3)],
    [quarantineCountry, columns('05_country.csv', 1, 4)],
    [numericCurrency, new Map([...dictionary('cit_currency'), ...columns('09_currency.csv', 1, 3)])],
    [declared('package-kind'), columns('13_package_type.csv', 1, 2)],
    [quarantinePackage, columns('13_package_type.csv', 1, 4)],
    [quarantineCurrency, columns('09_currency.csv', 1, 4)],
  ];
  for (const [table, known] of held)
    for (const row of table.rows) assert.equal(row.theirs, known.get(row.ours), `${table.id} ${row.ours}`);
});

test('[N1] every country of the national list has its numbers, and its alpha-2 code is that of its ISO number', () => {
  const listed = countries.map((line) => line.slice(0, 3));
  for (const table of [numericCountry, quarantineCountry])
    assert.deepEqual(table.rows.map((row) => row.ours).sort(), [...listed].sort(), table.id);
  for (const { ours, theirs } of alphaTwoCountry.rows) {
    const number = translateCode(quarantineCountry, ours, FIRST_NEW);
    assert.equal(Intl.getCanonicalLocales(`und-${number}`)[0], `und-${theirs}`, ours);
  }
  const none = listed.filter((code) => !alphaTwoCountry.rows.some((row) => row.ours === code));
  // Islands and unions that customs counts apart, "other", "unknown": no countries of ISO.
  assert.deepEqual(
    none.filter((code) => !/^(CAI|CEU|GAM|MAI|MEL|SOC|TUA|TUB|Z[AENOSUZ][A-Z])$/.test(code)),
    [],
  );
});

test('[N1] a code without a row is an error that names code, table and day', () => {
  assert.throws(() => translateCode(alphaTwoCountry, 'ZZZ', FIRST_NEW), /ZZZ 在 2018-08-01 没有ISO 3166 两位国别代码/);
  assert.throws(() => translateCode(numericCurrency, 'KZT', FIRST_NEW), /KZT/);
});

test('[N1][N2] on any day each way is a function, and there and back is the same where one code alone is meant', () => {
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const edges = codeTables.flatMap(({ rows, sameFrom }) => [sameFrom, ...rows.flatMap(({ from, to }) => [from, to])]);
  const days = fc.oneof(day, fc.constantFrom(...edges.filter((edge) => edge !== undefined)));
  fc.assert(
    fc.property(fc.constantFrom(...codeTables), fc.nat(), days, (table, which, on) => {
      const ours = table.rows[which % table.rows.length]?.ours ?? assert.fail();
      if (table.sameFrom !== undefined && on >= table.sameFrom) {
        assert.equal(translateCode(table, ours, on), ours);
        return;
      }
      const held = table.rows.filter((row) => row.ours === ours && holdsOn(row, on));
      assert.ok(held.length <= 1, `${table.id} says two things of ${ours} on ${on}`);
      if (!held[0]) {
        assert.throws(() => translateCode(table, ours, on), RangeError);
        return;
      }
      const theirs = translateCode(table, ours, on);
      assert.equal(theirs, held[0].theirs);
      const meant = table.rows.filter((row) => row.theirs === theirs && holdsOn(row, on));
      assert.equal(
        translateBack(table, theirs, on),
        meant.length === 1 ? ours : undefined,
        `${table.id} ${theirs} ${on}`,
      );
    }),
    { numRuns: 3000, seed },
  );
});

test('[N1] currencies have the numbers of ISO 4217: all of the list, each as it stands there, and no other but those dated', () => {
  const noMoney = /^X(A[GU]|B[ABCD]|DR|P[DT]|SU|TS|UA|XX)$/;
  const listed = new Map(currencyCodes.data.map(({ code, number }) => [code, number]));
  for (const [code, number] of listed)
    if (!noMoney.test(code)) assert.equal(translateCode(isoCurrencyNumber, code, '2024-07-01'), number, code);
  const others = isoCurrencyNumber.rows.filter(({ ours }) => !listed.has(ours));
  assert.deepEqual(
    others.map(({ ours, from, to }) => [ours, from, to]),
    [
      ['HRK', undefined, '2022-12-31'],
      ['XCG', '2025-03-31', undefined],
    ],
  );
  // Two numbers of quarantine are not those of ISO.
  const own = quarantineCurrency.rows.filter(({ ours, theirs }) => listed.get(ours) !== theirs);
  assert.deepEqual(
    own.map(({ ours }) => ours),
    ['EUR', 'TWD'],
  );
});

test('[N1][P10] every code that a table translates stands in the form’s list, and what a table leaves out is refused by name', () => {
  const held = new Map(
    builtInLists.map(({ id, entries, complete }) => [
      id,
      { complete, codes: entries.map((entry) => entry.split(' ')[0] ?? '') },
    ]),
  );
  const leftOut = (table: CodeTable) => {
    const { complete, codes } = held.get(table.list) ?? assert.fail(table.list);
    if (complete)
      assert.deepEqual(
        table.rows.map(({ ours }) => ours).filter((code) => !codes.includes(code)),
        [],
        table.id,
      );
    const on = table.sameFrom === undefined ? FIRST_NEW : LAST_OLD;
    const without = codes.filter((code) => !table.rows.some(({ ours }) => ours === code));
    for (const code of without)
      assert.throws(() => translateCode(table, code, on), new RegExp(`${code} .*${on}.*${table.name.zh}`), table.id);
    return without.length;
  };
  assert.deepEqual([unecePackage, isoCurrencyNumber, numericCountry].map(leftOut), [0, 0, 0]);
  for (const table of [uneceUnit, quarantineCurrency, numericCurrency, quarantinePackage, uneceMode, alphaTwoCountry])
    assert.ok(leftOut(table) > 0, table.id);
});
