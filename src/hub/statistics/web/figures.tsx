// Bars with their numbers beside them: what is seen is also said (P8).
import { useSay } from '../../../web/language.tsx';
import type { Span } from '../contract.ts';

type Say = ReturnType<typeof useSay>;
const HOUR = 3600;

function durationText(say: Say, seconds: number): string {
  const round = (n: number) => String(Math.round(n * 10) / 10);
  if (seconds < 60) return say(`${seconds} 秒`, `${seconds} s`);
  if (seconds < HOUR) return say(`${Math.round(seconds / 60)} 分钟`, `${Math.round(seconds / 60)} min`);
  if (seconds < 48 * HOUR) return say(`${round(seconds / HOUR)} 小时`, `${round(seconds / HOUR)} h`);
  return say(`${round(seconds / 24 / HOUR)} 天`, `${round(seconds / 24 / HOUR)} days`);
}

/** `share` of the whole width, 0 to 1; the number stands beside it in words. */
export function Bar({ share }: { share: number }) {
  return (
    <svg className="share-bar" aria-hidden="true">
      <rect width={`${Math.round(share * 1000) / 10}%`} height="100%" rx="2" />
    </svg>
  );
}

const stageNames = {
  clearance: { zh: '从首次申报到全部放行', en: 'From the first filing to the last release' },
  leaving: { zh: '从全部放行到全部出场', en: 'From the last release to the last gate-out' },
  dwell: { zh: '从到达到全部出场', en: 'From the arrival to the last gate-out' },
  answer: { zh: '从首次申报到首次答复', en: 'From the first filing to the first word' },
} as const;

export function SpanCard({ span }: { span: Span }) {
  const say = useSay();
  const name = say(stageNames[span.stage]);
  const most = Math.max(1, ...span.buckets.map((one) => one.cases));
  // Bounds beyond the longest time say nothing.
  const last = span.buckets.findLastIndex((one) => one.cases > 0);
  return (
    <section className="card" aria-label={name}>
      <h2>{name}</h2>
      {span.cases === 0 ? (
        <p className="soft">{say('所选期间没有到这一步的货物', 'No case of this period has come so far')}</p>
      ) : (
        <>
          <p>{spanText(say, span)}</p>
          <table className="plain figures">
            <thead>
              <tr>
                <th>{say('用时', 'Time taken')}</th>
                <th className="number">{say('票数', 'Cases')}</th>
                <th className="wide">{say('分布', 'Share')}</th>
              </tr>
            </thead>
            <tbody>
              {span.buckets.slice(0, last + 1).map((one, index) => (
                <tr key={one.upTo ?? 'more'}>
                  <td>
                    {one.upTo === undefined
                      ? say('更长', 'Longer')
                      : say(
                          `${index === 0 ? '' : '至 '}${durationText(say, one.upTo)}${index === 0 ? '以内' : ''}`,
                          `up to ${durationText(say, one.upTo)}`,
                        )}
                  </td>
                  <td className="number">{one.cases}</td>
                  <td className="wide">
                    <Bar share={one.cases / most} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

export function spanText(say: Say, span: Span): string {
  const mean = durationText(say, span.meanSeconds);
  const half = span.halfWithin === undefined ? undefined : durationText(say, span.halfWithin);
  return half === undefined
    ? say(`${span.cases} 票，平均 ${mean}`, `${casesText(span.cases)}, ${mean} on average`)
    : say(
        `${span.cases} 票，平均 ${mean}，半数在 ${half}以内`,
        `${casesText(span.cases)}, ${mean} on average, half within ${half}`,
      );
}

export const casesText = (cases: number): string => (cases === 1 ? '1 case' : `${cases} cases`);
