// Bytes in a folder, two levels deep by digest: written beside, forced to disk, then renamed into place, so that a name never holds half
// a file, whenever the process or the machine dies.
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type BlobStore, FilesAway } from './blob-store.ts';

const isAbsent = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
const away = (error: unknown): never => {
  throw new FilesAway(`the folder of files: ${(error as Error).message}`, { cause: error });
};

export function createDiskStore(dir: string): BlobStore {
  const incoming = path.join(dir, 'incoming');
  const folderOf = (digest: string) => path.join(dir, digest.slice(0, 2), digest.slice(2, 4));
  const fileOf = (digest: string) => path.join(folderOf(digest), digest);

  async function write(digest: string, bytes: Uint8Array): Promise<void> {
    const folder = folderOf(digest);
    await makeFolder(incoming);
    await makeFolder(folder);
    const half = path.join(incoming, `${digest.slice(0, 16)}.${randomBytes(8).toString('hex')}`);
    try {
      const file = await open(half, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, fileOf(digest));
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
    await syncFolder(folder);
  }

  async function* listBefore(instant: number): AsyncGenerator<string> {
    for await (const file of filesBelow(incoming)) if (file.keptAt < instant) await rm(file.path, { force: true });
    for (const first of await foldersIn(dir))
      for (const second of await foldersIn(path.join(dir, first)))
        for await (const { name, keptAt } of filesBelow(path.join(dir, first, second)))
          if (keptAt < instant) yield name;
  }

  return {
    write: (digest, bytes) => write(digest, bytes).catch(away),
    read: (digest) => readFile(fileOf(digest)).catch((error) => (isAbsent(error) ? undefined : away(error))),
    has: (digest) =>
      stat(fileOf(digest)).then(
        () => true,
        (error) => (isAbsent(error) ? false : away(error)),
      ),
    remove: (digest) => rm(fileOf(digest), { force: true }),
    listBefore,
  };
}

/** A folder is there for good only when the one above has been forced to disk. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let at = folder; at.length >= first.length; at = path.dirname(at)) await syncFolder(path.dirname(at));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const foldersIn = async (dir: string) =>
  (await readdir(dir).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort();

async function* filesBelow(dir: string): AsyncGenerator<{ path: string; name: string; keptAt: number }> {
  for (const name of (await readdir(dir).catch(() => [])).sort()) {
    const at = path.join(dir, name);
    const found = await stat(at).catch(() => undefined);
    if (found?.isFile()) yield { path: at, name, keptAt: found.mtimeMs };
  }
}
