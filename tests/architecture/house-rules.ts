// The house's rules that no linter or import check expresses, as data: each finds its breaches in a tree of files and has
// a small tree that must fail (house "Anatomy", "Names, errors, comments, size").
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Tree = ReadonlyMap<string, string>;
export type HouseRule = {
  readonly name: string;
  readonly why: string;
  breaches(tree: Tree): string[];
  /** Must be found to break the rule; the key is a path. */
  readonly broken: Readonly<Record<string, string>>;
  /** Nearly the same, and right. */
  readonly sound: Readonly<Record<string, string>>;
};

const skipped = new Set(['node_modules', 'fixtures', 'out']);
const below = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const at = path.posix.join(dir, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : below(at);
    return /\.(ts|tsx|mjs|cjs|sql|md)$/.test(entry.name) ? [at] : [];
  });
export const readTree = (roots: readonly string[]): Tree =>
  new Map(
    roots
      .filter((root) => existsSync(root))
      .flatMap((root) => below(root).map((file) => [file, readFileSync(file, 'utf-8')] as const)),
  );

const isCode = (file: string) => /\.(ts|tsx|mjs)$/.test(file);
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const isProduct = (file: string) => file.startsWith('src/') && isCode(file) && !isTest(file);
const isWeb = (file: string) => /(^src\/web\/|\/web\/)/.test(file);
const isPure = (file: string) =>
  /^src\/(hub|channels|apps)\/.+\/(rules?(-[^/]+)?|states|(map|combine|split)-[^/]+)\.ts$/.test(file) && !isTest(file);
/** Comments and texts are not code: what they mention is not done. */
const codeOf = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

const each =
  (wanted: (file: string) => boolean, fault: (file: string, text: string) => string | undefined) => (tree: Tree) =>
    [...tree].flatMap(([file, text]) => {
      const found = wanted(file) ? fault(file, text) : undefined;
      return found === undefined ? [] : [`${file}: ${found}`];
    });
const match = (pattern: RegExp) => (_file: string, text: string) => pattern.exec(codeOf(text))?.[0];

/** Where the clock or chance itself may be asked, and why; everything else gets them from its context or options. */
const clockPlaces: Readonly<Record<string, string>> = {
  'src/application.ts': 'hands the sources of chance to what it starts',
  'src/worker-loops.ts': 'hands the sources of chance to what it starts',
  'src/main.ts': 'says how long starting took',
  'src/runtime/clock.ts': 'is the clock',
  'src/runtime/timers.ts': 'is the clock that waits',
  'src/runtime/random-pool.ts': 'is the source of chance for what is made often',
  'src/runtime/simulator/simulator-server.ts': 'a far end names its own messages',
  'src/runtime/files/disk-store.ts': 'a file that is being written needs a name of its own',
  'src/runtime/config.ts': 'makes secrets once, before there is a context',
  'src/runtime/database/embedded-postgres.ts': 'waits for a process to come up',
  'src/runtime/http/problem.ts': 'numbers a problem; nothing is decided by it',
  'src/runtime/identity/seal.ts': 'each sealing needs fresh bytes',
  'src/runtime/telemetry/trace.ts': 'numbers a trace; nothing is decided by it',
  'src/runtime/ledger/leaf.ts': 'a salt must not be guessable',
  'src/hub/account/sign-in.ts': 'a session token must not be guessable',
  'src/hub/account/second-factor.ts': 'a secret must not be guessable',
  'src/hub/account/switch-organisation.ts': 'a session token must not be guessable',
  'src/hub/account/links.ts': 'a link must not be guessable',
  'src/hub/registration/apply.ts': 'a link must not be guessable',
  'src/runtime/signatures/sm2.ts': 'a signature needs a number nobody can guess',
  'src/hub/enterprise/manage-api-keys.ts': 'a key must not be guessable',
  'src/hub/subscriptions/subscribe.ts': 'a webhook secret must not be guessable',
};
const CLOCK =
  /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bperformance\.now\b|\brandom(Bytes|UUID|Int|FillSync)\b|\bdrawBytes\b/;

/** Tables of data may be as long as what they list. */
const isTable = (file: string) =>
  /\/(codes|[\w-]*elements|built-in-[\w-]+|scripts|promises|demo-[\w-]+|permissions)\.ts$/.test(file);
const MOST_LINES = 400;

