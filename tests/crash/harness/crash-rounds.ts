// Rounds of load and sudden death: in each, cases are filed and one process is killed at a random instant (SIGKILL) and started again;
// the round is over when every case has come to its end by itself. Afterwards the ledgers are balanced.
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { channels } from '../../../src/channels/index.ts';
import type { DocumentView } from '../../../src/hub/documents/contract.ts';
import type { TimelineEntry } from '../../../src/hub/notices/contract.ts';
import type { ReleaseView } from '../../../src/hub/release/contract.ts';
import type { Form, ShipmentView } from '../../../src/hub/shipment/contract.ts';
import { type Client, signIn } from '../../support/application.ts';
import { type Cluster, createCluster, hasNats } from '../../support/cluster.ts';
import { airImport, railImport, waterExport } from '../../support/forms.ts';
import { ownBoxes, ownTrain } from '../../support/own-journey.ts';
import { openLive } from '../../support/live.ts';
import { seededRandom } from '../../simulation/schedule.ts';
import { type CaseNow, checkLedgers, type Filed, type Ledgers, type Told } from './check-ledgers.ts';

const victims = ['api', 'work1', 'work2', 'partners', 'backend', 'postmaster', 'bus'] as const;
export type Round = {
  readonly round: number;
  readonly victim: string;
  readonly afterMs: number;
  /** From the kill until the API answered ready again, and until the last case of the round had ended. */
  readonly readyMs: number;
  readonly restMs: number;
};
export type CrashRun = {
  readonly rounds: readonly Round[];
  readonly faults: readonly string[];
  readonly ledgers: Ledgers;
};

const REST_LIMIT_MS = 60_000;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function crashRounds(options: {
  readonly dir: string;
  readonly rounds: number;
  readonly seed: number;
  readonly report: (round: Round) => void;
}): Promise<CrashRun> {
  const random = seededRandom(options.seed);
  const nats = hasNats();
  const cluster = await createCluster({
    dir: options.dir,
    roles: { api: 'api', work1: 'worker,channels', work2: 'worker,channels', partners: 'simulators' },
    nats,
  });
  try {
    const url = cluster.url('api');
    const trader = await signIn({ url }, 'trader');
    const ledger = openLedger(path.join(options.dir, 'clients'));
    const reader = readOn(url, trader);
    const rounds: Round[] = [];
    const possible = victims.filter((victim) => victim !== 'bus' || nats);
    // Every kind of victim comes up before one comes up again.
    let bag: (typeof victims)[number][] = [];
    for (let round = 1; round <= options.rounds; round++) {
      if (bag.length === 0) bag = [...possible];
      const [victim] = bag.splice(random.between(0, bag.length - 1), 1);
      const fates: Fate[] = ['rail', round % 2 === 0 ? 'air' : 'water', 'amended', 'withdrawn'];
      const filing = Promise.all(
        fates.map((fate, i) =>
          file(trader, ledger, `R${options.seed}X${round}X${i}`, { fate, serial: round, place: i }),
        ),
      );
      // A client that gave up while the victim was being started again is heard below, with what the nodes said.
      filing.catch(() => undefined);
      const afterMs = random.between(20, 1200);
      await wait(afterMs);
      const began = performance.now();
      await kill(cluster, victim ?? 'api', random.next());
      const readyMs = await untilReady(url, began);
      const filed = await filing;
      await Promise.all(filed.map((one) => untilEnded(trader, one)));
      const done = { round, victim: victim ?? '', afterMs, readyMs, restMs: Math.round(performance.now() - began) };
      rounds.push(done);
      options.report(done);
    }
    const ledgers = await collect(cluster, trader, ledger.filed, reader);
    return { rounds, faults: checkLedgers(ledgers), ledgers };
  } catch (error) {
    // What the nodes said belongs to the report.
    throw new Error(cluster.names.map((name) => `${name}: ${cluster.output(name).slice(-2000)}`).join('\n'), {
      cause: error,
    });
  } finally {
    await cluster.stop();
  }
}

async function kill(cluster: Cluster, victim: (typeof victims)[number], chance: number): Promise<void> {
  if (victim === 'backend' || victim === 'postmaster') {
    const [postmaster, ...children] = cluster.postgres();
    const pid = victim === 'postmaster' ? postmaster : children[Math.floor(chance * children.length)];
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    return;
  }
  const name = victim === 'bus' ? 'nats' : victim;
  cluster.signal(name, 'SIGKILL');
  await cluster.ended(name);
  await cluster.start(name);
}

