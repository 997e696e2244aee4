// An SFTP server in memory, as a partner or an enterprise has one: the far end of the SFTP way in demonstrations and tests. It holds the folders
// `to-portico` and `from-portico`, and can be told to misbehave.
import { generateKeyPairSync, timingSafeEqual } from 'node:crypto';
import path from 'node:path/posix';
import ssh2, { type AuthContext, type Connection, type SFTPWrapper } from 'ssh2';
import { fingerprintOf } from '../transport/sftp-session.ts';

/** What it does wrong: `silent` answers no request, `cutting` hangs up in the middle of a transfer, `full` has no room, `denying` lets nobody write. */
export type SftpMood = 'well' | 'silent' | 'cutting' | 'full' | 'denying' | 'shrinking';
export type SftpServer = {
  readonly url: string;
  readonly hostKey: string;
  /** Whole files, by path. */
  readonly files: Map<string, { bytes: Buffer; time: number }>;
  /** Sessions that were opened so far. */
  opened(): number;
  behave(mood: SftpMood): void;
  stop(): Promise<void>;
};

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;
const FILE = 0o100644;
const FOLDER = 0o040755;

export async function startSftpServer(options: {
  readonly user: string;
  readonly password: string;
  /** PEM of the host key; absent: a new one. */
  readonly hostKeyPem?: string;
  readonly port?: number;
  /** Seconds since the epoch, for the times of files. */
  readonly now: () => number;
  /** Told of each file that has its final name, and where it lies. */
  readonly onFile?: (name: string, bytes: Buffer, at: string) => void;
}): Promise<SftpServer> {
  const pem = options.hostKeyPem ?? newHostKey();
  const parsed = ssh2.utils.parseKey(pem);
  if (parsed instanceof Error) throw parsed;
  const files: SftpServer['files'] = new Map();
  const folders = new Set(['/', '/to-portico', '/from-portico']);
  const connections = new Set<Connection>();
  let mood: SftpMood = 'well';
  let opened = 0;

  const server = new ssh2.Server({ hostKeys: [pem] }, (client) => {
    connections.add(client);
    (client as { setNoDelay?(on: boolean): void }).setNoDelay?.(true);
    client.on('error', () => undefined);
    client.on('close', () => connections.delete(client));
    client.on('authentication', (attempt: AuthContext) =>
      attempt.method === 'password' && attempt.username === options.user && same(attempt.password, options.password)
        ? attempt.accept()
        : attempt.reject(['password']),
    );
    client.on('session', (accept) =>
      accept().on('sftp', (acceptSftp) => {
        opened += 1;
        serve(acceptSftp(), client);
      }),
    );
  });

  function serve(sftp: SFTPWrapper, client: Connection): void {
    const handles = new Map<number, { path: string; listing?: string[]; part?: Buffer }>();
    let count = 0;
    const open = (id: number, handle: { path: string; listing?: string[]; part?: Buffer }) => {
      handles.set(++count, handle);
      const name = Buffer.alloc(4);
      name.writeUInt32BE(count);
      sftp.handle(id, name);
    };
    const of = (handle: Buffer) => handles.get(handle.readUInt32BE(0));
    const status = (id: number, code: number) => void sftp.status(id, code);
    const attributes = (at: string) => {
      const file = files.get(at);
      if (!file && !folders.has(at)) return undefined;
      const time = file?.time ?? options.now();
      // One that promises more than it has.
      const size = (file?.bytes.length ?? 0) + (mood === 'shrinking' && file ? 10 : 0);
      return { mode: file ? FILE : FOLDER, uid: 0, gid: 0, size, atime: time, mtime: time };
    };
    const told = (id: number, at: string) => {
      const found = attributes(at);
      if (found) sftp.attrs(id, found);
      else status(id, STATUS_CODE.NO_SUCH_FILE);
    };
    const when =
      <A extends [id: number, ...rest: unknown[]]>(act: (...args: A) => void) =>
      (...args: A) => {
        if (mood !== 'silent') act(...args);
      };
    sftp.on('error', () => undefined);
    sftp.on(
      'OPEN',
      when((id: number, name: string, flags: number) => {
        const at = path.resolve('/', name);
        if (flags & OPEN_MODE.WRITE) {
          if (mood === 'denying') return status(id, STATUS_CODE.PERMISSION_DENIED);
          if (!folders.has(path.dirname(at))) return status(id, STATUS_CODE.NO_SUCH_FILE);
          return open(id, { path: at, part: Buffer.alloc(0) });
        }
        return files.has(at) ? open(id, { path: at }) : status(id, STATUS_CODE.NO_SUCH_FILE);
      }),
    );
    sftp.on(
      'WRITE',
      when((id: number, handle: Buffer, offset: number, bytes: Buffer) => {
        if (mood === 'cutting') return void client.end();
        if (mood === 'full') return status(id, STATUS_CODE.FAILURE);
        const entry = of(handle);
        if (!entry?.part) return status(id, STATUS_CODE.FAILURE);
        const grown = Buffer.alloc(Math.max(entry.part.length, offset + bytes.length));
        entry.part.copy(grown);
        bytes.copy(grown, offset);
        entry.part = grown;
        return status(id, STATUS_CODE.OK);
      }),
    );
    sftp.on(
      'READ',
      when((id: number, handle: Buffer, offset: number, length: number) => {
        if (mood === 'cutting') return void client.end();
        const bytes = files.get(of(handle)?.path ?? '')?.bytes ?? Buffer.alloc(0);
        return offset < bytes.length
          ? void sftp.data(id, bytes.subarray(offset, offset + length))
          : status(id, STATUS_CODE.EOF);
      }),
    );
    sftp.on(
      'CLOSE',
      when((id: number, handle: Buffer) => {
        const entry = of(handle);
        if (entry?.part) files.set(entry.path, { bytes: entry.part, time: options.now() });
        handles.delete(handle.readUInt32BE(0));
        status(id, STATUS_CODE.OK);
      }),
    );
    sftp.on(
      'FSTAT',
      when((id: number, handle: Buffer) => told(id, of(handle)?.path ?? '')),
    );
    for (const event of ['STAT', 'LSTAT'] as const)
      sftp.on(
        event,
        when((id: number, name: string) => told(id, path.resolve('/', name))),
      );
    sftp.on(
      'OPENDIR',
      when((id: number, name: string) => {
        const at = path.resolve('/', name);
        const within = [...files.keys(), ...folders].filter((file) => path.dirname(file) === at && file !== '/');
        return folders.has(at) ? open(id, { path: at, listing: within }) : status(id, STATUS_CODE.NO_SUCH_FILE);
      }),
    );
    sftp.on(
      'READDIR',
      when((id: number, handle: Buffer) => {
        const entry = of(handle);
        const listing = entry?.listing ?? [];
        if (!entry || listing.length === 0) return status(id, STATUS_CODE.EOF);
        entry.listing = [];
        const names = listing.flatMap((at) => {
          const attrs = attributes(at);
          return attrs ? [{ filename: path.basename(at), longname: path.basename(at), attrs }] : [];
        });
        return void sftp.name(id, names);
      }),
    );
    sftp.on(
      'MKDIR',
      when((id: number, name: string) => {
        folders.add(path.resolve('/', name));
        status(id, STATUS_CODE.OK);
      }),
    );
    sftp.on(
      'REMOVE',
      when((id: number, name: string) =>
        status(id, files.delete(path.resolve('/', name)) ? STATUS_CODE.OK : STATUS_CODE.NO_SUCH_FILE),
      ),
    );
    sftp.on(
      'RENAME',
      when((id: number, from: string, to: string) => {
        const [before, after] = [path.resolve('/', from), path.resolve('/', to)];
        const file = files.get(before);
        if (!file || files.has(after) || !folders.has(path.dirname(after))) return status(id, STATUS_CODE.FAILURE);
        files.delete(before);
        files.set(after, file);
        status(id, STATUS_CODE.OK);
        options.onFile?.(path.basename(after), file.bytes, after);
      }),
    );
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    url: `sftp://${options.user}@127.0.0.1:${port}/`,
    hostKey: fingerprintOf(parsed.getPublicSSH()),
    files,
    opened: () => opened,
    behave: (next) => {
      mood = next;
    },
    stop: () => {
      for (const connection of connections) connection.end();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const same = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
};
/** RSA in PKCS#1, which both sides read. */
const newHostKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' }).toString();
