// What every way to a partner does, whatever it speaks (N, "Transports live once in runtime"): out, one document with its outcome; in, what
// waits at the partner is taken one by one and acknowledged only when it is kept. Which way it is the address says by its scheme
// (`open-transport.ts`); whether to try again is the exchange's decision.
import type { AddressPolicy, Resolver } from './address-guard.ts';
import type { Call } from '../../kernel/call.ts';

export type PushOutcome =
  | {
      readonly outcome: 'delivered';
      readonly detail: string;
      readonly answer?: { readonly bytes: Uint8Array; readonly contentType: string };
    }
  /** `answer`: what the no says, where it says anything. */
  | {
      readonly outcome: 'refused';
      readonly detail: string;
      readonly answer?: { readonly bytes: Uint8Array; readonly contentType: string };
    }
  /** `reached`: it is there and asks to be asked again, which says nothing against the rest of what waits for it. */
  | { readonly outcome: 'unreachable'; readonly detail: string; readonly reached?: true };

export type Push = {
  readonly url: string;
  /** Bearer token, password or private key, as the way has it; never in a log, never in an outcome. */
  readonly key?: string;
  /** `SHA256:…` of the far end's SSH key, which no authority vouches for. */
  readonly hostKey?: string;
  /** Below the address; only HTTP has such. */
  readonly call?: Call;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** The same at every attempt: what the far end knows a repetition by. */
  readonly messageId: string;
  readonly kind: string;
  readonly fileName: string;
  /** Grows with each owner of the channel: a partner may refuse what an owner long replaced still sends. */
  readonly fencingToken?: number;
  /** W3C Trace Context, so that the partner's own records lead back to the case. */
  readonly traceparent?: string;
  /** An address without TLS is not called: what waits goes when there is one, or when the port office allows it (ASVS 12.3.1). */
  readonly tls?: 'needed';
  /** People chose the address: only what this allows is connected to, whatever the name resolves to by then. */
  readonly guard?: AddressPolicy;
  /** Certification: where a test system answers, and what it shows there. */
  readonly answerTo?: { readonly url: string; readonly key: string };
  /** Further heads of the message, where the way has such: the signature of a webhook. */
  readonly headers?: Readonly<Record<string, string>>;
};
export type PushBudget = {
  /** Connections of its own; each carries one document at a time. */
  readonly connections: number;
  readonly requestBytes: number;
  readonly answerBytes: number;
  /** Until connected, from there until the far end first answers, and all in all. */
  readonly connectMs: number;
  readonly firstByteMs: number;
  readonly totalMs: number;
};
export type Pusher = {
  /** Never throws: whatever happens is an outcome. */
  push(push: Push): Promise<PushOutcome>;
  /** Ends connections that wait for use. */
  close(): void;
};

/** Where somebody else chose the address it is guarded; where the port office set it, it may lie in its own network. */
export type Guard = { readonly policy: AddressPolicy; readonly resolver?: Resolver };

export type PickUp = Pick<Push, 'url' | 'key' | 'hostKey' | 'tls' | 'guard'>;
export type Collected = {
  /** The partner's own: a message id, or the name of the file. */
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly fileName?: string;
  readonly traceparent?: string;
};
export type CollectBudget = Pick<PushBudget, 'connectMs' | 'firstByteMs' | 'totalMs'> & {
  /** Of one message; what is larger is set aside at the far end. */
  readonly maxBytes: number;
  /** Messages of one go. */
  readonly batch: number;
};
export type CollectOutcome = {
  /** As it is with deliveries: `reached` closes a breaker, `unreachable` counts against it. */
  readonly outcome: 'reached' | 'refused' | 'unreachable';
  readonly detail: string;
  readonly taken: number;
  /** Set aside there, by what it is called there: larger than allowed, or nothing to keep. */
  readonly aside: readonly string[];
  /** There was more than one go takes. */
  readonly more: boolean;
};
export type Keep = (message: Collected) => Promise<'kept' | 'set-aside'>;
export type Collector = {
  /**
   * `keep` has stored the bytes when it returns; only then is the message acknowledged, or set aside where it is no message to keep. Where
   * it throws the message stays where it is, and the error goes on to the caller. What the far end does never throws.
   */
  collect(from: PickUp, keep: Keep): Promise<CollectOutcome>;
  close(): void;
};

/** The far end, or our own limit, ended it: the word that says so. */
export class TransportFault extends Error {
  readonly outcome: 'refused' | 'unreachable';
  readonly detail: string;
  constructor(outcome: 'refused' | 'unreachable', detail: string) {
    super(detail);
    this.outcome = outcome;
    this.detail = detail;
  }
}
export const codeOf = (error: NodeJS.ErrnoException): string =>
  error instanceof TransportFault ? error.detail : (error.code ?? error.name);
