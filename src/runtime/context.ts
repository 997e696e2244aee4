// What every use case gets: one transaction, the instant, who acts, and the outbox of that same transaction.
// Use cases are functions `(context, command) → result`; nothing else reaches the outside.
import type { Kysely } from 'kysely';
import type { AuthorityId, OrganisationKind } from '../kernel/party.ts';
import type { ReleaseAlgorithm } from '../kernel/release-token.ts';
import type { CredentialIssuers } from './credential-issuers.ts';
import type { DigestRoots } from './keyed-digest.ts';
import type { IdentityProvider } from './identity/open-id.ts';
import type { FileStore } from './files/file-store.ts';

/** Who acts. `system` is Portico itself (reactions of the flow), `channel` a partner's message coming in. */
export type Actor = {
  readonly kind: 'person' | 'program' | 'channel' | 'system';
  /** User id, API key id, channel id or `portico`. */
  readonly id: string;
  readonly name: string;
  readonly organisationId?: string;
  readonly organisationKind?: OrganisationKind;
  /** Set when the organisation is an authority. */
  readonly authority?: AuthorityId;
  /** Set when the organisation runs a channel's far end (operators, carriers, authorities' systems). */
  readonly channelId?: string;
  readonly roles: readonly string[];
  /** A key that was narrowed: what it may do at the most, and on which channels it may speak. */
  readonly onlyActions?: readonly string[];
  readonly onlyChannels?: readonly string[];
  /** The session a person acts in; programs have none. */
  readonly sessionId?: string;
};

/** ISO-8601 UTC. */
type Instant = string;

/** One transaction's tables; each `store.ts` narrows it with `withTables<…>()`. */
export type Transaction = Kysely<unknown>;

export type SignedChannels = Readonly<
  Record<
    string,
    {
      readonly inbound?: 'none' | 'optional' | 'required';
      readonly outbound?: 'none' | 'seal';
      /** `needed`: a message is not read while it is not known whether its certificate was revoked. */
      readonly revocation?: 'if-known' | 'needed';
    }
  >
>;
/** What use cases may know of the configuration; secrets are opaque here. */
export type Settings = {
  readonly mode: 'demo' | 'production';
  /** What grows goes after so many days; absent: all of it is kept, unless two persons decided otherwise. */
  readonly keepDays?: number;
  readonly baseUrl: string;
  /** PKCS#8 PEM (Ed25519 or P-256) of the first key that signs releases (P7); later ones are made in the key store. */
  readonly releaseKeyPem: string;
  /** What releases are signed with; absent: what that key is for. */
  readonly releaseAlgorithm?: ReleaseAlgorithm;
  /** 32 bytes, base64: seals the secrets that lie in the database. */
  readonly sealKey: string;
  /** Others that open what was sealed, and check what was made of them: the next one, or those before (decision 0051). */
  readonly sealKeysBeside?: readonly string[];
  /** Attachments are looked at by a virus scanner before others may have them. */
  readonly scansFiles?: boolean;
  /** Where a channel's partner listens, for those who watch over it. */
  readonly endpointOf?: (channelId: string) => string | undefined;
  /** What is set for channels beyond their profiles, as it counts now (`hub/partner/watch-settings.ts`). */
  readonly channelCare?: {
    /** Until when the partner's system is looked after; absent: it is not. */
    maintenanceOf(channelId: string): string | undefined;
    /** The largest message taken from it, where that is set. */
    mostBytesOf(channelId: string): number | undefined;
  };
  /** What is agreed with partners to digest with, by channel (N4). */
  readonly digestRoots?: DigestRoots;
  /** Whose certificates are believed, by channel (N14). */
  readonly credentialIssuers?: CredentialIssuers;
  /** What partners ask of signatures, by channel, beyond what their profile says. */
  readonly signedChannels?: SignedChannels;
  /** Signatures of filings are stamped by an authority outside; the only policy that counts, where one is agreed. */
  readonly timeStamps?: { readonly policy?: string };
  /** Whom e-mail notices come from; absent: there are none. */
  readonly mailFrom?: string;
  /** Whom people may sign in with beside their password; absent: nobody. */
  readonly identityProviders?: readonly IdentityProvider[];
};

export type Context = {
  readonly db: Transaction;
  /** Bytes beside the database; absent where bodies lie in it. */
  readonly files?: FileStore;
  readonly settings: Settings;
  readonly now: Instant;
  readonly actor: Actor;
  /** Of the request, or of the event that is reacted to: 32 hex digits. What is emitted and sent from here bears it (P3). */
  readonly traceId: string;
  /** The same transaction under another trace; without one, as it is. */
  traced(traceId: string | undefined): Context;
  /**
   * What cannot be done with what the actor may see alone (free slots, bytes that are there already, words of the whole library): the same
   * transaction without the second lock. Each use says why, and nothing it reads is handed over unasked (`tests/architecture/second-lock.db.test.ts`).
   */
  beyondLock<T>(act: (context: Context) => Promise<T>): Promise<T>;
  /** Those before it in its line, where they are carried side by side: settled when they have had their say. Absent: they have. */
  readonly before?: Promise<unknown>;
  /** UUIDv7 from the injected clock and random source. */
  newId(): string;
  /** Puts an event into the outbox, in this transaction; hands over its receipt (`GET /receipts/:id`). Prefer each module's typed wrapper. */
  emit(type: string, subject: string, payload: object): Promise<string>;
  /**
   * From here on a refusal undoes nothing: what was written and emitted is committed, and then it is refused. For what must be known
   * of a refusal, and counted, whatever comes of it.
   */
  keepIfRefused(): void;
  /** Runs after this transaction has committed (wake-ups only, never effects that must not be lost). */
  afterCommit(act: () => void): void;
};

export const portico: Actor = { kind: 'system', id: 'portico', name: 'Portico', roles: [] };

/** The position of an event that is carried before it is committed: behind everything there is; where exactly is not known yet. */
export const UNPLACED = Number.POSITIVE_INFINITY;

/** An event as reactions, the timeline and SSE see it. `position` is the order of the outbox (`UNPLACED`: its end). */
export type StoredEvent<P = unknown> = {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  /** What it is about: usually the shipment id. */
  readonly subject: string;
  readonly payload: P;
  readonly occurredAt: Instant;
  readonly actor: Pick<Actor, 'kind' | 'id' | 'name' | 'organisationId'>;
  /** Absent in events of version 0.1.0. */
  readonly traceId?: string;
};

/** A use case that reacts to an event; `hub/flow.ts` says which event triggers it. Runs at least once, so it must be idempotent. */
export type Reaction<P> = (context: Context, event: StoredEvent<P>) => Promise<void>;

/** Each module's typed way to emit: `const emit = emitter<ShipmentEvents>();`; gives the receipt of the event. */
export const emitter =
  <E extends object>() =>
  <K extends keyof E & string>(context: Context, type: K, subject: string, payload: E[K] & object): Promise<string> =>
    context.emit(type, subject, payload);

/** What an event can be asked for by: what it is about, and its own id. */
export const receiptOf = (subject: string, eventId: string): string => `${subject}.${eventId}`;
