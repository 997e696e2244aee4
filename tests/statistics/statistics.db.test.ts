// Statistics over the wire (P8): counted as cases go their ways, equal to a recount by other means; who sees whose, and what is not told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import type { CaseStatistics, PlatformStatistics } from '../../src/hub/statistics/contract.ts';
import { partnerDay } from '../../src/kernel/instant.ts';
import { parseXlsx } from '../../src/runtime/codec/xlsx.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, fileShipment, signIn, until } from '../support/application.ts';
import { airImport, railExport, railImport } from '../support/forms.ts';

const { application, trader, customs, operator } = await applicationWith(['trader', 'customs', 'operator']);

const today = () => partnerDay(new Date().toISOString());
const range = (more = '') => `/statistics?from=2026-01-01&to=${today()}${more}`.replace('2026-01-01', monthBefore());
const monthBefore = () => partnerDay(new Date(Date.now() - 31 * 86_400_000).toISOString());
const lastPosition = async () =>
  application.unitOfWork.run(portico, async ({ db }) => {
    const { rows } = await sql<{ last: string }>`select max(position)::text as last from runtime.event`.execute(db);
    return Number(rows[0]?.last ?? 0);
  });
/** All that has happened until now is counted. */
async function counted(): Promise<void> {
  const last = await lastPosition();
  await until(
    () => operator.get<CaseStatistics>(range()),
    (s) => s.upTo >= last,
    'it is counted',
  );
}
const inState = (s: CaseStatistics, state: string) => s.states.find((one) => one.state === state)?.cases ?? 0;

/** Counted again from the cases themselves, by one plain statement. */
const recounted = (party: string | undefined) =>
  application.unitOfWork.run(portico, async ({ db }) => {
    const { rows } = await sql<{ state: string; cases: number }>`
      select progress as state, count(*)::integer as cases from shipment.shipment s
      where version > 0 and (${party ?? null}::text is null or exists (
        select 1 from shipment.participant p where p.shipment_id = s.id and p.party = ${party ?? null}))
      group by 1 order by 1`.execute(db);
    return rows;
  });
const sorted = (s: CaseStatistics) => s.states.toSorted((a, b) => (a.state < b.state ? -1 : 1));

