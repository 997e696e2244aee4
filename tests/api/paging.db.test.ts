// Pages by key: put together they are the whole list, without gap or repeat, while others go on writing (P12).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import { hubModules } from '../../src/hub/modules.ts';
import { portico } from '../../src/runtime/context.ts';
import { asSchema } from '../../src/runtime/http/example-of.ts';
import { retention } from '../ledger/audit-acts.ts';
import { certification, settings } from '../ledger/partner-acts.ts';
import { openedDraw } from '../ledger/draw-acts.ts';
import { railImport } from '../support/forms.ts';
import { letDie } from '../support/dead-letter.ts';
import { filedTestResult } from '../support/file-test-result.ts';
import { issueLicence } from '../support/licences.ts';
import { openLine } from '../support/money.ts';
import { parkWord } from '../support/park-word.ts';
import { keepOne } from '../support/keep-report.ts';
import { makePartner, pemOf } from '../support/signing.ts';
import { type Account, createWorld, type World } from '../support/world.ts';
import { exampleApplication } from '../../src/hub/registration/replies.ts';
import { callFromElsewhere } from '../support/identity.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(async () => {
  await world.application.stop();
  assert.deepEqual(world.application.faults, []);
});

type Item = { readonly id?: string; readonly position?: number; readonly code?: string; readonly size?: number };
type Page = { readonly items: readonly Item[]; readonly next?: string | number; readonly more?: boolean };
type List = {
  readonly by: Account;
  readonly path: () => string;
  /** Adds a row while the pages are read; absent where this world cannot. */
  readonly grow?: () => Promise<unknown>;
};
const decMessage = '<DecMessage><DecHead><IEFlag>I</IEFlag><TrafMode>3</TrafMode></DecHead></DecMessage>';
const post = () => world.clients.trader.raw('POST', '/messages', decMessage, { 'content-type': 'application/xml' });

let used = '';
async function lend(): Promise<void> {
  used = (await world.offer()).id;
  await world.clients.broker.send('POST', `/authorisations/${used}/acceptance`);
}
async function brokersDraft(): Promise<string> {
  const { broker } = world.clients;
  const start = { from: 'empty', direction: 'import', transportMode: '3' };
  const { id, revision } = await broker.send<{ id: string; revision: number }>('POST', '/shipments', start);
  await broker.send('PUT', `/shipments/${id}/form`, { form: railImport('SILENT-LENT'), revision });
  return id;
}

const apply = () => callFromElsewhere(world.application, '', '/organisation-applications', exampleApplication);

/** As if a folder of the trader's had been looked into. */
async function takeFile(): Promise<void> {
  const { organisation } = await world.clients.trader.get<{ organisation: { id: string } }>('/session');
  await world.application.unitOfWork.run(portico, ({ db, newId, now }) =>
    sql`insert into erp.file (id, subscription_id, organisation_id, name, digest, received_at, answered_at)
      values (${newId()}, ${world.ids.subscription}, ${organisation.id}, 'orders.csv', ${`digest ${grown++}`}, ${now}, ${now})`.execute(
      db,
    ),
  );
}

/** As if one had been filed and decided. */
async function keepApplication(): Promise<void> {
  const { organisation } = await world.clients.trader2.get<{ organisation: { id: string } }>('/session');
  await world.application.unitOfWork.run(portico, async ({ db, newId, now }) => {
    const [id, number] = [newId(), `ML-GROWN-${grown++}`];
    await sql`insert into directory.application (id, number, organisation_id, kind, state, version, simulated)
      values (${id}, ${number}, ${organisation.id}, 'register', 'refused', 1, true)`.execute(db);
    await sql`insert into directory.filing (application_id, organisation_id, version, client_number, form, filed_at, filed_by)
      values (${id}, ${organisation.id}, 1, ${number}, '{}', ${now}, 'trader2')`.execute(db);
  });
}

