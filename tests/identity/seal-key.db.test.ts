// The change of the key that seals what lies in the database (R25; ASVS 11.1, 13.3; decision 0051): the next one beside the old one, in use, all
// sealed anew by a command that is killed in the middle and run again, and the old one taken away. Nothing that was sealed is lost on the way.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import pg from 'pg';
import { keyInUse } from '../../src/hub/release/keep-keys.ts';
import { placeOf, takePlace } from '../../src/hub/credentials/take-place.ts';
import { readIssuer, signCredential } from '../../src/hub/credentials/sign-credential.ts';
import { hubModules } from '../../src/hub/modules.ts';
import { openSeal } from '../../src/hub/signatures/keep-seal.ts';
import { ConfigError } from '../../src/runtime/config.ts';
import { type Context, portico } from '../../src/runtime/context.ts';
import { seal, sealKeyId, unseal } from '../../src/runtime/identity/seal.ts';
import { runtimeSealed } from '../../src/runtime/identity/store-seal-keys.ts';
import { referenceLabel } from '../../src/runtime/signatures/keys.ts';
import { signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { createTestDatabase } from '../support/database.ts';
import { callWith, codeOf, tryToSignIn } from '../support/identity.ts';

const password = 'portico-demo';
const newKey = () => randomBytes(32).toString('base64');
const [A, B] = [newKey(), newKey()];
const columns = [...runtimeSealed, ...hubModules.flatMap((module) => module.sealed ?? [])];

const database = await createTestDatabase({ migrated: true });
const kept = { url: database.url, drop: async () => undefined };
const client = new pg.Client({ connectionString: database.url });
await client.connect();
let application: TestApplication | undefined;
after(async () => {
  await application?.stop();
  await client.end();
  await database.drop();
});
/** The node starts anew with other keys. */
async function restart(sealKey: string, ...sealKeysBeside: string[]): Promise<TestApplication> {
  await application?.stop();
  application = undefined;
  application = await startTestApplication({
    database: kept,
    config: { sealKey, ...(sealKeysBeside.length > 0 ? { sealKeysBeside } : {}) },
  });
  return application;
}
const within = <T>(node: TestApplication, act: (context: Context) => Promise<T>): Promise<T> =>
  node.unitOfWork.run(portico, act);
const all = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await client.query<T>(text, values)).rows;

/** What `npm run reseal` runs. */
function reseal(sealKey: string, beside: readonly string[], ...words: string[]) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'tools/reseal.ts', ...words],
    {
      env: {
        PATH: process.env.PATH ?? '',
        DATABASE_URL: database.url,
        PORTICO_SEAL_KEY: sealKey,
        ...(beside.length > 0 ? { PORTICO_SEAL_KEYS_BESIDE: beside.join(',') } : {}),
        DATA_DIR: '/nonexistent/portico-reseal',
        PORTICO_RELEASE_KEY: 'not looked at',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk));
  const ended = new Promise<{ code: number | null; text: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, text })),
  );
  return { child, ended };
}
/** Everything sealed there is: where, for what, and the text itself. */
async function sealedTexts() {
  const found: { at: string; label: string; text: string }[] = [];
  for (const { table, key, column, json, mixed, labelOf } of columns) {
    if (mixed) continue;
    const text = json ? `${column} #>> '{}'` : column;
    const keys = key.map((name) => `${name}::text as ${name}`).join(', ');
    for (const row of await all<Record<string, string>>(
      `select ${keys}, ${text} as "sealed text" from ${table} where ${column} is not null order by ${key.join(', ')}`,
    )) {
      const whole = row['sealed text'] ?? '';
      const head = /^(?:\S+ )?software:/.exec(whole)?.[0] ?? '';
      found.push({ at: `${table}.${column}`, label: labelOf(row, head), text: whole.slice(head.length) });
    }
  }
  return found;
}
const under = (key: string) => async () =>
  (await sealedTexts()).filter(({ text }) => text.startsWith(`${sealKeyId(key)}.`)).length;

