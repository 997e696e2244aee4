// What to send to one operation, decided by a seed: fitting, nearly fitting, of wrong types, giant, deep, wrongly encoded, damaged.
import { gzipSync } from 'node:zlib';
import { type Chance, chanceFrom, damage } from '../mutate.ts';
import { anyJson, grow } from './grow-value.ts';
import { hostileFile } from './known-world.ts';
import type { Operation, Parameter } from './operations.ts';
import { wound } from './wound-value.ts';
import { batchType } from '../../support/message-batch.ts';

export type Plan = {
  readonly kind: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Where the body was made wrong, and nothing else was. */
  readonly wrongAt?: string;
  /** No caller may have it taken as it is. */
  readonly mustFail?: boolean;
};
/** Bodies and ids of the world, so that what fits the schema also means something. */
export type Known = {
  readonly bodies: Readonly<Record<string, readonly unknown[]>>;
  readonly files: readonly Uint8Array[];
  ids(path: string): readonly string[];
};

const json = { 'content-type': 'application/json' };
const utf8 = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value) ?? '', 'utf-8');
const encode = (text: string): string => {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
};
const oddSegments = [
  '..',
  '.',
  '%2e%2e',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '0',
  '-1',
  'null',
  '%ff',
  'x'.repeat(150),
  "'--",
  '%E4%B8%AD',
];

function pathOf(chance: Chance, seed: number, { path, parameters }: Operation, known: Known): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const ids = known.ids(path);
    if (ids.length > 0 && chance.below(10) < 7) return encode(chance.pick(ids));
    if (chance.below(3) === 0) return chance.pick(oddSegments);
    const schema = parameters.find((p) => p.in === 'path' && p.name === name)?.schema ?? {};
    return encode(String(grow(schema, seed))) || 'x';
  });
  return filled + queryOf(chance, seed, parameters);
}

function queryOf(chance: Chance, seed: number, parameters: readonly Parameter[]): string {
  const parts = parameters
    .filter((p) => p.in === 'query' && (p.required || chance.below(2) === 0))
    .map(({ name, schema }, i) => {
      const fits = chance.below(4) > 0;
      const value = fits ? grow(schema, seed + i) : wound(chance, schema, grow(schema, seed + i)).value;
      const texts = Array.isArray(value) ? value : [value];
      return texts
        .map((one) => `${name}=${encode(typeof one === 'object' ? JSON.stringify(one) : String(one))}`)
        .join('&');
    });
  if (chance.below(20) === 0)
    parts.push(
      chance.pick(['__proto__[x]=1', 'a[b][c]=1', 'limit=1&limit=2', '%ff=%ff', '&&&=', `x=${'y'.repeat(7000)}`]),
    );
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

function fitting(chance: Chance, seed: number, operation: Operation, known: Known): unknown {
  const bodies = known.bodies[operation.id] ?? [];
  const json = operation.json;
  if (!json) return undefined;
  const pick = chance.below(4);
  if (pick === 0) return grow(json.schema, seed);
  if (pick === 1 || bodies.length === 0) return json.example;
  return chance.pick(bodies);
}

const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);
type Body = Pick<Plan, 'kind' | 'body' | 'wrongAt' | 'mustFail'> & { readonly headers?: Plan['headers'] };

