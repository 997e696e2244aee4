// A simulator behind an SFTP folder: what is laid into `from-portico` it reads, what it says lies in `to-portico` until Portico has moved it to `done`.
import { systemTimers, type Timers } from '../../timers.ts';
import { startSftpServer } from '../sftp-server.ts';
import { type Behind, type FrontDoor, relay } from './relay.ts';

const USER = 'portico';
/** `<kind>.<message id><extension>`, as Portico names files. */
const NAME = /^\/from-portico\/(?<kind>[\w-]+\.[\w-]+)\.(?<id>[\w-]+)(?<ending>\.\w+)?$/;
const AGAIN_MS = 1000;

export async function openSftpDoor(options: {
  readonly behind: Behind;
  readonly port: number;
  readonly now: () => Date;
  readonly timers?: Timers;
}): Promise<FrontDoor> {
  const { behind } = options;
  const timers = options.timers ?? systemTimers;
  const seconds = () => Math.floor(options.now().getTime() / 1000);
  const taken = new Map<string, () => void>();
  const again = new Set<() => void>();
  let serial = 0;

  /** Its folder takes what comes; where its own system is down it reads the file later. */
  async function read(at: string, bytes: Buffer): Promise<void> {
    const { kind = '', id = '', ending } = NAME.exec(at)?.groups ?? {};
    if (kind === '') return;
    const contentType = ending === '.json' ? 'application/json' : ending === '.xml' ? 'application/xml' : 'text/plain';
    const { status, answer } = await relay(behind, { bytes, kind, messageId: id, contentType });
    if (status === 503) {
      const cancel = timers.after(AGAIN_MS, () => {
        again.delete(cancel);
        void read(at, bytes);
      });
      again.add(cancel);
      return;
    }
    server.files.delete(at);
    if (answer) await carry(answer);
  }
  const server = await startSftpServer({
    user: USER,
    password: behind.key,
    port: options.port,
    now: seconds,
    onFile: (name, bytes, at) => {
      if (!at.startsWith('/to-portico/')) return void read(at, bytes);
      // Kept by Portico: what lies in `done` is of no use to a simulator.
      server.files.delete(at);
      taken.get(name)?.();
      taken.delete(name);
    },
  });
  const carry: NonNullable<FrontDoor['carry']> = ({ bytes, fileName = 'message' }) => {
    serial += 1;
    const name = `${String(serial).padStart(6, '0')}-${fileName.replace(/[^\w.-]/g, '-')}`;
    server.files.set(`/to-portico/${name}`, { bytes: Buffer.from(bytes), time: seconds() });
    return new Promise((resolve) => taken.set(name, () => resolve(200)));
  };
  return {
    endpoint: { url: server.url, key: behind.key, hostKey: server.hostKey },
    carry,
    stop: () => {
      for (const cancel of again) cancel();
      return server.stop();
    },
  };
}
