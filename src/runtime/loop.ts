// A background worker: steps while there is work, then waits for a wake-up or, at the latest, the poll interval.
// A lost wake-up therefore costs at most `pollMs`, never a message (P3).
export type Loop = {
  readonly name: string;
  start(): void;
  wake(): void;
  /** Waits for the step under way; no step starts after it. */
  stop(): Promise<void>;
};

export type LoopOptions = {
  readonly name: string;
  /** True when it did something and there may be more. */
  step(): Promise<boolean>;
  readonly pollMs: number;
  readonly onFault?: (error: unknown) => void;
};

export function createLoop({ name, step, pollMs, onFault }: LoopOptions): Loop {
  let running = false;
  let woken = false;
  let rouse: (() => void) | undefined;
  let ended: Promise<void> = Promise.resolve();

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(done, pollMs);
      timer.unref();
      function done() {
        clearTimeout(timer);
        rouse = undefined;
        resolve();
      }
      rouse = done;
      if (woken || !running) done();
    });

  async function turn(): Promise<void> {
    while (running) {
      woken = false;
      let busy = false;
      try {
        busy = await step();
      } catch (error) {
        onFault?.(error);
      }
      if (!busy && running) await pause();
    }
  }

  return {
    name,
    start: () => {
      if (running) return;
      running = true;
      ended = turn();
    },
    wake: () => {
      woken = true;
      rouse?.();
    },
    stop: async () => {
      running = false;
      rouse?.();
      await ended;
    },
  };
}