function jsonBody(chance: Chance, seed: number, operation: Operation, known: Known): Body {
  const schema = operation.json?.schema ?? {};
  const value = fitting(chance, seed, operation, known);
  const text = JSON.stringify(value);
  // Giants take longer to make than to refuse: they come more rarely.
  const how = chance.below(16);
  switch ((how === 10 || how === 11) && chance.below(4) > 0 ? 15 : how) {
    case 0:
    case 1:
    case 2:
      return { kind: 'fits', body: utf8(value) };
    case 3:
    case 4:
    case 5:
    case 6:
    case 7:
    case 8: {
      const wounded = wound(chance, schema, grow(schema, seed));
      const base = chance.below(2) === 0 ? wounded : wound(chance, schema, value);
      return { kind: 'nearly fits', body: utf8(base.value), wrongAt: base.at, mustFail: true };
    }
    case 9:
      return { kind: 'any json', body: utf8(anyJson(seed)) };
    case 10: {
      const giants = [
        `[${'1,'.repeat(900_000)}1]`,
        `{"x":"${'长'.repeat(600_000)}"}`,
        `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":${i}`).join(',')}}`,
        JSON.stringify({ ...(value as object), extra: 'x'.repeat(1_500_000) }),
        `[${'"",'.repeat(600_000)}""]`,
        `{"x":${'9'.repeat(1_900_000)}}`,
        JSON.stringify('x'.repeat(2_200_000)),
      ];
      return { kind: 'giant', body: Buffer.from(chance.pick(giants)), mustFail: true };
    }
    case 11: {
      const deep = [
        nested(500_000, '[', ']'),
        nested(200_000, '{"a":', '}').replace(':}', ':1}'),
        '['.repeat(1_000_000),
        nested(100, '[', ']'),
      ];
      return { kind: 'deep', body: Buffer.from(chance.pick(deep)), mustFail: true };
    }
    case 12: {
      const bytes = Buffer.from(text ?? '', 'utf-8');
      const wrong: Body[] = [
        { kind: 'UTF-16', body: Buffer.from(`\ufeff${text}`, 'utf16le'), mustFail: true },
        { kind: 'BOM', body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]) },
        {
          kind: 'bad UTF-8',
          body: Buffer.concat([bytes.subarray(0, -1), Buffer.from([0xff, 0xc0, 0x22])]),
          mustFail: true,
        },
        { kind: 'gzip', body: gzipSync(bytes), headers: { 'content-encoding': 'gzip' }, mustFail: true },
        {
          kind: 'gzip bomb',
          body: gzipSync(Buffer.alloc(20_000_000)),
          headers: { 'content-encoding': 'gzip' },
          mustFail: true,
        },
        {
          kind: 'other type',
          body: bytes,
          headers: {
            'content-type': chance.pick(['text/plain', 'application/xml', 'application/json-patch+json', '']),
          },
          mustFail: true,
        },
        { kind: 'other charset', body: bytes, headers: { 'content-type': 'application/json; charset=gb18030' } },
        {
          kind: 'prototype',
          body: Buffer.from(`{"__proto__":{"roles":["operator"]},${text?.slice(1) ?? '}'}`),
          mustFail: true,
        },
        {
          kind: 'constructor',
          body: Buffer.from(`{"constructor":{"prototype":{"a":1}},${text?.slice(1) ?? '}'}`),
          mustFail: true,
        },
        {
          kind: 'twice the same key',
          body: Buffer.from(`{"${Object.keys((value as object) ?? {})[0] ?? 'a'}":[],${text?.slice(1) ?? '}'}`),
        },
        { kind: 'nothing', body: Buffer.alloc(0), mustFail: true },
      ];
      return chance.pick(wrong);
    }
    default:
      return { kind: 'damaged', body: damage(chance, Buffer.from(text ?? '', 'utf-8')) };
  }
}

function rawBody(chance: Chance, known: Known): Body {
  const names = [
    'a.xml',
    '../../a.xlsx',
    'a\r\nX: 1.csv',
    '%E4%B8%AD.pdf',
    '%ff%00',
    'x'.repeat(3000),
    '"; filename="b',
  ];
  const headers = {
    'content-type': chance.pick([
      'application/xml',
      'application/octet-stream',
      'text/csv',
      'application/json',
      'multipart/form-data',
      batchType,
    ]),
    'x-file-name': encode(chance.pick(names)),
  };
  if (chance.below(4) > 0) return { kind: 'damaged file', body: damage(chance, chance.pick(known.files)), headers };
  const { name, bytes } = hostileFile(chance);
  return { kind: name, body: bytes, headers };
}

export function planRequest(seed: number, operation: Operation, known: Known): Plan {
  const chance = chanceFrom(seed);
  const path = pathOf(chance, seed, operation, known);
  const extra: Record<string, string> =
    chance.below(8) > 0
      ? {}
      : chance.pick([
          { 'idempotency-key': chance.pick(['k', 'k'.repeat(300), 'a b', `k-${seed}`]) },
          { 'last-event-id': 'x' },
          { cookie2: 'x'.repeat(4000) },
          { host: 'evil.example' },
          { 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '1.2.3.4' },
          { traceparent: '00-ffffffffffffffffffffffffffffffff-ffffffffffffffff-zz' },
          { accept: 'text/html', 'accept-encoding': 'br;q=x' },
          { origin: 'https://evil.example' },
          { range: 'bytes=0-999999999999' },
          { 'content-type': 'application/json; charset="' },
        ]);
  const body: Body = operation.json
    ? jsonBody(chance, seed, operation, known)
    : operation.raw
      ? rawBody(chance, known)
      : operation.method === 'GET' || chance.below(4) > 0
        ? { kind: 'no body' }
        : { kind: 'body nobody asked for', body: damage(chance, Buffer.from('{"a":[1]}')), headers: json };
  const { headers, ...rest } = body;
  return { ...rest, path, headers: { ...(operation.json ? json : {}), ...headers, ...extra } };
}
