// Two workers read spreadsheets, one file each at a time (ASVS 15.2.5): starting one costs a thousand times what a file costs, and
// nobody can have more than two cores and twice the memory of us, however many files he sends. One that overstays or runs out of
// memory goes, and its place is taken by a fresh one.
import { Worker } from 'node:worker_threads';
import { UnreadableMessage } from './unreadable.ts';

/** What a reader is asked, and what it answers. */
export type XlsxFile = { readonly bytes: Uint8Array; readonly maxRows: number; readonly maxColumns: number };
export type XlsxAnswer = { readonly rows: string[][] } | { readonly unreadable: string };
type Waiting = { readonly file: XlsxFile; readonly answer: (answer: XlsxAnswer) => void };

/** A file may use so much of a core; of the clock it may take longer, because a busy machine is no fault of the file. */
const XLSX_LIMITS = { readers: 2, waiting: 32, heapMb: 256, cpuMs: 10_000, clockMs: 60_000 } as const;
const LOOK_MS = 500;

const idle: Worker[] = [];
const waiting: Waiting[] = [];
let busy = 0;

export function readInWorker(file: XlsxFile): Promise<XlsxAnswer> {
  if (waiting.length >= XLSX_LIMITS.waiting)
    throw new UnreadableMessage(
      '正在解析的 XLSX 文件过多，请稍后再传',
      'Too many XLSX files are being read just now, send it again later',
      'TOO_MANY',
    );
  return new Promise((answer) => {
    waiting.push({ file, answer });
    next();
  });
}

function next(): void {
  if (busy >= XLSX_LIMITS.readers) return;
  const one = waiting.shift();
  if (!one) return;
  busy += 1;
  read(idle.pop() ?? start(), one);
}

function start(): Worker {
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: XLSX_LIMITS.heapMb },
  });
  // It may still have something to say when nobody listens any more.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  });
  return worker;
}

function read(worker: Worker, { file, answer }: Waiting): void {
  // Held only while it works: it must not keep the process from ending.
  worker.ref();
  let spent = 0;
  const stop = () => {
    void worker.terminate();
    end({ unreadable: `耗时过长 / it takes more than ${XLSX_LIMITS.cpuMs / 1000} s` });
  };
  const look = setInterval(() => {
    spent += LOOK_MS;
    if (spent >= XLSX_LIMITS.clockMs) return stop();
    worker.cpuUsage(before).then(
      ({ user, system }) => (user + system) / 1000 > XLSX_LIMITS.cpuMs && open && stop(),
      () => undefined,
    );
  }, LOOK_MS);
  let open = true;
  let before: NodeJS.CpuUsage | undefined;
  const end = (said: XlsxAnswer, again = false) => {
    if (!open) return;
    open = false;
    clearInterval(look);
    worker.off('message', answered).off('error', failed).off('exit', gone);
    worker.unref();
    if (again) idle.push(worker);
    busy -= 1;
    answer(said);
    next();
  };
  const answered = (said: XlsxAnswer) => end(said, true);
  const failed = (error: Error) => end({ unreadable: error.message.slice(0, 200) });
  const gone = () => end({ unreadable: '内容过大 / too much content' });
  worker.on('message', answered).on('error', failed).on('exit', gone);
  // What earlier files have used is not this one's.
  worker.cpuUsage().then(
    (usage) => (before = usage),
    () => undefined,
  );
  worker.postMessage(file);
}
