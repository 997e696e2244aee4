// A simulator listens on HTTP; where it is to be reached as a partner of another kind is, something of that kind stands before it and hands over what
// comes. This is that hand: the same heads as over HTTP, so that the simulator judges, refuses and remembers as it always does.
import type { SimulatedMessage } from '../simulator-server.ts';

export type Behind = { readonly url: string; readonly key: string };
export type Come = {
  readonly bytes: Uint8Array;
  readonly kind: string;
  readonly messageId: string;
  readonly contentType: string;
  readonly traceparent?: string;
  /** A run of certification: where its test system answers, and with which key. */
  readonly answerTo?: { readonly url: string; readonly key: string };
};
export type Said = { readonly status: number; readonly answer?: SimulatedMessage };
/** A way to a simulator that is open. */
export type FrontDoor = {
  readonly endpoint: { readonly url: string; readonly key: string; readonly hostKey?: string };
  /** Lays down what it says, and returns when Portico has taken it; absent: it posts to Portico as over HTTP. */
  carry?(message: SimulatedMessage): Promise<number>;
  stop(): Promise<void>;
};

/** 503 where nobody is behind it: its own system is down, not its door. */
export async function relay(to: Behind, come: Come, key = to.key): Promise<Said> {
  try {
    const reply = await fetch(to.url, {
      method: 'POST',
      headers: {
        'content-type': come.contentType,
        'x-message-id': come.messageId,
        'x-document-kind': come.kind,
        authorization: `Bearer ${key}`,
        ...(come.traceparent ? { traceparent: come.traceparent } : {}),
        ...(come.answerTo ? { 'x-answer-to': come.answerTo.url, 'x-answer-key': come.answerTo.key } : {}),
      },
      body: Buffer.from(come.bytes),
    });
    const bytes = new Uint8Array(await reply.arrayBuffer());
    const contentType = reply.headers.get('content-type') ?? 'application/xml';
    return { status: reply.status, ...(bytes.length > 0 ? { answer: { bytes, contentType } } : {}) };
  } catch {
    return { status: 503 };
  }
}
