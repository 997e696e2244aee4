// Who reads the live stream: readers with the same credentials who asked for the same are one audience, judged once for all of them.
import type { ServerResponse } from 'node:http';
import type { Actor, StoredEvent } from '../context.ts';
import type { Credentials } from './guard.ts';

/** One session or key, as it was last renewed. */
export type Caller = { readonly credentials: Credentials; actor: Actor; readonly audiences: Set<Audience> };
export type Audience = {
  readonly caller: Caller;
  readonly query: Readonly<Record<string, unknown>>;
  readonly readers: Set<Reader>;
};
export type Reader = {
  readonly audience: Audience;
  readonly out: ServerResponse;
  /** Which of the heartbeats is his. */
  readonly turn: number;
  /** Up to which position he was told. */
  sent: number;
  /** What waited to go out at his last heartbeat. */
  stuckAt: number;
  /** Portions told to others while he catches up; undefined when he hears what all hear. */
  missed: (readonly StoredEvent[])[] | undefined;
};
type Coming = Pick<Audience, 'query'> & Pick<Reader, 'out' | 'sent'> & Pick<Caller, 'actor' | 'credentials'>;

export function createAudiences() {
  const callers = new Map<string, Caller>();
  const audiences = new Map<string, Audience>();
  const counts = new Map<string, number>();
  let turn = 0;
  let size = 0;
  return {
    callers: (): Iterable<Caller> => callers.values(),
    all: (): Iterable<Audience> => audiences.values(),
    readersOf: (caller: Caller): readonly Reader[] => [...caller.audiences].flatMap(({ readers }) => [...readers]),
    /** Streams that one person or program has open, by whichever session or key. */
    countOf: (actor: Actor): number => counts.get(whoOf(actor)) ?? 0,
    size: () => size,
    add({ actor, credentials, query, out, sent }: Coming): Reader {
      const secret = secretOf(credentials);
      const caller: Caller = callers.get(secret) ?? { credentials, actor, audiences: new Set() };
      callers.set(secret, caller);
      const key = keyOf(secret, query);
      const audience = audiences.get(key) ?? { caller, query, readers: new Set() };
      audiences.set(key, audience);
      caller.audiences.add(audience);
      const reader: Reader = { audience, out, turn: turn++, sent, stuckAt: 0, missed: undefined };
      audience.readers.add(reader);
      counts.set(whoOf(actor), (counts.get(whoOf(actor)) ?? 0) + 1);
      size += 1;
      return reader;
    },
    /** May be called again for one who has gone. */
    remove(reader: Reader): void {
      const { audience } = reader;
      const { caller, query, readers } = audience;
      if (!readers.delete(reader)) return;
      size -= 1;
      const who = whoOf(caller.actor);
      const left = (counts.get(who) ?? 1) - 1;
      if (left > 0) counts.set(who, left);
      else counts.delete(who);
      if (readers.size > 0) return;
      const secret = secretOf(caller.credentials);
      audiences.delete(keyOf(secret, query));
      caller.audiences.delete(audience);
      if (caller.audiences.size === 0) callers.delete(secret);
    },
  };
}
/** A session or key belongs to one person or program for as long as it lives, so this never changes for a caller. */
const whoOf = ({ kind, id }: Actor): string => `${kind} ${id}`;
/** A key goes before a session, as when they are checked. */
const secretOf = ({ bearer, cookie }: Credentials): string => (bearer ? `key ${bearer}` : `session ${cookie ?? ''}`);
const keyOf = (secret: string, query: Audience['query']): string => `${secret} ${JSON.stringify(query)}`;
