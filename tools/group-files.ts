// Which test files share a process. Loading the application is the dearest part of most files, and a process that has run one application
// runs the next one warm: short files go together, one after the other, each a suite of its own with its hooks; long ones, and those that
// look at their own process, stay alone.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The fewer files, the better they spread over the cores. */
const TOGETHER = { plain: 12, hub: 4, database: 4 } as const;
type Kind = keyof typeof TOGETHER;
const HUB = 'tests/support/hub.ts';
const IMPORT = /^(?:import [^\n]*|\}) from '(\.{1,2}\/[^'\n]+\.ts)'/gm;

/** A hub of a test has channels of its own, and channels are known to the whole process: an application beside it would have those. */
function kindOf(file: string, read: (file: string) => string): Kind {
  if (bringsHub(file, read, new Set())) return 'hub';
  return file.endsWith('.db.test.ts') ? 'database' : 'plain';
}
/** By itself or by what it imports of other tests' pieces. */
function bringsHub(file: string, read: (file: string) => string, seen: Set<string>): boolean {
  if (file.endsWith(HUB)) return true;
  if (seen.has(file)) return false;
  seen.add(file);
  return [...read(file).matchAll(IMPORT)].some(([, named = '']) => {
    const imported = path.resolve(path.dirname(file), named);
    return imported.includes('/tests/') && bringsHub(imported, read, seen);
  });
}

export type Grouping = {
  /** Files and folders whose files stay alone, from the root. */
  readonly alone: readonly string[];
  readonly root: string;
};

/** Groups in the order of their first files; files of one group are of one kind and lie near each other. */
export function groupFiles(
  files: readonly string[],
  { alone, root }: Grouping,
  read = (file: string) => readFileSync(file, 'utf-8'),
): string[][] {
  const staysAlone = (file: string) => {
    const at = path.relative(root, file);
    return alone.some((one) => at === one || at.startsWith(`${one}/`));
  };
  const groups: string[][] = files.filter(staysAlone).map((file) => [file]);
  const shared = files.filter((file) => !staysAlone(file));
  const kinds = new Map(shared.map((file) => [file, kindOf(file, read)]));
  for (const [kind, most] of Object.entries(TOGETHER)) {
    const own = shared.filter((file) => kinds.get(file) === kind);
    for (let i = 0; i < own.length; i += most) groups.push(own.slice(i, i + most));
  }
  return groups;
}

/** The program of a group: each file a suite, so that what it sets up ends before the next one begins. */
export const groupProgram = (files: readonly string[], root: string): string =>
  `import { describe } from 'node:test';\n${files
    .map((file) => {
      const url = JSON.stringify(new URL(`file://${file}`).href);
      return `describe(${JSON.stringify(path.relative(root, file))}, async () => { await import(${url}); });\n`;
    })
    .join('')}`;
