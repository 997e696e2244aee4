// The list of what was erased, kept in a file beside the database and never in the same backup (R26): a backup from before holds the content
// again, and by the list it is known and erased anew. It says which event, by its receipt, and its commitment; nothing of what was erased.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';

export type Erasure = { readonly receiptId: string; readonly content: string; readonly at: string };

/** On the disk when this returns. Written before the database: what is on the list and not erased is found, the other way round it is not. */
export function addErasure(file: string, { receiptId, content, at }: Erasure): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const open = openSync(file, 'a', 0o600);
  try {
    writeSync(open, `${JSON.stringify({ receiptId, content, at })}\n`);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** Throws where a line is none of the list's: half a list must not pass for a whole one. */
export function readErasures(file: string): Erasure[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf-8').split('\n').filter(Boolean);
  return lines.map((text, i) => {
    const line = parse(text);
    if (!line) throw new Error(`${file}:${i + 1}: 不是删除清单的一行 / no line of a list of erasures`);
    return line;
  });
}
function parse(text: string): Erasure | undefined {
  try {
    const { receiptId, content, at } = JSON.parse(text) as Record<string, unknown>;
    return typeof receiptId === 'string' &&
      receiptId.includes('.') &&
      typeof content === 'string' &&
      typeof at === 'string'
      ? { receiptId, content, at }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The database was restored from before an erasure. */
export class ErasedIsBack extends Error {
  constructor(count: number, list: string) {
    super(
      `恢复的数据库中有 ${count} 项按清单 ${list} 已删除的内容又出现；请先执行 npm run ledger -- erase-again，再启动\n  ` +
        `the restored database has ${count} contents again that list ${list} says were erased; run npm run ledger -- erase-again, then start`,
    );
    this.name = 'ErasedIsBack';
  }
}
