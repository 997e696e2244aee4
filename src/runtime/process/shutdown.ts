// Stops what was started, in reverse order, whenever the signal comes: also in the middle of starting, when the part under way
// is waited for and then stopped, so that a database server is never left behind. A part that neither stops nor fails is given up
// after its time, so that one part can keep neither the others running nor the process alive.
export type Shutdown = {
  /** True once a signal has come. */
  begun(): boolean;
  /** Starts a part and knows how to stop it. Once a signal has come nothing is started any more: it then never answers. */
  start<T>(start: () => Promise<T>, close: (part: T) => Promise<void> | void): Promise<T>;
  /** Stops everything that was started, because starting failed. */
  undo(): Promise<void>;
};

export const stopping = '正在停止 / stopping';
export const stoppedLate = (ms: number): string =>
  `有部件 ${ms / 1000} 秒内未停止，不再等待 / a part did not stop within ${ms / 1000} s and is waited for no more`;

/** Longer than a call to a partner usually may take (30 s), shorter than the grace that deploy/ gives (40 s): it is said before the process is killed. */
const PART_MS = 35_000;

/** `onSignal` is told once; `onLate` for every part that did not stop within `partMs`, and the process then ends with 1. */
export function createShutdown(onSignal: () => void, onLate: (ms: number) => void, partMs = PART_MS): Shutdown {
  const closers: (() => Promise<void>)[] = [];
  let begun = false;
  let late = false;

  const undo = async (): Promise<void> => {
    for (let close = closers.pop(); close; close = closers.pop()) {
      // A part that never started, or fails to stop, must not keep the others running.
      const closed = close().then(
        () => true,
        () => true,
      );
      let timer: NodeJS.Timeout | undefined;
      const tooLate = new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), partMs);
      });
      if (!(await Promise.race([closed, tooLate]))) {
        late = true;
        onLate(partMs);
      }
      clearTimeout(timer);
    }
  };
  const stop = () => {
    if (begun) return;
    begun = true;
    onSignal();
    void undo().then(() => process.exit(late ? 1 : 0));
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
