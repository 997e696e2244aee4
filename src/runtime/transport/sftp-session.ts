// One SFTP session (draft-ietf-secsh-filexfer-02, as servers speak it): the host key is pinned, the address guarded where somebody else chose
// it, and every step has an end. Pure JavaScript; what the library could compile it does without.
import { createHash } from 'node:crypto';
import { connect as connectSocket, isIP, type Socket } from 'node:net';
import { Client, type FileEntry, type SFTPWrapper, type Stats } from 'ssh2';
import { guardedLookup, isAllowedAddress } from './address-guard.ts';
import { codeOf, type Guard, type PickUp, type PushBudget, TransportFault } from './transport.ts';

export type SftpSession = {
  readonly url: URL;
  list(folder: string): Promise<readonly FileEntry[]>;
  stat(path: string): Promise<Stats | undefined>;
  /** The whole file, or a fault where it is larger than `limit` or ends before its size says. */
  read(path: string, limit: number): Promise<Uint8Array>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** False where there is such a file already. */
  rename(from: string, to: string): Promise<boolean>;
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  isOpen(): boolean;
  end(): void;
};
type Times = Pick<PushBudget, 'connectMs' | 'firstByteMs' | 'totalMs'>;
/** Status codes of the protocol. */
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;
const CHUNK = 32 * 1024;

/** As `ssh-keygen -lf` prints it. */
export const fingerprintOf = (key: Uint8Array): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').slice(0, 43)}`;

export async function openSftp(to: PickUp, times: Times, guard?: Guard): Promise<SftpSession> {
  const url = new URL(to.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (guard && isIP(host) && !isAllowedAddress(host, guard.policy))
    throw new TransportFault('unreachable', 'ADDRESS_NOT_ALLOWED');
  if (!to.hostKey) throw new TransportFault('unreachable', 'HOST_KEY_NOT_SET');
  const client = new Client();
  let open = true;
  let fault: TransportFault | undefined;
  const ended = new Promise<never>((_, reject) => {
    client.once('error', (error) => {
      fault ??= new TransportFault(
        'level' in error && error.level === 'client-authentication' ? 'refused' : 'unreachable',
        'level' in error && error.level === 'client-authentication' ? 'AUTHENTICATION' : codeOf(error),
      );
      reject(fault);
    });
    client.once('close', () => {
      open = false;
      reject(fault ?? new TransportFault('unreachable', 'CLOSED'));
    });
  });
  ended.catch(() => undefined);
  client.on('error', () => undefined);
  const socket: Socket = connectSocket({
    host,
    port: Number(url.port || 22),
    noDelay: true,
    ...(guard && !isIP(host) ? { lookup: guardedLookup(guard.policy, guard.resolver) } : {}),
  });
  socket.on('error', (error) => {
    fault ??= new TransportFault('unreachable', codeOf(error));
  });
  const end = () => {
    open = false;
    client.destroy();
    socket.destroy();
  };
  const within = <T>(ms: number, code: string, act: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        end();
        reject(new TransportFault('unreachable', code));
      }, ms);
    });
    return Promise.race([act, ended, late]).finally(() => clearTimeout(timer));
  };
  const secret = to.key ?? '';
  const withKey = secret.includes('PRIVATE KEY-----');
  const ready = new Promise<SFTPWrapper>((resolve, reject) => {
    client.once('ready', () =>
      client.sftp((error, sftp) => (error ? reject(new TransportFault('refused', 'NO_SFTP')) : resolve(sftp))),
    );
  });
  ready.catch(() => undefined);
  let sftp: SFTPWrapper;
  try {
    client.connect({
      sock: socket,
      username: decodeURIComponent(url.username),
      ...(withKey
        ? { privateKey: secret, authHandler: ['publickey'] }
        : { password: secret, authHandler: ['password'] }),
      readyTimeout: times.connectMs,
      hostVerifier: (key: Buffer) => {
        if (fingerprintOf(key) === to.hostKey) return true;
        fault = new TransportFault('unreachable', 'HOST_KEY_OTHER');
        return false;
      },
    });
    sftp = await within(times.connectMs, 'CONNECT_TIMEOUT', ready);
  } catch (error) {
    end();
    if (fault ?? error instanceof TransportFault) throw fault ?? error;
    throw new TransportFault('refused', 'KEY_UNREADABLE');
  }

  type Answer<T> = (error: (Error & { code?: number | string }) | null | undefined, value: T) => void;
  /** One question to the server: its no is a fault, its silence has an end. */
  const ask = <T>(put: (answer: Answer<T>) => void): Promise<T> =>
    within(
      times.firstByteMs,
      'FIRST_BYTE_TIMEOUT',
      new Promise<T>((resolve, reject) => put((error, value) => (error ? reject(toFault(error)) : resolve(value)))),
    );
  const stat = (path: string) =>
    ask<Stats>((answer) => sftp.lstat(path, answer)).catch((error: TransportFault) => {
      if (error.detail === `SFTP ${NO_SUCH_FILE}`) return undefined;
      throw error;
    });
  return {
    url,
    stat,
    list: (folder) => ask<FileEntry[]>((answer) => sftp.readdir(folder, answer)),
    read: async (path, limit) => {
      const handle = await ask<Buffer>((answer) => sftp.open(path, 'r', answer));
      const { size } = await ask<Stats>((answer) => sftp.fstat(handle, answer));
      if (size > limit) throw new TransportFault('refused', 'ANSWER_TOO_LARGE');
      const bytes = Buffer.alloc(size);
      for (let at = 0; at < size; ) {
        const got = await ask<number>((answer) =>
          sftp.read(handle, bytes, at, Math.min(CHUNK, size - at), at, (error, count) => answer(error, count)),
        );
        if (got === 0) throw new TransportFault('unreachable', 'CUT_SHORT');
        at += got;
      }
      await ask<void>((answer) => sftp.close(handle, (error) => answer(error, undefined)));
      return bytes;
    },
    write: async (path, bytes) => {
      const handle = await ask<Buffer>((answer) => sftp.open(path, 'w', answer));
      const buffer = Buffer.from(bytes);
      for (let at = 0; at < buffer.length; at += CHUNK)
        await ask<void>((answer) =>
          sftp.write(handle, buffer, at, Math.min(CHUNK, buffer.length - at), at, (error) => answer(error, undefined)),
        );
      await ask<void>((answer) => sftp.close(handle, (error) => answer(error, undefined)));
    },
    rename: async (from, to) => {
      try {
        await ask<void>((answer) => sftp.rename(from, to, (error) => answer(error, undefined)));
        return true;
      } catch (error) {
        // Version 3 of the protocol says no more than "failure" where the name is taken.
        if (await stat(to)) return false;
        throw error;
      }
    },
    remove: (path) => ask<void>((answer) => sftp.unlink(path, (error) => answer(error, undefined))),
    makeFolder: (path) => ask<void>((answer) => sftp.mkdir(path, (error) => answer(error, undefined))),
    isOpen: () => open,
    end,
  };
}

/** No right, and no such folder, is a no; a full disk and everything else may come right. */
function toFault(error: Error & { code?: number | string }): TransportFault {
  if (error instanceof TransportFault) return error;
  if (typeof error.code !== 'number') return new TransportFault('unreachable', error.code ?? 'SFTP');
  const isNo = error.code === NO_SUCH_FILE || error.code === PERMISSION_DENIED;
  return new TransportFault(isNo ? 'refused' : 'unreachable', `SFTP ${error.code}`);
}
