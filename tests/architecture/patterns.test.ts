// No pattern can be made to think for ever (ReDoS; ASVS 1.3.12): every regular expression in the source and every pattern of a request's
// schema is measured by redos-detector; those it cannot clear stand here with the reason why they do no harm.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { isSafePattern } from 'redos-detector';
import ts from 'typescript';
import { hubModules } from '../../src/hub/modules.ts';

type Found = { readonly where: string; readonly source: string; readonly flags: string };

/** Runs on texts of this size at most, or on our own: how far a slow one could go is known. */
const oncePerRun = 'starts at a bracket only, and walks letters that no other start walks';
const ours = 'runs over a text of our own: a catalogue, a setting, a file of the operator';
const short = 'runs over a text that was cut before: ';
const excused: Readonly<Record<string, string>> = {
  'src/hub/documents/gather-texts.ts /<[^<>]*>/g': oncePerRun,
  'src/hub/documents/gather-texts.ts /"(?:[^"\\\\]|\\\\.)*(?:"(\\s*:)?|$)/gs': `${oncePerRun}; always ends in a match, so the next start lies behind it`,
  'src/hub/shipment/web/format-raw.ts />\\s+</g': oncePerRun,
  'src/hub/documents/split-words.ts /^[^\\p{L}\\p{N}\\p{M}]+|[^\\p{L}\\p{N}\\p{M}]+$/gu': `${short}a query of 100 characters`,
  'src/hub/exchange/web/trace.tsx /[0-9a-f]{32}/': `${short}what somebody types in his own browser; 32 steps a start`,
  'src/hub/mail/rules-address.ts /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/': `${short}254 characters`,
  'src/runtime/codec/charset.ts /<\\?xml[^>]*encoding=["\']([\\w-]+)["\']/i': `${short}the first 200 bytes`,
  'src/runtime/telemetry/describe-error.ts *': `${short}2,000 characters`,
  'src/runtime/files/clamd.ts /^(.*?)\\s*ERROR$/s': `${short}the answer of our own scanner, 4 KB`,
  'src/runtime/http/signed-request.ts /;([a-z]{1,20})=(?:"([^"]{0,200})"|(\\d{1,12}))/g': `${short}a header line, and its shape was checked`,
  'src/runtime/files/s3-store.ts *': 'runs over a page of at most 1,000 names from our own store',
  'src/runtime/files/parse-files-url.ts *': ours,
  'src/runtime/database/migrate.ts *': ours,
  'src/runtime/transport/smtp.ts *': ours,
  'src/runtime/http/openapi.ts *': ours,
  'src/kernel/bilingual.ts *': ours,
  'src/hub/reference/web/tariff-results.tsx *': ours,
  'src/hub/reference/import-tables.ts *': ours,
  'src/hub/reference/table-layouts.ts *': ours,
};
const isExcused = (where: string, written: string): boolean => written in excused || `${where} *` in excused;
/** `new RegExp(…)` of what is known only later. */
const built: Readonly<Record<string, string>> = {
  'src/hub/documents/split-words.ts': 'two classes that share no character',
  'src/hub/shipment/web/rows-grid.tsx': 'the id of a group of ours',
  'src/runtime/http/signed-request.ts': 'a label of at most 42 characters, escaped, and bounded parts',
  'src/runtime/codec/read-xml.ts': 'sticky: starts once per name, at its place',
  'src/runtime/files/s3-store.ts': 'the name of a tag of ours',
};

const filesBelow = (at: string): string[] =>
  readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const inner = path.join(at, entry.name);
    if (entry.isDirectory()) return filesBelow(inner);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [inner] : [];
  });

function patternsOf(file: string): { literals: Found[]; made: string[] } {
  const text = readFileSync(file, 'utf-8');
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    false,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const literals: Found[] = [];
  const made: string[] = [];
  const walk = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const written = (node as ts.RegularExpressionLiteral).text;
      const end = written.lastIndexOf('/');
      literals.push({ where: file, source: written.slice(1, end), flags: written.slice(end + 1) });
    }
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp')
      made.push(file);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return { literals, made };
}

function patternsIn(shape: unknown, where: string): Found[] {
  if (Array.isArray(shape)) return shape.flatMap((one) => patternsIn(one, where));
  if (typeof shape !== 'object' || shape === null) return [];
  return Object.entries(shape).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string' ? [{ where, source: value, flags: 'u' }] : patternsIn(value, where),
  );
}

/** Undefined where it is safe. */
export function findDanger({ source, flags }: Pick<Found, 'source' | 'flags'>): string | undefined {
  // The detector knows neither classes of properties nor names of groups.
  const plain = source.replace(/\\p\{[^}]*\}/gu, '[\\u4e00-\\u9fff]').replace(/\(\?<[a-z]\w*>/giu, '(');
  const result = isSafePattern(plain, {
    unicode: false,
    caseInsensitive: flags.includes('i'),
    dotAll: flags.includes('s'),
    multiLine: flags.includes('m'),
    maxScore: 60,
    // Counted, not timed: the same on a busy machine.
    maxSteps: 4000,
  });
  return result.safe ? undefined : `${result.error ?? 'unsafe'}, score ${JSON.stringify(result.score)}`;
}

const all = filesBelow('src').map(patternsOf);
const literals = all.flatMap((one) => one.literals);
const schemas = hubModules.flatMap((m) =>
  m.routes.flatMap((r) => patternsIn([r.params, r.query, r.body], `${r.method} ${r.path}`)),
);

test('[P12] every regular expression answers in a time that grows with the text, not faster', (t) => {
  const seen = new Map([...literals, ...schemas].map((one) => [`${one.where} /${one.source}/${one.flags}`, one]));
  t.diagnostic(`${seen.size} patterns`);
  assert.ok(seen.size > 150);
  const judged = new Map<string, string | undefined>();
  const found = [...seen].flatMap(([written, one]) => {
    const pattern = `/${one.source}/${one.flags}`;
    if (!judged.has(pattern)) judged.set(pattern, findDanger(one));
    const danger = judged.get(pattern);
    return danger && !isExcused(one.where, written) ? [`${written}: ${danger}`] : [];
  });
  assert.deepEqual(found, []);
});

test('[P12] patterns made while the program runs are known', () => {
  const made = all.flatMap((one) => one.made);
  assert.deepEqual(
    made.filter((file) => !(file in built)),
    [],
  );
});

test('[P12] a dangerous pattern is found', () => {
  for (const source of ['^(a+)+$', '^(a|a)*b$', '^(\\w+\\s?)*$']) assert.ok(findDanger({ source, flags: '' }), source);
  assert.equal(findDanger({ source: '^[0-9a-f]{32}$', flags: '' }), undefined);
});