/** As if China–Singapore's other side had sent one. */
async function takeCertificate(): Promise<void> {
  await world.application.unitOfWork.run(portico, ({ db, newId, now }) =>
    sql`insert into credentials.credential (id, flow, issuer, number, kind, shipment_id, channel, token, issued_at, simulated)
      values (${newId()}, 'received', 'urn:test', ${`number ${grown++}`}, 'GoodsReleaseCredential', ${world.ids.released},
        'china-singapore', 'x.y.z', ${now}, true)`.execute(db),
  );
}

let grown = 0;
let listed = '';
const emergency = () =>
  world.clients.operator.send<{ id: string }>('POST', '/emergencies', {
    channels: ['commerce'],
    reason: '系统故障',
    legalBasis: '应急预案',
  });
const lists: Readonly<Record<string, List>> = {
  // First: every act below is an event, and this list is walked from the beginning.
  '/event-pages': { by: 'trader', path: () => '/event-pages', grow: () => world.draft() },
  '/shipments': { by: 'trader', path: () => '/shipments', grow: () => world.draft() },
  '/library': { by: 'trader', path: () => '/library', grow: () => world.draft() },
  '/shipment-templates': {
    by: 'trader',
    path: () => '/shipment-templates',
    grow: () => world.clients.trader.send('POST', '/shipment-templates', { name: 'T', form: { direction: 'import' } }),
  },
  '/authorisations': { by: 'broker', path: () => '/authorisations', grow: () => world.offer() },
  '/authorisations/:id/uses': {
    by: 'trader',
    path: () => `/authorisations/${used}/uses`,
    grow: async () => {
      if (used === '') await lend();
      await world.clients.broker.send('POST', `/shipments/${await brokersDraft()}/submit`, {});
    },
  },
  // One line for each officer, thing and hour.
  '/looks': {
    by: 'trader',
    path: () => '/looks',
    grow: async () => {
      const id = await world.fileable('SILENT-LOOKED');
      await world.clients.trader.send('POST', `/shipments/${id}/submit`, {});
      await world.clients.customs.get(`/shipments/${id}`);
    },
  },
  '/organisation-applications': { by: 'operator', path: () => '/organisation-applications', grow: () => apply() },
  '/qualifications': {
    by: 'trader',
    path: () => '/qualifications',
    grow: () =>
      world.clients.trader.send('POST', '/qualifications', {
        kind: 'bonded-site',
        number: 'B-1',
        issuer: '重庆海关',
        validFrom: '2026-01-01',
      }),
  },
  // Of one person only: the whole trail is longer than this test walks.
  '/audit-trail': {
    by: 'auditor',
    path: () => `/audit-trail?actor=${encodeURIComponent('安管癸')}`,
    grow: () => world.clients.security.send('POST', '/retention-changes', retention),
  },
  '/audit-exports': {
    by: 'auditor',
    path: () => '/audit-exports',
    grow: () =>
      world.clients.auditor.send('POST', '/audit-exports', {
        from: '2026-01-01T00:00:00.000Z',
        to: '2026-01-02T00:00:00.000Z',
        reason: '月度审计',
      }),
  },
  '/retention-changes': {
    by: 'security',
    path: () => '/retention-changes',
    grow: () => world.clients.security.send('POST', '/retention-changes', retention),
  },
  '/organisations': { by: 'trader', path: () => '/organisations' },
  '/trust-anchors': {
    by: 'security',
    path: () => '/trust-anchors',
    grow: async () =>
      world.clients.security.send('POST', '/trust-anchors', {
        channel: 'customs',
        certificate: pemOf((await makePartner()).anchor.der),
        validFrom: '2026-01-01',
        validTo: '2027-01-01',
      }),
  },
  '/exchange/deliveries': { by: 'operator', path: () => '/exchange/deliveries' },
  '/exchange/bulk-replays': {
    by: 'operator',
    path: () => '/exchange/bulk-replays',
    grow: async () => {
      await letDie(world.application.unitOfWork, world.ids.delivery);
      const at = `/exchange/deliveries/${world.ids.delivery}`;
      const { channel } = await world.clients.operator.get<{ channel: string }>(at);
      await world.clients.operator.send('POST', '/exchange/bulk-replays', { channel, reason: '伙伴已修复' });
    },
  },
  '/channel-settings/:id/changes': {
    by: 'operator',
    path: () => '/channel-settings/forex/changes',
    grow: () => world.clients.operator.send('POST', '/channel-settings/forex/changes', settings),
  },
  '/certifications': {
    by: 'operator',
    path: () => '/certifications?channel=forex',
    grow: async () => {
      const { operator } = world.clients;
      const { id } = await operator.send<{ id: string }>('POST', '/certifications', certification(world, 'forex'));
      await operator.send('POST', `/certifications/${id}/cancellation`);
    },
  },
  '/exchange/messages': { by: 'operator', path: () => '/exchange/messages', grow: post },
  '/releases': { by: 'railway', path: () => '/releases' },
  '/inspections': { by: 'operator', path: () => '/inspections' },
  '/kept-reports': {
    by: 'railway',
    path: () => '/kept-reports',
    grow: () => keepOne(world.application, world.clients.railway, `container:KEPT${grown++}`),
  },
  '/inspection-queue': { by: 'operator', path: () => '/inspection-queue' },
  '/dishonest-marks': {
    by: 'operator',
    path: () => '/dishonest-marks',
    grow: async () => {
      const body = { uscc: '91500112MA5UTRB021', reason: '列入失信企业名单', legalBasis: '信用管理办法' };
      const { id } = await world.clients.operator.send<{ id: string }>('POST', '/dishonest-marks', body);
      await world.clients.operator.send('POST', `/dishonest-marks/${id}/lifting`, { reason: '信用修复' });
    },
  },
  '/draws': {
    by: 'trader',
    path: () => '/draws',
    grow: () => openedDraw(world),
  },
  '/shipments/:id/timeline': {
    by: 'trader',
    path: () => `/shipments/${world.ids.inspected}/timeline`,
    grow: async () => {
      const at = `/shipments/${world.ids.inspected}/disposition`;
      const object = (await world.clients.customs.get<BlockingView>(at)).objects[0]?.id;
      const body = { shipmentId: world.ids.inspected, objects: [object], kind: 'inspect', reason: '复核' };
      await world.clients.customs.send('POST', '/instructions', body);
    },
  },
  '/subscriptions/:id/messages': {
    by: 'trader',
    path: () => `/subscriptions/${world.ids.subscription}/messages`,
    grow: () => world.clients.trader.send('POST', `/subscriptions/${world.ids.subscription}/test`),
  },
  '/enterprise-files': { by: 'trader', path: () => '/enterprise-files', grow: takeFile },
  '/channel-credentials/:id': {
    by: 'operator',
    path: () => '/channel-credentials/china-singapore',
    grow: takeCertificate,
  },
  '/reference/code-lists/:id/entries': { by: 'trader', path: () => '/reference/code-lists/transport-mode/entries' },
  '/reference/tariff': { by: 'trader', path: () => '/reference/tariff?query=87' },
  '/jurisdiction-changes': {
    by: 'operator',
    path: () => '/jurisdiction-changes',
    grow: () =>
      world.clients.operator.send('POST', '/jurisdiction-changes', {
        ruleId: 'maritime-speaks-for-batteries-by-water',
        object: 'goods-line',
        authority: 'maritime',
        facts: [{ fact: 'hsCode', values: ['8507'] }],
        limitMinutes: 1440,
        clause: 'B16 三(二) 海事',
        validFrom: '2099-01-01',
        reason: '锂电池水运纳入海事',
      }),
  },
  '/payment-lines': {
    by: 'operator',
    path: () => '/payment-lines',
    grow: () => openLine(world.application, world.clients.operator),
  },
  '/directory-applications': {
    by: 'trader2',
    path: () => '/directory-applications',
    grow: keepApplication,
  },
  '/licences': {
    by: 'trader',
    path: () => '/licences',
    grow: () => issueLicence(world.application, `GROWN-${grown++}`),
  },
  '/collisions': {
    by: 'border',
    path: () => '/collisions',
    grow: async () => {
      const at = `/shipments/${world.ids.silent}/disposition`;
      const { objects } = await world.clients.customs.get<BlockingView>(at);
      const next = objects[grown++ % objects.length]?.id;
      const instruct = (by: Account, kind: string) =>
        world.clients[by].send('POST', '/instructions', {
          shipmentId: world.ids.silent,
          objects: [next],
          kind,
          reason: '矛盾',
        });
      await instruct('customs', 'refuse');
      await instruct('border', 'release');
    },
  },
  '/test-results': { by: 'customs', path: () => '/test-results', grow: () => filedTestResult(world) },
  '/awaited-words': { by: 'customs', path: () => '/awaited-words' },
  '/parked-instructions': {
    by: 'border',
    path: () => '/parked-instructions',
    grow: () => parkWord(world.application, world.clients.border, `WAITS-${grown++}`),
  },
  '/emergencies': {
    by: 'operator',
    path: () => '/emergencies',
    grow: async () => {
      const { id } = await emergency();
      await world.clients.operator.send('POST', `/emergencies/${id}/end`);
    },
  },
  '/emergencies/:id/paper-acts': {
    by: 'operator',
    path: () => `/emergencies/${listed}/paper-acts`,
    grow: async () => {
      listed ||= (await emergency()).id;
      grown += 1;
      await world.clients.operator.send('POST', `/emergencies/${listed}/paper-acts`, {
        shipmentId: world.ids.silent,
        authority: 'commerce',
        kind: 'release',
        paperNumber: `P-${grown}`,
        signatory: '李四',
        paperAt: '2026-11-01T00:00:00Z',
        reason: '应急',
      });
    },
  },
  // Every release told to the trader lands there; nothing of it can be made by asking.
  '/inbox': { by: 'trader', path: () => '/inbox' },
  // Heads come by themselves, at most two a second.
  '/ledger/heads': { by: 'trader', path: () => '/ledger/heads' },
  '/shipments/:id/receipts': { by: 'trader', path: () => `/shipments/${world.ids.inspected}/receipts` },
};
const keyOf = (item: Item) => item.id ?? item.code ?? String(item.position ?? item.size);

