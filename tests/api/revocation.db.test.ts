// R17 with many readers at once: sessions, keys, a webhook, inboxes and e-mail, while events flow and rights are taken away at random.
// What happened more than a second after a revocation was committed reaches nobody who lost his right, by any way; and what did reach
// somebody is what his own GET shows. READERS=1000 for the size of the goal.
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { InboxItem } from '../../src/hub/inbox/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { type LiveReader, openLive } from '../support/live.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';

const READERS = Number(process.env.READERS ?? 42);
const ROUNDS = 2;
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
/** R17: so long after the commit something may still be under way. */
const GRACE_MS = 1000;

type Reader = {
  readonly name: string;
  readonly kind: 'person' | 'key';
  readonly id: string;
  readonly account: string;
  readonly headers: Record<string, string>;
  /** May GET a timeline at all. */
  readonly reads: boolean;
  live?: LiveReader;
  revokedAt?: number;
};

let application: TestApplication;
let mailServer: MailServer;
let receiver: Server;
let trader: Client;
let broker: Client;
const hooked: TimelineEntry[] = [];
before(async () => {
  mailServer = await startMailServer();
  receiver = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      hooked.push((JSON.parse(Buffer.concat(chunks).toString()) as { data: TimelineEntry }).data);
      reply.writeHead(204).end();
    });
  });
  await once(receiver.listen(0, '127.0.0.1'), 'listening');
  application = await startTestApplication({ mail: { smtpUrl: mailServer.url, from: 'no-reply@portico.example' } });
  [trader, broker] = await Promise.all([signIn(application, 'trader'), signIn(application, 'broker')]);
});
after(async () => {
  await application.stop();
  await mailServer.stop();
  receiver.closeAllConnections();
  receiver.close();
  assert.deepEqual(application.faults, []);
});

let state = SEED;
/** mulberry32: the same seed, the same revocations. */
function chance(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(chance() * from.length)];
const inDatabase = (statement: ReturnType<typeof sql>) =>
  application.unitOfWork.run(portico, async (context) => void (await statement.execute(context.db)));
const digest = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** A colleague of a demo account with the roles given, signed in and with a confirmed address; or a key of its organisation. */
async function makeReader(n: number, account: string, kind: Reader['kind'], roles: readonly string[]): Promise<Reader> {
  const id = randomUUID();
  const secret = `${kind}-${id}`;
  const name = `${account} ${kind} ${n}`;
  const list = `{${roles.join(',')}}`;
  if (kind === 'key')
    await inDatabase(sql`
      insert into enterprise.api_key (id, organisation_id, name, prefix, secret_digest, roles, created_at)
      select ${id}, organisation_id, ${name}, 'pk_x', ${digest(secret)}, ${list}::text[], now() from enterprise.person where account = ${account}`);
  else {
    await inDatabase(sql`
      insert into enterprise.person (id, organisation_id, account, name, password_hash, roles, created_at)
      select ${id}, organisation_id, ${name}, ${name}, '', ${list}::text[], now() from enterprise.person where account = ${account}`);
    await inDatabase(sql`
      insert into enterprise.session (token_digest, person_id, created_at, expires_at)
      values (${digest(secret)}, ${id}, now(), now() + interval '1 hour')`);
    await inDatabase(sql`
      insert into mail.address (person_id, address, rhythm, filters, state, nonce, confirmed_at, updated_at)
      values (${id}, ${`${id}@example.com`}, 'at-once', '[{"types":["release.granted"]}]', 'confirmed', ${id}, now(), now())`);
  }
  const headers: Record<string, string> =
    kind === 'key' ? { authorization: `Bearer ${secret}` } : { cookie: `portico_session=${secret}` };
  const reads = roles.some((role) => role !== 'enterprise-manager');
  return { name, kind, id, account, headers, reads };
}
const kinds = [
  ['trader', 'person', ['declarant']],
  ['trader', 'key', ['declarant']],
  ['trader', 'person', ['enterprise-manager']],
  ['broker', 'person', ['declarant']],
  ['broker', 'key', ['declarant']],
  ['customs', 'person', ['officer']],
  ['railway', 'person', ['gate-clerk']],
] as const;

async function revoke(reader: Reader): Promise<void> {
  if (reader.kind === 'key')
    await inDatabase(sql`update enterprise.api_key set revoked_at = now() where id = ${reader.id}`);
  else if (chance() < 0.5) await inDatabase(sql`update enterprise.person set roles = '{}' where id = ${reader.id}`);
  else {
    await inDatabase(sql`delete from enterprise.session where person_id = ${reader.id}`);
    // Who is sent away altogether has no role either: a session alone says nothing about letters.
    await inDatabase(sql`update enterprise.person set roles = '{}' where id = ${reader.id}`);
  }
  reader.revokedAt = Date.now();
}

