// A rolling restart from the version released last to this one, with its real program (R24): it serves under load while this version starts
// beside it and migrates the database, both serve, the old one is told to stop, and another of this version takes its place. No request
// fails beyond an honest "not now", and whatever was acknowledged goes out. Needs the history of the repository (CI clones it whole).
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { demoPassword } from '../../src/hub/enterprise/index.ts';
import { until } from '../support/application.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { insistentTrader } from '../support/insistent-trader.ts';
import { addressOf, startProcess } from '../support/process.ts';

type Released = Record<string, { readonly commit: string }>;
const [version, { commit }] = Object.entries(
  JSON.parse(readFileSync('tests/migrations/released.json', 'utf-8')) as Released,
).at(-1) as [string, { commit: string }];
const known = spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`]).status === 0;
const skip = known ? false : `commit ${commit} of ${version} is not in this clone`;

const dir = mkdtempSync(path.join(tmpdir(), 'portico-rolling-'));
const oldTree = path.join(dir, 'tree');
let database: TestDatabase;
let client: pg.Client;
type Node = { readonly url: string; stop(): Promise<number | null> };
const nodes: Node[] = [];
before(async () => {
  if (skip) return;
  mkdirSync(oldTree);
  const tar = execFileSync('git', ['archive', commit, 'src', 'package.json'], { maxBuffer: 1 << 28 });
  execFileSync('tar', ['-x', '-C', oldTree], { input: tar });
  symlinkSync(path.resolve('node_modules'), path.join(oldTree, 'node_modules'));
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
after(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.stop()));
  await client?.end();
  await database?.drop();
  rmSync(dir, { recursive: true, force: true });
});

/** Nodes of one database open what each other sealed (deploy/compose.yaml). */
const sealKey = randomBytes(32).toString('base64');
async function start(name: string, root = process.cwd()): Promise<Node> {
  const started = startProcess(
    {
      DATA_DIR: path.join(dir, name),
      DATABASE_URL: database.url,
      PORTICO_SIMULATOR_PACE: '0.01',
      PORTICO_SEAL_KEY: sealKey,
    },
    root,
  );
  const node = {
    // a machine with other work takes its time
    url: await addressOf(started).catch(() => addressOf(started)),
    stop: async () => {
      started.child.kill('SIGINT');
      const { code } = await started.ended;
      return code;
    },
  };
  nodes.push(node);
  return node;
}
async function stop(node: Node): Promise<void> {
  // as a balancer does: nobody new is sent there, and then it is told
  nodes.splice(nodes.indexOf(node), 1);
  assert.equal(await node.stop(), 0);
}

/** In turn to whichever nodes there are; who cannot be reached is not an answer, the next one is asked. */
function balanced(cookie: () => string) {
  let turn = 0;
  return {
    raw: (method: string, at: string, body?: Uint8Array | string, headers: Record<string, string> = {}) =>
      fetch(`${nodes[turn++ % nodes.length]?.url}/api/v1${at}`, {
        method,
        headers: { cookie: cookie(), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
      }),
  };
}

test('[P3] a rolling restart from the released version to this one, under load: nothing fails, nothing is lost', {
  skip,
}, async (t) => {
  const old = await start('old', oldTree);
  const reply = await fetch(`${old.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'trader', password: demoPassword }),
  });
  const cookie = reply.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const clerk = insistentTrader(balanced(() => cookie));
  const filed = new Map<string, string[]>();
  let phase = 'old';
  let going = true;
  const load = (async () => {
    for (let n = 0; going; n++) {
      const id = await clerk.file(`ROLL-${phase}-${n}`);
      filed.set(phase, [...(filed.get(phase) ?? []), id]);
      // a steady stream, not as much as there can be; thinner where a phase takes long
      const many = (filed.get(phase)?.length ?? 0) >= 6;
      await new Promise((resolve) => setTimeout(resolve, many ? 4000 : 500));
    }
  })();
  const filedIn = (name: string, atLeast: number) =>
    until(
      async () => filed.get(name)?.length ?? 0,
      (n) => n >= atLeast,
      `${atLeast} cases filed: ${name}`,
      180_000,
    );
  load.catch(() => undefined); // heard below
  try {
    await filedIn('old', 2);
    phase = 'migrating';
    const first = await start('first');
    phase = 'both';
    await filedIn('both', 2);
    phase = 'leaving';
    await stop(old);
    phase = 'new';
    const second = await start('second');
    await filedIn('new', 1);
    await stop(first);
    assert.deepEqual(nodes, [second]);
    await filedIn('new', 3);
  } finally {
    going = false;
    await load;
  }
  assert.deepEqual([...clerk.bad], []);
  const ids = [...filed.values()].flat();
  t.diagnostic(
    `${version} → now: ${[...filed].map(([name, of]) => `${name} ${of.length}`).join(', ')}; ${clerk.refused()} told to come again`,
  );

  // Four go out when a case is filed. What a partner says to them later is not looked at: the old program has its simulators in its own
  // process, and they go with it.
  await until(
    async () =>
      (
        await client.query<{ id: string; states: string[] }>(
          `select c.id, coalesce(array_agg(d.state) filter (where d.state is not null), '{}') as states
           from unnest($1::uuid[]) as c(id) left join exchange.delivery d on d.shipment_id = c.id group by c.id`,
          [ids],
        )
      ).rows,
    (rows) => rows.every((row) => row.states.length >= 4 && row.states.every((state) => state === 'delivered')),
    'every document of every acknowledged case is with its partner',
    180_000,
  );
  const { rows: left } = await client.query(
    'select reaction, last_error from runtime.failed_reaction union all select state, channel from exchange.inbound where state = $1',
    ['quarantined'],
  );
  assert.deepEqual(left, []);
  const { rows: cut } = await client.query("select 1 from pg_class where oid = to_regclass('runtime.event_first')");
  assert.equal(cut.length, 1, 'the tables were cut into partitions meanwhile');
});
