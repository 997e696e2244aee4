// A partner's SFTP folder as a way to it: `<address>/from-portico` gets our documents, whole or not at all (a temporary name, then renamed);
// in `<address>/to-portico` the partner lays his, which are read once they have settled, kept, and moved to `done`.
import path from 'node:path/posix';
import { steadyNow } from '../clock.ts';
import { openSftp, type SftpSession } from './sftp-session.ts';
import {
  codeOf,
  type CollectBudget,
  type Collector,
  type Guard,
  type PickUp,
  type Push,
  type PushBudget,
  type Pusher,
  type PushOutcome,
  TransportFault,
} from './transport.ts';

/** A file whose size and time have not changed for this long is whole; who renames into place need not be waited for longer. */
const SETTLE_MS = 1000;
const REGULAR_FILE = 0o100000;
const FILE_KIND = 0o170000;

const folderOf = ({ url }: SftpSession, name: string) => path.join(decodeURIComponent(url.pathname) || '/', name);
const nameOf = ({ kind, messageId, fileName }: Push): string =>
  `${kind}.${messageId}${path.extname(fileName)}`.replace(/[^\w.-]/g, '-');

export function createSftpPusher(budget: PushBudget, guard?: Guard): Pusher {
  const idle = new Map<string, SftpSession[]>();
  /** A session is one address under one credential; a changed one opens its own. */
  const keyOf = ({ url, key = '', hostKey = '' }: Push) => JSON.stringify([url, key, hostKey]);

  async function put(session: SftpSession, push: Push): Promise<string> {
    const folder = folderOf(session, 'from-portico');
    const name = nameOf(push);
    const whole = path.join(folder, name);
    // An attempt before this one may have got there without our hearing of it.
    if (await session.stat(whole)) return 'SFTP REPEATED';
    const part = path.join(folder, `.${name}.part`);
    await session.write(part, push.bytes);
    const written = await session.stat(part);
    if (written?.size !== push.bytes.length) throw new TransportFault('unreachable', 'CUT_SHORT');
    if (await session.rename(part, whole)) return 'SFTP OK';
    await session.remove(part).catch(() => undefined);
    return 'SFTP REPEATED';
  }

  async function attempt(push: Push, opened: SftpSession[]): Promise<PushOutcome> {
    const waiting = idle.get(keyOf(push));
    let session = waiting?.pop();
    while (session && !session.isOpen()) session = waiting?.pop();
    session ??= await openSftp(push, budget, guard);
    opened.push(session);
    const detail = await put(session, push);
    opened.pop();
    idle.set(keyOf(push), [...(idle.get(keyOf(push)) ?? []), session].slice(-budget.connections));
    return { outcome: 'delivered', detail };
  }

  return {
    push: async (push) => {
      if (push.bytes.length > budget.requestBytes) return { outcome: 'refused', detail: 'REQUEST_TOO_LARGE' };
      const opened: SftpSession[] = [];
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<PushOutcome>((resolve) => {
        timer = setTimeout(() => resolve({ outcome: 'unreachable', detail: 'TOTAL_TIMEOUT' }), budget.totalMs);
      });
      try {
        return await Promise.race([attempt(push, opened), late]);
      } catch (error) {
        return error instanceof TransportFault
          ? { outcome: error.outcome, detail: error.detail }
          : { outcome: 'unreachable', detail: codeOf(error as Error) };
      } finally {
        clearTimeout(timer);
        // What went wrong in a session is not used again.
        for (const session of opened) session.end();
      }
    },
    close: () => {
      for (const session of [...idle.values()].flat()) session.end();
      idle.clear();
    },
  };
}

