// The permission walk (P11), generated: every route × every role of the policy table, in the owner's organisation and in others, with an
// authorisation and without, on cases of every state, compared with the table itself. The hand-written matrix (`permissions.ts`) is the
// independent expectation beside it, and says with what body a route is called.
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { hubModules } from '../../src/hub/modules.ts';
import type { OrganisationKind } from '../../src/kernel/party.ts';
import { portico } from '../../src/runtime/context.ts';
import {
  type Action,
  mayDo,
  mayDoTo,
  mayHold,
  type RecordState,
  type Role,
  roles,
  type Standing,
} from '../../src/runtime/identity/policy.ts';
import { createWorld, type World } from '../support/world.ts';
import { permissions, records } from './permissions.ts';

/** Organisations and what each is to the cases of the trader, filed by rail, handed over at the railway yard. */
type Place = {
  readonly kind: OrganisationKind;
  readonly account?: string;
  readonly channel?: string;
  readonly standing: Standing;
};
const nothing: Standing = { relations: [] };
const places: Readonly<Record<string, Place>> = {
  owner: { kind: 'trader', account: 'trader', standing: { relations: ['owner', 'filer'] } },
  'other trader': { kind: 'trader', account: 'trader2', standing: nothing },
  'authorised broker': {
    kind: 'broker',
    account: 'broker',
    standing: { relations: ['authorised'], acts: ['declare', 'inspect'] },
  },
  'broker for inspections': { kind: 'broker', standing: { relations: ['authorised'], acts: ['inspect'] } },
  'broker for another district': { kind: 'broker', standing: nothing },
  'broker whose authorisation was revoked': { kind: 'broker', standing: nothing },
  'broker without authorisation': { kind: 'broker', standing: nothing },
  'carrier of the goods': { kind: 'carrier', account: 'carrier', standing: { relations: ['carrier'] } },
  'other carrier': { kind: 'carrier', channel: 'no-such-carrier', standing: nothing },
  'authority concerned': { kind: 'authority', account: 'customs', standing: { relations: ['authority'] } },
  'authority not concerned': { kind: 'authority', account: 'maritime', standing: nothing },
  'station of the goods': { kind: 'operator', account: 'railway', standing: { relations: ['station'] } },
  'other station': { kind: 'operator', account: 'airport', standing: nothing },
  forwarder: { kind: 'forwarder', standing: nothing },
  bank: { kind: 'bank', standing: nothing },
  'port office': { kind: 'port-office', account: 'operator', standing: { relations: ['port-office'] } },
};
type Caller = {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly standing: Standing;
  readonly headers: Record<string, string>;
};

const routes = hubModules.flatMap((m) => m.routes);
const nobody = '019a9f2e-7a10-7000-8000-0000000000ff';
let world: World;
let callers: Caller[];
let cases: Record<Exclude<RecordState, 'live'>, string>;
before(async () => {
  world = await createWorld();
  const organisations = new Map<string, string>();
  callers = [{ name: 'anonymous', roles: [], standing: nothing, headers: {} }];
  await world.application.unitOfWork.run(portico, async ({ db }) => {
    for (const [name, place] of Object.entries(places)) {
      const found = await sql<{
        id: string;
      }>`select organisation_id as id from enterprise.person where account = ${place.account ?? ''}`.execute(db);
      const id = found.rows[0]?.id ?? randomUUID();
      organisations.set(name, id);
      if (!place.account)
        await sql`insert into enterprise.organisation (id, name, name_en, kind, channel_id, created_at)
          values (${id}, ${name}, ${name}, ${place.kind}, ${place.channel ?? null}, now())`.execute(db);
      for (const role of Object.keys(roles) as Role[]) {
        if (!mayHold(place.kind, role)) continue;
        const secret = `pk_walk_${randomUUID()}`;
        await sql`insert into enterprise.api_key (id, organisation_id, name, prefix, secret_digest, roles, created_at)
          values (${randomUUID()}, ${id}, 'walk', 'pk_walk', ${createHash('sha256').update(secret).digest('hex')}, ${`{${role}}`}::text[], now())`.execute(
          db,
        );
        callers.push({
          name: `${role} of ${name}`,
          roles: [role],
          standing: place.standing,
          headers: { authorization: `Bearer ${secret}` },
        });
      }
    }
    const give = (broker: string, acts: string, districts: string, revoked: boolean) =>
      sql`
      insert into enterprise.authorisation (id, owner_id, broker_id, scope, acts, districts, valid_from, valid_to, offered_at, accepted_at, revoked_at)
      values (${randomUUID()}, ${organisations.get('owner')}, ${organisations.get(broker)}, 'declare', ${acts}::text[], ${districts}::text[],
        current_date - 2, current_date + 100, now(), now(), ${revoked ? new Date().toISOString() : null})`.execute(db);
    await give('authorised broker', '{declare,inspect}', '{8000}', false);
    await give('broker for inspections', '{inspect}', '{}', false);
    await give('broker for another district', '{declare,inspect}', '{7900}', false);
    await give('broker whose authorisation was revoked', '{declare,inspect}', '{}', true);
  });
  const ended = await world.fileable('SILENT-ENDED');
  await world.clients.trader.send('POST', `/shipments/${ended}/submit`, {});
  await world.clients.trader.send('POST', `/shipments/${ended}/withdrawal`, { reason: '合同取消' });
  // Not complete, so that whoever may file it does not.
  const draft = await world.draft();
  const form = { direction: 'import', transportMode: '3', declarationOffice: '8016' };
  await world.clients.trader.send('PUT', `/shipments/${draft.id}/form`, { form, revision: draft.revision });
  cases = { draft: draft.id, filed: world.ids.silent, ended };
});
after(async () => {
  await world.application.stop();
  assert.deepEqual(world.application.faults, []);
});

