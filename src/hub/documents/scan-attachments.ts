// Has a scanner look at attachments before others may have them. A verdict is final; while the scanner is away they wait.
import { Refusal } from '../../kernel/refusal.ts';
import { type Context, portico } from '../../runtime/context.ts';
import type { Scanner } from '../../runtime/files/clamd.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { readBytes } from './read-bytes.ts';
import { listScanning, markScan } from './store-files.ts';
import type { Scan } from './store.ts';

const BATCH = 10;
const POLL_MS = 1000;
/** A file at which a scanner that is well breaks off so often is not looked at any more. */
const MOST_FAILURES = 3;
type Waiting = Awaited<ReturnType<typeof listScanning>>[number];

export function createAttachmentScan(options: {
  unitOfWork: UnitOfWork;
  scanner: Scanner;
  onFault: (error: unknown) => void;
}): Loop {
  const { unitOfWork, scanner, onFault } = options;
  const record = (id: string, scan: (context: Context) => Scan) =>
    unitOfWork.run(portico, (context) => markScan(context, id, scan(context)));

  async function scanOne({ id, digest, scan }: Waiting): Promise<void> {
    let bytes: Uint8Array;
    try {
      bytes = await unitOfWork.read(portico, (context) => readBytes(context, digest));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return record(id, ({ now }) => ({ state: 'unscannable', at: now, text: error.text.zh }));
    }
    try {
      const verdict = await scanner.scan(bytes);
      const text = 'signature' in verdict ? verdict.signature : 'reason' in verdict ? verdict.reason : undefined;
      await record(id, ({ now }) => ({ state: verdict.state, at: now, ...(text === undefined ? {} : { text }) }));
    } catch (error) {
      // Away: not the file's fault. Otherwise it may be.
      await scanner.ping();
      const failures = (scan?.failures ?? 0) + 1;
      const text = (error as Error).message;
      await record(id, ({ now }) =>
        failures < MOST_FAILURES ? { state: 'scanning', failures } : { state: 'unscannable', at: now, text },
      );
      onFault(error);
    }
  }

  return createLoop({
    name: 'attachment-scan',
    pollMs: POLL_MS,
    step: async () => {
      const waiting = await unitOfWork.read(portico, (context) => listScanning(context, BATCH));
      for (const one of waiting) await scanOne(one);
      return waiting.length === BATCH;
    },
    onFault,
  });
}
