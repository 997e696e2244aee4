// A route as data: the same object makes the handler, the check of input, the permission row and the OpenAPI page (P12).
import type { Static, TSchema } from 'typebox';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Actor, Context } from '../context.ts';
import type { Action } from '../identity/policy.ts';

/** A value that fits a schema, however deeply its owner keeps it from being changed. */
type Fits<T> = T extends string | number | boolean | null | undefined | Uint8Array
  ? T
  : T extends readonly (infer U)[]
    ? readonly Fits<U>[]
    : { readonly [K in keyof T]: Fits<T[K]> | (undefined extends T[K] ? undefined : never) };
export type Reply<R> = R | ReplyWith<R>;
export class ReplyWith<R> {
  readonly body: R;
  readonly status: number;
  /** Several of one name where a header may come so (`set-cookie`). */
  readonly headers: Readonly<Record<string, string | string[]>>;
  constructor(body: R, options: { status?: number; headers?: Record<string, string | string[]> } = {}) {
    this.body = body;
    this.status = options.status ?? 200;
    this.headers = options.headers ?? {};
  }
}

export type RouteInput<P extends TSchema, Q extends TSchema, B extends TSchema> = {
  readonly params: Static<P>;
  readonly query: Static<Q>;
  readonly body: Static<B>;
  /** Only where `raw` is true: the bytes as they came. */
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly remoteAddress: string;
};

export type RouteDefinition<
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
  R extends TSchema = TSchema,
> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Fastify path below `/api/v1`, e.g. `/shipments/:shipmentId`. */
  readonly path: string;
  readonly summary: Bilingual;
  readonly description?: Bilingual;
  /** The row of the policy table; `public` needs no sign-in. */
  readonly action: Action;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Schema of the reply: 201 where the route creates, 204 for `Nothing`, else 200. Every reply in a journey is held to it. */
  readonly response: R;
  /** Codes its use case may refuse with, beside those every route may give (`problem.ts`). */
  readonly refusals?: readonly string[];
  /** A route with a body shows one; a reply's example is made from its schema unless it is given here. */
  readonly examples?: { readonly body?: unknown; readonly response?: unknown };
  /** True for every POST that creates: an `Idempotency-Key` header is honoured (draft-ietf-httpapi-idempotency-key-header). */
  readonly creates?: boolean;
  /** The reply shows a secret once: what is kept for a replay is sealed. */
  readonly showsSecret?: boolean;
  /** Takes the body as bytes (partner files, uploads) instead of JSON; with its limit and the beginning of such a file. */
  readonly raw?: { readonly limitBytes: number; readonly example: string };
  /**
   * Runs before the transaction of a route that writes: refuses early, and puts large bytes into the file store, so that they
   * are durable before the row that names them and no transaction waits for them. It may only read from the database.
   */
  prepare?(context: Context, input: RouteInput<P, Q, B>): Promise<void>;
  /** GET runs in a read-only transaction unless this says that it writes (e.g. notes who looked), for everybody or for such an actor. */
  readonly writes?: boolean | ((actor: Actor) => boolean);
  /** Goods stand still until it is done: it goes on when the platform is busy (R23). */
  readonly urgent?: boolean;
  /**
   * Requests of such actors that come at the same moment may share a transaction (`run-together.ts`): only where none of them touches what
   * another may, because locks do not keep them apart there.
   */
  readonly together?: (actor: Actor) => boolean;
  /** Starts work for the flow: not taken on while that is far behind (R23). */
  readonly addsWork?: boolean;
  /** Requests allowed per address and window, where guessing must be slow. */
  readonly limit?: {
    readonly max: number;
    readonly windowMs: number;
    /** And per value of a field of the body, whoever sends it: an account guessed at from many addresses. */
    readonly perField?: { readonly name: string; readonly max: number; readonly windowMs: number };
  };
  handle(context: Context, input: RouteInput<P, Q, B>): Promise<Reply<Fits<Static<R>>>>;
};

/** Keeps the inferred types of params, query, body and reply inside `handle`; the list that comes out is uniform. */
export function route<P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema>(
  definition: RouteDefinition<P, Q, B, R>,
): RouteDefinition {
  return definition as unknown as RouteDefinition;
}
