// A real mail server in this process that keeps what it is given and can be told to refuse.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Mailed = {
  readonly to: string;
  readonly from: string;
  /** Header fields unfolded, by name in lower case; a name that came twice has both values. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Of this process, when the last byte had come. */
  readonly atMs: number;
};
type Answer = { readonly code: number; readonly at: 'RCPT' | 'DATA' };
export type MailServer = {
  readonly url: string;
  readonly mailed: readonly Mailed[];
  /** How many times an address was named as recipient. */
  tries(address: string): number;
  /** What it says to an address from now on; undefined: takes it. */
  answer(address: string, answer: Answer | undefined): void;
  stop(): Promise<void>;
};

const refusal = (code: number) => Object.assign(new Error('no'), { responseCode: code });

export async function startMailServer(): Promise<MailServer> {
  const mailed: Mailed[] = [];
  const answers = new Map<string, Answer>();
  const tries = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      tries.set(address, (tries.get(address) ?? 0) + 1);
      const answer = answers.get(address);
      done(answer?.at === 'RCPT' ? refusal(answer.code) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { rcptTo, mailFrom } = session.envelope;
        const to = rcptTo.map((r) => r.address).join(' ');
        const answer = answers.get(to);
        if (answer?.at === 'DATA') return done(refusal(answer.code));
        mailed.push({
          ...readMail(Buffer.concat(chunks).toString('latin1')),
          to,
          from: mailFrom ? mailFrom.address : '',
          atMs: performance.now(),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mailed,
    tries: (address) => tries.get(address) ?? 0,
    answer: (address, answer) => void (answer ? answers.set(address, answer) : answers.delete(address)),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Read = Pick<Mailed, 'headers' | 'subject' | 'text' | 'html'>;
function readMail(raw: string): Read {
  const { headers, body } = splitPart(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type']?.[0] ?? '')?.[1] ?? '';
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => splitPart(part.replace(/^\r\n/, '')));
  const of = (type: string) => {
    const part = parts.find((p) => p.headers['content-type']?.[0]?.startsWith(type));
    return part ? decodeBody(part.body, part.headers['content-transfer-encoding']?.[0] ?? '7bit') : '';
  };
  return {
    headers,
    subject: decodeWords(headers.subject?.[0] ?? ''),
    text: of('text/plain').replaceAll('\r\n', '\n'),
    html: of('text/html'),
  };
}

function splitPart(raw: string): { headers: Record<string, string[]>; body: string } {
  const at = raw.indexOf('\r\n\r\n');
  const headers: Record<string, string[]> = {};
  for (const line of raw
    .slice(0, at)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    headers[name.toLowerCase()] = [...(headers[name.toLowerCase()] ?? []), value];
  }
  return { headers, body: raw.slice(at + 4) };
}

const decodeBody = (body: string, encoding: string): string => {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf-8');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1').toString('utf-8');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf-8');
};
/** RFC 2047; words that belong together have only white space between them. */
const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf-8')
        : decodeBody(word.replaceAll('_', ' '), 'quoted-printable'),
    );
