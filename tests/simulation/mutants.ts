// Planted bugs: each changes one line of the product's own core, or of the model's statements (which `model-store.db.test.ts` holds to the
// real ones). The simulation has to find every one of them; one whose line no longer exists fails the test too.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SimulationParts } from './simulate.ts';

const LANE = 'src/hub/exchange/lane/decide-lane.ts';
const BREAKER = 'src/hub/exchange/decide-breaker.ts';
const ATTEMPT = 'src/hub/exchange/decide-attempt.ts';
const STORE = 'tests/simulation/model-store.ts';

export type Mutant = { readonly bug: string; readonly file: string; readonly from: string; readonly to: string };
export const mutants: readonly Mutant[] = [
  {
    bug: 'the fence is missing: whoever lost the lane still records',
    file: STORE,
    from: 'if (lane.owner !== owner || lane.epoch !== flush.epoch) return false;',
    to: '',
  },
  {
    bug: 'a lane is taken while its owner’s lease runs',
    file: STORE,
    from: 'if (lane.leasedUntil >= now() && lane.owner !== owner) return undefined;',
    to: '',
  },
  {
    bug: 'the token does not grow with the owner',
    file: STORE,
    from: 'lane.epoch += 1;',
    to: 'lane.epoch = 1; owner = "anybody";',
  },
  {
    bug: 'an owner goes on after his lease has run out',
    file: LANE,
    from: 'until: askedAt + rules.leaseMs,',
    to: 'until: askedAt + rules.leaseMs * 20,',
  },
  {
    bug: 'positions are drawn when a transaction begins: the cursor passes what is not committed yet',
    file: STORE,
    from: 'begin: (): Transaction => ({ drawn: [] }),',
    to: 'begin: (): Transaction => ({ drawn: Array.from({ length: 4 }, () => ++positions) }),',
  },
  {
    bug: 'lost acknowledgement: what ended is forgotten when the recording failed',
    file: LANE,
    from: "if (why === 'away') return { ...back, ended: [...failed.ends, ...lane.ended] };",
    to: "if (why === 'away') return back;",
  },
  {
    bug: 'the cursor passes what still flies',
    file: LANE,
    from: 'const open = [...lane.window, ...lane.flying.values(), ...left.map((end) => end.entry)]',
    to: 'const open = [...lane.window, ...left.map((end) => end.entry)]',
  },
  {
    bug: 'the cursor passes what waits for another try without keeping it',
    file: LANE,
    from: 'hold: waiting.filter((entry) => entry.position > lane.cursor && entry.position <= cursor),',
    to: 'hold: [],',
  },
  {
    bug: 'a retry is not held when the cursor passes it in the same recording',
    file: LANE,
    from: 'const waiting = [...lane.held.values(), ...ends].map',
    to: 'const waiting = [...lane.held.values()].map',
  },
  {
    bug: 'double send: what flies is not kept out of the window',
    file: LANE,
    from: '    else {\n      send(entry);\n      continue;\n    }',
    to: '    else send(entry);\n    kept.push(entry);',
  },
  {
    bug: 'the second document of a case overtakes the first one in flight',
    file: LANE,
    from: 'const busy = new Set([...lane.flying.values(), ...unrecorded(lane)].map((entry) => entry.key));',
    to: 'const busy = new Set<string>();',
  },
  {
    bug: 'a case’s later document goes while the earlier one waits for another try',
    file: LANE,
    from: 'else if (waiting.has(entry.key)) held.set(entry.deliveryId, { entry });',
    to: '',
  },
  {
    bug: 'the next document goes before the end of the one before it is recorded',
    file: LANE,
    from: '...(lane.flushing?.ends.map((end) => end.entry) ?? []),',
    to: '',
  },
  {
    bug: 'a failed attempt is tried again at once',
    file: LANE,
    from: 'const due = (entry.dueAt ?? 0) <= moment.wall || (dueBySteady ?? 0) <= moment.steady;',
    to: 'const due = true;',
  },
  {
    bug: 'a clock set back prolongs a wait by a day',
    file: LANE,
    from: 'return { entry, dueBySteady: moment.steady + (wait > longest ? 0 : Math.max(0, wait)) };',
    to: 'return { entry, dueBySteady: Number.POSITIVE_INFINITY };',
  },
  {
    bug: 'the breaker never opens',
    file: BREAKER,
    from: "if (breaker.state === 'closed' && failures < OPENS_AFTER) return { ...breaker, failures };",
    to: "if (breaker.state === 'closed') return { ...breaker, failures };",
  },
  {
    bug: 'an open breaker never probes',
    file: BREAKER,
    from: 'if (breaker.probeAt !== undefined && isAhead(breaker.probeAt, now)) return { limit: 0, breaker };',
    to: 'return { limit: 0, breaker };',
  },
  {
    bug: 'a pause is not looked at',
    file: LANE,
    from: 'lane.sendUpTo === undefined || entry.seq <= lane.sendUpTo;',
    to: 'lane.sendUpTo === undefined || entry.seq >= 0;',
  },
  {
    bug: 'a resumed channel stays paused',
    file: LANE,
    from: '  const { sendUpTo: _, ...rest } = lane;\n',
    to: '  const rest = lane;\n',
  },
  {
    bug: 'a refused document is taken for delivered',
    file: ATTEMPT,
    from: "if (outcome === 'refused') return { state: 'dead' };",
    to: "if (outcome === 'refused') return { state: 'delivered' };",
  },
  {
    bug: 'an unreachable partner counts as delivered',
    file: ATTEMPT,
    from: "if (outcome === 'delivered') return { state: 'delivered' };",
    to: "if (outcome !== 'refused') return { state: 'delivered' };",
  },
  {
    bug: 'the cursor moves to whatever has been read',
    file: LANE,
    from: 'cursor: done.cursor,',
    to: 'cursor: lane.readTo,',
  },
  {
    bug: 'a lost wake-up is lost for ever: nobody looks by himself',
    file: LANE,
    from: "case 'woken':\n      return { ...lane, stale: true };",
    to: "case 'woken':\n      return lane;",
  },
  {
    bug: 'what cannot be recorded stops the lane',
    file: LANE,
    from: 'const ends = failed.ends.length === 1 ? failed.ends.map((end) => spoiled(end, moment, rules)) : failed.ends;',
    to: 'const ends: Ended[] = [];',
  },
  {
    bug: 'an attempt recorded twice is told twice',
    file: STORE,
    from: "if (delivery?.state !== 'queued' || delivery.recorded.has(attempt)) continue;",
    to: 'if (!delivery) continue;',
  },
  {
    bug: 'a repeated message has a second effect',
    file: STORE,
    from: "if (claims.has(identity)) {\n        message.state = 'duplicate';\n        return;\n      }",
    to: '',
  },
  {
    bug: 'a receipt that came too early is never read again',
    file: STORE,
    from: "emit('message.received', other.channel, other.id, other.about);",
    to: '',
  },
  {
    bug: 'a filing posted again is filed again',
    file: STORE,
    from: 'if (cases.has(idempotencyKey)) return;',
    to: 'if (cases.has(idempotencyKey)) idempotencyKey += "again";',
  },
  {
    bug: 'who leaves keeps his lanes',
    file: LANE,
    from: "effects.push({ do: 'release', epoch: lane.lease.epoch });",
    to: '',
  },
];

