// Takes several messages of one call (exchange F2): all are kept, each with its receipt, or none (P3).
import { Refusal } from '../../kernel/refusal.ts';
import { type BatchedMessage, readBatch } from '../../runtime/codec/message-batch.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import type { Context } from '../../runtime/context.ts';
import type { MessageReceipt } from './contract.ts';
import { receiveMessage } from './receive-message.ts';
import { refuse } from './refusals.ts';

/** In the order of the batch. */
export async function receiveBatch(
  context: Context,
  batch: { readonly bytes: Uint8Array; readonly contentType: string },
): Promise<MessageReceipt[]> {
  const messages = await readBatch(batch.bytes, batch.contentType).catch((error: unknown) => {
    throw error instanceof UnreadableMessage ? refuse('MESSAGE_UNREADABLE', error.reason) : error;
  });
  // A partner's messages are stored as they are, side by side; a declaration becomes a draft, one after the other.
  if (context.actor.kind === 'channel') {
    const ends = await Promise.allSettled(messages.map((message) => receiveOne(context, message)));
    return ends.map((end) => {
      if (end.status === 'rejected') throw end.reason;
      return end.value;
    });
  }
  const receipts: MessageReceipt[] = [];
  for (const message of messages) receipts.push(await receiveOne(context, message));
  return receipts;
}

async function receiveOne(
  context: Context,
  { id, bytes, contentType, fileName, traceparent }: BatchedMessage,
): Promise<MessageReceipt> {
  const { channelId } = context.actor;
  try {
    return await receiveMessage(context, {
      bytes,
      contentType,
      ...(fileName ? { fileName } : {}),
      ...(channelId ? { channelId } : {}),
      ...(traceparent ? { traceparent } : {}),
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refuse('BATCH_MESSAGE_REFUSED', { id, code: error.code, zh: error.text.zh, en: error.text.en });
  }
}
