// How the combined disposition scales (P5): from 10 to 10,000 objects and a bill of 1,000 containers with 20,000 goods lines, what it costs to
// decide everything, and what it costs when one more instruction comes, for one box, for a goods line and for the whole bill.
// BENCH_OBJECTS=10,100 BENCH_REPEATS=9.
import { createEvaluator } from '../src/hub/disposition/combine-instructions.ts';
import type { ControlledObject, Instruction } from '../src/hub/disposition/contract.ts';
import { jurisdiction } from '../src/hub/disposition/jurisdiction.ts';

const SIZES = (process.env.BENCH_OBJECTS ?? '10,100,1000,10000,21003').split(',').map(Number);
const REPEATS = Number(process.env.BENCH_REPEATS ?? 9);
const LINES_IN_A_BOX = 20;
const since = '2026-11-20T00:00:00.000Z';
const asOf = '2026-11-20T08:00:00.000Z';
const say = (name: string, objects: number, value: number, unit: string) =>
  process.stdout.write(
    `${JSON.stringify({ bench: 'disposition', name, objects, value: Math.round(value * 1000) / 1000, unit })}\n`,
  );

function shipment(size: number): ControlledObject[] {
  const make = (type: ControlledObject['type'], key: string, within: string[], facts = {}): ControlledObject => ({
    id: `${type}:${key}`,
    type,
    key,
    label: { zh: key, en: key },
    within,
    facts: { transportMode: '2', version: '1', since, ...facts },
  });
  const boxes = Math.max(1, Math.round((size - 3) / (LINES_IN_A_BOX + 1)));
  const lines = size - 3 - boxes;
  return [
    make('conveyance', 'V', []),
    make('bill', 'B', ['conveyance:V']),
    make('declaration', 'D', []),
    ...Array.from({ length: boxes }, (_, i) => make('container', `C${i}`, ['bill:B'])),
    // Every tenth line lies in two boxes, every fiftieth is dangerous.
    ...Array.from({ length: lines }, (_, i) =>
      make(
        'goods-line',
        `D/${i}`,
        ['declaration:D', `container:C${i % boxes}`, ...(i % 10 === 0 ? [`container:C${(i + 1) % boxes}`] : [])],
        { dangerous: String(i % 50 === 0) },
      ),
    ),
  ];
}
let sequence = 0;
const word = (kind: Instruction['kind'], on: string, authority: Instruction['authority'] = 'customs'): Instruction => {
  sequence += 1;
  return {
    id: String(sequence),
    authority,
    kind,
    objects: [on],
    number: `N${sequence}`,
    sequence,
    reason: { zh: '因', en: 'because' },
    issuedAt: asOf,
    receivedAt: asOf,
    source: { simulated: false },
  };
};
/** Median on the clock, and of the CPU time of the whole process: on a crowded machine the two differ. */
function measure(name: string, size: number, work: () => void): void {
  const times = Array.from({ length: REPEATS }, () => {
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(cpu);
    return { clock: performance.now() - began, cpu: (user + system) / 1000 };
  });
  const middle = (of: 'clock' | 'cpu') =>
    times.map((t) => t[of]).sort((x, y) => x - y)[Math.floor(times.length / 2)] ?? 0;
  say(name, size, middle('clock'), 'ms');
  say(`${name}, the fastest`, size, Math.min(...times.map((t) => t.clock)), 'ms');
  say(name, size, middle('cpu'), 'ms CPU');
}

for (const size of SIZES) {
  const objects = shipment(size);
  const said = [
    word('release', 'declaration:D'),
    word('release', 'conveyance:V', 'maritime'),
    word('release', 'conveyance:V', 'border-inspection'),
    ...objects.filter((o, i) => o.type === 'container' && i % 10 === 0).map((o) => word('inspect', o.id)),
  ].slice(0, 200);
  measure('everything for the first time', size, () => void createEvaluator(objects, jurisdiction).decide(said, asOf));
  const evaluator = createEvaluator(objects, jurisdiction);
  evaluator.decide(said, asOf);
  evaluator.reach([word('hold', 'bill:B')], said);
  for (const on of ['container:C0', 'goods-line:D/0', 'bill:B']) {
    const one = word('hold', on);
    const all = [...said, one];
    say(
      `one more word on ${on.split(':')[0]}: objects it can reach`,
      size,
      [...evaluator.reach([one], all)].length,
      'objects',
    );
    measure(`one more word on ${on.split(':')[0]}: decided again`, size, () => void evaluator.decide(all, asOf, [one]));
  }
}
