// A spreadsheet from outside, before any reader is started for it: an archive of few files, none that leads elsewhere, none larger than it says,
// not too large in all, with a workbook among them and no DTD in any. One that lies about a size is unpacked here up to what it claims and no
// further, which costs what its claim costs.
import { createInflateRaw } from 'node:zlib';
import { UnreadableMessage } from './unreadable.ts';

const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_ENTRIES = 500;
/** Sheets of equal rows shrink to a fiftieth at most; what shrinks more, and is large, is made to fill the memory. */
const [MAX_RATIO, RATIO_FROM_BYTES] = [200, 4 * 1024 * 1024];
const WORKBOOK = 'xl/workbook.xml';
/** ISO/IEC 29500-2, 8.1.4: no part of a document has a DTD. */
const DTD = '<!DOCTYPE';
const DIRECTORY_ENTRY_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly claimed: number;
  readonly header: number;
};
/** What the check has cost so far. */
type Work = { unpackedBytes: number };

const unfit = (zh: string, en: string, code: 'NOT_WELL_FORMED' | 'TOO_MANY' | 'TOO_LARGE' | 'FORBIDDEN_CONSTRUCT') =>
  new UnreadableMessage(zh, en, code);

/** Throws `UnreadableMessage` where it is not to be read. */
export async function checkArchive(bytes: Uint8Array, work: Work = { unpackedBytes: 0 }): Promise<void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndOfCentralDirectory(view);
  if (end === undefined) throw unfit('不是完整的 XLSX 文件', 'It is not a complete XLSX file', 'NOT_WELL_FORMED');
  const entries = [...readDirectory(bytes, view, end)];
  if (entries.reduce((sum, entry) => sum + entry.claimed, 0) > MAX_UNPACKED_BYTES)
    throw unfit(
      `解压后超过 ${MAX_UNPACKED_BYTES} 字节`,
      `It unpacks to more than ${MAX_UNPACKED_BYTES} bytes`,
      'TOO_LARGE',
    );
  const bomb = entries.find((entry) => entry.claimed > RATIO_FROM_BYTES && entry.claimed > entry.packed * MAX_RATIO);
  if (bomb)
    throw unfit(
      `压缩包内文件解压后超过压缩前的 ${MAX_RATIO} 倍`,
      `A file in the archive unpacks to more than ${MAX_RATIO} times its size`,
      'TOO_LARGE',
    );
  if (!entries.some((entry) => entry.name.toLowerCase() === WORKBOOK))
    throw unfit(
      `不是 XLSX：压缩包内没有 ${WORKBOOK}`,
      `Not an XLSX: the archive holds no ${WORKBOOK}`,
      'NOT_WELL_FORMED',
    );
  for (const entry of entries)
    if (!(await isAsClaimed(bytes, view, entry, work)))
      throw unfit(
        '压缩包内文件的大小与所报不符',
        'A file in the archive is not as large as it says',
        'NOT_WELL_FORMED',
      );
}

function* readDirectory(bytes: Uint8Array, view: DataView, end: number): Generator<Entry> {
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES)
    throw unfit(`压缩包内文件超过 ${MAX_ENTRIES} 个`, `The archive holds more than ${MAX_ENTRIES} files`, 'TOO_MANY');
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count && at + DIRECTORY_ENTRY_BYTES <= bytes.length; i++) {
    const nameLength = view.getUint16(at + 28, true);
    const from = at + DIRECTORY_ENTRY_BYTES;
    const name = Buffer.from(bytes.subarray(from, from + nameLength)).toString('latin1');
    if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|:|\.(zip|xlsx|xlsm|jar)$/i.test(name))
      throw unfit(
        `压缩包内有不允许的文件：${name.slice(0, 60)}`,
        `The archive holds a file that is not allowed: ${name.slice(0, 60)}`,
        'FORBIDDEN_CONSTRUCT',
      );
    yield {
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      claimed: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true),
    };
    at = from + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

async function isAsClaimed(bytes: Uint8Array, view: DataView, entry: Entry, work: Work): Promise<boolean> {
  const { header, packed, claimed, method } = entry;
  if (header + LOCAL_HEADER_BYTES > bytes.length || view.getUint32(header, true) !== 0x04034b50) return false;
  const from = header + LOCAL_HEADER_BYTES + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (view.getUint16(header + 8, true) !== method || from + packed > bytes.length) return false;
  const part = new PartReader(entry);
  const content = bytes.subarray(from, from + packed);
  if (method === STORED) return packed === claimed && part.take(content);
  return method === DEFLATED && (await unpack(content, part, work)) && part.size === claimed;
}

/** Counts what a part holds, and looks for a DTD in it if it is XML. */
class PartReader {
  size = 0;
  readonly #most: number;
  readonly #isXml: boolean;
  #tail = Buffer.alloc(0);
  constructor({ name, claimed }: Entry) {
    this.#most = claimed;
    this.#isXml = /\.(xml|rels)$/i.test(name);
  }
  /** Whether it goes on: false once it is more than it claims. */
  take(chunk: Uint8Array): boolean {
    this.size += chunk.length;
    if (this.size > this.#most) return false;
    if (!this.#isXml) return true;
    const seen = Buffer.concat([this.#tail, chunk]);
    if (seen.includes(DTD))
      throw unfit(
        '表格内有 DOCTYPE，不予接受',
        'A part of the spreadsheet has a DOCTYPE, which is not accepted',
        'NOT_WELL_FORMED',
      );
    // It may be cut between two chunks.
    this.#tail = seen.subarray(-(DTD.length - 1));
    return true;
  }
}

/** False where it cannot be unpacked, or is more than it claims. */
async function unpack(packed: Uint8Array, part: PartReader, work: Work): Promise<boolean> {
  const inflate = createInflateRaw();
  inflate.end(packed);
  try {
    for await (const chunk of inflate) {
      work.unpackedBytes += (chunk as Buffer).length;
      if (!part.take(chunk as Buffer)) return false;
    }
    return true;
  } catch (error) {
    if (error instanceof UnreadableMessage) throw error;
    return false;
  }
}

/** APPNOTE 4.3.16: 22 bytes and a comment of up to 65,535 at the end of the file. */
function findEndOfCentralDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 65_535; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}
