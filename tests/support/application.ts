// The whole application in-process on free ports, with simulators that answer fast; and small clients for journeys.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { type Application, startApplication } from '../../src/application.ts';
import { demoPassword } from '../../src/hub/enterprise/index.ts';
import { hubModules } from '../../src/hub/modules.ts';
import type { Form, ShipmentView, SubmitResult } from '../../src/hub/shipment/contract.ts';
import type { Config } from '../../src/runtime/config.ts';
import { applicationUrl } from '../../src/runtime/database/application-role.ts';
import type { Log } from '../../src/runtime/telemetry/log.ts';
import type { FilesPlace } from '../../src/runtime/files/file-store.ts';
import type { ScannerPlace } from '../../src/runtime/files/parse-files-url.ts';
import type { PlayedTime } from '../../src/runtime/timers.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { watchReplies } from './watch-replies.ts';

export type TestApplication = Application & { readonly faults: string[] };

export async function startTestApplication(
  options: {
    web?: boolean;
    pace?: number;
    baseUrl?: string;
    time?: PlayedTime;
    starting?: () => boolean;
    config?: Partial<Config>;
    log?: Log;
    /** One that already holds something; dropped in the end all the same. */
    database?: TestDatabase;
    /** A folder of its own unless one is given. */
    files?: FilesPlace;
    scanner?: ScannerPlace;
    mail?: { smtpUrl: string; from: string };
  } = {},
): Promise<TestApplication> {
  const database = options.database ?? (await createTestDatabase({ migrated: true }));
  const faults: string[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), 'portico-files-'));
  const files: FilesPlace = options.files ?? { kind: 'disk', dir: folder };
  const releaseKeyPem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const application = await startApplication({
    config: {
      mode: 'demo',
      port: 0,
      dataDir: '',
      baseUrl: options.baseUrl ?? 'http://localhost',
      releaseKeyPem,
      // The same at a second start on the same database: what was sealed there has to open.
      sealKey: createHash('sha256').update(database.url).digest('base64'),
      files,
      ...(options.scanner ? { scanner: options.scanner } : {}),
      simulators: true,
      simulatorPorts: 'free',
      demoWeek: false,
      endpoints: {},
      organisationRate: 1000,
      simulatorPace: 1,
      ...options.config,
      ...(options.mail ? { mail: options.mail } : {}),
    },
    databaseUrl: applicationUrl(database.url),
    ownerUrl: database.url,
    fixedSimulatorPorts: false,
    simulatorPace: options.pace ?? 0.02,
    ...(options.time ? { time: options.time } : {}),
    ...(options.starting ? { starting: options.starting } : {}),
    report: () => undefined,
    ...(options.log ? { log: options.log } : {}),
    onFault: (error, where) => faults.push(`${where}: ${(error as Error).stack ?? error}`),
    ...(options.web ? { webRoot: path.resolve('dist/web') } : {}),
  });
  const routes = hubModules.flatMap((m) => m.routes.map((route) => ({ module: m.id, route })));
  const breaches = watchReplies(application.server.server, routes);
  return {
    ...application,
    faults,
    stop: async () => {
      await application.stop();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
      assert.deepEqual([...new Set(breaches)], [], 'replies that differ from what the API says about itself');
    },
  };
}

/** One application for all tests of a file, with these accounts signed in; it ends with them, and no fault of its own is borne. */
export async function applicationWith<Account extends string>(
  accounts: readonly Account[],
  options: Parameters<typeof startTestApplication>[0] = {},
): Promise<{ readonly application: TestApplication } & Readonly<Record<Account, Client>>> {
  const application = await startTestApplication(options);
  after(async () => {
    await application.stop();
    assert.deepEqual(application.faults, []);
  });
  const clients: [Account, Client][] = [];
  for (const account of accounts) clients.push([account, await signIn(application, account)]);
  return { application, ...(Object.fromEntries(clients) as Record<Account, Client>) };
}

export type Client = {
  readonly cookie: string;
  get<T = Record<string, unknown>>(path: string): Promise<T>;
  send<T = Record<string, unknown>>(method: string, path: string, body?: unknown, expected?: number): Promise<T>;
  raw(method: string, path: string, body?: Uint8Array | string, headers?: Record<string, string>): Promise<Response>;
};

export async function signIn(application: { url: string }, account: string): Promise<Client> {
  const reply = await fetch(`${application.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: demoPassword }),
  });
  assert.equal(reply.status, 200, await reply.text());
  const cookie = reply.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const raw: Client['raw'] = (method, at, body, headers = {}) =>
    fetch(`${application.url}/api/v1${at}`, {
      method,
      headers: { cookie, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
    });
  return {
    cookie,
    raw,
    get: async <T>(at: string) => {
      const answer = await raw('GET', at);
      assert.equal(answer.status, 200, `GET ${at}: ${await answer.clone().text()}`);
      return (await answer.json()) as T;
    },
    send: async <T>(method: string, at: string, body?: unknown, expected?: number) => {
      const answer = await raw(
        method,
        at,
        body === undefined ? undefined : JSON.stringify(body),
        body === undefined ? {} : { 'content-type': 'application/json' },
      );
      const text = await answer.text();
      assert.ok(
        expected === undefined ? answer.ok : answer.status === expected,
        `${method} ${at}: ${answer.status} ${text}`,
      );
      return (text ? JSON.parse(text) : undefined) as T;
    },
  };
}

/** Drafts, fills in and submits a shipment. */
export async function fileShipment(client: Client, form: Form): Promise<{ id: string; submitted: SubmitResult }> {
  const draft = await client.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: form.direction,
    transportMode: form.transportMode,
  });
  const saved = await client.send<{ revision: number }>('PUT', `/shipments/${draft.id}/form`, {
    form,
    revision: draft.revision,
  });
  const submitted = await client.send<SubmitResult>('POST', `/shipments/${draft.id}/submit`, {
    revision: saved.revision,
  });
  return { id: draft.id, submitted };
}

/** Asks until it holds; the message says what was last seen. */
export async function until<T>(
  ask: () => Promise<T>,
  holds: (value: T) => boolean,
  what: string,
  timeoutMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let last: T | undefined;
  while (Date.now() < deadline) {
    last = await ask();
    if (holds(last)) return last;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not come about; last seen: ${JSON.stringify(last).slice(0, 3000)}`);
}
