import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  fromPartnerTime,
  isDay,
  isInstant,
  type PartnerTimeFormat,
  partnerDay,
  plusMs,
  readPartnerTime,
  toPartnerTime,
} from './instant.ts';

const formats: readonly (readonly [PartnerTimeFormat, step: number])[] = [
  ['yyyyMMdd', 86_400_000],
  ['yyyyMMddHHmm', 60_000],
  ['yyyyMMddHHmmss', 1000],
  ['yyyyMMddHHmmssSSS', 1],
  ['yyyy-MM-dd', 86_400_000],
  ['yyyy-MM-dd HH:mm:ss', 1000],
  ['yyyy-MM-ddTHH:mm:ss', 1000],
];
const anyMs = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2090, 0, 1) });
const instantOf = (ms: number) => new Date(ms).toISOString();

test('[P3] what is written in a partner’s format is read back, to the step of the format', () => {
  fc.assert(
    fc.property(anyMs, fc.constantFrom(...formats), (ms, [format, step]) => {
      const read = fromPartnerTime(toPartnerTime(instantOf(ms), format), format);
      const local = ms + 8 * 3_600_000;
      assert.equal(read, instantOf(Math.floor(local / step) * step - 8 * 3_600_000));
    }),
  );
});

test('[P3] partner time is UTC+8 all year, also in the years when China had summer time', () => {
  // The independent definition: ICU’s fixed zone. Asia/Shanghai itself had summer time from 1986 to 1991.
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Etc/GMT-8', dateStyle: 'short', timeStyle: 'medium' });
  fc.assert(
    fc.property(anyMs, (ms) => {
      assert.equal(toPartnerTime(instantOf(ms), 'yyyy-MM-dd HH:mm:ss'), clock.format(new Date(ms)));
    }),
  );
  assert.equal(fromPartnerTime('1988-07-01 12:00:00', 'yyyy-MM-dd HH:mm:ss'), '1988-07-01T04:00:00.000Z');
});

test('[P3] days that do not exist are refused, leap days are not', () => {
  for (const text of ['20230229', '19000229', '20260431', '20261301', '20260100', '20260001'])
    assert.equal(fromPartnerTime(text, 'yyyyMMdd'), undefined, text);
  for (const text of ['20240229', '20000229']) assert.ok(fromPartnerTime(text, 'yyyyMMdd'), text);
  for (const text of ['202601012460', '202601016000', '202601012400'])
    assert.equal(fromPartnerTime(text, 'yyyyMMddHHmm'), undefined, text);
  assert.equal(fromPartnerTime('0099-12-31', 'yyyy-MM-dd'), undefined);
});

test('[P3] the day turns at sixteen hours UTC', () => {
  assert.equal(partnerDay('2026-11-20T15:59:59.999Z'), '2026-11-20');
  assert.equal(partnerDay('2026-11-20T16:00:00.000Z'), '2026-11-21');
});

test('[P3] the shape of a text tells its format; anything else is no time', () => {
  assert.equal(readPartnerTime('20261120'), '2026-11-19T16:00:00.000Z');
  assert.equal(readPartnerTime('2026-11-20T08:00:00'), '2026-11-20T00:00:00.000Z');
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readPartnerTime(text);
      assert.ok(read === undefined || isInstant(read));
    }),
  );
});

test('[P3] instants and days are told from other text', () => {
  assert.equal(isInstant('2026-11-20T08:00:00Z'), true);
  assert.equal(isInstant('2026-11-20T08:00:00+08:00'), false);
  assert.equal(isInstant('2026-13-20T08:00:00Z'), false);
  assert.equal(isDay('2026-02-29'), false);
  assert.equal(plusMs('2026-11-20T23:59:59.999Z', 1), '2026-11-21T00:00:00.000Z');
});
