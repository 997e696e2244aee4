// The hub without HTTP, simulators or loops: its modules on a fresh database, the channels a test gives it, and events
// carried only when the test says so.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { seedDemoOrganisations } from '../../src/hub/enterprise/index.ts';
import { crossesLines, flow, lineOf, readSideBySide } from '../../src/hub/flow.ts';
import type { Channel } from '../../src/hub/mapping/contract.ts';
import { registerChannels } from '../../src/hub/mapping/index.ts';
import { hubModules } from '../../src/hub/modules.ts';
import { loadBuiltIn } from '../../src/hub/reference/index.ts';
import type { Form } from '../../src/hub/shipment/contract.ts';
import { draftShipment, submitShipment } from '../../src/hub/shipment/index.ts';
import { createIdSource } from '../../src/kernel/id.ts';
import type { OrganisationKind } from '../../src/kernel/party.ts';
import { type Actor, type Context, portico, type Settings } from '../../src/runtime/context.ts';
import { createDatabase } from '../../src/runtime/database/connect.ts';
import { readySecondLock } from '../../src/runtime/database/second-lock.ts';
import { migrate } from '../../src/runtime/database/migrate.ts';
import { createFlowRunner } from '../../src/runtime/outbox/flow-runner.ts';
import { createPlayedTime } from '../../src/runtime/timers.ts';
import { createUnitOfWork } from '../../src/runtime/unit-of-work.ts';
import { createTestDatabase } from './database.ts';

export type TestHub = Awaited<ReturnType<typeof startTestHub>>;

export async function startTestHub(channels: readonly Channel[]) {
  const test = await createTestDatabase({ migrated: true });
  const database = createDatabase(test.url);
  const time = createPlayedTime();
  time.play(new Date('2026-11-20T02:00:00Z'), 1);
  const clock = { now: time.now, advance: (ms: number) => time.moveTo(time.now().getTime() + ms) };
  registerChannels(channels);
  await migrate(database.pool, hubModules);
  const unlocked = await readySecondLock(database.pool, ['runtime', ...hubModules.map((m) => m.id)]);
  const releaseKeyPem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  // A test may change them: the next transaction sees it, as after a start with another configuration.
  const settings: { -readonly [K in keyof Settings]: Settings[K] } = {
    mode: 'demo',
    baseUrl: 'http://localhost',
    releaseKeyPem,
    sealKey: Buffer.alloc(32, 7).toString('base64'),
  };
  const unitOfWork = createUnitOfWork({
    database,
    secondLock: () => unlocked === undefined,
    clock,
    settings,
    newId: createIdSource({ now: () => clock.now().getTime(), random: randomBytes }),
  });
  await unitOfWork.run(portico, loadBuiltIn);
  await unitOfWork.run(portico, seedDemoOrganisations);
  const faults: unknown[] = [];
  const runner = createFlowRunner({
    flow,
    lineOf,
    crosses: crossesLines,
    sideBySide: readSideBySide,
    kysely: database.kysely,
    unitOfWork,
    clock,
    onFault: (error) => faults.push(error),
  });

  const run = <T>(act: (context: Context) => Promise<T>, actor: Actor = portico) => unitOfWork.run(actor, act);
  return {
    clock,
    settings,
    unitOfWork,
    faults,
    run,
    /** Carries every event to its reactions until none is left. */
    settle: async () => {
      while (await runner.step());
    },
    person: (kind: OrganisationKind, roles: readonly string[]): Promise<Actor> =>
      run(async (context) => {
        const { rows } = await sql<{
          id: string;
          name: string;
        }>`select id, name from enterprise.organisation where kind = ${kind} order by uscc limit 1`.execute(context.db);
        return {
          kind: 'person',
          id: `test-${kind}`,
          name: rows[0]?.name ?? '',
          organisationId: rows[0]?.id ?? '',
          organisationKind: kind,
          roles,
        };
      }),
    file: (form: Form, actor: Actor): Promise<string> =>
      run(async (context) => {
        const shipmentId = await draftShipment(context, form);
        await submitShipment(context, { shipmentId });
        return shipmentId;
      }, actor),
    /** Runs a route's handler as this actor, without HTTP. */
    call: <T>(
      method: string,
      path: string,
      input: { params?: object; query?: object; body?: object },
      actor: Actor,
    ): Promise<T> => {
      const route = hubModules.flatMap((m) => m.routes).find((r) => r.method === method && r.path === path);
      if (!route) throw new Error(`no route ${method} ${path}`);
      const whole = {
        params: {},
        query: {},
        body: undefined,
        bytes: new Uint8Array(),
        headers: {},
        remoteAddress: '',
        ...input,
      } as Parameters<typeof route.handle>[1];
      return run(async (context) => (await route.handle(context, whole)) as T, actor);
    },
    events: (type: string) =>
      run(async (context) =>
        (
          await sql<{
            payload: Record<string, unknown>;
          }>`select payload from runtime.event where type = ${type} order by position`.execute(context.db)
        ).rows.map((row) => row.payload),
      ),
    stop: async () => {
      await database.close();
      await test.drop();
    },
  };
}