test('[P11] every column that holds something sealed says so: none is forgotten when the key is changed', async () => {
  await restart(A);
  const there = await all<{ at: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as at from information_schema.columns
     where table_schema = any($1) and (column_name like '%sealed%' or column_name in ('key_reference', 'kept'))
       and data_type <> 'boolean' order by 1`,
    [['runtime', ...hubModules.map((module) => module.id)]],
  );
  const declared = columns.filter(({ mixed }) => !mixed).map(({ table, column }) => `${table}.${column}`);
  assert.deepEqual(
    declared.sort(),
    there.map(({ at }) => at),
  );
});

test('[P11][P4] the key is changed while Portico runs, cut in the middle; what was sealed opens, and the old key may go', async () => {
  let node = await restart(A);
  const trader = await signIn(node, 'trader');
  const begun = await callWith(node, trader.cookie, 'POST', '/account/second-factor', { current: password });
  const secret = String(begun.body.secret);
  const enrolled = await callWith(node, trader.cookie, 'POST', '/account/second-factor/confirmation', {
    code: codeOf(secret, -1),
  });
  const [first = '', second = ''] = enrolled.body.recoveryCodes as string[];
  const keyed = (on: TestApplication) =>
    fetch(`${on.url}/api/v1/api-keys`, {
      method: 'POST',
      headers: { cookie: trader.cookie, 'content-type': 'application/json', 'idempotency-key': 'one-key' },
      body: JSON.stringify({ name: 'ERP' }),
    }).then((reply) => reply.text());
  const shown = await keyed(node);
  assert.match(shown, /"secret"/);
  await trader.send('POST', '/seals', { algorithm: 'ES256' });
  const { id: subscription } = await trader.send<{ id: string }>('POST', '/subscriptions', {
    name: 'S',
    url: 'http://127.0.0.1:9/never',
    eventTypes: ['release.used'],
  });
  await trader.send('POST', `/subscriptions/${subscription}/secret`);
  const [security, security2] = [await signIn(node, 'security'), await signIn(node, 'security2')];
  const change = await security.send<{ id: string }>('POST', '/release-key-changes', { reason: '年度更换' });
  await security2.send('POST', `/release-key-changes/${change.id}/confirmation`);
  const traderId = (
    await all<{ id: string }>(
      `select organisation_id as id from enterprise.session where token_digest is not null limit 1`,
    )
  )[0]?.id;
  assert.ok(traderId);
  await plant(subscription);
  const texts = await sealedTexts();
  for (const { table, column, mixed } of columns)
    if (!mixed && table !== 'runtime.seal_key')
      assert.ok(
        texts.some(({ at }) => at === `${table}.${column}`),
        `something sealed lies in ${table}.${column}`,
      );
  const words = new Map(texts.map(({ label, at, text }) => [`${at} ${label}`, unseal({ sealKey: A }, label, text)]));
  const sameWords = async (sealing: { sealKey: string; sealKeysBeside?: string[] }) => {
    const now = await sealedTexts();
    for (const { label, at, text } of now) {
      const known = words.get(`${at} ${label}`);
      const opened = unseal(sealing, label, text);
      if (known !== undefined) assert.equal(opened, known, at);
    }
    assert.ok(now.length >= words.size);
  };
  const certificate = await within(node, (context) => signCredential(context, { id: 'before' }));
  const kidOf = (jws: string) =>
    (JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid;

  // The next key beside the one in use: it opens, seals nothing, and our certificates' next key is shown before it signs.
  node = await restart(A, B);
  const both = (await within(node, readIssuer)).assertionMethod;
  assert.equal(both.length, 2);
  assert.equal(both[0], kidOf(certificate));
  const early = await reseal(B, [A]).ended;
  assert.equal(early.code, 2, early.text);
  assert.match(
    early.text,
    new RegExp(`PORTICO_SEAL_KEY（${sealKeyId(B)}）：尚无节点[^]*no node seals with this key yet`),
  );

  // In use.
  node = await restart(B, A);
  await sameWords({ sealKey: B, sealKeysBeside: [A] });
  const renewed = await within(node, (context) => signCredential(context, { id: 'after' }));
  assert.deepEqual(
    [kidOf(renewed), (await within(node, readIssuer)).assertionMethod.includes(kidOf(certificate))],
    [both[1], true],
  );

  // The command is killed while it waits for a row that somebody else holds: what it has done stays done, the rest as it was.
  const holder = new pg.Client({ connectionString: database.url });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select 1 from subscriptions.subscription for update');
  const cut = reseal(B, [A]);
  let over = '';
  void cut.ended.then(({ text }) => (over = text));
  await until(
    async () => {
      assert.equal(over, '', 'the command has not ended');
      const waiting = await all(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%update "subscriptions".%' and datname = current_database()`,
      );
      return waiting.length;
    },
    (n) => n > 0,
    'the command waits for the row',
  );
  cut.child.kill('SIGKILL');
  await cut.ended;
  await holder.end();
  const done = await under(B)();
  const total = (await sealedTexts()).length;
  assert.ok(done > 0 && done < total, `${done} of ${total}`);
  await sameWords({ sealKey: B, sealKeysBeside: [A] });
  assert.deepEqual(await all('select id from runtime.seal_key where kept is not null'), []);

  const again = await reseal(B, [A]).ended;
  assert.equal(again.code, 0, again.text);
  assert.match(again.text, new RegExp(`${sealKeyId(A)}：可从 PORTICO_SEAL_KEYS_BESIDE 撤下`));
  assert.equal(await under(B)(), (await sealedTexts()).length);
  assert.match((await reseal(B, [A]).ended).text, /重新封存 \/ sealed anew: 0\n/);
  const told = await all<{ payload: object }>(`select payload from runtime.event where type = 'seal-key.retired'`);
  assert.deepEqual(
    told.map(({ payload }) => ({ ...payload, resealed: 0 })),
    [{ keyId: sealKeyId(A), by: sealKeyId(B), resealed: 0 }],
  );

  // Without the old one everything goes on.
  node = await restart(B);
  await sameWords({ sealKey: B });
  assert.equal(await keyed(node), shown, 'a repeated request is answered as before');
  const enter = (code: string) => tryToSignIn(node, { account: 'trader', password, code });
  assert.equal((await enter(codeOf(secret))).status, 200);
  assert.equal((await enter(first)).status, 200, 'a recovery code made under the key before');
  const owner =
    (
      await all<{ id: string }>(
        `select organisation_id as id from signatures.certificate where key_reference is not null`,
      )
    )[0]?.id ?? '';
  await within(node, async (context) => {
    assert.ok(await (await openSeal(context, owner))?.signer.sign(Buffer.from('x')));
    assert.ok(await (await keyInUse(context)).signer.sign(Buffer.from('x')));
    assert.deepEqual((await readIssuer(context)).assertionMethod.includes(kidOf(certificate)), true);
  });

  // A node that is given another key in production says which one it misses, and does not start.
  const stranger = newKey();
  const start = startTestApplication({
    database: kept,
    config: { mode: 'production', simulators: false, sealKey: stranger },
  });
  await assert.rejects(start, (error: unknown) => {
    assert.ok(error instanceof ConfigError);
    const [problem] = error.problems.filter(({ en }) => en.includes(`key ${sealKeyId(B)} is missing`));
    assert.match(problem?.zh ?? '', new RegExp(`缺少密钥 ${sealKeyId(B)}.*现有 ${sealKeyId(stranger)}`));
    return !error.message.includes(stranger);
  });
  const lost = await reseal(stranger, []).ended;
  assert.equal(lost.code, 2);
  assert.match(lost.text, new RegExp(`key ${sealKeyId(B)} is missing`));

  // After a leak what was made of it counts no longer.
  const forgotten = await reseal(B, [], '--forget', sealKeyId(A)).ended;
  assert.equal(forgotten.code, 0, forgotten.text);
  node = await restart(B);
  await sameWords({ sealKey: B });
  assert.equal((await enter(second)).code, 'SECOND_FACTOR_WRONG');
  assert.deepEqual((await within(node, readIssuer)).assertionMethod, [both[1]]);
  assert.equal((await all(`select 1 from runtime.event where type = 'seal-key.forgotten'`)).length, 1);
});

