// DER from outside: read with the schemas of @peculiar/asn1, and taken only where writing it again gives the same bytes, so that
// nothing hides in a second encoding; and r ‖ s of curves to DER and back, strictly.
import { AsnConvert } from '@peculiar/asn1-schema';

type Schema<T> = new (...args: never[]) => T;

/** Throws where the bytes are anything but the one encoding of one such value. */
export function exactly<T>(bytes: Uint8Array, schema: Schema<T>): T {
  const copy = new Uint8Array(bytes);
  const value = AsnConvert.parse(copy.buffer, schema as new () => T);
  if (!Buffer.from(AsnConvert.serialize(value)).equals(copy)) throw new RangeError('not DER');
  return value;
}

/** Where the element that begins at `at` has its content, and where it ends; BER too, because what is around a signature need not be DER. */
function extent(bytes: Buffer, at: number): { readonly from: number; readonly to: number; readonly end: number } {
  const first = bytes[at + 1];
  if (first === undefined || ((bytes[at] ?? 0) & 0x1f) === 0x1f || first > 0x84) throw new RangeError('not BER');
  if (first === 0x80) {
    let to = at + 2;
    while (bytes[to] !== 0 || bytes[to + 1] !== 0) to = extent(bytes, to).end;
    return { from: at + 2, to, end: to + 2 };
  }
  const more = first < 0x80 ? 0 : first & 0x7f;
  const from = at + 2 + more;
  const to = from + (more === 0 ? first : bytes.readUIntBE(at + 2, more));
  if (to > bytes.length) throw new RangeError('not BER');
  return { from, to, end: to };
}
/** The elements inside one, each as it came. */
export function childrenOf(element: Buffer): Buffer[] {
  const { from, to } = extent(element, 0);
  const children: Buffer[] = [];
  for (let at = from; at < to; ) {
    const { end } = extent(element, at);
    children.push(element.subarray(at, end));
    at = end;
  }
  return children;
}

function integer(bytes: Buffer): Buffer {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const short = bytes.subarray(start);
  const body = (short[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), short]) : short;
  return Buffer.concat([Buffer.of(2, body.length), body]);
}
/** SEQUENCE of two INTEGERs, of raw halves of equal length; at most 64 bytes each, so that one byte says every length. */
export function toDerSignature(raw: Uint8Array): Buffer {
  const bytes = Buffer.from(raw);
  const half = bytes.length / 2;
  const body = Buffer.concat([integer(bytes.subarray(0, half)), integer(bytes.subarray(half))]);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
}
/** Undefined where it is not the shortest encoding of two numbers of at most `half` bytes. */
export function fromDerSignature(der: Uint8Array, half = 32): Buffer | undefined {
  const bytes = Buffer.from(der);
  const first = bytes[3] ?? 0;
  const second = bytes[5 + first] ?? 0;
  const r = bytes.subarray(4, 4 + first);
  const s = bytes.subarray(6 + first, 6 + first + second);
  const pad = (part: Buffer) => {
    const bare = part[0] === 0 ? part.subarray(1) : part;
    return bare.length > half ? Buffer.alloc(0) : Buffer.concat([Buffer.alloc(half - bare.length), bare]);
  };
  const raw = Buffer.concat([pad(r), pad(s)]);
  return raw.length === 2 * half && toDerSignature(raw).equals(bytes) ? raw : undefined;
}