test('[P12] every list with pages is tried here', () => {
  const paged = hubModules
    .flatMap((m) => m.routes)
    .filter((r) => r.method === 'GET' && 'next' in (asSchema(r.response).properties ?? {}))
    .map((r) => r.path);
  assert.deepEqual(paged.sort(), Object.keys(lists).sort());
});

test('[P12] pages of any size put together are the whole list, while rows are being added', async () => {
  for (const [name, list] of Object.entries(lists)) {
    const client = world.clients[list.by];
    const page = (limit: number, after?: string | number) =>
      client.get<Page>(
        `${list.path()}${list.path().includes('?') ? '&' : '?'}limit=${limit}${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`,
      );
    const whole = async () => (await page(100)).items.map(keyOf);
    for (let n = 0; n < 4; n += 1) await list.grow?.();
    assert.ok((await whole()).length > (list.grow ? 1 : 0), `${name} has nothing to page through`);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
        async (limit, additions) => {
          const before = await whole();
          const seen: string[] = [];
          let next: string | number | undefined;
          for (let turn = 0; ; turn += 1) {
            assert.ok(turn < 400, `${name}: no end`);
            const got = await page(limit, next);
            assert.ok(got.items.length <= limit, name);
            seen.push(...got.items.map(keyOf));
            next = got.more === false ? undefined : got.next;
            if (next === undefined) break;
            if (list.grow && additions[turn] === true) await list.grow();
          }
          assert.equal(new Set(seen).size, seen.length, `${name}: a row came twice`);
          const old = new Set(before);
          // What was added meanwhile may come or not; what was there comes, in the same order.
          assert.deepEqual(
            seen.filter((key) => old.has(key)),
            before.filter((key) => seen.includes(key)),
            `${name}: another order`,
          );
          if (before.length < 100)
            assert.deepEqual(
              before.filter((key) => !seen.includes(key)),
              [],
              `${name}: a gap`,
            );
        },
      ),
      { numRuns: list.grow ? 6 : 4 },
    );
  }
});