test('[N14] a place in the status list that was taken under another order is passed over', async () => {
  const node = application ?? (await restart(A));
  const taken: ({ readonly list: number | null; readonly place: number | null } | undefined)[] = [];
  const take = async () => void taken.push(await within(node, (context) => takePlace(context, certificateAt())));
  for (let i = 0; i < 5; i += 1) await take();
  // As if the order of another key led to the same places.
  await client.query(`select setval('credentials.place', 1, false)`);
  for (let i = 0; i < 5; i += 1) await take();
  assert.equal(new Set(taken.map((at) => `${at?.list} ${at?.place}`)).size, 10);
});

test('[N14] two nodes with different keys that find the same place free at once keep both certificates', async () => {
  const node = application ?? (await restart(A));
  const first = 1000;
  await client.query(`select setval('credentials.place', ${first + 1}, false)`);
  const wanted = placeOf({ settings: { sealKey: A } as Context['settings'] }, first);
  // Another key whose order leads to the same place one number later.
  const other = { sealKey: newKey() } as Context['settings'];
  while (placeOf({ settings: other }, first + 1).place !== wanted.place) Object.assign(other, { sealKey: newKey() });
  const take = (sealKey: string, held: Promise<void>) =>
    within(node, async (context) => {
      const kept = await takePlace({ ...context, settings: { ...context.settings, sealKey } }, certificateAt());
      await held;
      return kept;
    });
  const gate = Promise.withResolvers<void>();
  const one = take(A, gate.promise);
  const placed = () => all<{ last_value: string }>('select last_value from credentials.place');
  await until(placed, ([row]) => Number(row?.last_value) === first + 1, 'the first has its number');
  const two = take(other.sealKey, Promise.resolve());
  await until(
    () => all<{ n: number }>('select count(*)::integer as n from pg_locks where not granted'),
    ([row]) => row?.n === 1,
    'the second waits for the place that the first has taken and not yet committed',
  );
  gate.resolve();
  const [kept, moved] = await Promise.all([one, two]);
  assert.deepEqual([kept?.list, kept?.place], [wanted.list, wanted.place]);
  assert.ok(moved && moved.place !== wanted.place, 'the second is kept in another place');
  const rows = await all('select id from credentials.credential where id = any($1)', [[kept?.id, moved.id]]);
  assert.equal(rows.length, 2);
  // The same release once more has its certificate already.
  const release = randomUUID();
  assert.ok(await within(node, (context) => takePlace(context, certificateAt(release))));
  assert.equal(await within(node, (context) => takePlace(context, certificateAt(release))), undefined);
});

