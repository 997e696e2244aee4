// Takes a partner's bytes: stored with digest, time, channel and headers before anything looks inside; the receipt is
// handed over after the commit (P3; domain "Exchange").
import { sha256Hex } from '../../kernel/digest.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { keepDocument } from '../documents/index.ts';
import { channelById, recognise } from '../mapping/index.ts';
import { importDeclaration } from '../shipment/index.ts';
import type { ExchangeEvents, MessageReceipt } from './contract.ts';
import { refuse } from './refusals.ts';
import { insertInbound } from './store.ts';

const emit = emitter<ExchangeEvents>();
export type Incoming = {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly fileName?: string;
  readonly channelId?: string;
  /** The document of ours that it came in answer to, on the same connection. */
  readonly answersDocument?: string;
  /** As the partner sent it. */
  readonly traceparent?: string;
};

export async function receiveMessage(
  context: Context,
  message: Incoming,
): Promise<MessageReceipt & { shipmentId?: string }> {
  if (message.bytes.length === 0) throw refuse('MESSAGE_EMPTY');
  // A partner speaks on its own channel only, whatever the bytes look like; an enterprise sends declarations, nothing in an authority's name.
  const isPartner = context.actor.kind === 'channel' || message.channelId !== undefined;
  const channel = isPartner ? channelById(message.channelId ?? '') : recognise(message);
  if (!channel)
    throw isPartner ? refuse('CHANNEL_UNKNOWN', { channel: message.channelId }) : refuse('MESSAGE_FORMAT_UNKNOWN');
  // A key that was narrowed to other channels knows of no such one.
  if (context.actor.onlyChannels && !context.actor.onlyChannels.includes(channel.id))
    throw refuse('CHANNEL_UNKNOWN', { channel: channel.id });
  const limit = context.settings.channelCare?.mostBytesOf(channel.id) ?? channel.profile.maxBytes;
  if (message.bytes.length > limit) throw refuse('MESSAGE_TOO_LARGE', { limit });
  const id = context.newId();
  const digest = sha256Hex(message.bytes);
  const receipt = { messageId: id, digest, receivedAt: context.now, channel: channel.id };
  if (!isPartner) {
    if (!channel.readForm) throw refuse('MESSAGE_FORMAT_UNKNOWN');
    const shipmentId = await readDeclaration(context, message);
    await keepInbound(context, id, channel.id, message, shipmentId);
    const about = { messageId: id, channel: channel.id, digest, shipmentId };
    return { ...receipt, duplicate: false, shipmentId, receiptId: await emit(context, 'message.drafted', id, about) };
  }
  const headers = {
    'content-type': message.contentType,
    ...(message.fileName ? { 'file-name': message.fileName } : {}),
    from: context.actor.name,
    ...(message.traceparent ? { traceparent: message.traceparent.slice(0, 200) } : {}),
  };
  await keepInbound(context, id, channel.id, message);
  const state = await insertInbound(context, {
    id,
    channel: channel.id,
    received_at: context.now,
    digest,
    size_bytes: message.bytes.length,
    headers,
    simulated: context.settings.mode === 'demo',
    trace_id: context.traceId,
  });
  const duplicate = state === 'duplicate';
  const about = { messageId: id, channel: channel.id, digest };
  const receiptId = duplicate
    ? await emit(context, 'message.repeated', id, about)
    : await emit(context, 'message.received', id, about);
  return { ...receipt, duplicate, receiptId };
}

/** A trader hears at once what is wrong with his file; nothing is kept of it. */
async function readDeclaration(context: Context, message: Incoming): Promise<string> {
  try {
    return await importDeclaration(context, message);
  } catch (error) {
    if (error instanceof UnreadableMessage) throw refuse('MESSAGE_UNREADABLE', error.reason);
    throw error;
  }
}

const keepInbound = (context: Context, id: string, channel: string, message: Incoming, shipmentId?: string) =>
  keepDocument(context, {
    id,
    kind: `${channel}.inbound`,
    name: { zh: '来文', en: 'Received message' },
    flow: 'inbound',
    channel,
    bytes: message.bytes,
    mediaType: message.contentType || 'application/octet-stream',
    fileName: message.fileName ?? `${id}.bin`,
    simulated: context.settings.mode === 'demo',
    ...(shipmentId ? { shipmentId } : {}),
    ...(message.answersDocument ? { aboutId: message.answersDocument } : {}),
  });
