// Every route × every kind of caller, and every record × every stranger (P11).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hubModules } from '../../src/hub/modules.ts';
import type { RouteDefinition } from '../../src/runtime/http/route.ts';
import { createWorld, type World } from '../support/world.ts';
import { type Caller, callers, ownerless, permissions, type RecordRow, records } from './permissions.ts';

const routes = new Map(
  hubModules.flatMap((m) => m.routes.map((r): [string, RouteDefinition] => [`${r.method} ${r.path}`, r])),
);
let world: World;
before(async () => {
  world = await createWorld();
});
after(async () => {
  await world.application.stop();
  assert.deepEqual(world.application.faults, []);
});

const accountOf = {
  trader: 'trader',
  stranger: 'trader2',
  broker: 'broker',
  carrier: 'carrier',
  officer: 'customs',
  roster: 'customs-roster',
  gate: 'railway',
  operator: 'operator',
  security: 'security',
  auditor: 'auditor',
} as const;
async function credentials(caller: Caller): Promise<Record<string, string>> {
  if (caller === 'anonymous') return {};
  if (caller === 'enterprise-key') return { authorization: `Bearer ${world.enterpriseKey}` };
  if (caller === 'partner-key') return { authorization: `Bearer ${world.partnerKey}` };
  return { cookie: world.clients[accountOf[caller]].cookie };
}
async function call(caller: Caller, at: string, id: string, body?: object, query = '') {
  const [method = '', path = ''] = at.split(' ');
  const reply = await fetch(`${world.application.url}/api/v1${path.replace(':id', id)}${query}`, {
    method,
    headers: {
      ...(await credentials(caller)),
      ...(body ? { 'content-type': 'application/json' } : {}),
      origin: world.application.url,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await reply.text();
  return {
    status: reply.status,
    code: text.includes('"code"') ? String((JSON.parse(text) as { code?: string }).code) : '',
  };
}
const nobody = '019a9f2e-7a10-7000-8000-0000000000ff';

test('[P11] every route stands in the permission matrix, and nothing else does', () => {
  assert.deepEqual([...Object.keys(permissions)].sort(), [...routes.keys()].sort());
  const oneRecord = [...routes.keys()].filter((at) => at.includes(':'));
  assert.deepEqual([...Object.keys(records), ...Object.keys(ownerless)].sort(), oneRecord.sort());
});

test('[P11] each caller gets past the door of exactly the routes the matrix gives him', async () => {
  const wrong: string[] = [];
  for (const [at, allowed] of Object.entries(permissions))
    for (const caller of callers) {
      // Would take them out of the world.
      if (at === 'POST /account/leaving' && caller !== 'anonymous' && !caller.endsWith('-key')) continue;
      if (at === 'DELETE /session' && caller !== 'anonymous' && !caller.endsWith('-key')) continue; // would sign them out
      const { status, code } = await call(caller, at, nobody);
      const refused = code === 'SIGN_IN_NEEDED' || code === 'ACTION_NOT_ALLOWED';
      if (refused === allowed.includes(caller)) wrong.push(`${caller} ${at}: ${status} ${code}`);
      if (refused) assert.equal(status, caller === 'anonymous' ? 401 : 403, `${caller} ${at}`);
    }
  assert.deepEqual(wrong, []);
});

test('[P11] a record answers those it concerns and is unknown to everybody else', async () => {
  const idOf = (record: RecordRow['record']) =>
    (record === 'release' ? world.ids.releases[0] : world.ids[record]) ?? '';
  const wrong: string[] = [];
  for (const [at, row] of Object.entries(records)) {
    // Strangers first: what they try must leave the record as it is. The owner's own call comes last.
    const inside = (permissions[at] ?? []).filter((c) => c !== 'anonymous');
    for (const caller of inside.filter((c) => !row.sees.includes(c))) {
      const { status, code } = await call(caller, at, idOf(row.record), row.body, row.query);
      if (status !== 404 || !code.endsWith('_UNKNOWN')) wrong.push(`${caller} ${at}: ${status} ${code}`);
    }
    for (const caller of row.sees) {
      const { status, code } = await call(caller, at, idOf(row.record), row.body, row.query);
      if (status === 404 || status === 401 || status >= 500 || code === 'ACTION_NOT_ALLOWED')
        wrong.push(`${caller} ${at}: ${status} ${code}`);
      if (at.startsWith('DELETE /') || at.includes('subscriptions')) break;
    }
  }
  assert.deepEqual(wrong, []);
});

test('[P11][P2] lists and searches hold nothing of another organisation', async () => {
  const { trader, trader2, broker, customs } = world.clients;
  type Items = { items: { id?: string; shipmentId?: string }[] };
  for (const path of ['/shipments', '/shipments?query=CQPU1000014', `/inspections?shipmentId=${world.ids.inspected}`]) {
    const mine = new Set((await trader.get<Items>(path)).items.map((i) => i.id));
    assert.ok(mine.size > 0, path);
    for (const other of [trader2, broker])
      assert.ok(
        (await other.get<Items>(path)).items.every((i) => !mine.has(i.id)),
        path,
      );
  }
  for (const path of ['/api-keys', '/authorisations', '/shipment-templates', '/subscriptions']) {
    const mine = new Set((await trader.get<Items>(path)).items.map((i) => i.id));
    const theirs = (await trader2.get<Items>(path)).items;
    assert.ok(
      theirs.every((i) => !mine.has(i.id)),
      path,
    );
  }
  const pages = await trader2.get<Items>('/event-pages?limit=500');
  assert.deepEqual(pages.items, []);
  const drafts = await customs.get<Items>('/shipments?limit=100');
  assert.ok(
    drafts.items.every((i) => i.id !== world.ids.draft),
    'a draft is its owner’s own',
  );
});

test('[P11] everybody can sign out, and then is nobody', async () => {
  for (const [caller, account] of Object.entries(accountOf)) {
    const client = world.clients[account];
    assert.equal((await client.raw('DELETE', '/session')).status, 204, caller);
    assert.equal((await client.raw('GET', '/session')).status, 401, caller);
  }
});
