// One node of the simulated world: it runs the product's own lane decisions against the model of the database and the network.
// It may crash (memory gone, what it sent goes on), be stopped like a zombie, have a wrong wall clock, and lose the database.
import type * as Core from '../../src/hub/exchange/lane/decide-lane.ts';
import type { Entry, Lane, LaneEffect, LaneEvent, LaneRules, Moment } from '../../src/hub/exchange/lane/lane.ts';
import type { ModelStore } from './model-store.ts';
import type { Partner } from './partner.ts';
import type { Random, Schedule } from './schedule.ts';

export type LaneCore = Pick<typeof Core, 'decideLane' | 'newLane' | 'msUntilDue'>;
export type World = {
  readonly schedule: Schedule;
  readonly random: Random;
  readonly store: ModelStore;
  readonly core: LaneCore;
  readonly rules: LaneRules;
  readonly channels: readonly string[];
  readonly partners: ReadonlyMap<string, Partner>;
  /** Faults happen only while this is true. */
  troubled(): boolean;
  databaseAway(): boolean;
  /** Documents whose end the database refuses to record once, as if the answer held what cannot be stored. */
  readonly unrecordable: Set<string>;
  readonly sends: Send[];
  readonly takings: Taking[];
  fault(text: string): void;
};
export type Send = {
  readonly at: number;
  readonly id: string;
  readonly channel: string;
  readonly epoch: number;
  readonly seq: number;
};
/** A lane changed hands. */
export type Taking = { readonly at: number; readonly channel: string; readonly owner: string };

