// Figures and times of channels as people read them.
import type { PulseFigures } from '../contract.ts';

export const REFRESH_MS = 5000;
type Say = (zh: string, en?: string) => string;

export function rateOf({ attempts, delivered }: PulseFigures): string {
  if (attempts === 0) return '–';
  const share = (delivered / attempts) * 100;
  // What is not all of it never reads as all of it.
  return `${share === 100 ? 100 : Math.min(99.9, Math.round(share * 10) / 10)} %`;
}
export const msText = (ms: number | undefined): string =>
  ms === undefined ? '–' : ms < 1000 ? `${ms} ms` : `${Math.round(ms / 100) / 10} s`;
export const latencyText = (figures: PulseFigures): string =>
  [figures.p50Ms, figures.p95Ms, figures.p99Ms].map(msText).join(' / ');

export function ageText(say: Say, instant: string | undefined): string {
  if (!instant) return '–';
  const minutes = Math.max(0, Math.round((Date.now() - Date.parse(instant)) / 60_000));
  if (minutes < 1) return say('不到 1 分钟', 'under a minute');
  if (minutes < 120) return say(`${minutes} 分钟`, `${minutes} min`);
  const hours = Math.round(minutes / 60);
  return hours < 48
    ? say(`${hours} 小时`, `${hours} h`)
    : say(`${Math.round(hours / 24)} 天`, `${Math.round(hours / 24)} days`);
}
/** What is typed is partner time (UTC+8), whatever the machine's own zone. */
export const instantOf = (local: string): string | undefined =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? new Date(`${local}:00+08:00`).toISOString() : undefined;

/** The same the other way round, for a field that shows what is set. */
export const localOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);

export const weekdays: readonly (readonly [zh: string, en: string])[] = [
  ['星期一', 'Monday'],
  ['星期二', 'Tuesday'],
  ['星期三', 'Wednesday'],
  ['星期四', 'Thursday'],
  ['星期五', 'Friday'],
  ['星期六', 'Saturday'],
  ['星期日', 'Sunday'],
];
