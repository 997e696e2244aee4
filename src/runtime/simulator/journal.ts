// What a simulator must not forget when the process ends: whom it knows, what it accepted, what it still has to send. A line
// is on its way to the disk before the delivery is answered, so that a killed simulator owes nothing it has forgotten.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Message = { readonly base64: string; readonly contentType?: string; readonly fileName?: string };
export type Owed = { readonly id: string /** ms since the epoch */; readonly due: number; readonly message: Message };
export type Accepted = {
  readonly messageId: string;
  /** SHA-256 of what came. */
  readonly digest: string;
  readonly status: number;
  readonly answer?: Message;
  readonly serial: number;
  /** Entries of the memory that changed. */
  readonly memory: readonly (readonly [key: string, value: string])[];
  readonly owed: readonly Owed[];
};
/** The same message came again. */
type Repeated = { readonly messageId: string; readonly digest: string };
type Line = { readonly accepted: Accepted } | { readonly repeated: Repeated } | { readonly sent: string };

export type Remembered = {
  readonly serial: number;
  readonly memory: ReadonlyMap<string, string>;
  readonly accepted: ReadonlyMap<string, Pick<Accepted, 'status' | 'answer'>>;
  readonly owed: readonly Owed[];
};
export type Journal = {
  readonly remembered: Remembered;
  accept(entry: Accepted): void;
  repeated(entry: Repeated): void;
  sent(id: string): void;
};

const nothing: Remembered = { serial: 0, memory: new Map(), accepted: new Map(), owed: [] };

/** Without a file nothing outlives the process (tests). */
export function openJournal(file: string | undefined): Journal {
  if (file === undefined)
    return { remembered: nothing, accept: () => undefined, repeated: () => undefined, sent: () => undefined };
  mkdirSync(path.dirname(file), { recursive: true });
  const lines = existsSync(file) ? readLines(readFileSync(file, 'utf-8')) : [];
  const remembered = replay(lines);
  // What was sent is of no further use: the file starts again with what is still owed.
  const owed = new Set(remembered.owed.map((o) => o.id));
  const text = lines
    .filter((line) => !('sent' in line))
    .map((line) =>
      'accepted' in line
        ? { accepted: { ...line.accepted, owed: line.accepted.owed.filter((o) => owed.has(o.id)) } }
        : line,
    )
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  const append = (line: Line) => appendFileSync(file, `${JSON.stringify(line)}\n`);
  return {
    remembered,
    accept: (accepted) => append({ accepted }),
    repeated: (repeated) => append({ repeated }),
    sent: (sent) => append({ sent }),
  };
}

/** A last line cut off by a crash was never answered to anybody and is left out. */
function readLines(text: string): Line[] {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

function replay(lines: readonly Line[]): Remembered {
  const memory = new Map<string, string>();
  const accepted = new Map<string, Pick<Accepted, 'status' | 'answer'>>();
  const owed = new Map<string, Owed>();
  let serial = 0;
  for (const line of lines) {
    if ('sent' in line) owed.delete(line.sent);
    else if ('accepted' in line) {
      const { messageId, status, answer } = line.accepted;
      serial = line.accepted.serial;
      accepted.set(messageId, { status, ...(answer ? { answer } : {}) });
      for (const [key, value] of line.accepted.memory) memory.set(key, value);
      for (const one of line.accepted.owed) owed.set(one.id, one);
    }
  }
  return { serial, memory, accepted, owed: [...owed.values()] };
}
