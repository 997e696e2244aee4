// Keys that sign releases and the list of revoked ones (P7) over HTTP: rotation leaves what was printed checkable, the list is signed,
// dated and numbered, and a revocation is told to the terminal at the gate before anything more is accepted from it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { KeyChangeView, ReleaseView, RevocationListView, VerifyResult } from '../../src/hub/release/contract.ts';
import { judgeToken, openList, type ReleaseKeySet } from '../../src/kernel/release-token.ts';
import { portico } from '../../src/runtime/context.ts';
import { isSignedByJwk } from '../../src/runtime/signatures/jwk.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { airImport, railImport } from '../support/forms.ts';
import { openLive } from '../support/live.ts';

let application: TestApplication;
let trader: Client;
let railway: Client;
let operator: Client;
let security: Client;
let security2: Client;
const lines: string[] = [];
before(async () => {
  application = await startTestApplication({
    log: new Proxy({} as never, {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          lines.push(`${String(name)} ${JSON.stringify(args)}`),
    }),
  });
  trader = await signIn(application, 'trader');
  railway = await signIn(application, 'railway');
  operator = await signIn(application, 'operator');
  security = await signIn(application, 'security');
  security2 = await signIn(application, 'security2');
  // The yard hears of no release, so that goods stay where they are.
  for (const yard of ['railway-yard', 'airport-station'])
    await operator.send('POST', `/exchange/channels/${yard}/pause`);
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const anybody = async <T>(path: string): Promise<T> => {
  const reply = await fetch(`${application.url}/api/v1${path}`);
  assert.equal(reply.status, 200, path);
  return (await reply.json()) as T;
};
const keySet = () => anybody<ReleaseKeySet>('/release-keys');
const revocations = () => anybody<RevocationListView>('/release-revocations');
const headerOf = (token = '') =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string; alg: string };
const judge = async (token = '') =>
  judgeToken({
    token,
    keys: await keySet(),
    list: (await revocations()).list,
    now: Date.now() / 1000,
    check: isSignedByJwk,
  });
const eventsOf = (type: string) =>
  application.unitOfWork.read(portico, async ({ db }) => {
    const { rows } = await sql<{ position: number; payload: Record<string, unknown> }>`
      select position, payload from runtime.event where type = ${type} order by position`.execute(db);
    return rows;
  });

/** By two persons (R25). */
async function changeKey(reason: string): Promise<{ kid: string }> {
  const { id } = await security.send<{ id: string }>('POST', '/release-key-changes', { reason }, 201);
  const { kid } = await security2.send<KeyChangeView>('POST', `/release-key-changes/${id}/confirmation`);
  return { kid: kid ?? '' };
}

test('[P7][P11] nobody changes the key alone: who proposed cannot confirm, a second proposal waits, what was taken back makes none', async () => {
  const before = await keySet();
  const { id } = await security.send<{ id: string }>('POST', '/release-key-changes', { reason: '例行更换' }, 201);
  const refused = async (client: Client, path: string, body?: object) => {
    const json = { 'content-type': 'application/json' };
    const reply = await client.raw('POST', path, JSON.stringify(body ?? {}), body ? json : {});
    return [reply.status, ((await reply.json()) as { code: string }).code];
  };
  const at = `/release-key-changes/${id}`;
  assert.deepEqual(await refused(security, `${at}/confirmation`), [403, 'RELEASE_KEY_NEEDS_SECOND_PERSON']);
  assert.deepEqual(await refused(security2, '/release-key-changes', { reason: '再提一次' }), [
    409,
    'RELEASE_KEY_CHANGE_WAITS',
  ]);
  await security2.send('POST', `${at}/withdrawal`);
  assert.deepEqual(await refused(security2, `${at}/confirmation`), [409, 'RELEASE_KEY_CHANGE_DECIDED']);
  assert.deepEqual(await keySet(), before);
  const { items } = await security2.get<{ items: KeyChangeView[] }>('/release-key-changes');
  assert.deepEqual([items[0]?.state, items[0]?.mine, items[0]?.decidedBy !== undefined], ['withdrawn', false, true]);
});

test('[P7] a new key signs from now on; what the old one signed stays good, and its key is in no event, reply or log', async () => {
  const [before] = await released('CLEAN-KEYS-1');
  const { keys: first } = await keySet();
  const json = { 'content-type': 'application/json' };
  assert.equal((await security.raw('POST', '/release-key-changes', '{"reason":"x"}', json)).status, 400);
  const made = await changeKey('年度更换');
  const { keys } = await keySet();
  assert.deepEqual(
    keys.map((k) => k.kid),
    [made.kid, first[0]?.kid],
  );
  assert.deepEqual(Object.keys(keys[0] ?? {}).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  const [after] = await released('CLEAN-KEYS-2');
  assert.equal(headerOf(after?.token).kid, made.kid);
  assert.equal(headerOf(before?.token).kid, first[0]?.kid);
  for (const release of [before, after]) {
    assert.equal((await judge(release?.token)).verdict, 'valid');
    const { valid } = await railway.send<VerifyResult>('POST', '/releases/verification', { token: release?.token });
    assert.ok(valid);
  }
  const states = (
    await security.get<{ items: { kid: string; inUse: boolean; publishedUntil?: string }[] }>('/release-key-states')
  ).items;
  assert.deepEqual(
    states.map((k) => k.inUse),
    [true, false],
  );
  const until = Date.parse(states[1]?.publishedUntil ?? '');
  assert.ok(until > Date.parse(before?.validUntil ?? ''), 'longer than its last token can be shown');
  const [rotated] = (await eventsOf('release-key.rotated')).filter((e) => e.payload.kid === made.kid);
  assert.deepEqual([rotated?.payload.before, rotated?.payload.reason], [first[0]?.kid, '年度更换']);
  const reference = await application.unitOfWork.read(portico, async ({ db }) => {
    const { rows } = await sql<{
      r: string;
    }>`select key_reference as r from release.signing_key where kid = ${made.kid}`.execute(db);
    return rows[0]?.r ?? '';
  });
  assert.match(reference, /software:/);
  const told = lines.join('\n') + JSON.stringify([await eventsOf('release-key.rotated'), keys, states, made]);
  assert.ok(!told.includes(reference.slice(-40)) && !told.includes('PRIVATE KEY') && !told.includes('"d"'));
});

test('[P7] no longer published: a token of a key that has gone is refused everywhere', async () => {
  const [release] = await released('CLEAN-KEYS-3');
  const { kid } = headerOf(release?.token);
  await changeKey('再次更换');
  assert.equal((await judge(release?.token)).verdict, 'valid');
  await application.unitOfWork.run(portico, async ({ db }) => {
    await sql`update release.signing_key set published_until = now() - interval '1 second' where kid = ${kid}`.execute(
      db,
    );
  });
  assert.match((await judge(release?.token)).reason.en, /not in the published set/);
  assert.equal(
    (await railway.send<VerifyResult>('POST', '/releases/verification', { token: release?.token })).valid,
    false,
  );
});

test('[P7] the list of revoked releases: signed, dated, one number up with each change and no other', async () => {
  const [release] = await released('CLEAN-LIST-1');
  const first = await revocations();
  assert.deepEqual(await revocations(), first, 'nothing has changed');
  assert.equal((await judge(release?.token)).verdict, 'valid');
  const customs = await signIn(application, 'customs');
  await customs.send('POST', '/instructions', {
    shipmentId: release?.shipmentId,
    objects: [release?.objectId],
    kind: 'hold',
    reason: '核对单证',
  });
  const second = await until(revocations, (l) => l.number !== first.number, 'a new list');
  assert.equal(second.number, first.number + 1);
  const list = await openList(second.list, await keySet(), isSignedByJwk);
  assert.ok(list?.revoked.some((r) => r.jti === release?.number));
  assert.equal(list?.iat, Math.floor(Date.parse(second.issuedAt) / 1000), 'dated inside what is signed');
  assert.equal(list?.next, Math.floor(Date.parse(second.nextUpdate) / 1000));
  assert.equal(list?.number, second.number);
  assert.match((await judge(release?.token)).reason.en, /revoked/);
  const issued = (await eventsOf('release-revocations.issued')).map((e) => e.payload.number);
  assert.deepEqual(
    issued,
    Array.from({ length: second.number }, (_, n) => n + 1),
  );
  // Asked for by many at once: one list.
  await application.unitOfWork.run(portico, async ({ db }) => {
    await sql`update release.revocation_list set next_update = now() + interval '1 minute' where number = ${second.number}`.execute(
      db,
    );
  });
  const many = await Promise.all(Array.from({ length: 8 }, revocations));
  assert.deepEqual([...new Set(many.map((l) => l.number))], [second.number + 1]);
});

test('[P7][M2] the terminal’s stream hears of a revocation before anything more is taken on that token', async () => {
  const [release] = await released('CLEAN-STREAM-1');
  const terminal = await openLive(application.url, { cookie: railway.cookie });
  const customs = await signIn(application, 'customs');
  const report = (n: number, movement: string, reverse = false) =>
    railway.raw(
      'POST',
      '/release-reports',
      JSON.stringify({ token: release?.token, movement, reverse, reportNumber: `S-${n}` }),
      { 'content-type': 'application/json' },
    );
  // A truck that tries again and again, in and back, while the hold comes.
  const statuses: number[] = [];
  const trying = (async () => {
    for (let n = 0; n < 400; n += 1) {
      const { status } = await report(n, 'gate-in', n % 2 === 1);
      statuses.push(status);
      if (n % 2 === 0 && status === 409) return;
    }
  })();
  await until(
    async () => statuses.length,
    (n) => n > 3,
    'the truck has begun',
  );
  await customs.send('POST', '/instructions', {
    shipmentId: release?.shipmentId,
    objects: [release?.objectId],
    kind: 'hold',
    reason: '布控',
  });
  await trying;
  assert.equal(statuses.at(-1), 409, 'the hold has stopped it');
  const revoked = () =>
    terminal.told.find((t) => t.event === 'release.revoked' && t.data.links?.releaseId === release?.id);
  await until(
    async () => revoked(),
    (t) => t !== undefined,
    'the stream tells of the revocation',
  );
  const at = revoked()?.id ?? 0;
  assert.equal((await report(900, 'gate-out')).status, 409);
  const mine = terminal.told.filter((t) => t.data.links?.releaseId === release?.id);
  assert.deepEqual(
    mine.filter((t) => t.id > at && t.event !== 'release.move-reversed').map((t) => t.event),
    [],
    'after it nothing goes forwards',
  );
  assert.ok(mine.some((t) => t.event === 'release.moved' && t.id < at));
  // And on its channel: the revocation goes to the yard after the order it revokes.
  const documents = await until(
    async () =>
      (await trader.get<{ items: { kind: string; id: string }[] }>(`/shipments/${release?.shipmentId}/documents`))
        .items,
    (list) => list.some((d) => d.kind === 'railway-yard.release-revocation'),
    'the message to the yard',
  );
  assert.ok(documents.some((d) => d.kind === 'railway-yard.release-order'));
  terminal.close();
});

test('[P7][R17] every terminal that is connected hears of a revocation of its own station, and none of another’s', async () => {
  const [first, second] = await released('CLEAN-EVERY-1');
  const [flown] = await released('CLEAN-EVERY-2', airImport, 1);
  // Two clerks of the rail yard, one of them with two screens; the airport; a gate that neither case concerns.
  const screens = async (...accounts: string[]) =>
    Promise.all(
      accounts.map(async (account) =>
        openLive(application.url, { cookie: (await signIn(application, account)).cookie }),
      ),
    );
  const yard = [...(await screens('railway', 'railway')), await openLive(application.url, { cookie: railway.cookie })];
  const [airport, zone] = await screens('airport', 'zonegate');
  const own = [first?.id, second?.id, flown?.id];
  const toldOf = (terminal: Awaited<ReturnType<typeof openLive>> | undefined) =>
    (terminal?.told ?? [])
      .filter((t) => t.event === 'release.revoked' && own.includes(t.data.links?.releaseId))
      .map((t) => t.data.links?.releaseId);
  const customs = await signIn(application, 'customs');
  const hold = async (release: ReleaseView | undefined, listeners: readonly Parameters<typeof toldOf>[0][]) => {
    const { shipmentId, objectId } = release as ReleaseView;
    await customs.send('POST', '/instructions', { shipmentId, objects: [objectId], kind: 'hold', reason: '布控' });
    await until(
      async () => listeners.map(toldOf),
      (all) => all.every((told) => told.includes(release?.id)),
      `every terminal of the station hears of ${objectId}`,
    );
  };
  // In turns: a stream tells in the order of events, so what comes last shows that nothing was told in between.
  await hold(first, yard);
  await hold(flown, [airport]);
  await hold(second, yard);
  for (const terminal of yard) assert.deepEqual(toldOf(terminal), [first?.id, second?.id]);
  assert.deepEqual(toldOf(airport), [flown?.id]);
  assert.deepEqual(toldOf(zone), []);
  for (const terminal of [airport, zone])
    assert.ok(!terminal?.told.some((t) => t.data.shipmentId === first?.shipmentId), 'nothing at all of the rail case');
  for (const terminal of [...yard, airport, zone]) terminal?.close();
});

async function released(reference: string, form = railImport, count = 2): Promise<ReleaseView[]> {
  const { id } = await fileShipment(trader, form(reference));
  return until(
    async () => (await trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`)).items,
    (list) => list.length === count && list.every((r) => r.token !== undefined),
    `releases of ${reference}`,
  );
}
