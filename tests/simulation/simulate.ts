// One simulated life of the exchange: a seed gives nodes, partners, filings, disasters and repairs; after the last repair everything
// must come to rest, and then every promise of P3 is checked. The same seed gives the same trace.
import type { LaneRules } from '../../src/hub/exchange/lane/lane.ts';
import { findFaults } from './find-faults.ts';
import type { createModelStore, ModelStore } from './model-store.ts';
import { createNode, type LaneCore, type Send, type Taking, type World } from './node.ts';
import { createPartner, type Partner, type Receipt } from './partner.ts';
import { createSchedule, seededRandom } from './schedule.ts';

export type Simulated = {
  readonly seed: number;
  readonly calm: boolean;
  readonly faults: readonly string[];
  readonly trace: string;
  readonly deliveries: number;
  readonly sends: number;
  readonly simulatedMs: number;
};
export type SimulationParts = { readonly core: LaneCore; readonly createStore: typeof createModelStore };

const TROUBLE_MS = 60_000;
const REST_MS = 900_000;
/** Nine lives of ten end when nothing has been amiss for so long, the tenth goes on to the end: what comes to rest has to stay at rest. */
const QUIET_MS = 60_000;
const LOOK_MS = 15_000;
const RETRY_AFTER_MS = [500, 1000, 2000, 5000, 5000, 10_000, 10_000, ...Array.from({ length: 60 }, () => 15_000)];

export type Story = {
  readonly store: ModelStore;
  readonly partners: ReadonlyMap<string, Partner>;
  readonly sends: readonly Send[];
  readonly takings: readonly Taking[];
  readonly acknowledged: ReadonlySet<string>;
  readonly poison: ReadonlySet<string>;
  readonly seen: readonly number[];
  readonly quiet: readonly {
    readonly channel: string;
    readonly from: number;
    readonly to: number;
    readonly upTo: number;
  }[];
  readonly downs: readonly { readonly channel: string; readonly from: number; readonly to: number }[];
  readonly leftAt: number | undefined;
  /** A wall clock jumped. */
  readonly skewed: boolean;
  readonly rules: LaneRules;
  readonly calm: boolean;
};