export const houseRules: readonly HouseRule[] = [
  {
    name: 'a list goes to the database as one value',
    why: '`in ($1, $2, …)` is another statement for every length: parsed and planned anew, and kept by its own name (`any-of.ts`)',
    breaches: each(isProduct, match(/\.where\([^()]*, '(?:not )?in', (?!\(?e\b|sql)[^)]*\)/)),
    broken: { 'src/hub/a/store.ts': "rows.where('id', 'in', ids)" },
    sound: { 'src/hub/a/store.ts': "rows.where('id', '=', anyOf(ids)).where('t.id', 'in', (e) => e.selectFrom('b'))" },
  },
  {
    name: 'sql stands in stores',
    why: 'All SQL of a schema in one file: what a module reads and writes can be seen at once.',
    breaches: each(
      (file) =>
        isProduct(file) &&
        !/\/store(-[\w-]+)?\.ts$/.test(file) &&
        !file.startsWith('src/runtime/database/') &&
        // begins and ends transactions, reads and writes nothing
        file !== 'src/runtime/unit-of-work.ts',
      match(
        /\bsql(<[^`]*>)?`|\.query\(\s*['"`]\s*(select|insert|update|delete)|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/i,
      ),
    ),
    broken: { 'src/hub/a/submit-a.ts': 'await sql<{ id: string }>`select 1`.execute(db);' },
    sound: { 'src/hub/a/store.ts': 'await sql`select 1`.execute(db);' },
  },
  {
    name: 'http stands in routes and transports',
    why: 'A use case knows no requests; the network is reached by the exchange’s transports and the file store alone.',
    breaches: each(
      (file) =>
        isProduct(file) &&
        !isWeb(file) &&
        !/^src\/runtime\/(http|transport|files|simulator|database)\//.test(file) &&
        !file.endsWith('/routes.ts') &&
        file !== 'src/application.ts',
      match(/from 'fastify'|\bfetch\(|from 'node:(http|https|net)'/),
    ),
    broken: { 'src/hub/a/submit-a.ts': "await fetch('http://x');" },
    sound: { 'src/runtime/transport/push.ts': "await fetch('http://x');" },
  },
  {
    name: 'clock and chance are injected',
    why: 'Tests, the demo week and the seeded simulation decide what "now" is.',
    breaches: (tree) => [
      ...each((file) => isProduct(file) && !isWeb(file) && !(file in clockPlaces), match(CLOCK))(tree),
      ...Object.keys(clockPlaces).flatMap((file) =>
        tree.has('src/main.ts') && !CLOCK.test(codeOf(tree.get(file) ?? ''))
          ? [`${file}: is allowed and does not use it`]
          : [],
      ),
    ],
    broken: { 'src/hub/a/submit-a.ts': 'const now = Date.now();' },
    sound: { 'src/hub/a/submit-a.ts': 'const now = new Date(context.now);' },
  },
  {
    name: 'rules, states and the map-, combine-, split- files are pure',
    why: 'They are laws: the same input gives the same answer, and a reader needs nothing else.',
    breaches: each(
      isPure,
      (_file, text) =>
        /\bawait\b|\basync\b|\bprocess\.|\bconsole\.|from '(\.\.\/)+runtime\/(?!codec\/)|from '\.\/store\.ts'|from 'node:(fs|net|http)/.exec(
          codeOf(text),
        )?.[0] ?? CLOCK.exec(codeOf(text))?.[0],
    ),
    broken: { 'src/channels/a/map-outbound.ts': 'export const map = async () => await load();' },
    sound: { 'src/channels/a/map-outbound.ts': "import { x } from '../../runtime/codec/xml.ts';" },
  },
  {
    name: 'a file opens with what it is for',
    why: 'Whoever opens it knows in one line whether it is the right one.',
    breaches: each(
      (file) =>
        /^(src|tests|tools|bench)\//.test(file) &&
        /\.(ts|tsx|mjs|sql)$/.test(file) &&
        !isTest(file) &&
        !file.endsWith('.d.ts'),
      (_file, text) => (/^(\/\/|\/\*|--) ?\S/.test(text) ? undefined : 'no opening comment'),
    ),
    broken: { 'src/hub/a/submit-a.ts': 'export const a = 1;\n' },
    sound: { 'src/hub/a/submit-a.ts': '// Submits a (P1).\nexport const a = 1;\n' },
  },
  {
    name: 'nothing is left for later, nothing is silenced',
    why: 'What is not done is an issue; what the compiler says is heard.',
    breaches: each(
      (file) => isCode(file) && !file.startsWith('tests/architecture/house-rules'),
      (_file, text) =>
        /\b(TODO|FIXME|HACK)\b|@ts-(ignore|expect-error|nocheck)|biome-ignore(?! lint\/suspicious\/noArrayIndexKey: \S)|eslint-disable/.exec(
          text,
        )?.[0],
    ),
    broken: { 'src/hub/a/submit-a.ts': '// TODO: later\n' },
    sound: { 'src/hub/a/submit-a.ts': '// Submits a.\n' },
  },
  {
    name: 'no file is longer than it can be read',
    why: 'Aims: median 30–90 lines, p90 under 200; only tables of data may be longer than 400.',
    breaches: each(
      (file) => isCode(file) && !isTable(file),
      (_file, text) => (linesOf(text) > MOST_LINES ? `${linesOf(text)} lines` : undefined),
    ),
    broken: { 'src/hub/a/submit-a.ts': '// a\n'.repeat(401) },
    sound: { 'src/channels/a/codes.ts': '// a\n'.repeat(401), 'src/hub/a/submit-a.ts': '// a\n'.repeat(400) },
  },
  {
    name: 'every module and every channel says in under 40 lines what it answers for',
    why: 'The README is the map of the folder; a long one is not read.',
    breaches: (tree) => {
      const folders = new Set(
        [...tree.keys()].flatMap((file) => /^src\/(?:hub|apps|channels)\/[^/]+(?=\/index\.ts$)/.exec(file) ?? []),
      );
      return [...folders].flatMap((folder) => {
        const readme = tree.get(`${folder}/README.md`);
        if (readme === undefined) return [`${folder}: no README.md`];
        return linesOf(readme) < 40 ? [] : [`${folder}/README.md: ${linesOf(readme)} lines`];
      });
    },
    broken: {
      'src/hub/a/index.ts': '// Door.\n',
      'src/hub/b/index.ts': '// Door.\n',
      'src/hub/b/README.md': 'x\n'.repeat(40),
    },
    sound: { 'src/hub/a/index.ts': '// Door.\n', 'src/hub/a/README.md': 'x\n'.repeat(39) },
  },
  {
    name: 'names say what a thing is',
    why: 'A drawer for everything is where modules begin to leak.',
    breaches: each(isCode, (file) => {
      const word = /(^|[/.-])(utils?|helpers?|common|misc|managers?|data|info|base|impl|v2)([/.-]|$)/.exec(
        file.replace(/(\.test|\.db)?\.(ts|tsx|mjs)$/, ''),
      );
      return word && !/runtime\/process\/data-dir/.test(file) ? `named "${word[2]}"` : undefined;
    }),
    broken: { 'src/hub/a/utils.ts': '// x\n' },
    sound: { 'src/runtime/database/connect.ts': '// x\n' },
  },
  {
    name: 'each part of the house has its tables in its own schema',
    why: 'One folder, one schema: deleting the folder deletes its tables.',
    breaches: each(
      (file) => /^src\/(hub|apps)\/[^/]+\/migrations\/.+\.sql$/.test(file),
      (file, text) => {
        const own = /^src\/(?:hub|apps)\/([^/]+)/.exec(file)?.[1];
        const foreign = [...text.matchAll(/create table (?:if not exists )?"?([\w-]+)"?\./gi)].find(
          (m) => m[1]?.replaceAll('_', '-') !== own,
        );
        return foreign ? `makes a table in schema ${foreign[1]}` : undefined;
      },
    ),
    broken: { 'src/hub/a/migrations/0001-a.sql': '-- A.\ncreate table b.thing (id uuid);\n' },
    sound: { 'src/hub/a/migrations/0001-a.sql': '-- A.\ncreate table a.thing (id uuid);\n' },
  },
];

/** Median, ninth decile and the longest, for the aims that are watched but do not fail. */
export function measure(tree: Tree): { median: number; p90: number; longest: readonly (readonly [string, number])[] } {
  const sizes = [...tree]
    .filter(([file]) => isProduct(file) && !isTable(file))
    .map(([file, text]) => [file, linesOf(text)] as const)
    .sort(([, a], [, b]) => a - b);
  const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))]?.[1] ?? 0;
  return { median: at(0.5), p90: at(0.9), longest: sizes.slice(-5).reverse() };
}
