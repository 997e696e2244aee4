// What a station may report of the goods of a release, and in which order (P7): truck in, loaded, out. Each can be taken back, the last
// first. A station that reports only the last is heard too. Pure; held to a model by movements.test.ts.
import type { Movement, PossibleReport, Position, ReleaseState } from './contract.ts';

export const movements: readonly Movement[] = ['gate-in', 'loaded', 'gate-out'];
const positions: Readonly<Record<Movement, Position>> = { 'gate-in': 'at-gate', loaded: 'loaded', 'gate-out': 'left' };

/** What is left of the reports, in the order they were taken: a reverse takes the last one away. */
export function standingOf(
  reports: readonly { readonly movement: Movement; readonly reverse: boolean }[],
  state: ReleaseState,
): readonly Movement[] {
  const standing: Movement[] = [];
  for (const { movement, reverse } of reports) {
    if (reverse) standing.pop();
    else standing.push(movement);
  }
  // What left before reports were kept has left all the same.
  if (state === 'used' && standing.at(-1) !== 'gate-out') standing.push('gate-out');
  return standing;
}
/** `standing`: what was reported and not taken back, oldest first. */
export const positionOf = (standing: readonly Movement[]): Position => {
  const last = standing.at(-1);
  return last ? positions[last] : 'waiting';
};
/**
 * Forwards goes only what holds a live release: a revoked one stops the truck where it is. Back goes whatever stands, in any state of the
 * release: a truck whose release was revoked while it was at the gate is unloaded and sent away, and that has to be on record.
 */
export function judgeReport(
  release: { readonly state: ReleaseState; readonly standing: readonly Movement[] },
  report: { readonly movement: Movement; readonly reverse: boolean },
): 'taken' | 'not-usable' | 'out-of-order' {
  const last = release.standing.at(-1);
  if (report.reverse) return last === report.movement ? 'taken' : 'out-of-order';
  if (release.state !== 'granted') return 'not-usable';
  return last === undefined || movements.indexOf(last) < movements.indexOf(report.movement) ? 'taken' : 'out-of-order';
}
type Reported = { readonly id: string; readonly movement: Movement; readonly reverse: boolean; readonly at: string };
/**
 * What of the kept reports is taken next. Of each movement the last report by the station's own time decides whether it stands, so the order
 * in which messages come decides nothing; of several at one time the last that came, but what takes back and waits for what it takes back.
 */
export function nextReport<K extends Reported>(
  release: { readonly state: ReleaseState; readonly standing: readonly Movement[] },
  taken: readonly Reported[],
  kept: readonly K[],
): K | undefined {
  const waits = (one: Reported) => (one.reverse && kept.some((k) => k === one) ? 1 : 0);
  const inOrder = [...taken, ...kept].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || waits(a) - waits(b) || (a.id < b.id ? -1 : 1),
  );
  const lastOf = (movement: Movement) => inOrder.findLast((one) => one.movement === movement);
  const isKept = (one: Reported | undefined): one is K => kept.some((k) => k === one);
  const top = release.standing.at(-1);
  const undoes = top && lastOf(top);
  if (undoes?.reverse) return isKept(undoes) ? undoes : undefined;
  if (release.state !== 'granted') return undefined;
  return movements
    .slice(top === undefined ? 0 : movements.indexOf(top) + 1)
    .map(lastOf)
    .find((one): one is K => isKept(one) && !one.reverse);
}
/** What would be taken now: forwards as a truck goes, then what can be taken back. */
export const possibleReports = (release: Parameters<typeof judgeReport>[0]): PossibleReport[] =>
  [false, true]
    .flatMap((reverse) => movements.map((movement) => ({ movement, reverse })))
    .filter((report) => judgeReport(release, report) === 'taken');
