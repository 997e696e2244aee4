// Pushes bytes to a partner over HTTP: endpoint from configuration only, no redirects, bounded time and answer.
// It only says what happened; whether to try again is the exchange's decision.
export type PushOutcome =
  | {
      readonly outcome: 'delivered';
      readonly detail: string;
      readonly answer?: { readonly bytes: Uint8Array; readonly contentType: string };
    }
  | { readonly outcome: 'refused'; readonly detail: string }
  | { readonly outcome: 'unreachable'; readonly detail: string };

export type Push = {
  readonly url: string;
  readonly key?: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly messageId: string;
  readonly kind: string;
  readonly fileName: string;
  /** Grows with each owner of the channel: a partner may refuse what an owner long replaced still sends. */
  readonly fencingToken?: number;
  /** W3C Trace Context, so that the partner's own records lead back to the case. */
  readonly traceparent?: string;
  readonly timeoutMs: number;
};

const MAX_ANSWER_BYTES = 1024 * 1024;
/** Busy or broken for the moment; everything else in 4xx is a no that another attempt will not change. */
const TRANSIENT = new Set([408, 425, 429]);

export async function httpPush(push: Push): Promise<PushOutcome> {
  try {
    const response = await fetch(push.url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(push.timeoutMs),
      headers: {
        'content-type': push.contentType,
        'x-message-id': push.messageId,
        'x-document-kind': push.kind,
        'x-file-name': encodeURIComponent(push.fileName),
        ...(push.fencingToken === undefined ? {} : { 'x-fencing-token': String(push.fencingToken) }),
        ...(push.traceparent === undefined ? {} : { traceparent: push.traceparent }),
        ...(push.key ? { authorization: `Bearer ${push.key}` } : {}),
      },
      body: Buffer.from(push.bytes),
    });
    const bytes = await readLimited(response);
    const detail = `HTTP ${response.status}`;
    if (response.ok)
      return {
        outcome: 'delivered',
        detail,
        ...(bytes.length > 0 ? { answer: { bytes, contentType: response.headers.get('content-type') ?? '' } } : {}),
      };
    return response.status >= 500 || TRANSIENT.has(response.status)
      ? { outcome: 'unreachable', detail }
      : { outcome: 'refused', detail };
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code;
    return { outcome: 'unreachable', detail: cause ?? (error as Error).name };
  }
}

async function readLimited(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new Error('answer too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