/** One that is nobody's. */
const certificateAt =
  (release?: string) =>
  async ({ list, place }: { readonly list: number; readonly place: number }) => {
    const id = randomUUID();
    return {
      ...{ id, flow: 'issued' as const, issuer: 'x', number: `urn:uuid:${id}`, kind: 'x', shipment_id: id },
      ...{ release_id: release ?? null, object_id: null, channel: null, message_id: null, list, place, token: 'x' },
      ...{ doubt: null, issued_at: '2026-11-27T00:00:00Z', revoked_at: null, revoked_because: null, simulated: true },
    };
  };

/** What takes long journeys to come about, as it would lie there. */
async function plant(subscription: string): Promise<void> {
  const [drawn, letter, run] = [randomUUID(), randomUUID(), randomUUID()];
  const sealed = (label: string) => seal({ sealKey: A }, label, 'planted');
  await client.query(
    `insert into draw.draw (id, number, authority, party, rule, demonstration, opened_at, sealed_secret)
     values ($1, 'D-PLANTED', 'customs', 'customs', '{}', true, now(), $2)`,
    [drawn, sealed(`draw ${drawn}`)],
  );
  await client.query(
    `insert into mail.letter (id, person_id, kind, slot, positions, state, next_attempt_at, created_at, sealed)
     values ($1, $1, 'account', 'account planted', '{}', 'withheld', now(), now(), $2)`,
    [letter, sealed(`letter ${letter}`)],
  );
  await client.query(
    `insert into partner.credential (channel, name, sealed, kept_by, kept_at) values ('customs', 'planted', $1, 'x', now())`,
    [sealed('channel credential customs planted')],
  );
  await client.query(
    `insert into partner.certification (id, channel, endpoint, sealed_key, contact, profile_digest, state, scenarios, started_by_id, started_by, started_at)
     values ($1, 'forex', 'http://127.0.0.1:9/', $2, 'x', 'x', 'cancelled', 1, 'x', 'x', now())`,
    [run, sealed(`certification ${run}`)],
  );
  await client.query(
    `insert into partner.report_key (kid, algorithm, spki, key_reference, made_at) values ('planted', 'EdDSA', '\\x00', $1, now() - interval '9 years')`,
    [`software:${sealed(referenceLabel('partner certification'))}`],
  );
  await client.query('update subscriptions.subscription set sealed_key = $1 where id = $2', [
    sealed(`${subscription}/key`),
    subscription,
  ]);
}