async function call(caller: Caller, method: string, path: string, body?: object) {
  const reply = await fetch(`${world.application.url}/api/v1${path}`, {
    method,
    headers: { ...caller.headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await reply.text();
  const code = text.includes('"code"') ? String((JSON.parse(text) as { code?: string }).code) : '';
  return { status: reply.status, code };
}
/** A few at a time, in order: two cores are shared. */
async function each<T>(items: readonly T[], act: (item: T) => Promise<string | undefined>): Promise<string[]> {
  const wrong: string[] = [];
  let next = 0;
  const worker = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) {
      const found = await act(item);
      if (found) wrong.push(found);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return wrong;
}
const atDoor = (code: string) => code === 'SIGN_IN_NEEDED' || code === 'ACTION_NOT_ALLOWED';

test('[P11] the walk has every role, every relation, and cases of every state', () => {
  const walked = new Set(callers.flatMap((c) => c.roles));
  assert.deepEqual([...walked].sort(), Object.keys(roles).sort());
  assert.ok(callers.length >= 25);
  assert.deepEqual(Object.keys(permissions).sort(), routes.map((r) => `${r.method} ${r.path}`).sort());
});

test('[P11] every role gets past the door of exactly the routes that the table gives it, wherever it is held', async () => {
  // The door knows roles only: each role where it has to do with the case and where it has not.
  const doors = [undefined, ...(Object.keys(roles) as Role[])].flatMap((role) => {
    const held = callers.filter((c) => c.roles[0] === role);
    const [inside, outside] = [
      held.find((c) => c.standing.relations.length > 0),
      held.find((c) => c.standing === nothing),
    ];
    return [inside, outside].filter((c) => c !== undefined);
  });
  const wanted = routes.flatMap((route) => doors.map((caller) => ({ route, caller })));
  const wrong = await each(wanted, async ({ route, caller }) => {
    const { status, code } = await call(caller, route.method, route.path.replace(/:[a-zA-Z]+/g, nobody));
    if (status >= 500) return `${caller.name} ${route.method} ${route.path}: ${status}`;
    const expected = mayDo(caller.roles, route.action);
    return atDoor(code) === expected ? `${caller.name} ${route.method} ${route.path}: ${status} ${code}` : undefined;
  });
  assert.deepEqual(wrong, []);
});

/** What is done to a case is what the table's record `shipment` says; `look-marks` and others come with the route. */
const ofCase = routes.filter((r) => r.path.startsWith('/shipments/:id'));

test('[P11] what an organisation may do to a case is what the table says of its relation, its authorisation and the state', async () => {
  const wanted = ofCase.flatMap((route) =>
    (Object.keys(cases) as (keyof typeof cases)[]).flatMap((state) =>
      callers.filter((c) => mayDo(c.roles, route.action)).map((caller) => ({ route, state, caller })),
    ),
  );
  assert.ok(wanted.length > 400, String(wanted.length));
  // Those who may not come first: what they try must leave the case as it is.
  const judged = wanted.map((one) => {
    const { route, state, caller } = one;
    const sees = mayDoTo('shipment', 'shipment.read', state, caller.standing);
    return { ...one, sees, may: sees && mayDoTo('shipment', route.action as Action, state, caller.standing) };
  });
  const sorted = [...judged.filter((j) => !j.may), ...judged.filter((j) => j.may)];
  const wrong = await each(sorted, async ({ route, state, caller, sees, may }) => {
    // What works would change the case; that it works is what the journeys are for.
    if (may && route.method !== 'GET' && state === 'filed') return undefined;
    const at = `${route.method} ${route.path}`;
    const { body, query = '' } = records[at] ?? {};
    const path = `${route.path.replace(':id', cases[state])}${query}`;
    const { status, code } = await call(caller, route.method, path, body);
    const told = `${caller.name} ${at} (${state}): ${status} ${code}`;
    if (!sees) return status === 404 && code.endsWith('_UNKNOWN') ? undefined : told;
    if (!may) return status === 404 || code.startsWith('AUTHORISATION_') ? undefined : told;
    return status === 404 || status === 401 || status === 403 || status >= 500 ? told : undefined;
  });
  assert.deepEqual(wrong, []);
});

test('[P11] lists hold exactly the cases that the table shows', async () => {
  const wanted = callers.filter((c) => mayDo(c.roles, 'shipment.read'));
  const wrong = await each(wanted, async (caller) => {
    const reply = await fetch(`${world.application.url}/api/v1/shipments?limit=100`, { headers: caller.headers });
    const listed = new Set(((await reply.json()) as { items: { id: string }[] }).items.map((i) => i.id));
    for (const state of Object.keys(cases) as (keyof typeof cases)[])
      if (listed.has(cases[state]) !== mayDoTo('shipment', 'shipment.read', state, caller.standing))
        return `${caller.name} ${state}: ${listed.has(cases[state])}`;
    return undefined;
  });
  assert.deepEqual(wrong, []);
});
