import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseCsv } from '../../runtime/codec/csv.ts';
import { elements } from '../shipment/index.ts';
import { builtInLists } from './built-in-lists.ts';
import { builtInTariff } from './built-in-tariff.ts';
import { chapters } from './chapters.ts';
import { readEntry } from './load-built-in.ts';

const samples = process.env.PORTICO_SAMPLES ?? '../shared/samples';
const absent = existsSync(samples) ? false : 'the sample files are not here';
const limits = { maxBytes: 64_000_000, maxRows: 100_000, maxColumns: 60 };
const sample = (file: string) => parseCsv(readFileSync(`${samples}/${file}`), limits);
const listOf = (id: string) => builtInLists.find((l) => l.id === id)?.entries.map(readEntry) ?? [];
const codesOf = (id: string) => new Set(listOf(id).map((e) => e.code));

test('[P10] every code list that an element names is a built-in list', () => {
  const have = new Set([...builtInLists.map((l) => l.id), 'tariff']);
  const missing = elements.filter((e) => e.codeList && !have.has(e.codeList)).map((e) => `${e.id}: ${e.codeList}`);
  assert.deepEqual(missing, []);
});

test('[P10] every built-in entry has a code, a Chinese and an English name, and stands once', () => {
  assert.equal(new Set(builtInLists.map((l) => l.id)).size, builtInLists.length);
  for (const list of builtInLists) {
    const rows = list.entries.map(readEntry);
    for (const [i, row] of rows.entries())
      assert.ok(row.code && row.content.name.zh && row.content.name.en, `${list.id}: ${list.entries[i]}`);
    assert.equal(new Set(rows.map((r) => r.code)).size, rows.length, list.id);
  }
});

test('[P10] the built-in tariff is large enough and names only known units and documents', () => {
  assert.ok(builtInTariff.length >= 150, String(builtInTariff.length));
  assert.equal(new Set(builtInTariff.map((l) => l.code)).size, builtInTariff.length);
  const units = codesOf('unit');
  const documents = codesOf('supervision-document');
  for (const line of builtInTariff) {
    assert.match(line.code, /^\d{10}$/);
    assert.ok(chapters.has(line.code.slice(0, 2)), line.code);
    assert.ok(units.has(line.firstUnit) && (!line.secondUnit || units.has(line.secondUnit)), line.code);
    assert.deepEqual(
      line.documents.filter((d) => !documents.has(d)),
      [],
      line.code,
    );
    assert.ok(line.elements.length >= 2 && line.elements.every((e) => /^[^#]+$/.test(e)), line.code);
    for (const rate of [line.mfnRate, line.generalRate, line.vatRate, line.rebateRate])
      assert.match(rate ?? '', /^\d(\.\d+)?$/);
  }
});

test('[P10] built-in lines agree with the published tariff where it has the code', { skip: absent }, () => {
  const published = new Map(sample('tariff-cn/cn_hs10_2020_main.csv').map((r) => [r[0], r]));
  for (const line of builtInTariff) {
    const row = published.get(line.code);
    assert.ok(row, `${line.code} is not in the published tariff`);
    const figures = [
      line.generalRate,
      line.mfnRate,
      line.exportRate ?? '0',
      line.consumptionRate ?? '0',
      line.vatRate,
    ].map(Number);
    assert.deepEqual(
      [line.documents.join(''), line.firstUnit, line.secondUnit ?? '', ...figures],
      [row[2], row[9], row[10], ...[row[3], row[4], row[6], row[7], row[8]].map(Number)],
      line.code,
    );
  }
});

test('[P10] built-in codes exist in the published tables', { skip: absent }, () => {
  const files: Readonly<Record<string, readonly [file: string, column: number]>> = {
    'customs-district': ['01_customs_district', 1],
    'transport-mode': ['02_transport_mode', 1],
    country: ['05_country', 1],
    port: ['06_port', 1],
    'domestic-district': ['07_domestic_district', 1],
    'trade-terms': ['08_trade_terms', 1],
    'container-spec': ['10_container_spec', 1],
    unit: ['11_unit', 1],
    'duty-mode': ['12_duty_mode', 1],
    'entry-exit-port': ['14_entry_exit_port', 1],
    'supervision-document': ['17_supervision_document', 1],
    'enterprise-qualification': ['18_enterprise_qualification', 0],
    purpose: ['19_purpose', 1],
    'origin-region': ['20_origin_region', 1],
    'dangerous-package': ['21_dangerous_package_spec', 0],
    'goods-attribute': ['22_goods_attribute', 1],
    'attachment-kind': ['24_attached_document_kind', 1],
    'levy-nature': ['04_levy_nature_cutmode', 1],
    'licence-kind': ['26_licence_kind', 0],
  };
  for (const [id, [file, column]] of Object.entries(files)) {
    const published = new Set(sample(`code-tables-cn/${file}.csv`).map((r) => r[column]?.trim()));
    assert.deepEqual(
      [...codesOf(id)].filter((code) => !published.has(code)),
      [],
      id,
    );
    const complete = builtInLists.find((l) => l.id === id)?.complete;
    // A list that calls itself complete must not miss a published code: it refuses what it does not hold.
    if (complete)
      assert.deepEqual(
        [...published].filter((c) => c && /^[0-9A-Z]+$/.test(c) && !codesOf(id).has(c)),
        [],
        id,
      );
  }
});

test('[P10] built-in UN/LOCODEs exist in the directory, for the countries it covers here', { skip: absent }, () => {
  for (const { code } of listOf('unlocode')) {
    const file = `${samples}/unlocode/${code.slice(0, 2).toLowerCase()}.yaml`;
    if (existsSync(file))
      assert.ok(readFileSync(file, 'utf-8').includes(`'${code.slice(0, 2)} ${code.slice(2)}'`), code);
  }
});
