// Requests offered to a hub: so many at once (closed), or so many a second whatever becomes of them (open). Bare connections that are kept,
// because an open loop at twice what the hub can do must not be slowed down by its own client.
import { Agent, request } from 'node:http';

export type Answer = {
  readonly status: number;
  readonly ms: number;
  readonly endedAt: number;
  readonly retryAfter: boolean;
};
export type Client = { ask(): Promise<Answer>; close(): void };

/** One that drafts a case with each request; `0` stands for an answer that never came. */
export function drafting(url: string, cookie: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 2000, maxFreeSockets: 2000 });
  const body = Buffer.from(JSON.stringify({ from: 'empty', direction: 'import', transportMode: '3' }));
  const headers = { cookie, 'content-type': 'application/json', 'content-length': body.length };
  const ask = () =>
    new Promise<Answer>((resolve) => {
      const began = performance.now();
      const done = (status: number, retryAfter: boolean) => {
        const endedAt = performance.now();
        resolve({ status, ms: endedAt - began, endedAt, retryAfter });
      };
      const out = request(`${url}/api/v1/shipments`, { method: 'POST', agent, headers }, (reply) => {
        reply.resume();
        reply.once('end', () => done(reply.statusCode ?? 0, reply.headers['retry-after'] !== undefined));
        reply.once('error', () => done(0, false));
      });
      out.setTimeout(30_000, () => out.destroy());
      out.once('error', () => done(0, false));
      out.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

/** So many at once, the next when one has ended. */
export async function closedLoop(client: Client, atOnce: number, ms: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  const until = performance.now() + ms;
  const turn = async () => {
    while (performance.now() < until) answers.push(await client.ask());
  };
  await Promise.all(Array.from({ length: atOnce }, turn));
  return answers;
}
/** The next begins when its time has come, whether or not the hub keeps up; settles when all have been answered. */
export async function openLoop(client: Client, perSecond: number, ms: number): Promise<Answer[]> {
  const began = performance.now();
  const underWay: Promise<Answer>[] = [];
  for (let passed = 0; passed < ms; passed = performance.now() - began) {
    while (underWay.length < (Math.min(passed, ms) * perSecond) / 1000) underWay.push(client.ask());
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return Promise.all(underWay);
}
