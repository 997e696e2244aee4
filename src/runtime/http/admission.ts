// Keeps count of what is under way and lets in or turns away, before anything of a body is read and before the database is
// asked (exchange R23). Who calls is guessed from credentials seen before; the guess decides about turns only, never about rights.
import { createHash } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../context.ts';
import {
  type Bucket,
  decideAdmission,
  fullBucket,
  isFarBehind,
  isUnproven,
  LIMITS,
  nextLimit,
  type Proven,
  prove,
  type Quota,
  restAt,
  TARGET_MS,
  takeToken,
  type Unsealed,
} from './decide-admission.ts';
import type { Credentials } from './guard.ts';
import { refuse } from './refusals.ts';
import type { RouteDefinition } from './route.ts';

export type AdmissionOptions = {
  readonly quota: Quota;
  /** How far the reactions are behind. */
  readonly lag: () => Promise<{ readonly events: number; readonly seconds: number }>;
  /** How far the ledger is behind, and from how many seconds on nothing is taken on; absent: it is not asked. */
  readonly ledger?: { readonly lag: () => Promise<Unsealed>; readonly mostSeconds: number };
  /** Milliseconds that never run backwards. */
  readonly steady: () => number;
  readonly random: () => number;
};
export type Why = 'overloaded' | 'share-used-up' | 'quota' | 'flow-behind' | 'ledger-behind';
export type Place = {
  /** Now it is known who calls; throws when he has asked for too much lately. */
  belongsTo(actor: Actor): void;
  /** The body is there: from now on it is ours to be quick. How long a caller takes to send it says nothing of us. */
  begins(): void;
  /** The answer is made. */
  ended(): void;
};
export type AdmissionControl = {
  /** A place until the reply is closed; throws when there is none. */
  enter(call: {
    request: FastifyRequest;
    reply: FastifyReply;
    route: RouteDefinition;
    credentials: Credentials;
  }): Place;
  figures(): { limit: number; running: number; refused: Readonly<Record<Why, number>> };
  stop(): void;
};

/** Why nothing that makes work is taken on, as it was when last looked at. */
type Behind = { readonly at: number; readonly asking: boolean; readonly why?: 'flow-behind' | 'ledger-behind' };
const WINDOW_MS = 250;
const LAG_LOOK_MS = 1000;
/** What is not done yet counts with its age, up to this: a few that wait for something slow are no sign that there is too much. */
const OLDEST_MS = 1000;
/** Callers and parties remembered; those seen longest ago are forgotten. */
const REMEMBERED = 10_000;

