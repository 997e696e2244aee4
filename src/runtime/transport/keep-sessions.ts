// One session for an address under one credential: opened when it is needed, the same for all who come together, ended when nobody needs it.
import type { PickUp } from './transport.ts';

/** Nobody asked for so long: the channel is paused, its address is another, or its lane is another's. */
const IDLE_MS = 30_000;

type Kept<S> = { readonly session: Promise<S>; readonly idle: NodeJS.Timeout };
export type Sessions<S> = {
  /** `used`: it was there before, so the far end may have hung up while nobody looked. */
  to(at: PickUp): Promise<{ readonly session: S; readonly used: boolean }>;
  drop(at: PickUp): void;
  close(): void;
};

export function keepSessions<S>(ways: {
  open(at: PickUp): Promise<S>;
  isOpen(session: S): boolean;
  end(session: S): unknown;
  readonly idleMs?: number;
}): Sessions<S> {
  const kept = new Map<string, Kept<S>>();
  const nameOf = ({ url, key = '' }: PickUp) => JSON.stringify([url, key]);
  const end = (one: Kept<S> | undefined): void => {
    clearTimeout(one?.idle);
    one?.session.then((session) => ways.end(session)).catch(() => undefined);
  };
  /** Only this one: another may have its name by now. */
  const forget = (name: string, one: Kept<S>): void => {
    if (kept.get(name) === one) kept.delete(name);
    end(one);
  };
  const to: Sessions<S>['to'] = async (at) => {
    const name = nameOf(at);
    const before = kept.get(name);
    if (!before) {
      // Nothing is awaited between looking and entering: whoever comes meanwhile waits for this one.
      const session = ways.open(at);
      const idle = setTimeout(() => forget(name, one), ways.idleMs ?? IDLE_MS).unref();
      const one: Kept<S> = { session, idle };
      kept.set(name, one);
      session.catch(() => forget(name, one));
      return { session: await session, used: false };
    }
    const session = await before.session;
    if (!ways.isOpen(session)) {
      forget(name, before);
      return to(at);
    }
    before.idle.refresh();
    return { session, used: true };
  };
  return {
    to,
    drop: (at) => {
      const one = kept.get(nameOf(at));
      if (one) forget(nameOf(at), one);
    },
    close: () => {
      for (const one of kept.values()) end(one);
      kept.clear();
    },
  };
}
