// The lot of a random draw (双随机, M6), pure: commitments, the seed that no party chooses alone, and the order that follows from it. The
// specification stands in docs/decisions/0029; the platform, the browser and `npm run verify-draw` use this one, tools/verify_draw.py its own.
import type { Sha256 } from './merkle-proof.ts';

/** Of draws over cases. */
export const DRAW_FORMAT = 'portico-draw-1';
/** Of draws over single objects of cases (decision 0038): what is hashed says which, so that none can be shown for the other. */
export const DRAW_FORMAT_OBJECTS = 'portico-draw-2';
export type DrawFormat = typeof DRAW_FORMAT | typeof DRAW_FORMAT_OBJECTS;

type Bytes = Uint8Array<ArrayBuffer>;
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
const unhex = (text: string): Bytes => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

export const digestOf = async (sha256: Sha256, text: string): Promise<string> => hexOf(await sha256(utf8(text)));

/** SHA-256 over lines, the first of which says what is committed to, so that no commitment can stand for one of another kind. */
export const commitmentOf = (
  sha256: Sha256,
  kind: 'secret' | 'target' | 'officer' | 'seed',
  lines: readonly string[],
  format: DrawFormat = DRAW_FORMAT,
): Promise<string> => digestOf(sha256, [`${format}/${kind}`, ...lines, ''].join('\n'));
/** What opens a target's commitment: its salt, the number of the case, and the object where single objects are drawn. */
export const targetCommitment = (
  sha256: Sha256,
  {
    salt,
    number,
    objectId,
  }: { readonly salt: string; readonly number: string; readonly objectId?: string | undefined },
): Promise<string> =>
  objectId === undefined
    ? commitmentOf(sha256, 'target', [salt, number])
    : commitmentOf(sha256, 'target', [salt, number, objectId], DRAW_FORMAT_OBJECTS);

export type Nonce = { readonly authority: string; readonly nonce: string };
/** In the order of the authorities' names: an order that somebody chose would be a way to steer. */
export const seedOf = (
  sha256: Sha256,
  { secret, digest, nonces }: { secret: string; digest: string; nonces: readonly Nonce[] },
  format: DrawFormat = DRAW_FORMAT,
): Promise<string> =>
  commitmentOf(
    sha256,
    'seed',
    [secret, digest, ...nonces.map(({ authority, nonce }) => `${authority} ${nonce}`).sort()],
    format,
  );

const WORDS = 8;
const SPAN = 2 ** 32;
/** Words of 32 bits: block n is SHA-256(seed ‖ label ‖ 0 ‖ n as 8 bytes), big-endian throughout. */
function createStream(sha256: Sha256, seed: string, label: string): () => Promise<number> {
  const head = Uint8Array.from([...unhex(seed), ...utf8(label), 0]);
  let block: DataView | undefined;
  let next = 0;
  return async () => {
    if (!block || next % WORDS === 0) {
      const bytes = new Uint8Array(head.length + 8);
      bytes.set(head);
      new DataView(bytes.buffer).setBigUint64(head.length, BigInt(next / WORDS));
      block = new DataView((await sha256(bytes)).buffer);
    }
    return block.getUint32((next++ % WORDS) * 4);
  };
}

/** Fisher–Yates from the front; a word beyond the last whole multiple is thrown away, so that no item is likelier than another. */
export async function shuffled<T>(sha256: Sha256, seed: string, label: string, items: readonly T[]): Promise<T[]> {
  const word = createStream(sha256, seed, label);
  const order = [...items];
  for (let at = 0; at < order.length - 1; at += 1) {
    const left = order.length - at;
    const whole = SPAN - (SPAN % left);
    let drawn = await word();
    while (drawn >= whole) drawn = await word();
    const chosen = at + (drawn % left);
    [order[at], order[chosen]] = [order[chosen] as T, order[at] as T];
  }
  return order;
}

export type Quantity = { readonly count?: number; readonly percent?: string };
/** A share is rounded up, and is at least one; never more than there are. Undefined for what is no quantity. */
export function countOf(size: number, { count, percent }: Quantity): number | undefined {
  if ((count === undefined) === (percent === undefined)) return undefined;
  if (count !== undefined) return Number.isSafeInteger(count) && count > 0 ? Math.min(count, size) : undefined;
  const [, whole, part = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(percent ?? '') ?? [];
  const hundredths = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  if (whole === undefined || hundredths < 1 || hundredths > 10_000) return undefined;
  return Math.ceil((size * hundredths) / 10_000);
}

export type Lot = { readonly commitment: string; readonly sites: readonly string[] };
export const targetOrder = (sha256: Sha256, seed: string, targets: readonly Lot[]): Promise<Lot[]> =>
  shuffled(sha256, seed, 'targets', targets);
/** Of those who are on a roster where the target is inspected: the first is drawn, the others stand in for him in this order. */
export const officerOrder = (sha256: Sha256, seed: string, target: Lot, officers: readonly Lot[]): Promise<Lot[]> =>
  shuffled(
    sha256,
    seed,
    `officers ${target.commitment}`,
    officers.filter((officer) => officer.sites.some((site) => target.sites.includes(site))),
  );
