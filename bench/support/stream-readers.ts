// Many readers of a live stream in a process of their own: a bare socket each, so that what is measured is the hub and not a client.
// Forked by `fanout.ts`; counts what each was told of drafts and, told when they were made, says how long it took.
import { connect } from 'node:net';

/** How many streams to open with these secrets, each secret for so many. */
export type Opening = {
  readonly port: number;
  readonly secrets: readonly string[];
  readonly each: number;
  readonly count: number;
};
/** Whole milliseconds of the machine's steady clock are too coarse; both processes read the same one. */
export const nowUs = (): number => Number(process.hrtime.bigint() / 1000n);
/** When each draft was asked for and answered, by case. */
export type Made = Readonly<Record<string, { readonly asked: number; readonly answered: number }>>;
export type Said =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'told'; readonly count: number }
  | { readonly kind: 'delays'; readonly fromAsked: Spread; readonly fromAnswered: Spread; readonly last: number };
type Spread = { readonly p50: number; readonly p99: number };
type Asked = Opening | { readonly made: Made };

const DRAFTED = 'event: shipment.drafted\n';
const ID = '"shipmentId":"';
const OPENING_AT_ONCE = 50;
const told = new Map<string, number[]>();
let count = 0;
let said = 0;

const say = (what: Said) => process.send?.(what);
function note(text: string): void {
  const at = nowUs();
  for (let from = text.indexOf(DRAFTED); from >= 0; from = text.indexOf(DRAFTED, from + 1)) {
    const id = text.indexOf(ID, from) + ID.length;
    const key = text.slice(id, id + 36);
    const list = told.get(key);
    if (list) list.push(at);
    else told.set(key, [at]);
    count += 1;
  }
}
function open(port: number, secret: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET /api/v1/events HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${secret}\r\n\r\n`),
    );
    let rest = '';
    let isOpen = false;
    socket.setEncoding('latin1');
    socket.on('error', reject);
    socket.on('close', () => say({ kind: 'refused', why: `a stream ended: ${rest.slice(0, 400)}` }));
    socket.on('data', (chunk: string) => {
      const text = rest + chunk;
      if (!isOpen && text.includes(': connected')) {
        isOpen = true;
        resolve();
      }
      const end = text.lastIndexOf('\n\n');
      rest = end < 0 ? text : text.slice(end);
      if (end >= 0) note(text.slice(0, end));
    });
  });
}
async function openAll({ port, secrets, each, count: most }: Opening): Promise<void> {
  let next = 0;
  const turn = async () => {
    for (let n = next++; n < most; n = next++) await open(port, secrets[Math.floor(n / each)] ?? '');
  };
  await Promise.all(Array.from({ length: OPENING_AT_ONCE }, turn));
}
const spread = (values: number[]): Spread => {
  values.sort((a, b) => a - b);
  const at = (p: number) => (values[Math.min(values.length - 1, Math.floor(values.length * p))] ?? 0) / 1000;
  return { p50: at(0.5), p99: at(0.99) };
};
function delays(made: Made): Said {
  const fromAsked: number[] = [];
  const fromAnswered: number[] = [];
  let last = 0;
  for (const [id, { asked, answered }] of Object.entries(made))
    for (const at of told.get(id) ?? []) {
      fromAsked.push(at - asked);
      fromAnswered.push(Math.max(0, at - answered));
      last = Math.max(last, at);
    }
  return { kind: 'delays', fromAsked: spread(fromAsked), fromAnswered: spread(fromAnswered), last };
}

if (process.send) {
  process.on('message', (asked: Asked) => {
    if ('made' in asked) say(delays(asked.made));
    else
      void openAll(asked).then(
        () => say({ kind: 'opened' }),
        (error: unknown) => say({ kind: 'refused', why: String(error) }),
      );
  });
  setInterval(() => {
    if (count !== said) say({ kind: 'told', count });
    said = count;
  }, 1);
}