test('[P8] cases that are released, wait, are amended and withdrawn: the figures equal a recount, of all and of each far end', async () => {
  const ids = [];
  for (const form of [railImport('CLEAN-STAT-1'), railExport('CLEAN-STAT-2'), airImport('CLEAN-STAT-3')])
    ids.push((await fileShipment(trader, form)).id);
  const waiting = await fileShipment(trader, railImport('SILENT-STAT-4'));
  const gone = await fileShipment(trader, railImport('SILENT-STAT-5'));
  await trader.send('POST', `/shipments/${gone.id}/withdrawal`, { reason: '取消' });
  const draft = await trader.send<ShipmentView>('POST', `/shipments/${waiting.id}/amendment`);
  const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${waiting.id}/form`, {
    form: { ...draft.form, grossMassKg: '2250' },
    revision: draft.revision,
  });
  await trader.send('POST', `/shipments/${waiting.id}/submit`, { revision, reason: '更正毛重' });
  for (const id of ids)
    await until(
      () => trader.get<ShipmentView>(`/shipments/${id}`),
      (s) => s.state === 'closed',
      'it closes',
    );
  await counted();
  const all = await operator.get<CaseStatistics>(range());
  assert.deepEqual(sorted(all), await recounted(undefined));
  assert.deepEqual([inState(all, 'gated-out'), inState(all, 'withdrawn')], [3, 1]);
  for (const party of ['customs', 'border-inspection', 'carrier', 'railway-yard', 'airport-station', 'maritime'])
    assert.deepEqual(
      sorted(await operator.get<CaseStatistics>(range(`&party=${party}`))),
      await recounted(party),
      party,
    );
  assert.deepEqual(
    all.spans.slice(0, 2).map((one) => [one.stage, one.cases]),
    [
      ['clearance', 3],
      ['leaving', 3],
    ],
  );
  assert.equal(all.periods.at(-1)?.period, today());
  const months = await operator.get<CaseStatistics>(range('&by=month&direction=export&transportMode=3'));
  assert.deepEqual([months.cases, months.periods.at(-1)?.period], [1, today().slice(0, 7)]);
});

test('[P8] by customs office, how soon each authority answered, and how long goods stayed: equal to a recount', async () => {
  await counted();
  const all = await operator.get<CaseStatistics>(range());
  const plain = <T>(query: string) =>
    application.unitOfWork.run(portico, async ({ db }) => (await sql.raw<T>(query).execute(db)).rows);
  const offices = await plain<{ office: string; cases: number }>(
    `select declaration_office as office, count(*)::integer as cases from shipment.shipment where version > 0 group by 1 order by 1`,
  );
  assert.ok(offices.length >= 2, 'rail and air are declared at different offices');
  assert.deepEqual(
    all.offices.map(({ office, cases }) => ({ office, cases })),
    offices,
  );
  assert.ok(all.offices.every(({ name, office }) => name.zh !== '' && name.zh !== office));
  for (const { office, cases } of offices) {
    const one = await operator.get<CaseStatistics>(range(`&office=${office}`));
    assert.deepEqual([one.cases, one.offices], [cases, []]);
  }
  const answers = await plain<{ authority: string; cases: number; seconds: number }>(`
    select authority, count(*)::integer as cases, sum(floor(extract(epoch from greatest(first - filed, interval '0'))))::integer as seconds from (
      select i.body ->> 'authority' as authority, min(i.received_at) as first, min(v.submitted_at) as filed
      from disposition.instruction i join shipment.version v on v.shipment_id::text = i.shipment_id and v.version = 1
      where i.body ->> 'kind' <> 'withdraw' group by i.shipment_id, 1) w group by 1 order by 1`);
  assert.ok(answers.some(({ authority }) => authority === 'customs'));
  assert.deepEqual(
    all.answers.map(({ authority, span }) => [authority, span.cases, span.meanSeconds]).sort(),
    answers.map(({ authority, cases, seconds }) => [authority, cases, Math.round(seconds / cases)]),
  );
  const dwell = await plain<{ cases: number }>(`
    select count(*)::integer as cases from shipment.shipment s where closed_at is not null and exists (
      select 1 from runtime.event e where e.subject = s.id::text and e.type = 'shipment.cargo-arrived')`);
  assert.equal(all.spans.find((one) => one.stage === 'dwell')?.cases, dwell[0]?.cases);
});

test('[P8][P11] as a spreadsheet: the same figures, and nobody’s but one’s own', async () => {
  await counted();
  const own = await trader.get<CaseStatistics>(range());
  const csv = await trader.raw('GET', range().replace('/statistics?', '/statistics/table?'));
  assert.match(csv.headers.get('content-disposition') ?? '', /attachment; filename="statistics-.*\.csv"/);
  const lines = (await csv.text()).split('\r\n');
  assert.match(lines[1] ?? '', new RegExp(`^模拟数据 / Simulated data,.*,${own.cases},`));
  for (const { office, cases } of own.offices)
    assert.ok(
      lines.some((line) => line.startsWith(`按关区 / By customs office,${office} `) && line.includes(`,${cases},`)),
    );
  const xlsx = await trader.raw('GET', range('&format=xlsx').replace('/statistics?', '/statistics/table?'));
  const rows = await parseXlsx(new Uint8Array(await xlsx.arrayBuffer()), {
    maxBytes: 1_000_000,
    maxRows: 1000,
    maxColumns: 20,
  });
  assert.deepEqual([rows[1]?.[3], rows.length], [String(own.cases), lines.length - 1]);
  assert.equal(
    (await customs.raw('GET', range('&party=carrier').replace('/statistics?', '/statistics/table?'))).status,
    403,
  );
});

test('[P8][P11] each sees his own: the far end its cases, the enterprise its own, a stranger none, nobody another’s', async () => {
  await counted();
  const ofCustoms = await customs.get<CaseStatistics>(range());
  assert.deepEqual([ofCustoms.of.kind, sorted(ofCustoms)], ['party', await recounted('customs')]);
  const own = await trader.get<CaseStatistics>(range());
  assert.deepEqual([own.of.kind, own.cases], ['organisation', 5]);
  const stranger = await signIn(application, 'trader2');
  assert.equal((await stranger.get<CaseStatistics>(range())).cases, 0);
  const refused = await customs.send<{ code: string }>('GET', range('&party=carrier'), undefined, 403);
  assert.equal(refused.code, 'STATISTICS_NOT_OWN');
  await trader.send('GET', range('&party=customs'), undefined, 403);
  const far = await trader.send<{ code: string }>('GET', '/statistics?from=2026-01-01&to=2027-06-01', undefined, 422);
  assert.equal(far.code, 'STATISTICS_PERIOD_UNFIT');
  await trader.send('GET', '/statistics?from=2026-02-01&to=2026-01-01', undefined, 422);
});

test('[P8][P11] of the whole platform others learn only what enough cases of enough owners stand behind', async () => {
  const month = today().slice(0, 7);
  const platform = (who = trader) => who.get<PlatformStatistics>(`/statistics/platform?month=${month}`);
  await counted();
  const few = await platform();
  const ofRail = (s: PlatformStatistics) => s.rows.find((r) => r.direction === 'import' && r.transportMode === '3');
  assert.ok(ofRail(few), 'that there are some is said');
  assert.ok(few.rows.every((row) => row.cases === undefined && row.clearance === undefined));
  // Nine more of the same owner are enough cases, and still one owner's own.
  for (let n = 10; n < 19; n += 1) await fileShipment(trader, railImport(`SILENT-STAT-${n}`));
  await counted();
  assert.equal(ofRail(await platform())?.cases, undefined);
  await application.unitOfWork.run(portico, ({ db }) =>
    sql`insert into statistics.owner_month (month, direction, mode, owner_id, cases)
      select ${`${month}-01`}::date, 'import', '3', gen_random_uuid(), 1 from generate_series(1, 2)`.execute(db),
  );
  const told = ofRail(await platform(customs));
  assert.equal(told?.cases, 12);
  assert.equal(told?.clearance, undefined, 'two cleared cases are too few to tell how long it takes');
});

test('[P8] counted twice and in portions that overlap, the figures stay', async () => {
  await counted();
  const before = await operator.get<CaseStatistics>(range());
  await application.unitOfWork.run(portico, ({ db }) =>
    sql`update runtime.consumer set position = position / 2 where name = 'statistics'`.execute(db),
  );
  await counted();
  const { upTo: _before, ...was } = before;
  const { upTo: _after, ...is } = await operator.get<CaseStatistics>(range());
  assert.deepEqual(is, was);
});