test(`[P11][M2] whoever lost his right hears nothing of what happened a second later; what others hear is what they may GET (seed ${SEED})`, async () => {
  const offered = await trader.send<{ id: string }>('POST', '/authorisations', {
    brokerUscc: '91500107MA5UBRK036',
    scope: 'declare',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
  });
  await broker.send('POST', `/authorisations/${offered.id}/acceptance`);
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/broker`;
  await broker.send('POST', '/subscriptions', { name: 'broker', url, eventTypes: [] });
  const readers: Reader[] = [];
  for (let n = 0; n < READERS; n++) {
    const [account, kind, roles] = kinds[n % kinds.length] ?? kinds[0];
    readers.push(await makeReader(n, account, kind, roles));
  }
  for (const reader of readers) {
    reader.live = await openLive(application.url, reader.headers);
    assert.equal(reader.live.status, 200, reader.name);
  }
  const cases: { id: string; afterMs: number }[] = [];
  const file = async (name: string) => {
    const afterMs = Date.now();
    cases.push({ id: (await fileShipment(trader, railImport(`CLEAN-${name}`))).id, afterMs });
  };
  await file('BEFORE');
  let unauthorisedAt = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const flowing = file(`ROUND-${round}`);
    for (let n = 0; n < READERS / 12; n++) {
      const victim = pick(readers.filter((r) => r.revokedAt === undefined));
      if (victim) await revoke(victim);
    }
    if (round === 1) {
      await trader.send('POST', `/authorisations/${offered.id}/revocation`);
      unauthorisedAt = Date.now();
    }
    await flowing;
    await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
  }
  // Everything that happens to this case happens after the last second of grace.
  await file('AFTER');
  const last = cases.at(-1);
  assert.ok(last);
  const closed = async (id: string) => (await trader.get<{ state: string }>(`/shipments/${id}`)).state === 'closed';
  for (const { id } of cases) await until(() => closed(id), Boolean, 'the case closes', 60_000);
  const timelines = new Map<string, TimelineEntry[]>();
  for (const { id } of cases)
    timelines.set(id, (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline`)).items);
  const end = timelines.get(last.id)?.at(-1)?.position ?? 0;
  const staying = readers.filter((r) => r.revokedAt === undefined && r.account !== 'broker' && r.reads);
  for (const reader of staying)
    await until(
      async () => reader.live?.told.at(-1)?.id ?? 0,
      (id) => id >= end,
      `${reader.name} has heard all`,
      60_000,
    );

  const rightEnds = (reader: Reader): number =>
    Math.min(
      reader.revokedAt ?? Number.POSITIVE_INFINITY,
      reader.account === 'broker' ? unauthorisedAt : Number.POSITIVE_INFINITY,
    );
  let compared = 0;
  for (const reader of readers) {
    const told = (reader.live?.told ?? []).map((t) => t.data as TimelineEntry);
    for (const entry of told) {
      assert.ok(
        Date.parse(entry.at) <= rightEnds(reader) + GRACE_MS,
        `${reader.name} heard of ${entry.type} at ${entry.at}, ${Date.parse(entry.at) - rightEnds(reader)} ms too late`,
      );
      if (!reader.reads) assert.equal(entry.shipmentId, undefined, `${reader.name} may GET no case`);
    }
    if (rightEnds(reader) === Number.POSITIVE_INFINITY && reader.reads && compared < 12) {
      compared += 1;
      for (const { id } of cases) {
        const own = await fetch(`${application.url}/api/v1/shipments/${id}/timeline`, { headers: reader.headers });
        assert.equal(own.status, 200, reader.name);
        const { items } = (await own.json()) as { items: TimelineEntry[] };
        const byPosition = new Map(items.map((entry) => [entry.position, entry]));
        // Changes without words make no line; every other entry is the line he GETs, to the last field.
        for (const entry of told.filter((t) => t.shipmentId === id && t.text.zh !== ''))
          assert.deepEqual(entry, byPosition.get(entry.position), `${reader.name} ${entry.type}`);
      }
    } else if (reader.revokedAt !== undefined) {
      await reader.live?.ended;
      const own = await fetch(`${application.url}/api/v1/inbox`, { headers: reader.headers });
      assert.ok(own.status === 401 || own.status === 403, `${reader.name}: ${own.status}`);
    } else if (reader.account === 'broker') {
      const own = await fetch(`${application.url}/api/v1/inbox`, { headers: reader.headers });
      assert.deepEqual(((await own.json()) as { items: InboxItem[] }).items, [], 'what had landed disappeared');
    }
  }
  assert.ok(compared > 3 && readers.some((r) => r.revokedAt !== undefined));
  assert.ok(hooked.length > 0);
  for (const entry of hooked)
    assert.ok(Date.parse(entry.at) <= unauthorisedAt + GRACE_MS, `the webhook heard of ${entry.type}`);
  const laterThan = (ms: number) => cases.filter((c) => c.afterMs > ms + GRACE_MS).map((c) => c.id);
  const person = new Map(readers.map((r) => [`${r.id}@example.com`, r]));
  await until(
    async () => mailServer.mailed.filter((m) => m.text.includes(last.id)).length,
    (n) => n >= staying.filter((r) => r.kind === 'person').length,
    'whoever still may is written about the last case',
    60_000,
  );
  for (const mail of mailServer.mailed) {
    const reader = person.get(mail.to);
    assert.ok(reader);
    assert.ok(reader.reads, `${reader.name} may GET no case`);
    for (const id of laterThan(rightEnds(reader))) assert.ok(!mail.text.includes(id), `${reader.name} was written to`);
  }
  for (const reader of readers) reader.live?.close();
});
