// Several messages in one body (exchange F2): multipart/form-data (RFC 7578), which any HTTP library writes. Its part `index` is a JSON list
// of the messages in their order, and the part named by a message's `id` is its bytes as they are, with type and file name.
import { MIMEType } from 'node:util';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { sha256Hex } from '../../kernel/digest.ts';
import { parseJson } from './json.ts';
import { UnreadableMessage } from './unreadable.ts';

export const MOST_OF_A_BATCH = 50;
/** What stands of a message in `index`; names as in the headers of a message that goes alone. */
const Entry = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  kind: Type.Optional(Type.String({ maxLength: 100 })),
  traceparent: Type.Optional(Type.String({ maxLength: 200 })),
  fencingToken: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
});
const Index = Type.Array(Entry, { minItems: 1, maxItems: MOST_OF_A_BATCH });

export type BatchedMessage = Type.Static<typeof Entry> & {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly fileName?: string;
};

/**
 * Written out by hand, as `FormData` would (WHATWG HTML, multipart/form-data encoding algorithm): made of streams and blobs, fifty messages cost
 * more than everything else that is done to send them (docs/performance.md, "A backlog drained").
 */
export function writeBatch(messages: readonly BatchedMessage[]): {
  readonly bytes: Uint8Array;
  readonly contentType: string;
} {
  const index = JSON.stringify(messages.map(({ bytes: _, contentType: __, fileName: ___, ...entry }) => entry));
  const boundary = boundaryFor(index, messages);
  const head = (name: string, fileName: string, type: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"; filename="${quoted(fileName)}"\r\nContent-Type: ${type}\r\n\r\n`;
  const pieces: Uint8Array[] = [Buffer.from(`${head('index', 'index.json', 'application/json')}${index}\r\n`)];
  for (const { id, bytes, contentType, fileName } of messages) {
    const type = IN_A_HEAD.test(contentType) ? contentType.toLowerCase() : 'application/octet-stream';
    pieces.push(Buffer.from(head(id, fileName ?? id, type)), bytes, LINE);
  }
  pieces.push(Buffer.from(`--${boundary}--\r\n`));
  return { bytes: Buffer.concat(pieces), contentType: `multipart/form-data; boundary=${boundary}` };
}
const LINE = Buffer.from('\r\n');
const IN_A_HEAD = /^[\x20-\x7e]+$/;
const ESCAPES: Readonly<Record<string, string>> = { '"': '%22', '\r': '%0D', '\n': '%0A' };
const quoted = (text: string): string => text.replace(/["\r\n]/g, (sign) => ESCAPES[sign] ?? sign);

/** One that stands nowhere in what it parts: looked for, so that nobody who knows how it is made can write it into a document. */
function boundaryFor(index: string, messages: readonly BatchedMessage[]): string {
  for (let attempt = 0; ; attempt++) {
    const boundary = `portico-${sha256Hex(`${attempt} ${index}`).slice(0, 40)}`;
    const mark = Buffer.from(boundary);
    const stands = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(mark);
    if (!index.includes(boundary) && !messages.some(({ bytes }) => stands(bytes))) return boundary;
  }
}

/** @throws {UnreadableMessage} for anything but a batch as above, whole: no message without its bytes, no bytes without a message. */
export async function readBatch(bytes: Uint8Array, contentType: string): Promise<BatchedMessage[]> {
  if (countParts(bytes, contentType) > MOST_OF_A_BATCH + 1)
    throw unreadable(`一批至多 ${MOST_OF_A_BATCH} 份报文`, `a batch has ${MOST_OF_A_BATCH} messages at most`);
  const form = await readForm(bytes, contentType).catch(() => undefined);
  if (!form) throw unreadable('不是 multipart/form-data', 'it is no multipart/form-data');
  const index = await readIndex(form.get('index'));
  const parts = new Set(form.keys());
  if (parts.size !== index.length + 1 || [...form].length !== parts.size)
    throw unreadable('index 与各部分不一一对应', 'index and parts do not match one to one');
  return Promise.all(
    index.map(async (entry) => {
      const part = form.get(entry.id);
      if (entry.id === 'index' || !part || typeof part === 'string')
        throw unreadable(`缺少名为 ${entry.id} 的文件`, `there is no file named ${entry.id}`);
      return {
        ...entry,
        bytes: new Uint8Array(await part.arrayBuffer()),
        contentType: part.type,
        ...(part.name === entry.id ? {} : { fileName: part.name }),
      };
    }),
  );
}

/** How it ended for each message of a batch, as for one that goes alone: the status, and what the partner answers to it. */
const BatchAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      status: Type.Integer({ minimum: 200, maximum: 599 }),
      answer: Type.Optional(
        Type.Object({ contentType: Type.String(), base64: Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' }) }),
      ),
    }),
    { maxItems: MOST_OF_A_BATCH },
  ),
});
export type BatchEnd = {
  readonly id: string;
  readonly status: number;
  readonly answer?: { readonly contentType: string; readonly bytes: Uint8Array };
};
export function writeBatchAnswer(ends: readonly BatchEnd[]): string {
  const items: Type.Static<typeof BatchAnswer>['items'] = ends.map(({ id, status, answer }) => ({
    id,
    status,
    ...(answer
      ? { answer: { contentType: answer.contentType, base64: Buffer.from(answer.bytes).toString('base64') } }
      : {}),
  }));
  return JSON.stringify({ items });
}
/** By message; undefined for anything else. */
export function readBatchAnswer(bytes: Uint8Array): ReadonlyMap<string, BatchEnd> | undefined {
  try {
    const answer = parseJson(bytes);
    if (!Value.Check(BatchAnswer, answer)) return undefined;
    return new Map(
      answer.items.map(({ answer: given, ...end }) => [
        end.id,
        given
          ? { ...end, answer: { contentType: given.contentType, bytes: Buffer.from(given.base64, 'base64') } }
          : end,
      ]),
    );
  } catch (error) {
    if (error instanceof UnreadableMessage) return undefined;
    throw error;
  }
}

/** Rejects for whatever is no such form, also for a type that no header can have. */
const readForm = async (bytes: Uint8Array, contentType: string): Promise<FormData> =>
  new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();

async function readIndex(part: FormDataEntryValue | null): Promise<Type.Static<typeof Index>> {
  if (part === null) throw unreadable('缺少 index', 'there is no index');
  const index = parseJson(typeof part === 'string' ? Buffer.from(part) : new Uint8Array(await part.arrayBuffer()));
  if (!Value.Check(Index, index))
    throw unreadable('index 应为 1 至 50 项的列表，每项有 id', 'index must be a list of 1 to 50 entries with an id');
  if (new Set(index.map(({ id }) => id)).size < index.length)
    throw unreadable('index 中 id 重复', 'an id stands twice in index');
  return index;
}

/** Before anything is taken apart: many tiny parts in a few bytes cost more than they may. */
function countParts(bytes: Uint8Array, contentType: string): number {
  const boundary = boundaryOf(contentType);
  if (!boundary) throw unreadable('Content-Type 没有 boundary', 'Content-Type has no boundary');
  const mark = Buffer.from(`--${boundary}`);
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = all.indexOf(mark); at >= 0 && count < 2 * MOST_OF_A_BATCH; at = all.indexOf(mark, at + mark.length))
    count += 1;
  return count - 1;
}
function boundaryOf(contentType: string): string | undefined {
  try {
    const type = new MIMEType(contentType);
    return type.essence === 'multipart/form-data' ? (type.params.get('boundary') ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

const unreadable = (zh: string, en: string): UnreadableMessage => new UnreadableMessage(zh, en);
