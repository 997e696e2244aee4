// A client as reliable software is: each act has its key and is asked for again until it is answered. It writes down whatever it met
// that is neither an answer nor an honest "not now" (503 or 507 with Retry-After).
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import type { Client } from './application.ts';
import { railImport } from './forms.ts';
import { ownTrain } from './own-journey.ts';

const AGAIN_MS = 60;
const TIMES = 800;
const ANSWER_MS = 15_000;

let filed = 0;

export type InsistentTrader = ReturnType<typeof insistentTrader>;
export function insistentTrader(client: Pick<Client, 'raw'>) {
  const bad = new Set<string>();
  const refusals: { status: number; retryAfter: string; text: string }[] = [];

  async function insist<T>(method: string, at: string, body?: unknown, key?: string): Promise<T> {
    const headers = {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key ? { 'idempotency-key': key } : {}),
    };
    for (let i = 0; i < TIMES; i++) {
      const reply = await Promise.race([
        client.raw(method, at, body === undefined ? undefined : JSON.stringify(body), headers).catch(() => undefined),
        new Promise<'silence'>((resolve) => setTimeout(() => resolve('silence'), ANSWER_MS).unref()),
      ]);
      if (reply === 'silence') bad.add(`${method} ${at.replace(/[0-9a-f-]{36}/, ':id')}: no answer`);
      else if (reply) {
        const text = await reply.text();
        if (reply.ok) return (text ? JSON.parse(text) : undefined) as T;
        const honest = [503, 507, 429].includes(reply.status) && reply.headers.has('retry-after');
        // A save whose first answer was lost had its effect: its revision is no longer the one that is asked for.
        if (reply.status === 409 && i > 0 && !key) return undefined as T;
        if (honest) refusals.push({ status: reply.status, retryAfter: reply.headers.get('retry-after') ?? '', text });
        else {
          bad.add(`${method} ${at.replace(/[0-9a-f-]{36}/, ':id')}: ${reply.status} ${text}`);
          if (reply.status < 500) throw new Error([...bad].join('\n'));
        }
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
    throw new Error(`${method} ${at}: nobody answers\n${[...bad].join('\n')}`);
  }

  async function file(reference: string): Promise<string> {
    filed += 1;
    const form = ownTrain(railImport(reference), filed);
    const start = { from: 'empty', direction: form.direction, transportMode: form.transportMode };
    const draft = await insist<ShipmentView>('POST', '/shipments', start, `${reference}-start`);
    const { revision } = await insist<ShipmentView>('GET', `/shipments/${draft.id}`);
    await insist('PUT', `/shipments/${draft.id}/form`, { form, revision });
    await insist('POST', `/shipments/${draft.id}/submit`, {}, `${reference}-submit`);
    return draft.id;
  }
  return { insist, file, bad, refused: () => refusals.length, refusals: () => refusals };
}
