// Entries as Server-Sent Events. Readers who see the same share the same list of entries, and so the same text.
type Entry = { readonly position: number; readonly type: string };

const frames = new WeakMap<Entry, string>();
const whole = new WeakMap<readonly (Entry | undefined)[], string>();

const frameOf = (entry: Entry): string => {
  const known = frames.get(entry);
  if (known !== undefined) return known;
  const made = `id: ${entry.position}\nevent: ${entry.type}\ndata: ${JSON.stringify(entry)}\n\n`;
  frames.set(entry, made);
  return made;
};

/** What comes after position `sent`; empty where nothing does. */
export function frame(entries: readonly (Entry | undefined)[], sent: number): string {
  const first = entries.find((entry) => entry !== undefined);
  if (!first) return '';
  if (first.position <= sent)
    return entries.map((entry) => (entry && entry.position > sent ? frameOf(entry) : '')).join('');
  const known = whole.get(entries);
  if (known !== undefined) return known;
  const made = entries.map((entry) => (entry ? frameOf(entry) : '')).join('');
  whole.set(entries, made);
  return made;
}
