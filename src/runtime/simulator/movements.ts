// What a station reports of goods that were released, script by script: the same for rail, air and road (N10).
type Reported = { readonly afterMs: number; readonly says: string };

const usual: readonly Reported[] = [
  { afterMs: 6000, says: 'gate-in' },
  { afterMs: 12_000, says: 'loaded' },
  { afterMs: 20_000, says: 'gate-out' },
];
/** Everything is said too early once and taken back; far apart, so that nothing overtakes. */
const withReturns: readonly Reported[] = [
  'gate-in',
  'gate-in back',
  'gate-in',
  'loaded',
  'loaded back',
  'loaded',
  'gate-out',
  'gate-out back',
  'gate-out',
].map((says, n) => ({ afterMs: 20_000 * (n + 1), says }));

export function movementsOf(scenario: string): readonly Reported[] {
  if (scenario === 'REHOLD') return [];
  return scenario === 'RETURN' ? withReturns : usual;
}