type Look = { readonly size: number; readonly time: number; readonly since: number };
export function createSftpCollector(
  budget: CollectBudget,
  guard?: Guard,
  { steady = steadyNow, settleMs = SETTLE_MS }: { readonly steady?: () => number; readonly settleMs?: number } = {},
): Collector {
  const looks = new Map<string, Look>();
  let session: SftpSession | undefined;
  let openedFor = '';

  async function sessionFor(from: PickUp): Promise<SftpSession> {
    const key = JSON.stringify(from);
    if (session?.isOpen() && openedFor === key) return session;
    session?.end();
    session = await openSftp(from, budget, guard);
    openedFor = key;
    return session;
  }

  /** Regular files that nobody writes any more, oldest first. */
  async function settled(at: SftpSession, folder: string): Promise<string[]> {
    const now = steady();
    const files = (await at.list(folder)).filter(
      ({ filename, attrs }) =>
        (attrs.mode & FILE_KIND) === REGULAR_FILE &&
        !filename.includes('/') &&
        !filename.startsWith('.') &&
        !/\.(part|tmp|filepart)$/i.test(filename),
    );
    const there = new Set(files.map((file) => file.filename));
    for (const name of looks.keys()) if (!there.has(name)) looks.delete(name);
    for (const { filename, attrs } of files) {
      const seen = looks.get(filename);
      if (seen?.size !== attrs.size || seen.time !== attrs.mtime)
        looks.set(filename, { size: attrs.size, time: attrs.mtime, since: now });
    }
    return files
      .filter(({ filename }) => now - (looks.get(filename)?.since ?? now) >= settleMs)
      .sort((a, b) => a.attrs.mtime - b.attrs.mtime || (a.filename < b.filename ? -1 : 1))
      .map((file) => file.filename);
  }

  async function moveTo(at: SftpSession, folder: string, to: string, name: string): Promise<void> {
    const [file, target] = [path.join(folder, name), path.join(folder, to, name)];
    looks.delete(name);
    if (!(await at.stat(path.join(folder, to)))) await at.makeFolder(path.join(folder, to));
    // One of that name lies there already: the bytes are kept with us, so this one may go.
    if (!(await at.rename(file, target))) await at.remove(file);
  }

  return {
    collect: async (from, keep) => {
      let taken = 0;
      const aside: string[] = [];
      const began = steady();
      let keeping: { readonly error: unknown } | undefined;
      try {
        const at = await sessionFor(from);
        const folder = folderOf(at, 'to-portico');
        const names = await settled(at, folder);
        for (const name of names.slice(0, budget.batch)) {
          if (steady() - began > budget.totalMs) break;
          const bytes = await read(at, path.join(folder, name), budget.maxBytes);
          if (!bytes) {
            await moveTo(at, folder, 'refused', name);
            aside.push(name);
            continue;
          }
          const message = { id: name, bytes, contentType: typeOf(name), fileName: name.slice(0, 200) };
          const kept = await keep(message).catch((error: unknown) => {
            keeping = { error };
            throw error;
          });
          if (kept === 'kept') taken += 1;
          else aside.push(name);
          await moveTo(at, folder, kept === 'kept' ? 'done' : 'refused', name);
        }
        const more = names.length > taken + aside.length;
        return { outcome: 'reached', detail: 'SFTP OK', taken, aside, more };
      } catch (error) {
        if (keeping) throw keeping.error;
        session?.end();
        const fault =
          error instanceof TransportFault ? error : new TransportFault('unreachable', codeOf(error as Error));
        return { outcome: fault.outcome, detail: fault.detail, taken, aside, more: false };
      }
    },
    close: () => session?.end(),
  };
}

const types: Readonly<Record<string, string>> = {
  '.xml': 'application/xml',
  '.json': 'application/json',
};
const typeOf = (name: string): string => types[path.extname(name).toLowerCase()] ?? 'application/octet-stream';

/** Undefined where it is larger than allowed. */
async function read(at: SftpSession, file: string, limit: number): Promise<Uint8Array | undefined> {
  try {
    return await at.read(file, limit);
  } catch (error) {
    if (error instanceof TransportFault && error.detail === 'ANSWER_TOO_LARGE') return undefined;
    throw error;
  }
}