async function untilReady(url: string, since: number): Promise<number> {
  for (;;) {
    const reply = await fetch(`${url}/readyz`).catch(() => undefined);
    if (reply?.ok) return Math.round(performance.now() - since);
    await wait(20);
  }
}

/** What a client was acknowledged, on the disk before he goes on. */
function openLedger(dir: string) {
  mkdirSync(dir, { recursive: true });
  const file = openSync(path.join(dir, 'acknowledged.jsonl'), 'a');
  const filed: Filed[] = [];
  return {
    filed,
    acknowledge: (one: Filed) => {
      writeSync(file, `${JSON.stringify(one)}\n`);
      fsyncSync(file);
      const known = filed.findIndex((other) => other.caseId === one.caseId);
      if (known >= 0) filed[known] = one;
      else filed.push(one);
    },
    close: () => closeSync(file),
  };
}
type ClientLedger = ReturnType<typeof openLedger>;

/** A request that is neither answered nor cut off is a fault of its own. */
const silence = (what: string) =>
  new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`${what}: no answer for 20 s`)), 20_000).unref();
  });

/** Posts until it is answered, always with the same key: a client that hears nothing, or that the service is away, asks again. */
async function insist<T>(trader: Client, method: string, at: string, body: unknown, key: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) };
  for (let i = 0; ; i++) {
    const asked = trader.raw(method, at, JSON.stringify(body), headers).catch(() => undefined);
    const reply = await Promise.race([asked, silence(`${method} ${at}`)]);
    const text = await reply?.text().catch(() => undefined);
    if (reply?.ok && text !== undefined) return (text ? JSON.parse(text) : undefined) as T;
    if (reply && reply.status < 500 && reply.status !== 429 && i > 0 && reply.status === 409) return undefined as T;
    if (reply && reply.status < 500 && reply.status !== 429)
      throw new Error(`${method} ${at}: ${reply.status} ${text}`);
    if (reply?.status === 500) throw new Error(`${method} ${at}: 500 ${text}`);
    if (i > 400) throw new Error(`${method} ${at}: nobody answers`);
    await wait(50);
  }
}
async function insistRead<T>(trader: Client, at: string): Promise<T> {
  for (let i = 0; ; i++) {
    try {
      return await trader.get<T>(at);
    } catch (error) {
      if (i > 400) throw error;
      await wait(50);
    }
  }
}

type Fate = 'rail' | 'air' | 'water' | 'amended' | 'withdrawn';
/** Where each ends that nothing disturbs: released once for each container or consignment, or left with partners that are silent. */
const endOf: Readonly<Record<Fate, Filed['ends']>> = {
  rail: { state: 'closed', releases: 2 },
  air: { state: 'closed', releases: 1 },
  water: { state: 'closed', releases: 1 },
  amended: { state: 'submitted', releases: 0 },
  withdrawn: { state: 'withdrawn', releases: 0 },
};
/** Each with a journey and boxes of its own. */
function formOf(fate: Fate, name: string, serial: number, place: number): Form {
  if (fate === 'air') return { ...airImport(`CLEAN-${name}`), billNumber: airWaybill(serial) };
  const own = serial * 4 + place;
  return fate === 'water'
    ? ownBoxes({ ...waterExport(`CLEAN-${name}`), billNumber: `YZ${name}`, voyageNumber: `${serial}E` }, own)
    : ownTrain(railImport(`${fate === 'rail' ? 'CLEAN' : 'SILENT'}-${name}`), own);
}
/** Seven digits and their remainder by seven. */
const airWaybill = (serial: number) => `112-${String(serial).padStart(7, '0')}${serial % 7}`;