export function createAdmission({ quota, lag, ledger, steady, random }: AdmissionOptions): AdmissionControl {
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  const callers = new Map<string, { readonly party: string; readonly files: boolean }>();
  const running = new Map<string, number>();
  const buckets = new Map<string, Bucket>();
  const refused = { overloaded: 0, 'share-used-up': 0, quota: 0, 'flow-behind': 0, 'ledger-behind': 0 };
  let limit: number = LIMITS.start;
  let all = 0;
  /** Of these, let in though the limit was reached. */
  let beyond = 0;
  let window = { from: steady(), busiest: 0, count: 0, ms: 0 };
  let proven: Proven | undefined;
  /** Being worked on: who calls is looked up, or the answer made. Since when, less what was before the body came. */
  const working = new Map<Place, number>();
  let behind: Behind = { at: Number.NEGATIVE_INFINITY, asking: false };
  let head = { size: -1, since: 0 };

  function look(): void {
    const now = steady();
    const passed = now - window.from;
    if (passed < WINDOW_MS) return;
    // Without those under way nothing would be known of a burst before the first of it is done.
    let { ms } = window;
    for (const since of working.values()) ms += Math.min(OLDEST_MS, now - since);
    const count = window.count + working.size;
    const meanMs = Math.max(count === 0 ? 0 : ms / count, (loop.mean || 0) / 1e6);
    const { busiest } = window;
    if (meanMs > TARGET_MS && busiest > LIMITS.least) proven = prove(proven, (window.count * 1000) / passed, now);
    limit = nextLimit(limit, { meanMs, busiest }, restAt(proven, now));
    loop.reset();
    window = { from: now, busiest: all, count: 0, ms: 0 };
  }
  /** Known a second late at the most; nobody waits for it. */
  function isBehind(): Behind['why'] {
    if (!behind.asking && steady() - behind.at >= LAG_LOOK_MS) {
      behind = { ...behind, asking: true };
      Promise.all([lag(), ledger?.lag()]).then(
        ([flow, unsealed]) => {
          const why = isFarBehind(flow) ? 'flow-behind' : unsealed && isLate(unsealed) ? 'ledger-behind' : undefined;
          behind = { at: steady(), asking: false, ...(why ? { why } : {}) };
        },
        () => (behind = { ...behind, at: steady(), asking: false }),
      );
    }
    return behind.why;
  }
  function isLate({ size, seconds }: Unsealed): boolean {
    if (size !== head.size) head = { size, since: steady() };
    return ledger !== undefined && isUnproven(seconds, steady() - head.since, ledger.mostSeconds);
  }
  const add = (party: string, by: 1 | -1): void => {
    const count = (running.get(party) ?? 0) + by;
    if (count === 0) running.delete(party);
    else running.set(party, count);
  };
  const no = (why: Why, seconds: number) => {
    refused[why] += 1;
    if (why === 'overloaded') return refuse('PLATFORM_OVERLOADED', { seconds });
    if (why === 'share-used-up') return refuse('SHARE_USED_UP', { seconds });
    if (why === 'ledger-behind') return refuse('LEDGER_BEHIND', { seconds });
    if (why === 'flow-behind') return refuse('FLOW_BEHIND', { seconds });
    return refuse('TOO_MANY_REQUESTS', { seconds });
  };
  /** From one to three, so that those who were turned away together do not come back together. */
  const soon = () => 1 + Math.floor(random() * 3);

  function drawFrom(party: string): void {
    const taken = takeToken(buckets.get(party) ?? fullBucket(quota, steady()), quota, steady());
    if ('waitMs' in taken) throw no('quota', Math.max(1, Math.ceil(taken.waitMs / 1000)));
    remember(buckets, party, taken);
  }

  return {
    enter: ({ request, reply, route, credentials }) => {
      look();
      const secret = credentials.bearer ?? credentials.cookie;
      const id = secret === undefined ? undefined : createHash('sha256').update(secret).digest('base64');
      const caller = id === undefined ? undefined : callers.get(id);
      let party = caller?.party ?? `address ${request.ip}`;
      const own = running.get(party) ?? 0;
      // An enterprise that posts its declaration where partners post their answers is in no such hurry.
      const urgent = route.urgent === true && caller?.files !== true;
      const load = { limit, running: all, beyond, parties: running.size + (own === 0 ? 1 : 0) };
      const decided = decideAdmission(load, { urgent, running: own });
      if (decided !== 'admitted') throw no(decided, soon());
      const late = route.addsWork ? isBehind() : undefined;
      if (late) throw no(late, 10);
      const isBeyond = all >= limit;
      if (isBeyond) beyond += 1;
      all += 1;
      window.busiest = Math.max(window.busiest, all);
      add(party, 1);
      let spent = 0;
      const pause = () => {
        const since = working.get(place);
        if (since !== undefined) spent = steady() - since;
        working.delete(place);
      };
      const place: Place = {
        belongsTo: (actor) => {
          pause();
          if (actor.roles.length === 0) return;
          const known = actor.organisationId ?? `${actor.kind} ${actor.id}`;
          add(party, -1);
          party = known;
          add(party, 1);
          const files = actor.organisationKind === 'trader' || actor.organisationKind === 'broker';
          if (id !== undefined) remember(callers, id, { party, files });
          if (!urgent) drawFrom(party);
        },
        begins: () => void working.set(place, steady() - spent),
        ended: () => {
          pause();
          window.count += 1;
          window.ms += spent;
        },
      };
      working.set(place, steady());
      reply.raw.once('close', () => {
        working.delete(place);
        if (isBeyond) beyond -= 1;
        all -= 1;
        add(party, -1);
      });
      return place;
    },
    figures: () => ({ limit, running: all, refused: { ...refused } }),
    stop: () => loop.disable(),
  };
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.size > REMEMBERED ? map.keys().next() : undefined;
  if (oldest && !oldest.done) map.delete(oldest.value);
}
