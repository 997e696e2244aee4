// What a reader may know of the figures (P8; B16 三(一)4(1)): his own organisation's, of the far end he runs, the port office of everybody; of
// the whole platform a month at a time, where enough cases of enough owners stand behind it.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import { channelById } from '../mapping/index.ts';
import type { ShipmentProgress } from '../shipment/contract.ts';
import { partyOf } from '../shipment/index.ts';
import { authorities, authorityIds } from '../../kernel/party.ts';
import { loadLookup } from '../reference/index.ts';
import { ALL, answerOf, atOffice, scopeOfOrganisation, scopeOfParty } from './count-changes.ts';
import type { CaseStatistics, PlatformStatistics, Span, StateCount } from './contract.ts';
import { refuse } from './refusals.ts';
import { type Counted, spanOf } from './spans.ts';
import {
  type CellRow,
  countedUpTo,
  type Question,
  readCells,
  readOffices,
  readPlatformMonth,
  readSpans,
} from './store.ts';

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;
/** Below these a figure of all is not told to others. */
const LEAST = { cases: 10, owners: 3 } as const;

type Asked = {
  readonly from: string;
  readonly to: string;
  readonly by?: 'day' | 'month';
  readonly direction?: string;
  readonly transportMode?: string;
  readonly party?: string;
  readonly office?: string;
};

export async function readStatistics(context: Context, asked: Asked): Promise<CaseStatistics> {
  const { from, to, by = 'day', direction, transportMode, party, office } = asked;
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (!(days >= 1 && days <= MOST_DAYS)) throw refuse('STATISTICS_PERIOD_UNFIT', { from, to, most: MOST_DAYS });
  const { scope: whole, ...of } = whose(context, party);
  const scope = office === undefined ? whole : atOffice(whole, office);
  const question = {
    scope,
    from,
    to,
    ...(direction ? { direction } : {}),
    ...(transportMode ? { mode: transportMode } : {}),
  };
  const [cells, spans, upTo] = await Promise.all([
    readCells(context, { ...question, by }),
    readSpans(context, question),
    countedUpTo(context),
  ]);
  const periods = [...Map.groupBy(cells, (one) => one.period)].map(([period, rows]) => ({ period, ...sumOf(rows) }));
  const named = (stage: string) => spans.filter((one) => one.stage === stage);
  const simulated = context.settings.mode === 'demo';
  return {
    of,
    from,
    to,
    by,
    ...sumOf(cells),
    periods,
    spans: (['clearance', 'leaving', 'dwell'] as const).map((stage) => spanOf(stage, named(stage))),
    answers: authorityIds.flatMap((authority) => {
      const span = spanOf('answer', named(answerOf(authority)));
      return span.cases === 0 ? [] : [{ authority, name: authorities[authority], span }];
    }),
    offices: office === undefined ? await officesOf(context, question) : [],
    upTo,
    simulated,
  };
}

async function officesOf(context: Context, question: Question): Promise<CaseStatistics['offices']> {
  const rows = await readOffices(context, question);
  const codes = [...new Set(rows.map((row) => row.office))].map((code) => ({ list: 'customs-district', code }));
  const lookup = await loadLookup(context, { codes, tariff: [] });
  return [...Map.groupBy(rows, (row) => row.office)].map(([code, counted]) => ({
    office: code,
    name: lookup.code('customs-district', code).entry?.name ?? { zh: code, en: code },
    cases: counted[0]?.filed ?? 0,
    clearance: spanOf('clearance', counted),
  }));
}

export async function readPlatform(context: Context, month: string): Promise<PlatformStatistics> {
  const rows = await readPlatformMonth(context, `${month}-01`, LEAST);
  return {
    month,
    leastCases: LEAST.cases,
    leastOwners: LEAST.owners,
    rows: rows.map((row) => ({
      direction: row.direction,
      transportMode: row.mode,
      ...(row.cases === null ? {} : { cases: row.cases }),
      ...(row.buckets === null ? {} : { clearance: clearanceOf(row.buckets, Number(row.clearance_seconds)) }),
    })),
    simulated: context.settings.mode === 'demo',
  };
}

function clearanceOf(buckets: Readonly<Record<string, number>>, seconds: number): Span {
  const counted: Counted[] = Object.entries(buckets).map(([bucket, cases]) => ({
    bucket: Number(bucket),
    cases: Number(cases),
    seconds: 0,
  }));
  return spanOf('clearance', [...counted, { bucket: 0, cases: 0, seconds }]);
}

function whose(context: Context, party: string | undefined): { scope: string } & CaseStatistics['of'] {
  const { actor } = context;
  const own = partyOf(actor);
  if (actor.organisationKind === 'port-office')
    return party === undefined
      ? { scope: ALL, kind: 'platform', name: { zh: '全平台', en: 'The whole platform' } }
      : { scope: scopeOfParty(party), kind: 'party', name: nameOf(party) };
  if (party !== undefined && party !== own) throw refuse('STATISTICS_NOT_OWN', { party });
  if (own !== undefined) return { scope: scopeOfParty(own), kind: 'party', name: nameOf(own) };
  return {
    scope: scopeOfOrganisation(actor.organisationId ?? ''),
    kind: 'organisation',
    name: { zh: '本单位', en: 'Your organisation' },
  };
}
const nameOf = (party: string): Bilingual => channelById(party)?.name ?? { zh: party, en: party };

function sumOf(cells: readonly CellRow[]): { readonly cases: number; readonly states: readonly StateCount[] } {
  const states = [...Map.groupBy(cells, (one) => one.state)].map(([state, rows]) => ({
    state: state as ShipmentProgress,
    cases: rows.reduce((sum, one) => sum + one.cases, 0),
  }));
  return { cases: states.reduce((sum, one) => sum + one.cases, 0), states };
}
