// What partners say beside answers, instructions and money, as events: goods that moved, certificates, questions (N10, N14, N15).
import { type Context, emitter } from '../../runtime/context.ts';
import { noteAbout } from '../documents/index.ts';
import type { BargeFact, BookingFact } from '../carriage/contract.ts';
import type { DirectoryFact } from '../directory/contract.ts';
import type { LicenceFact } from '../licence/contract.ts';
import type { CredentialFact, MovedFact, SailingFact, StateAskedFact, TrackedFact } from '../mapping/contract.ts';
import { shipmentHeading } from '../shipment/index.ts';
import type { ExchangeEvents } from './contract.ts';
import { documentById } from '../mapping/index.ts';
import type { Resolved, ResolvedApplication } from './resolve-pointer.ts';
import type { InboundRow } from './store.ts';

const emit = emitter<ExchangeEvents>();
const APPLICATION = 'application.';

export async function tellMoved(context: Context, inbound: InboundRow, fact: MovedFact): Promise<void> {
  await emit(context, 'cargo.moved', inbound.id, {
    channel: inbound.channel,
    messageId: inbound.id,
    movement: fact.movement,
    place: fact.place,
    at: fact.at,
    ...(fact.container ? { container: fact.container } : {}),
    ...(fact.bill ? { bill: fact.bill } : {}),
    ...(fact.releaseNumber ? { releaseNumber: fact.releaseNumber } : {}),
    ...(fact.reversed ? { reversed: true } : {}),
  });
}

export async function tellCarriage(
  context: Context,
  inbound: InboundRow,
  said: SailingFact | TrackedFact,
): Promise<void> {
  const from = { channel: inbound.channel, messageId: inbound.id };
  if (said.fact === 'sailing') {
    const { fact: _, ...sailing } = said;
    await emit(context, 'cargo.sailing-told', inbound.id, { ...from, ...sailing, saidAt: said.saidAt ?? context.now });
    return;
  }
  const { fact: _, ...tracked } = said;
  await emit(context, 'cargo.tracked', inbound.id, { ...from, ...tracked });
}

export async function tellCredential(
  context: Context,
  inbound: InboundRow,
  fact: CredentialFact,
  found: Resolved | undefined,
): Promise<void> {
  if (!found) return;
  const { shipmentId, documentId } = found;
  await noteAbout(context, inbound.id, {
    shipmentId,
    documentId,
    note:
      fact.fact === 'credential'
        ? { zh: '对方发来证书', en: 'A certificate of the other side' }
        : { zh: '对方撤销证书', en: 'The other side took a certificate back' },
  });
  const { channel, simulated } = inbound;
  await emit(context, 'credential.told', shipmentId, { shipmentId, channel, messageId: inbound.id, simulated, fact });
}

/** In the line of the licence: what is left of it is reckoned by one at a time. */
export async function tellLicence(context: Context, inbound: InboundRow, fact: LicenceFact): Promise<void> {
  const { channel, simulated, id: messageId } = inbound;
  await emit(context, 'licence.told', fact.licence.number, { channel, messageId, simulated, fact });
}

/** What carriers say of orders of ours. Which booking it is about may be told by another message only, so it is nobody's line yet. */
export async function tellOrdered(context: Context, inbound: InboundRow, fact: BookingFact | BargeFact): Promise<void> {
  const { channel, simulated, id: messageId } = inbound;
  const from = { channel, messageId, simulated };
  if (fact.fact === 'booking-told') await emit(context, 'booking.told', messageId, { ...from, fact });
  else await emit(context, 'barge.told', messageId, { ...from, fact });
}

/** In the line of the application; the box that is meant is looked up in the table that wrote the document. */
export async function tellDirectory(
  context: Context,
  inbound: InboundRow,
  fact: DirectoryFact,
  found: ResolvedApplication | undefined,
): Promise<void> {
  if (!found) return;
  const { applicationId, version, documentId, kind } = found;
  await noteAbout(context, inbound.id, { documentId, note: fact.text });
  const meant = fact.partnerField
    ? documentById(kind)?.document.fields.find(({ target }) => target === fact.partnerField)
    : undefined;
  const path = meant?.from.find((id) => id.startsWith(APPLICATION))?.slice(APPLICATION.length);
  const { channel, simulated, id: messageId } = inbound;
  await emit(context, 'directory.told', applicationId, {
    ...{ channel, messageId, simulated, applicationId, version, fact },
    ...(path ? { path } : {}),
  });
}

/** What is said of a case that is a draft here: who began it may know that nothing is filed yet, and nothing of what the trader is at. */
const UNFILED = { state: 'not-filed', progress: '', version: 0 };

/** Whoever has had a document of a case, or began it, may ask how it stands, and hears no more than that. */
export async function tellQuestion(
  context: Context,
  inbound: InboundRow,
  fact: StateAskedFact,
  found: Resolved | undefined,
): Promise<void> {
  const heading = found && (await shipmentHeading(context, found.shipmentId));
  if (!found || !heading) return;
  const { shipmentId, documentId } = found;
  const note = { zh: `对方查询状态（${fact.question}）`, en: `The other side asked for the state (${fact.question})` };
  await noteAbout(context, inbound.id, { shipmentId, documentId, note });
  await emit(context, 'state.asked', shipmentId, {
    shipmentId,
    channel: inbound.channel,
    messageId: inbound.id,
    question: fact.question,
    ...(heading.version === 0
      ? UNFILED
      : { state: heading.state, progress: heading.progress, version: heading.version }),
  });
}
