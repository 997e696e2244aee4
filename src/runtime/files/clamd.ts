// A virus scanner that speaks clamd's protocol (clamd(8): INSTREAM, PING, each message ended by NUL): bytes go in chunks with their length
// before them, a chunk of length nought ends them, one line comes back.
import { connect } from 'node:net';
import type { ScannerPlace } from './parse-files-url.ts';

export type Verdict =
  | { readonly state: 'clean' }
  | { readonly state: 'infected' /** The scanner's name of it. */; readonly signature: string }
  /** The scanner will not look at it: too large for it, or it says why. */
  | { readonly state: 'unscannable'; readonly reason: string };

export type Scanner = {
  /** Throws where no verdict came back. */
  scan(bytes: Uint8Array): Promise<Verdict>;
  /** Throws while the scanner cannot be reached. */
  ping(): Promise<void>;
};
const CHUNK_BYTES = 64 * 1024;
const MOST_REPLY_CHARACTERS = 4096;

export function createClamdScanner(place: ScannerPlace, timeoutMs = 60_000): Scanner {
  const ask = (request: Uint8Array) =>
    new Promise<string>((resolve, reject) => {
      let reply = '';
      const socket = connect(place, () => socket.end(request));
      const fail = (reason: string) => socket.destroy(new Error(`the scanner ${reason}`));
      socket.setTimeout(timeoutMs, () => fail('does not answer'));
      socket.setEncoding('utf-8');
      socket.on('data', (text) => {
        reply += String(text);
        if (reply.includes('\0')) {
          socket.destroy();
          resolve(reply.split('\0', 1)[0] ?? '');
        } else if (reply.length > MOST_REPLY_CHARACTERS) fail('answers without an end');
      });
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('the scanner hung up without an answer')));
    });

  return {
    scan: async (bytes) => readVerdict(await ask(instream(bytes))),
    ping: async () => {
      const reply = await ask(Buffer.from('zPING\0'));
      if (reply !== 'PONG') throw new Error(`the scanner answered PING with ${reply}`);
    },
  };
}

function instream(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('zINSTREAM\0')];
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    parts.push(lengthOf(chunk.length), chunk);
  }
  return Buffer.concat([...parts, lengthOf(0)]);
}
function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** `stream: OK`, `stream: NAME FOUND`, `… ERROR`. */
export function readVerdict(reply: string): Verdict {
  const line = reply.replace(/^stream: /, '').trim();
  if (line === 'OK') return { state: 'clean' };
  const [, signature] = /^(.+) FOUND$/s.exec(line) ?? [];
  if (signature) return { state: 'infected', signature: signature.slice(0, 200) };
  const [, reason] = /^(.*?)\s*ERROR$/s.exec(line) ?? [];
  if (reason !== undefined) return { state: 'unscannable', reason: reason.slice(0, 200) };
  throw new Error(`the scanner's answer is not understood: ${line.slice(0, 100)}`);
}