export function simulate(seed: number, parts: SimulationParts): Simulated {
  const schedule = createSchedule();
  const random = seededRandom(seed);
  // One seed in five has no disaster: there, nothing may be sent twice.
  const calm = seed % 5 === 0;
  const store = parts.createStore(schedule.now);
  const faults: string[] = [];
  const channels = ['customs', 'terminal', 'railway'].slice(0, random.between(1, 3));
  const rules: LaneRules = {
    concurrent: random.between(1, 4),
    windowLimit: random.between(2, 16),
    leaseMs: 6000,
    timeoutMs: 2000,
    retryAfterMs: RETRY_AFTER_MS,
  };
  const poison = new Set<string>();
  const unrecordable = new Set<string>();
  const acknowledged = new Set<string>();
  let databaseAway = false;
  const troubled = () => !calm && schedule.now() < TROUBLE_MS;
  const partners = new Map<string, Partner>();
  const world: World = {
    schedule,
    random,
    store,
    core: parts.core,
    rules,
    channels,
    partners,
    troubled,
    databaseAway: () => databaseAway,
    unrecordable,
    sends: [],
    takings: [],
    fault: (text) => void faults.push(text),
  };
  const nodes = Array.from({ length: random.between(1, 3) }, (_, i) => createNode(world, `node${i}`));

  /** Until it is acknowledged, by whichever node answers. */
  function insist(act: () => void, done: () => void): void {
    const node = random.pick(nodes);
    const again = () => schedule.after(random.between(50, 1500), () => insist(act, done));
    if (!node.isUp()) {
      again();
      return;
    }
    let answered = false;
    node.transact(
      act,
      () => {
        answered = true;
        done();
      },
      () => undefined,
    );
    schedule.after(3000, () => {
      if (!answered) again();
    });
  }

  let messages = 0;
  for (const channel of channels)
    partners.set(
      channel,
      createPartner(schedule, random, {
        isPoison: (id) => poison.has(id),
        post: (receipt: Receipt) =>
          insist(
            () => store.receive({ id: `message ${++messages}`, channel, ...receipt }),
            () => undefined,
          ),
      }),
    );

  // Filings: several versions of a case, each after the one before it was acknowledged; some are poison to a partner.
  for (let c = random.between(3, 12); c > 0; c--) {
    const versions = random.between(1, 4);
    const file = (version: number): void => {
      const key = `case${c}`;
      const idempotencyKey = `${key} v${version}`;
      if (!calm && random.chance(0.08)) poison.add(`${idempotencyKey}/${random.pick(channels)}`);
      if (!calm && random.chance(0.08)) unrecordable.add(`${idempotencyKey}/${random.pick(channels)}`);
      insist(
        () => store.file(idempotencyKey, key, version),
        () => {
          acknowledged.add(idempotencyKey);
          if (version < versions) schedule.after(random.between(0, 4000), () => file(version + 1));
        },
      );
    };
    schedule.after(random.between(0, TROUBLE_MS / 2), () => file(1));
  }

  const quiet: Story['quiet'][number][] = [];
  const downs: Story['downs'][number][] = [];
  let leftAt: number | undefined;
  let skewed = false;
  const disasters: (() => void)[] = [
    () => {
      const node = random.pick(nodes);
      if (!node.isUp()) return;
      node.crash();
      schedule.after(random.between(100, 15_000), () => node.isUp() || node.start());
    },
    () => random.pick(nodes).stopFor(random.between(500, 20_000)),
    () => {
      skewed = true;
      random.pick(nodes).skew(random.pick([-86_400_000, -3_600_000, 3_600_000, 86_400_000, 0]));
    },
    () => {
      databaseAway = true;
      schedule.after(random.between(50, 5000), () => (databaseAway = false));
    },
    () => {
      const channel = random.pick(channels);
      const partner = partners.get(channel);
      if (!partner || partner.down) return;
      const lasts = random.between(500, 40_000);
      partner.down = true;
      downs.push({ channel, from: schedule.now(), to: schedule.now() + lasts });
      schedule.after(lasts, () => (partner.down = false));
    },
    () => {
      const channel = random.pick(channels);
      if (store.pauses.has(channel)) return;
      const upTo = random.chance(0.5) ? 0 : store.lastSeq();
      const lasts = random.between(3000, 15_000);
      store.pause(channel, upTo);
      quiet.push({ channel, from: schedule.now(), to: schedule.now() + lasts, upTo });
      schedule.after(lasts, () => store.resume(channel));
    },
    () => {
      const dead = [...store.deliveries.values()].filter((delivery) => delivery.state === 'dead');
      if (dead.length === 0) return;
      const { id } = random.pick(dead);
      poison.delete(id);
      store.replay(id, random.pick(nodes).wall());
    },
  ];
  for (const node of nodes) node.start();
  if (!calm)
    for (let i = random.between(3, 14); i > 0; i--)
      schedule.after(random.between(0, TROUBLE_MS), random.pick(disasters));

  // A subscriber that pulls by position.
  const seen: number[] = [];
  const pull = () => {
    for (const event of store.readLog(seen.at(-1) ?? 0, 5)) seen.push(event.position);
    schedule.after(random.between(5, 300), pull);
  };
  pull();

  // Everything is repaired; then one node leaves in order, and another must be able to go on at once.
  schedule.after(TROUBLE_MS, () => {
    for (const node of nodes) {
      node.skew(0);
      if (!node.isUp()) node.start();
    }
  });
  if (nodes.length > 1)
    schedule.after(TROUBLE_MS + 60_000, () => {
      leftAt = schedule.now();
      nodes[0]?.leave();
    });
  const story: Story = {
    store,
    partners,
    sends: world.sends,
    takings: world.takings,
    acknowledged,
    poison,
    seen,
    quiet,
    downs,
    get leftAt() {
      return leftAt;
    },
    get skewed() {
      return skewed;
    },
    rules,
    calm,
  };
  const wholeLife = seed % 10 === 3;
  let found: string[] = [];
  let wellSince = Number.POSITIVE_INFINITY;
  for (let until = TROUBLE_MS + QUIET_MS; until <= TROUBLE_MS + REST_MS; until += LOOK_MS) {
    schedule.run(until);
    if (wholeLife && until < TROUBLE_MS + REST_MS) continue;
    found = findFaults(story);
    wellSince = found.length === 0 ? Math.min(wellSince, until) : Number.POSITIVE_INFINITY;
    if (until - wellSince >= QUIET_MS) break;
  }
  faults.push(...found);
  return {
    seed,
    calm,
    faults,
    trace: schedule.trace(),
    deliveries: store.deliveries.size,
    sends: world.sends.length,
    simulatedMs: schedule.now(),
  };
}
