// What a simulator remembers, with what changed since its journal was last written.

/** A map that can say what changed since it was last asked. */
export function watchedMap(
  from: ReadonlyMap<string, string>,
): Map<string, string> & { takeChanges(): [string, string][] } {
  const map = new Map(from);
  let changes = new Map<string, string>();
  const set = map.set.bind(map);
  return Object.assign(map, {
    set: (key: string, value: string) => {
      changes.set(key, value);
      return set(key, value);
    },
    takeChanges: () => {
      const taken = [...changes];
      changes = new Map();
      return taken;
    },
  });
}
