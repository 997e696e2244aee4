// UUIDv7 (RFC 9562 §5.7): ordered by time, so that index pages stay warm; clock and randomness are injected.
export type IdSource = () => string;

export function createIdSource({
  now,
  random,
}: {
  now: () => number;
  random: (bytes: number) => Uint8Array;
}): IdSource {
  let lastMs = 0;
  let counter = 0;
  return () => {
    const ms = Math.max(now(), lastMs);
    // The 12 bits after the version count within a millisecond, so ids of one source only grow.
    counter = ms === lastMs ? counter + 1 : 0;
    lastMs = counter > 0xfff ? ms + 1 : ms;
    if (counter > 0xfff) counter = 0;
    const time = lastMs.toString(16).padStart(12, '0');
    const tail = Array.from(random(8), (byte, i) =>
      (i === 0 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0'),
    ).join('');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}

export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
