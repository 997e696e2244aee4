// Fetches what enterprises laid ready in their folders (N12): each file is stored by its digest before it is read, every shipment in it is filed
// in a transaction of its own together with its answer, and the answer goes back as a signed message. One worker at a time looks into a
// folder, by a lease; who looks too late stores nothing twice.
import { sha256Hex } from '../../kernel/digest.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { type Actor, type Context, emitter, portico } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import { createCollector } from '../../runtime/transport/open-transport.ts';
import type { Collected, CollectBudget, Collector } from '../../runtime/transport/transport.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { documentWithBytes, keepDocument } from '../documents/index.ts';
import { actorOfOrganisation } from '../enterprise/index.ts';
import { addressPolicy, claimFolders, endLook, type Folder, queueMessage } from '../subscriptions/index.ts';
import { type ErpEvents, FILE_ANSWERED, type FileAnswer, type ShipmentAnswer } from './contract.ts';
import { fileFromFile, problemOf, refusedShipment } from './file-shipment.ts';
import type { Sheet } from './map-sheet.ts';
import { MAX_FILE_BYTES, readFile } from './read-file.ts';
import { refuse } from './refusals.ts';
import { type FileRow, findByDigest, insertFile, keepAnswers, listUnanswered, lockFile } from './store.ts';

const emit = emitter<ErpEvents>();
const AT_ONCE = 4;
const LOOK_AGAIN_MS = 2000;
const LONGEST_WAIT_MS = 600_000;
const budget: CollectBudget = {
  connectMs: 10_000,
  firstByteMs: 10_000,
  totalMs: 30_000,
  maxBytes: MAX_FILE_BYTES,
  batch: 20,
};
/** Longer than a look may take. */
const LEASE_MS = 120_000;

export type TakeFilesOptions = {
  readonly unitOfWork: UnitOfWork;
  readonly onFault: (error: unknown) => void;
};

export function createFileTaking({ unitOfWork, onFault }: TakeFilesOptions): Loop {
  const collectors = new Map<string, Collector>();

  async function look(folder: Folder): Promise<void> {
    const policy = await unitOfWork.read(portico, async (context) => addressPolicy(context.settings));
    const collector = collectors.get(folder.id) ?? createCollector(budget, { policy });
    collectors.set(folder.id, collector);
    const keep = async (file: Collected): Promise<'kept' | 'set-aside'> => {
      if (file.bytes.length === 0) return 'set-aside';
      await unitOfWork.run(portico, (context) => storeFile(context, folder, file));
      return 'kept';
    };
    const found = await collector.collect(folder, keep);
    // One that our own reader fails on waits for it to be mended, and holds up no other.
    for (const row of await unitOfWork.read(portico, (context) => listUnanswered(context, folder.id)))
      await answerFile(folder, row).catch(onFault);
    const failures = found.outcome === 'reached' ? 0 : folder.failures + 1;
    const waitMs = failures === 0 ? LOOK_AGAIN_MS : Math.min(LOOK_AGAIN_MS * 2 ** failures, LONGEST_WAIT_MS);
    await unitOfWork.run(portico, (context) => endLook(context, folder.id, { failures, waitMs }));
  }

  /** What was stored is answered, also what a worker that died left behind. */
  async function answerFile(folder: Folder, row: FileRow): Promise<void> {
    const stored = await unitOfWork.read(portico, (context) => documentWithBytes(context, row.id));
    let sheet: Sheet | undefined;
    let problem: FileAnswer['problem'];
    try {
      sheet = await readFile(stored?.bytes ?? new Uint8Array(), row.name);
    } catch (error) {
      if (!(error instanceof UnreadableMessage)) throw error;
      problem = problemOf(refuse('SHIPMENT_FILE_UNREADABLE', error.reason));
    }
    const actor = await unitOfWork.read(portico, (context) => actorOf(context, folder));
    if (!actor) return;
    const shipments = sheet?.shipments ?? [];
    for (let i = row.shipments.length; i < shipments.length; i++) {
      const shipment = shipments[i];
      if (!shipment) continue;
      const add = (answer: (context: Context) => Promise<ShipmentAnswer>) =>
        unitOfWork.run(actor, async (context) => {
          const before = await lockFile(context, row.id);
          // Another worker went on with it meanwhile.
          if (before?.shipments.length !== i) return;
          await keepAnswers(context, row.id, { shipments: [...before.shipments, await answer(context)] });
        });
      try {
        await add((context) => fileFromFile(context, shipment));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await add(async () => refusedShipment(shipment, error));
      }
    }
    await unitOfWork.run(portico, async (context) => {
      const done = await lockFile(context, row.id);
      if (!done) return;
      await keepAnswers(context, row.id, { ...(problem ? { problem } : {}), answered: true });
      const filed = done.shipments.filter((one) => one.outcome === 'filed').length;
      await emit(context, 'erp.file-answered', row.id, {
        fileId: row.id,
        organisationId: row.organisation_id,
        filed,
        refused: done.shipments.length - filed,
      });
      await tellAnswer(context, { ...done, problem: problem ?? null }, sheet?.findings ?? []);
    });
  }

  const loop = createLoop({
    name: 'enterprise files',
    pollMs: LOOK_AGAIN_MS,
    onFault,
    step: async () => {
      const folders = await unitOfWork.run(portico, (context) =>
        claimFolders(context, { limit: AT_ONCE, leaseMs: LEASE_MS }),
      );
      await Promise.all(folders.map((folder) => look(folder).catch(onFault)));
      return folders.length === AT_ONCE;
    },
  });
  return {
    ...loop,
    stop: async () => {
      await loop.stop();
      for (const collector of collectors.values()) collector.close();
    },
  };
}

/** The folder acts for its enterprise, with the rights of whoever set it up. */
async function actorOf(context: Context, folder: Folder): Promise<Actor | undefined> {
  const organisation = await actorOfOrganisation(context, folder.organisationId);
  return organisation && { ...organisation, id: folder.id, name: folder.name, roles: folder.roles };
}

async function storeFile(context: Context, folder: Folder, file: Collected): Promise<void> {
  const id = context.newId();
  const digest = sha256Hex(file.bytes);
  const about = { subscription_id: folder.id, organisation_id: folder.organisationId };
  const name = file.id
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .slice(0, 200);
  if (!(await insertFile(context, { id, ...about, name, digest, received_at: context.now, uploaded_by: null }))) {
    // Laid there again: the answer may have been lost, so it goes out again.
    const before = await findByDigest(context, folder.id, digest);
    if (before?.answered_at) await tellAnswer(context, before, []);
    return;
  }
  await keepDocument(context, {
    id,
    kind: 'erp.inbound',
    name: { zh: '企业系统来文', en: 'File of an enterprise’s system' },
    flow: 'inbound',
    bytes: file.bytes,
    mediaType: file.contentType,
    fileName: name,
    simulated: context.settings.mode === 'demo',
  });
  await emit(context, 'erp.file-received', id, {
    fileId: id,
    organisationId: folder.organisationId,
    subscriptionId: folder.id,
    digest,
  });
}

async function tellAnswer(context: Context, row: FileRow, findings: FileAnswer['findings']): Promise<void> {
  if (row.subscription_id === null) return;
  const answer: FileAnswer = {
    file: row.name,
    digest: row.digest,
    shipments: row.shipments,
    findings,
    ...(row.problem ? { problem: row.problem } : {}),
  };
  await queueMessage(context, {
    subscriptionId: row.subscription_id,
    eventType: FILE_ANSWERED,
    body: JSON.stringify({ type: FILE_ANSWERED, timestamp: context.now, data: answer }),
  });
}
