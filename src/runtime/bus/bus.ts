// Wakes the other nodes (P3, "Scale"). It carries no record: what it says stands in the database already, everybody looks there at
// least once a second, so a word that is lost, late or doubled costs time and nothing else.
export type Wake = {
  /** Channels whose lane may have something to do. */
  readonly channels: readonly string[];
};
export type Bus = {
  /** Tells the other nodes soon; many words while one is under way become one. Never fails. */
  announce(wake: Wake): void;
  stop(): Promise<void>;
};
export type BusOptions = {
  /** This node, whose own words are not for itself. */
  readonly node: string;
  readonly onWake: (wake: Wake) => void;
  readonly onFault: (error: unknown) => void;
};

/** Under load a word costs as much as a business statement, and nobody is faster for hearing more than two hundred a second. */
const PAUSE_MS = 5;

/** One word at a time: what is to be told while one is under way, or just after it, goes with the next. */
export function coalesce(send: (text: string) => Promise<void>, node: string, onFault: (error: unknown) => void) {
  let waiting: Set<string> | undefined;
  let sending: Promise<void> | undefined;
  async function turn(): Promise<void> {
    while (waiting) {
      const channels = [...waiting];
      waiting = undefined;
      await send(JSON.stringify({ node, channels })).catch(onFault);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    sending = undefined;
  }
  return {
    announce: ({ channels }: Wake): void => {
      waiting ??= new Set();
      for (const channel of channels) waiting.add(channel);
      sending ??= turn();
    },
    rest: async (): Promise<void> => sending,
  };
}

const MOST_CHARACTERS = 8000;
/** Hears only what has the right shape; anybody may be able to speak on a bus. */
export function hear(text: string, { node, onWake }: BusOptions): void {
  if (text.length > MOST_CHARACTERS) return;
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return;
  }
  const { node: from, channels } = (said ?? {}) as { node?: unknown; channels?: unknown };
  if (typeof from !== 'string' || from === node || !Array.isArray(channels)) return;
  onWake({ channels: channels.filter((channel) => typeof channel === 'string') });
}
