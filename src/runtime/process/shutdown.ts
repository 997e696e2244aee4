// Stops what was started, in reverse order, whenever the signal comes: also in the middle of starting, when the part under way
// is waited for and then stopped, so that a database server is never left behind.
export type Shutdown = {
  /** True once a signal has come. */
  begun(): boolean;
  /** Starts a part and knows how to stop it. Once a signal has come nothing is started any more: it then never answers. */
  start<T>(start: () => Promise<T>, close: (part: T) => Promise<void> | void): Promise<T>;
  /** Stops everything that was started, because starting failed. */
  undo(): Promise<void>;
};

export function createShutdown(onSignal: () => void): Shutdown {
  const closers: (() => Promise<void>)[] = [];
  let begun = false;

  const undo = async (): Promise<void> => {
    for (let close = closers.pop(); close; close = closers.pop()) {
      try {
        await close();
      } catch {
        // A part that never started, or will not stop, must not keep the others running.
      }
    }
  };
  const stop = () => {
    if (begun) return;
    begun = true;
    onSignal();
    void undo().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // The terminal was closed.
  process.on('SIGHUP', stop);

  return {
    begun: () => begun,
    start: (start, close) => {
      if (begun) return new Promise(() => undefined);
      const starting = start();
      closers.push(async () => close(await starting));
      return starting;
    },
    undo,
  };
}
