// Reads a stored message with its channel and turns what it says into events; what cannot be read or joined is
// quarantined with a reason and can be replayed (domain "Exchange").
import type { Bilingual } from '../../kernel/bilingual.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import { documentByClientNumber, documentWithBytes, noteAbout, readDocumentRow } from '../documents/index.ts';
import { channelById, documentById, pathOfField } from '../mapping/index.ts';
import type { DocumentPointer, InboundFact, Interpretation } from '../mapping/contract.ts';
import type { ExchangeEvents } from './contract.ts';
import { claimMessage, findInbound, findPointer, type InboundRow, keepPointer, markInbound } from './store.ts';

const emit = emitter<ExchangeEvents>();
type Answer = Extract<InboundFact, { fact: 'answer' }>;

export async function interpretMessage(context: Context, event: StoredEvent<ExchangeEvents['message.received']>): Promise<void> {
  const inbound = (await findInbound(context, event.payload.messageId)) as InboundRow | undefined;
  if (!inbound || inbound.state !== 'stored') return;
  const stored = await documentWithBytes(context, inbound.id);
  const channel = channelById(inbound.channel);
  if (!stored || !channel) return quarantine(context, inbound, { zh: '没有可用的通道读取', en: 'No channel is there to read it' });
  let said: Interpretation;
  try {
    said = channel.interpret({ bytes: stored.bytes, contentType: stored.row.media_type, fileName: stored.row.file_name });
  } catch (error) {
    if (error instanceof UnreadableMessage) return quarantine(context, inbound, error.reason);
    throw error;
  }
  const first = await claimMessage(context, { channel: channel.id, partner_message_id: said.partnerMessageId, digest: inbound.digest, inbound_id: inbound.id });
  if (!first) return void (await markInbound(context, inbound.id, { state: 'duplicate', format: said.format, partner_message_id: said.partnerMessageId }));
  for (const fact of said.facts) {
    const refused = await tell(context, inbound, fact);
    if (refused) return quarantine(context, inbound, refused);
  }
  await markInbound(context, inbound.id, { state: 'interpreted', format: said.format, partner_message_id: said.partnerMessageId, reason: null });
}

async function quarantine(context: Context, inbound: InboundRow, reason: Bilingual): Promise<void> {
  await markInbound(context, inbound.id, { state: 'quarantined', reason });
  await emit(context, 'message.quarantined', inbound.id, { messageId: inbound.id, channel: inbound.channel, reason });
}

/** Undefined when told; a reason where the fact belongs to nothing we know. */
async function tell(context: Context, inbound: InboundRow, fact: InboundFact): Promise<Bilingual | undefined> {
  const from = { channel: inbound.channel, messageId: inbound.id };
  switch (fact.fact) {
    case 'answer':
      return tellAnswer(context, inbound, fact);
    case 'instruction': {
      const found = await findByPointer(context, inbound.channel, fact.about);
      if (found) await noteAbout(context, inbound.id, { shipmentId: found.shipmentId, documentId: found.documentId, note: fact.reason });
      await emit(context, 'instruction.arrived', found?.shipmentId ?? inbound.id, { ...from, simulated: inbound.simulated, fact, ...(found ? { shipmentId: found.shipmentId } : {}), ...(found?.version ? { shipmentVersion: found.version } : {}) });
      return undefined;
    }
    case 'manifested':
      await emit(context, 'cargo.manifested', inbound.id, { ...from, conveyance: fact.conveyance, bills: fact.bills, ...(fact.voyage ? { voyage: fact.voyage } : {}) });
      return undefined;
    case 'arrived':
      await emit(context, 'cargo.arrived', inbound.id, { ...from, place: fact.place, arrivedAt: fact.arrivedAt, containers: fact.containers, ...(fact.conveyance ? { conveyance: fact.conveyance } : {}), ...(fact.bill ? { bill: fact.bill } : {}) });
      return undefined;
    case 'gated-out':
      await emit(context, 'cargo.gated-out', inbound.id, { ...from, place: fact.place, at: fact.at, ...(fact.container ? { container: fact.container } : {}), ...(fact.bill ? { bill: fact.bill } : {}), ...(fact.releaseNumber ? { releaseNumber: fact.releaseNumber } : {}) });
      return undefined;
  }
}

async function tellAnswer(context: Context, inbound: InboundRow, fact: Answer): Promise<Bilingual | undefined> {
  const found = await findByPointer(context, inbound.channel, fact.about);
  if (!found) return { zh: `回执所指单证未知：${Object.values(fact.about).join('、')}`, en: `The answer is about no document known here: ${Object.values(fact.about).join(', ')}` };
  const document = await readDocumentRow(context, found.documentId);
  const mapping = document && documentById(document.kind)?.document;
  const path = fact.partnerField && mapping ? pathOfField(mapping.fields, fact.partnerField, fact.row) : undefined;
  for (const value of [fact.partnerNumber, fact.declarationNumber]) if (value) await keepPointer(context, { channel: inbound.channel, value, shipment_id: found.shipmentId, document_id: found.documentId });
  await noteAbout(context, inbound.id, { shipmentId: found.shipmentId, documentId: found.documentId, note: fact.text });
  await emit(context, 'document.answered', found.shipmentId, {
    shipmentId: found.shipmentId, documentId: found.documentId, document: document?.kind ?? '', channel: inbound.channel, outcome: fact.outcome, text: fact.text, at: fact.at,
    ...(fact.partnerNumber ? { partnerNumber: fact.partnerNumber } : {}), ...(fact.declarationNumber ? { declarationNumber: fact.declarationNumber } : {}),
    ...(fact.partnerField ? { partnerField: fact.partnerField } : {}), ...(path ? { path } : {}),
  });
  return undefined;
}

async function findByPointer(context: Context, channel: string, pointer: DocumentPointer): Promise<{ shipmentId: string; documentId: string; version?: number } | undefined> {
  // Our own client number names one version of one document; the partner's numbers name the case.
  const document = pointer.clientNumber ? await documentByClientNumber(context, pointer.clientNumber) : undefined;
  if (document?.shipment_id && document.channel === channel) return { shipmentId: document.shipment_id, documentId: document.id, version: document.shipment_version ?? 1 };
  for (const value of [pointer.declarationNumber, pointer.partnerNumber]) {
    const known = value ? await findPointer(context, channel, value) : undefined;
    if (known) return { shipmentId: known.shipment_id, documentId: known.document_id };
  }
  return undefined;
}
