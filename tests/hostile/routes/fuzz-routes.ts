// Throws planned requests at every operation of a running application, as several callers, one after the other (R14, R15).
import { Agent, request as httpRequest } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createWorld } from '../../support/world.ts';
import { chanceFrom } from '../mutate.ts';
import { judge, type Reply } from './judge-reply.ts';
import { knownWorld, makeHostileFiles } from './known-world.ts';
import { type Operation, readOperations } from './operations.ts';
import { type Plan, planRequest } from './plan-request.ts';

export type RouteFuzz = {
  readonly inputs: number;
  readonly operations: number;
  /** By the first digit of the status: `2xx`, `4xx`. */
  readonly answers: Readonly<Record<string, number>>;
  readonly mostCpuMs: number;
  readonly slowest: string;
  /** Of the heap, from the end of the first fifth to the end of all. */
  readonly grownMb: number;
  readonly faults: readonly string[];
};
const MOST_FAULTS = 25;
const HANG_MS = 30_000;
const MOST_GROWTH_MB = 150;
/** On a crowded machine a loop may stand still until the server ends its transaction (8 s); it goes on by itself. */
const lost = /connection error and is not queryable|idle-in-transaction timeout|Connection terminated/;

export async function fuzzRoutes(seed: number, inputs: number): Promise<RouteFuzz> {
  makeHostileFiles();
  const world = await createWorld();
  try {
    const result = await throwAt(world, seed, inputs);
    const own = world.application.faults.filter((fault) => !lost.test(fault));
    return { ...result, faults: [...result.faults, ...own.slice(0, MOST_FAULTS)] };
  } finally {
    await world.application.stop();
  }
}

async function throwAt(
  world: Awaited<ReturnType<typeof createWorld>>,
  seed: number,
  inputs: number,
): Promise<RouteFuzz> {
  const { url } = world.application;
  const operations = await readOperations(url);
  const known = knownWorld(world);
  const callers: Readonly<Record<string, string>>[] = [
    {},
    { authorization: `Bearer ${world.enterpriseKey}` },
    { authorization: `Bearer ${world.partnerKey}` },
    ...Object.values(world.clients).map(({ cookie }) => ({ cookie })),
  ];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const faults: string[] = [];
  const answers: Record<string, number> = {};
  let [mostCpuMs, slowest, heapBefore] = [0, '', 0];
  for (let i = 0; i < inputs && faults.length < MOST_FAULTS; i++) {
    const chance = chanceFrom(seed + i);
    // Each in turn, so that no count is too small for all of them.
    const operation = operations[i % operations.length] as Operation;
    const plan = planRequest(seed + i, operation, known);
    // A session that is ended once is of no use to what follows.
    const caller = operation.id === 'DELETE /api/v1/session' ? {} : chance.pick(callers);
    const reply = await send(url, agent, operation, plan, caller).catch((error: Error) => error);
    const told = () =>
      `seed ${seed + i} ${operation.method} ${plan.path.slice(0, 300)} (${plan.kind}) ${Buffer.from(plan.body ?? '').toString('utf-8', 0, 300)}`;
    if (reply instanceof Error) {
      faults.push(`${reply.message}: ${told()}`);
      continue;
    }
    for (const fault of judge(operation, plan, reply)) faults.push(`${fault}: ${told()} → ${reply.text.slice(0, 300)}`);
    const family = `${Math.floor(reply.status / 100)}xx`;
    answers[family] = (answers[family] ?? 0) + 1;
    if (reply.status < 300) known.learn(operation.path, reply.text);
    if (reply.cpuMs > mostCpuMs) [mostCpuMs, slowest] = [reply.cpuMs, `${operation.id} (${plan.kind})`];
    if (i === Math.floor(inputs / 5)) heapBefore = heapMb();
  }
  agent.destroy();
  const grownMb = Math.round(heapMb() - heapBefore);
  if (grownMb > MOST_GROWTH_MB) faults.push(`the heap grew by ${grownMb} MB`);
  return { inputs, operations: operations.length, answers, mostCpuMs: Math.round(mostCpuMs), slowest, grownMb, faults };
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
function heapMb(): number {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

const isStream = (operation: Operation) => operation.id === 'GET /api/v1/events';

function send(
  url: string,
  agent: Agent,
  operation: Operation,
  plan: Plan,
  caller: Readonly<Record<string, string>>,
): Promise<Reply> {
  const { hostname, port } = new URL(url);
  const before = process.cpuUsage();
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { hostname, port, agent, method: operation.method, path: plan.path, headers: { ...plan.headers, ...caller } },
      (incoming) => {
        const chunks: Buffer[] = [];
        const done = () => {
          const { user, system } = process.cpuUsage(before);
          resolve({
            status: incoming.statusCode ?? 0,
            contentType: String(incoming.headers['content-type'] ?? ''),
            text: Buffer.concat(chunks).toString('utf-8'),
            cpuMs: (user + system) / 1000,
          });
        };
        if (isStream(operation) && incoming.statusCode === 200) {
          done();
          incoming.destroy();
          return;
        }
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', done);
        incoming.on('error', reject);
      },
    );
    outgoing.setTimeout(HANG_MS, () => outgoing.destroy(new Error(`no answer in ${HANG_MS} ms`)));
    // Whoever is refused before his body was read may find the connection closed under it.
    outgoing.on('error', reject);
    if (plan.body) outgoing.setHeader('content-length', plan.body.length);
    outgoing.end(plan.body);
  });
}