/** The core and the model as they would be with the bug, loaded from a copy. */
export async function withMutant(root: string, mutant: Mutant): Promise<{ parts: SimulationParts; drop: () => void }> {
  const dir = mkdtempSync(path.join(tmpdir(), 'portico-mutant-'));
  for (const piece of ['src/kernel', 'src/hub/exchange', 'tests/simulation']) {
    mkdirSync(path.join(dir, piece), { recursive: true });
    cpSync(path.join(root, piece), path.join(dir, piece), { recursive: true });
  }
  writeFileSync(path.join(dir, 'package.json'), '{"type":"module"}');
  const file = path.join(dir, mutant.file);
  const text = readFileSync(file, 'utf-8');
  if (text.split(mutant.from).length !== 2)
    throw new Error(`${mutant.file} has not exactly one line for: ${mutant.bug}`);
  writeFileSync(
    file,
    text.replace(mutant.from, () => mutant.to),
  );
  const load = (name: string) => import(pathToFileURL(path.join(dir, name)).href);
  const core = (await load(LANE)) as SimulationParts['core'];
  const { createModelStore } = (await load(STORE)) as { createModelStore: SimulationParts['createStore'] };
  return { parts: { core, createStore: createModelStore }, drop: () => rmSync(dir, { recursive: true, force: true }) };
}
