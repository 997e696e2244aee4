// The figures as rows of a spreadsheet (P8): one figure a row, so that whoever opens it sorts and sums as he likes. Pure.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { CaseStatistics, Span } from './contract.ts';

const both = ({ zh, en }: Bilingual): string => (zh === en ? zh : `${zh} / ${en}`);
const stageNames: Readonly<Record<Span['stage'], Bilingual>> = {
  clearance: { zh: '从首次申报到全部放行', en: 'first filing to last release' },
  leaving: { zh: '从全部放行到全部出场', en: 'last release to last gate-out' },
  dwell: { zh: '从到达到全部出场', en: 'arrival to last gate-out' },
  answer: { zh: '从首次申报到该部门首次答复', en: 'first filing to the first word' },
};
const timesOf = ({ cases, meanSeconds, halfWithin }: Span): string[] =>
  cases === 0 ? ['', ''] : [String(meanSeconds), halfWithin === undefined ? '' : String(halfWithin)];

export function toRows(found: CaseStatistics): string[][] {
  const { of, from, to, periods, spans, answers, offices, simulated } = found;
  const span = (group: string, item: string, one: Span) => [
    group,
    item,
    both(stageNames[one.stage]),
    String(one.cases),
    ...timesOf(one),
  ];
  return [
    [
      '分组 / Group',
      '项目 / Item',
      '状态或阶段 / State or stage',
      '票数 / Cases',
      '平均秒数 / Mean seconds',
      '半数在此秒数内 / Half within seconds',
    ],
    [
      simulated ? '模拟数据 / Simulated data' : '范围 / Of',
      `${both(of.name)} ${from} – ${to}`,
      '',
      String(found.cases),
      '',
      '',
    ],
    ...periods.flatMap(({ period, states }) =>
      states.map(({ state, cases }) => ['按期 / By period', period, state, String(cases), '', '']),
    ),
    ...spans.map((one) => span('用时 / Time taken', '', one)),
    ...answers.map(({ name, span: one }) => span('部门答复 / Answers', both(name), one)),
    ...offices.map(({ office, name, cases, clearance }) => [
      '按关区 / By customs office',
      `${office} ${both(name)}`,
      both(stageNames.clearance),
      String(cases),
      ...timesOf(clearance),
    ]),
  ];
}