export function createNode(world: World, name: string) {
  const { schedule, random, store, core, rules } = world;
  let life = 0;
  let up = false;
  let stoppedUntil = 0;
  let wallSkew = 0;
  let stops: (() => void)[] = [];
  const wall = () => schedule.now() + 1_800_000_000_000 + wallSkew;

  /** Runs in this life of the node only, and not while it is stopped. */
  function later(ms: number, act: () => void): void {
    const born = life;
    const run = () => {
      if (born !== life) return;
      if (schedule.now() < stoppedUntil) return schedule.after(stoppedUntil - schedule.now(), run);
      act();
    };
    schedule.after(ms, run);
  }

  /** Most statements arrive at once, some late, a few so late that the lease they were sent under is over. */
  function travelMs(): number {
    if (!world.troubled() || !random.chance(0.1)) return random.between(1, 12);
    return random.chance(0.1) ? random.between(4000, 12_000) : random.between(50, 400);
  }

  /** A transaction: takes its time, may fail before or after its commit; then nobody knows which. */
  function transact<T>(act: () => T, done: (value: T) => void, away: () => void): void {
    const begun = store.begin();
    const takes = travelMs();
    const fails = world.troubled() && random.chance(0.03);
    const unheard = world.troubled() && random.chance(0.03);
    const born = life;
    // A commit under way when its node dies is done or not, as the dice fall.
    schedule.after(takes, () => {
      const lives = born === life;
      if (fails || world.databaseAway() || (!lives && random.chance(0.5))) {
        if (lives) later(5, away);
        return;
      }
      const value = store.commit(begun, act);
      if (lives) later(random.between(1, 5), unheard ? away : () => done(value));
    });
  }

  function startLane(channel: string): void {
    const owner = `${name} ${life} ${channel}`;
    const born = life;
    let lane: Lane = core.newLane();
    let ticket = 0;
    let stopping = false;
    const moment = (): Moment => ({ steady: schedule.now(), wall: wall(), random: random.next });

    function tell(event: LaneEvent): void {
      // An answer that finds its node gone finds nobody.
      if (born !== life) return;
      const decision = core.decideLane(lane, event, moment(), rules);
      lane = decision.lane;
      schedule.note(`${owner} ${event.type} ${decision.effects.map((effect) => effect.do).join()}`);
      for (const effect of decision.effects) act(effect);
      const mine = ++ticket;
      later(core.msUntilDue(lane, moment()), () => {
        if (mine === ticket && !stopping) tell({ type: 'woken' });
      });
    }

    function act(effect: LaneEffect): void {
      const askedAt = schedule.now();
      switch (effect.do) {
        case 'lease':
          transact(
            () => {
              const taken = store.takeLane(channel, owner, rules.leaseMs);
              if (taken) world.takings.push({ at: schedule.now(), channel, owner });
              return taken && { ...taken, held: store.readHeld(channel), breaker: store.readBreaker(channel) };
            },
            (taken) =>
              tell(
                taken
                  ? {
                      type: 'leased',
                      askedAt,
                      ...taken,
                      breaker: taken.breaker ?? { state: 'closed', failures: 0, trips: 0 },
                    }
                  : { type: 'not-leased' },
              ),
            () => tell({ type: 'not-leased' }),
          );
          break;
        case 'read': {
          const { epoch, after, limit } = effect;
          transact(
            () => store.readLane(channel, after, limit),
            (reading) => tell({ type: 'read', epoch, ...reading }),
            () => tell({ type: 'not-read', epoch }),
          );
          break;
        }
        case 'send':
          send(effect.entry, effect.epoch);
          break;
        case 'flush': {
          const { flush } = effect;
          const spoiled = flush.ends.find(
            ({ entry, spoiled: known }) => !known && world.unrecordable.has(entry.deliveryId),
          );
          if (spoiled) {
            if (flush.ends.length === 1) world.unrecordable.delete(spoiled.entry.deliveryId);
            later(5, () => tell({ type: 'not-flushed', epoch: flush.epoch, why: 'unrecordable' }));
            break;
          }
          transact(
            () => {
              const done = store.recordFlush(channel, owner, rules.leaseMs, flush);
              const token = store.laneOf(channel).epoch;
              if (done && token > flush.epoch)
                world.fault(`${channel}: recorded under token ${flush.epoch}, it is at ${token}`);
              return done;
            },
            (done) =>
              tell(
                done
                  ? { type: 'flushed', epoch: flush.epoch, askedAt }
                  : { type: 'not-flushed', epoch: flush.epoch, why: 'fenced' },
              ),
            () => tell({ type: 'not-flushed', epoch: flush.epoch, why: 'away' }),
          );
          break;
        }
        case 'release':
          transact(
            () => store.leaveLane(channel, owner, effect.epoch),
            () => undefined,
            () => undefined,
          );
          break;
      }
    }

    const ended: { epoch: number; deliveryId: string; outcome: 'delivered' | 'refused' | 'unreachable' }[] = [];
    function tellEnded(): void {
      for (const [epoch, ends] of Map.groupBy(ended.splice(0), (end) => end.epoch))
        tell({ type: 'attempted', epoch, ends });
    }

    /** Over the wire: the request, the answer or both may be lost, come late or come twice. */
    function send(entry: Entry, epoch: number): void {
      const partner = world.partners.get(channel);
      const delivery = store.deliveries.get(entry.deliveryId);
      if (!partner || !delivery) {
        world.fault(`sent what does not exist: ${entry.deliveryId}`);
        return;
      }
      if (world.troubled() && random.chance(0.01)) {
        later(3, () => tell({ type: 'not-sent', epoch, deliveryIds: [delivery.id] }));
        return;
      }
      world.sends.push({ at: schedule.now(), id: delivery.id, channel, epoch, seq: delivery.seq });
      schedule.note(`${owner} sends ${delivery.id} ${epoch}`);
      const lease = store.laneOf(channel);
      if (lease.epoch !== epoch || lease.leasedUntil < schedule.now())
        world.fault(`${delivery.id}: sent under token ${epoch} without a lease, the lane is at ${lease.epoch}`);
      let over = false;
      const end = (outcome: 'delivered' | 'refused' | 'unreachable') => {
        if (over) return;
        over = true;
        ended.push({ epoch, deliveryId: delivery.id, outcome });
        // As the worker does: what ends in one turn of its loop is told together.
        if (ended.length === 1) later(random.between(0, 3), tellEnded);
      };
      later(rules.timeoutMs, () => end('unreachable'));
      if (partner.down) {
        later(2, () => end('unreachable'));
        return;
      }
      const lost = world.troubled() && random.chance(0.05);
      const unheard = world.troubled() && random.chance(0.05);
      const slow = world.troubled() && random.chance(0.05) ? rules.timeoutMs + random.between(0, 3000) : 0;
      const arrive = (answers: boolean) => () => {
        const answer = partner.receive({ id: delivery.id, key: delivery.key, bytes: delivery.bytes, token: epoch });
        if (answers && !unheard) later(random.between(1, 20), () => end(answer));
      };
      if (lost) return;
      schedule.after(slow + random.between(1, 30), arrive(true));
      if (world.troubled() && random.chance(0.05)) schedule.after(slow + random.between(1, 2000), arrive(false));
    }

    stops.push(() => {
      stopping = true;
      tell({ type: 'stop' });
    });
    tell({ type: 'woken' });
  }

  function startFlow(): void {
    const turn = () =>
      transact(
        () => store.react(7, world.channels, wall()),
        (handled) => later(handled > 0 ? 1 : random.between(20, 200), turn),
        () => later(100, turn),
      );
    turn();
  }

  return {
    name,
    isUp: () => up,
    start(): void {
      life += 1;
      up = true;
      stops = [];
      for (const channel of world.channels) startLane(channel);
      startFlow();
    },
    crash(): void {
      life += 1;
      up = false;
      schedule.note(`${name} crashed`);
    },
    /** As ctrl-C does it: what flies ends, what ended is recorded, leases are given back. */
    leave(): void {
      for (const stop of stops) stop();
      later(rules.timeoutMs + 500, () => {
        life += 1;
        up = false;
      });
    },
    stopFor(ms: number): void {
      stoppedUntil = schedule.now() + ms;
      schedule.note(`${name} stopped ${ms}`);
    },
    skew(ms: number): void {
      wallSkew = ms;
      schedule.note(`${name} clock ${ms}`);
    },
    wall,
    transact,
  };
}
