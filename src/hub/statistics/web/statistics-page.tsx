// Statistics (P8): cases by day or month of filing and where they stand, how long they took, and the whole platform by month.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { Shown, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import type { CaseStatistics, PlatformStatistics } from '../contract.ts';
import { Answers, Offices } from './breakdowns.tsx';
import { Bar, casesText, SpanCard, spanText } from './figures.tsx';

const DAY_MS = 86_400_000;
/** Partner's day so many days ago. */
const dayBack = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * DAY_MS).toISOString().slice(0, 10);
const periods = [7, 30, 90, 365] as const;
const modes = [
  ['2', '水路', 'Water'],
  ['3', '铁路', 'Rail'],
  ['4', '公路', 'Road'],
  ['5', '航空', 'Air'],
] as const;
/** In the order a case goes. */
const order = [
  'awaiting',
  'rejected',
  'inspection-required',
  'held',
  'refused',
  'conditionally-released',
  'released',
  'gated-out',
  'withdrawn',
] as const;
const REFRESH_MS = 10_000;

export default function StatisticsPage() {
  const say = useSay();
  const session = useSession();
  const isOffice = session.data?.actions.includes('exchange.operate') === true;
  const [days, setDays] = useState<number>(30);
  const [direction, setDirection] = useState<string>();
  const [mode, setMode] = useState<string>();
  const [party, setParty] = useState<string>();
  const [office, setOffice] = useState<string>();
  const asked = new URLSearchParams({
    from: dayBack(days - 1),
    to: dayBack(0),
    by: days > 90 ? 'month' : 'day',
    ...(direction ? { direction } : {}),
    ...(mode ? { transportMode: mode } : {}),
    ...(party ? { party } : {}),
    ...(office ? { office } : {}),
  }).toString();
  const statistics = useQuery({
    queryKey: ['statistics', asked],
    queryFn: () => get<CaseStatistics>(`/statistics?${asked}`),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="bar">
        <h1>{say('统计', 'Statistics')}</h1>
        <Select
          aria-label={say('统计期', 'Period')}
          value={days}
          onChange={setDays}
          options={periods.map((n) => ({ value: n, label: say(`近 ${n} 天`, `Last ${n} days`) }))}
          style={{ minWidth: 120 }}
        />
        <Select
          aria-label={say('进出口', 'Direction')}
          allowClear
          placeholder={say('进出口', 'In and out')}
          value={direction ?? null}
          onChange={(v) => setDirection(v ?? undefined)}
          options={[
            { value: 'import', label: say('进口', 'Import') },
            { value: 'export', label: say('出口', 'Export') },
          ]}
          style={{ minWidth: 120 }}
        />
        <Select
          aria-label={say('运输方式', 'Transport mode')}
          allowClear
          placeholder={say('全部运输方式', 'All modes')}
          value={mode ?? null}
          onChange={(v) => setMode(v ?? undefined)}
          options={modes.map(([value, zh, en]) => ({ value, label: say(zh, en) }))}
          style={{ minWidth: 140 }}
        />
        {isOffice && <PartySelect value={party} onChange={setParty} />}
        {office && (
          <Button onClick={() => setOffice(undefined)}>{say(`关区 ${office} ×`, `Customs office ${office} ×`)}</Button>
        )}
        {(['xlsx', 'csv'] as const).map((format) => (
          <a key={format} href={`/api/v1/statistics/table?${asked}&format=${format}`} download>
            {format.toUpperCase()}
          </a>
        ))}
      </div>
      <Shown query={statistics}>
        {(found) => (
          <>
            <Cases found={found} />
            <div className="two even">
              {found.spans.map((span) => (
                <SpanCard key={span.stage} span={span} />
              ))}
            </div>
            <Answers answers={found.answers} />
            {found.offices.length > 0 && <Offices offices={found.offices} choose={setOffice} />}
          </>
        )}
      </Shown>
      <Platform />
    </>
  );
}

function PartySelect({ value, onChange }: { value: string | undefined; onChange: (id: string | undefined) => void }) {
  const say = useSay();
  const channels = useQuery({
    queryKey: ['statistics', 'parties'],
    queryFn: () => get<{ items: { id: string; name: { zh: string; en: string } }[] }>('/exchange/channels'),
  });
  return (
    <Select
      aria-label={say('部门或场站', 'Authority or station')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={say('全平台', 'All')}
      value={value ?? null}
      onChange={(v) => onChange(v ?? undefined)}
      loading={channels.isPending}
      options={(channels.data?.items ?? []).map((one) => ({ value: one.id, label: say(one.name) }))}
      style={{ minWidth: 180 }}
    />
  );
}

function Cases({ found }: { found: CaseStatistics }) {
  const say = useSay();
  const states = order.filter((state) => found.states.some((one) => one.state === state));
  const most = Math.max(1, ...found.periods.map((one) => one.cases));
  return (
    <section className="card" aria-label={say('票数', 'Cases')}>
      <h2>
        {say(found.of.name)}
        {say('：', ': ')}
        {say(`${found.cases} 票`, casesText(found.cases))} <SimulatedTag shown={found.simulated} />
      </h2>
      <p className="soft">
        {say(
          `首次申报在 ${found.from} 至 ${found.to}（北京时间）的货物，按现在的状态。`,
          `Cases first filed from ${found.from} to ${found.to} (UTC+8), as they stand now.`,
        )}
      </p>
      {found.cases === 0 ? (
        <p>{say('所选期间没有货物', 'No cases in this period')}</p>
      ) : (
        <>
          <ul className="state-counts">
            {states.map((state) => (
              <li key={state}>
                <StateTag state={state} /> <strong>{countOf(found.states, state)}</strong>
              </li>
            ))}
          </ul>
          <div className="scroll">
            <table className="plain stack figures">
              <thead>
                <tr>
                  <th>{say('申报日', 'Filed')}</th>
                  <th className="number">{say('票数', 'Cases')}</th>
                  <th className="wide">{say('比例', 'Share')}</th>
                  {states.map((state) => (
                    <th key={state} className="number">
                      <StateTag state={state} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {found.periods.toReversed().map((one) => (
                  <tr key={one.period}>
                    <td className="period">{one.period}</td>
                    <td className="number">
                      <span className="narrow-label">{say('票数', 'Cases')} </span>
                      {one.cases}
                    </td>
                    <td className="wide">
                      <Bar share={one.cases / most} />
                    </td>
                    {states.map((state) => (
                      <td key={state} className="number">
                        <span className="narrow-label">
                          <StateTag state={state} />{' '}
                        </span>
                        {countOf(one.states, state) || <span className="soft">0</span>}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
const countOf = (states: CaseStatistics['states'], state: string): number =>
  states.find((one) => one.state === state)?.cases ?? 0;

function Platform() {
  const say = useSay();
  const months = Array.from({ length: 12 }, (_, back) => monthBack(back));
  const [month, setMonth] = useState(monthBack(0));
  const platform = useQuery({
    queryKey: ['statistics', 'platform', month],
    queryFn: () => get<PlatformStatistics>(`/statistics/platform?month=${month}`),
    placeholderData: keepPreviousData,
  });
  const title = say('全平台按月', 'The whole platform by month');
  return (
    <section className="card" aria-label={title}>
      <div className="bar">
        <h2>{title}</h2>
        <Select
          aria-label={say('月份', 'Month')}
          value={month}
          onChange={setMonth}
          options={months.map((value) => ({ value, label: value }))}
          style={{ minWidth: 120 }}
        />
      </div>
      <Shown query={platform} empty={({ rows }) => rows.length === 0}>
        {(found) => (
          <>
            <p className="soft">
              {say(
                `少于 ${found.leastCases} 票或少于 ${found.leastOwners} 家货主的数字不列出。`,
                `Figures of fewer than ${found.leastCases} cases or ${found.leastOwners} owners are left out.`,
              )}{' '}
              <SimulatedTag shown={found.simulated} />
            </p>
            <table className="plain stack">
              <thead>
                <tr>
                  <th>{say('进出口', 'Direction')}</th>
                  <th>{say('运输方式', 'Transport mode')}</th>
                  <th>{say('票数', 'Cases')}</th>
                  <th>{say('从首次申报到全部放行', 'From the first filing to the last release')}</th>
                </tr>
              </thead>
              <tbody>
                {found.rows.map((row) => (
                  <tr key={`${row.direction}${row.transportMode}`}>
                    <td>{row.direction === 'import' ? say('进口', 'Import') : say('出口', 'Export')}</td>
                    <td>{modeName(say, row.transportMode)}</td>
                    <td>{row.cases ?? <LeftOut />}</td>
                    <td>{row.clearance ? spanText(say, row.clearance) : <LeftOut />}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Shown>
    </section>
  );
}
function LeftOut() {
  const say = useSay();
  return <span className="soft">{say('过少，不列出', 'Too few to tell')}</span>;
}
function monthBack(back: number): string {
  const now = new Date(Date.now() + 8 * 3_600_000);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7);
}
function modeName(say: ReturnType<typeof useSay>, mode: string): string {
  const known = modes.find(([value]) => value === mode);
  return known ? say(known[1], known[2]) : say('其他', 'Other');
}