/** A case that goes to its end, or one whose partners are silent and that is amended or withdrawn at once. */
async function file(
  trader: Client,
  ledger: ClientLedger,
  name: string,
  { fate, serial, place }: { readonly fate: Fate; readonly serial: number; readonly place: number },
): Promise<Filed> {
  const form = formOf(fate, name, serial, place);
  const start = { from: 'empty', direction: form.direction, transportMode: form.transportMode };
  const draft = await insist<ShipmentView>(trader, 'POST', '/shipments', start, `${name}-start`);
  const at = `/shipments/${draft.id}`;
  const submit = async (version: number, ends: Filed['ends']): Promise<Filed> => {
    const { revision } = await insistRead<ShipmentView>(trader, at);
    await insist(trader, 'PUT', `${at}/form`, { form: { ...form, remarks: `v${version}` }, revision }, '');
    const now = await insistRead<ShipmentView>(trader, at);
    const reason = version > 1 ? { reason: '更正' } : {};
    await insist(trader, 'POST', `${at}/submit`, { revision: now.revision, ...reason }, `${name}-v${version}`);
    return acknowledged({ caseId: draft.id, versions: version, ends });
  };
  const acknowledged = (filed: Filed): Filed => {
    ledger.acknowledge(filed);
    return filed;
  };
  if (fate !== 'amended' && fate !== 'withdrawn') return submit(1, endOf[fate]);
  await submit(1, endOf.amended);
  if (fate === 'withdrawn') {
    await insist(trader, 'POST', `${at}/withdrawal`, { reason: '合同取消' }, `${name}-withdraw`);
    return acknowledged({ caseId: draft.id, versions: 1, ends: endOf.withdrawn });
  }
  await insist(trader, 'POST', `${at}/amendment`, {}, `${name}-amend`);
  return submit(2, endOf.amended);
}

const sentOf = (documents: readonly DocumentView[]) => documents.filter((document) => document.flow === 'outbound');
async function untilEnded(trader: Client, { caseId, ends }: Filed): Promise<void> {
  const deadline = performance.now() + REST_LIMIT_MS;
  for (;;) {
    const shipment = await insistRead<ShipmentView>(trader, `/shipments/${caseId}`);
    if (shipment.state === ends.state) {
      const { items } = await insistRead<{ items: DocumentView[] }>(trader, `/shipments/${caseId}/documents`);
      if (sentOf(items).every((document) => document.delivery?.state === 'delivered')) return;
    }
    // Whoever is stuck is found by the checker, with everything else that is known of it.
    if (performance.now() > deadline) return;
    await wait(50);
  }
}

/** A live reader who resumes after whatever he saw last, as long as the run lasts. */
function readOn(url: string, trader: Client) {
  const seen: Told[] = [];
  let over = false;
  let close: () => void = () => undefined;
  const reading = (async () => {
    while (!over) {
      try {
        const last = seen.at(-1)?.position;
        const live = await openLive(
          url,
          { cookie: trader.cookie },
          {
            ...(last === undefined ? {} : { lastEventId: last }),
            onTold: (told) => {
              seen.push({
                position: told.id,
                type: told.event,
                ...(told.data.shipmentId ? { caseId: told.data.shipmentId } : {}),
              });
            },
          },
        );
        close = live.close;
        await live.ended;
      } catch {
        // gone for the moment
      }
      await wait(50);
    }
  })();
  return {
    seen,
    stop: async () => {
      over = true;
      close();
      await reading;
    },
  };
}

async function collect(
  cluster: Cluster,
  trader: Client,
  filed: readonly Filed[],
  reader: ReturnType<typeof readOn>,
): Promise<Ledgers> {
  const cases: CaseNow[] = [];
  for (const { caseId } of filed) {
    const shipment = await insistRead<ShipmentView>(trader, `/shipments/${caseId}`);
    const documents = await insistRead<{ items: DocumentView[] }>(trader, `/shipments/${caseId}/documents`);
    const releases = await insistRead<{ items: ReleaseView[] }>(trader, `/shipments/${caseId}/releases`);
    cases.push({
      caseId,
      version: shipment.version,
      state: shipment.state,
      releases: releases.items.length,
      documents: sentOf(documents.items).map((document) => ({
        id: document.id,
        channel: document.channel ?? '',
        version: document.shipmentVersion ?? 0,
        takesBack: document.kind.endsWith('withdrawal'),
        digest: document.digest,
        delivered: document.delivery?.state === 'delivered',
      })),
    });
  }
  const pulled: Told[] = [];
  for (let after = 0; ; ) {
    const page = await insistRead<{ items: (TimelineEntry & { position: number })[]; next: number; more: boolean }>(
      trader,
      `/event-pages?after=${after}&limit=500`,
    );
    pulled.push(
      ...page.items.map((entry) => ({
        position: entry.position,
        type: entry.type,
        ...(entry.shipmentId ? { caseId: entry.shipmentId } : {}),
      })),
    );
    after = page.next;
    if (!page.more) break;
  }
  // The reader may be a moment behind the one who pulls.
  for (let i = 0; i < 100 && (reader.seen.at(-1)?.position ?? 0) < (pulled.at(-1)?.position ?? 0); i++) await wait(50);
  await reader.stop();
  const partners = Object.fromEntries(channels.map((channel) => [channel.id, cluster.journal(channel.id)]));
  return { filed, cases, partners, seen: reader.seen, pulled };
}
