// Entries as Server-Sent Events. Readers who see the same share the same list of entries, and so the same bytes.
type Entry = { readonly position: number; readonly type: string };

const frames = new WeakMap<Entry, string>();
const whole = new WeakMap<readonly (Entry | undefined)[], Buffer | 'nothing'>();

const frameOf = (entry: Entry): string => {
  const known = frames.get(entry);
  if (known !== undefined) return known;
  const made = `id: ${entry.position}\nevent: ${entry.type}\ndata: ${JSON.stringify(entry)}\n\n`;
  frames.set(entry, made);
  return made;
};
const bytesOf = (entries: readonly (Entry | undefined)[]): Buffer | 'nothing' => {
  const text = entries.map((entry) => (entry ? frameOf(entry) : '')).join('');
  return text === '' ? 'nothing' : Buffer.from(text);
};

/** What comes after position `sent`; undefined where nothing does. */
export function bytesAfter(entries: readonly (Entry | undefined)[], sent: number): Buffer | undefined {
  const first = entries.find((entry) => entry !== undefined);
  const isWhole = first === undefined || first.position > sent;
  const made = isWhole
    ? (whole.get(entries) ?? bytesOf(entries))
    : bytesOf(entries.filter((entry) => entry !== undefined && entry.position > sent));
  if (isWhole) whole.set(entries, made);
  return made === 'nothing' ? undefined : made;
}
