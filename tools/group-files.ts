// Which test files share a process. Loading the application is the dearest part of most files, and a process that has run one application
// runs the next one warm: short files go together, one after the other, each a suite of its own with its hooks; long ones, and those that
// look at their own process, stay alone.
import path from 'node:path';

/** With a server, or an application, or without: the fewer files, the better they spread over the cores. */
const TOGETHER = { database: 4, plain: 12 } as const;

export type Grouping = {
  /** Files and folders whose files stay alone, from the root. */
  readonly alone: readonly string[];
  readonly root: string;
};

/** Groups in the order of their first files; files of one group are of one kind and lie near each other. */
export function groupFiles(files: readonly string[], { alone, root }: Grouping): string[][] {
  const staysAlone = (file: string) => {
    const at = path.relative(root, file);
    return alone.some((one) => at === one || at.startsWith(`${one}/`));
  };
  const groups: string[][] = files.filter(staysAlone).map((file) => [file]);
  const shared = files.filter((file) => !staysAlone(file));
  for (const kind of ['database', 'plain'] as const) {
    const own = shared.filter((file) => file.endsWith('.db.test.ts') === (kind === 'database'));
    for (let i = 0; i < own.length; i += TOGETHER[kind]) groups.push(own.slice(i, i + TOGETHER[kind]));
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
