// Reads a stored message with its channel and turns what it says into events; what cannot be read or joined is
// quarantined with a reason and can be replayed (domain "Exchange").
import type { Bilingual } from '../../kernel/bilingual.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import { documentWithBytes, keepReceivedFile, noteAbout, readDocumentRow } from '../documents/index.ts';
import { channelById, documentById, pathOfField } from '../mapping/index.ts';
import type { Channel, DocumentPointer, InboundBytes, InboundFact, Interpretation } from '../mapping/contract.ts';
import type { MoneyFact } from '../payment/contract.ts';
import { draftForTrader, findLongGroups, isTraderKnown, readSubmittedForm } from '../shipment/index.ts';
import { acknowledgeMessage } from './acknowledge-message.ts';
import { refuseUnsigned } from './apply-signatures.ts';
import type { ExchangeEvents } from './contract.ts';
import { decideMessage, type MessageDecision } from './decide-message.ts';
import { lostHint } from './note-restore.ts';
import { type Resolved, type ResolvedApplication, resolveApplication, resolvePointer } from './resolve-pointer.ts';
import {
  tellCarriage,
  tellCredential,
  tellDirectory,
  tellLicence,
  tellMoved,
  tellOrdered,
  tellQuestion,
} from './tell-partners.ts';
import {
  claimMessage,
  findInbound,
  findPointer,
  type InboundRow,
  keepPointers,
  keepWaiting,
  markInbound,
  takeWaiting,
} from './store.ts';

const emit = emitter<ExchangeEvents>();
const BEGAN: Bilingual = {
  zh: '对方单一窗口的申报，已据此生成草稿',
  en: 'A filing of another window; a draft was made of it',
};
/** `failure`: what the reader threw. */
type Unread = { readonly reason: Bilingual; readonly failure: unknown };
type Answer = Extract<InboundFact, { fact: 'answer' }>;

export async function interpretMessage(
  context: Context,
  event: StoredEvent<ExchangeEvents['message.received']>,
): Promise<void> {
  const { messageId } = event.payload;
  const [found, stored] = await Promise.all([findInbound(context, messageId), documentWithBytes(context, messageId)]);
  const inbound = found as InboundRow | undefined;
  if (!inbound || inbound.state !== 'stored') return;
  const channel = channelById(inbound.channel);
  if (!stored || !channel)
    return quarantine(context, inbound, { zh: '没有可用的通道读取', en: 'No channel is there to read it' });
  const unsigned = await refuseUnsigned(context, channel, { id: messageId, bytes: stored.bytes });
  if (unsigned) return quarantine(context, inbound, unsigned);
  const answered = stored.row.about_id ? await documentWithBytes(context, stored.row.about_id) : undefined;
  const message: InboundBytes = {
    bytes: stored.bytes,
    contentType: stored.row.media_type,
    fileName: stored.row.file_name,
    ...(answered ? { answers: { kind: answered.row.kind, bytes: answered.bytes, at: stored.row.created_at } } : {}),
  };
  const said = read(channel, message);
  await acknowledgeMessage(context, channel, inbound, { message, ...('reason' in said ? said : {}) });
  const look = async () => {
    const resolved = await resolveAll(context, channel.id, 'reason' in said ? [] : said.facts);
    const decision = decideMessage(said, channel.authority, resolved.knows, lostHint());
    return { resolved, decision };
  };
  let { resolved, decision } = await look();
  if ((decision.do === 'wait' || tellsPaper(said)) && context.before) {
    // Messages that came with it may tell the number, or which document has it now.
    await context.before;
    ({ resolved, decision } = await look());
  }
  const unfit = 'reason' in said ? undefined : await whyNoCase(context, said.facts);
  if (unfit) return quarantine(context, inbound, unfit);
  if (decision.do === 'quarantine') return quarantine(context, inbound, decision.reason);
  if (decision.do === 'wait') return waitFor(context, inbound, decision);
  await tellOnce(context, inbound, decision.said, resolved);
}

/** A paper keeps its number when what it is of is filed anew: of which version it is granted hangs on what was said before. */
const tellsPaper = (said: Interpretation | Unread): boolean =>
  'facts' in said && said.facts.some((fact) => fact.fact === 'answer' && fact.zonePaper !== undefined);

/** A case is begun for an enterprise that is registered here and of a form that we can keep whole, or not at all. */
async function whyNoCase(context: Context, facts: readonly InboundFact[]): Promise<Bilingual | undefined> {
  for (const fact of facts) {
    if (fact.fact !== 'declared') continue;
    const [tooLong] = findLongGroups(fact.form);
    if (tooLong) return tooLong.message;
    if (!(await isTraderKnown(context, fact.traderUscc)))
      return { zh: `企业 ${fact.traderUscc} 未在此注册`, en: `Enterprise ${fact.traderUscc} is not registered here` };
  }
  return undefined;
}

/** The first of its kind is told; a repetition has no second effect. */
async function tellOnce(context: Context, inbound: InboundRow, said: Interpretation, resolved: Joined): Promise<void> {
  const [answered] = [...resolved.cases.values(), ...resolved.applications.values()];
  const { first, traceId } = await claimMessage(context, {
    channel: inbound.channel,
    partner_message_id: said.partnerMessageId,
    digest: inbound.digest,
    inbound_id: inbound.id,
    format: said.format,
    ...(answered ? { answered: answered.documentId } : {}),
  });
  // What the partner says goes on with the trace of what it answers, so that one id leads from the form to it and back.
  if (first) for (const fact of said.facts) await tell(context.traced(traceId), inbound, fact, resolved);
}

/** Reading is pure, so whatever goes wrong in it is about these bytes: they are kept aside until the reader is mended. */
function read(channel: Channel, message: InboundBytes): Interpretation | Unread {
  try {
    const said = channel.interpret(message);
    return isStorable(said)
      ? said
      : {
          reason: { zh: '报文含有不可存储的字符', en: 'The message has characters that cannot be stored' },
          failure: 'unstorable',
        };
  } catch (error) {
    if (error instanceof UnreadableMessage) return { reason: error.reason, failure: error };
    const name = error instanceof Error ? error.name : 'Error';
    return {
      failure: error ?? name,
      reason: { zh: `读取程序出错（${name}）`, en: `The reader of this channel failed (${name})` },
    };
  }
}

/** Neither text nor jsonb of PostgreSQL takes NUL or half a surrogate pair. */
function isStorable(said: Interpretation): boolean {
  let storable = true;
  JSON.stringify(said, (_key, value) => {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) storable = false;
    return value;
  });
  return storable;
}

type Joined = {
  readonly cases: ReadonlyMap<DocumentPointer, Resolved>;
  readonly applications: ReadonlyMap<DocumentPointer, ResolvedApplication>;
  readonly knows: (pointer: DocumentPointer) => boolean;
};
/** Which case or application, and which document, each fact means, asked once. */
async function resolveAll(context: Context, channel: string, facts: readonly InboundFact[]): Promise<Joined> {
  const cases = new Map<DocumentPointer, Resolved>();
  const applications = new Map<DocumentPointer, ResolvedApplication>();
  for (const fact of facts) {
    if (!('about' in fact) || fact.about === undefined) continue;
    if (fact.fact === 'directory-answered') {
      const applied = await resolveApplication(context, channel, fact.about);
      if (applied) applications.set(fact.about, applied);
      continue;
    }
    const resolved = await resolvePointer(context, channel, fact.about);
    if (resolved) cases.set(fact.about, resolved);
  }
  return { cases, applications, knows: (pointer) => cases.has(pointer) || applications.has(pointer) };
}

async function waitFor(
  context: Context,
  inbound: InboundRow,
  { numbers, reason }: Extract<MessageDecision, { do: 'wait' }>,
): Promise<void> {
  await keepWaiting(
    context,
    numbers.map((value) => ({ channel: inbound.channel, value, inbound_id: inbound.id })),
  );
  await markInbound(context, inbound.id, { state: 'waiting', reason });
  await emit(context, 'message.waiting', inbound.id, { messageId: inbound.id, channel: inbound.channel, reason });
  // Who told the number between the look and the waiting has not seen that it waits.
  for (const value of numbers)
    if (await findPointer(context, inbound.channel, value)) await readAgain(context, inbound.channel, value);
}

async function readAgain(context: Context, channel: string, value: string): Promise<void> {
  for (const id of await takeWaiting(context, channel, value)) {
    if ((await findInbound(context, id))?.state !== 'waiting') continue;
    await markInbound(context, id, { state: 'stored', reason: null });
    await emit(context, 'message.received', id, { messageId: id, channel });
  }
}

async function quarantine(context: Context, inbound: InboundRow, reason: Bilingual): Promise<void> {
  await markInbound(context, inbound.id, { state: 'quarantined', reason });
  await emit(context, 'message.quarantined', inbound.id, { messageId: inbound.id, channel: inbound.channel, reason });
}

async function tell(context: Context, inbound: InboundRow, fact: InboundFact, resolved: Joined): Promise<void> {
  const from = { channel: inbound.channel, messageId: inbound.id };
  switch (fact.fact) {
    case 'answer':
      return tellAnswer(context, inbound, fact, resolved.cases.get(fact.about));
    case 'instruction': {
      const found = resolved.cases.get(fact.about);
      if (found)
        await noteAbout(context, inbound.id, {
          shipmentId: found.shipmentId,
          documentId: found.documentId,
          note: fact.reason,
        });
      await emit(context, 'instruction.arrived', found?.shipmentId ?? inbound.id, {
        ...from,
        simulated: inbound.simulated,
        fact,
        ...(found ? { shipmentId: found.shipmentId } : {}),
        ...(found?.version ? { shipmentVersion: found.version } : {}),
      });
      return;
    }
    case 'declared':
      return begin(context, inbound, fact);
    case 'file': {
      const found = resolved.cases.get(fact.about);
      if (!found) return;
      const { channel, simulated } = inbound;
      const { name, fileName } = fact;
      const bytes = Buffer.from(fact.content, 'base64');
      await keepReceivedFile(context, { ...found, channel, simulated, name, fileName, bytes });
      return;
    }
    case 'manifested':
      await emit(context, 'cargo.manifested', inbound.id, {
        ...from,
        conveyance: fact.conveyance,
        bills: fact.bills,
        ...(fact.voyage ? { voyage: fact.voyage } : {}),
        ...(fact.sentAt ? { sentAt: fact.sentAt } : {}),
      });
      return;
    case 'arrived':
      await emit(context, 'cargo.arrived', inbound.id, {
        ...from,
        place: fact.place,
        arrivedAt: fact.arrivedAt,
        containers: fact.containers,
        ...(fact.conveyance ? { conveyance: fact.conveyance } : {}),
        ...(fact.bill ? { bill: fact.bill } : {}),
        ...(fact.discharged ? { discharged: true } : {}),
        ...(fact.reversed ? { reversed: true } : {}),
      });
      return;
    case 'moved':
      return tellMoved(context, inbound, fact);
    case 'stowed':
      await emit(context, 'cargo.stowed', inbound.id, {
        ...from,
        conveyance: fact.conveyance,
        at: fact.at,
        positions: fact.positions,
        ...(fact.voyage ? { voyage: fact.voyage } : {}),
      });
      return;
    case 'sailing':
    case 'tracked':
      return tellCarriage(context, inbound, fact);
    case 'credential':
    case 'credential-revoked':
      return tellCredential(context, inbound, fact, resolved.cases.get(fact.about));
    case 'state-asked':
      return tellQuestion(context, inbound, fact, resolved.cases.get(fact.about));
    case 'directory-answered':
      return tellDirectory(context, inbound, fact, resolved.applications.get(fact.about));
    case 'licence-told':
      return tellLicence(context, inbound, fact);
    case 'booking-told':
    case 'barge-told':
      return tellOrdered(context, inbound, fact);
    case 'gated-out':
      await emit(context, 'cargo.gated-out', inbound.id, {
        ...from,
        place: fact.place,
        at: fact.at,
        ...(fact.container ? { container: fact.container } : {}),
        ...(fact.bill ? { bill: fact.bill } : {}),
        ...(fact.releaseNumber ? { releaseNumber: fact.releaseNumber } : {}),
        ...(fact.reversed ? { reversed: true } : {}),
      });
      return;
    default:
      return tellMoney(context, inbound, fact, resolved);
  }
}

/** A window that files again under its reference changes nothing here: the case is the trader's own by then. */
async function begin(context: Context, inbound: InboundRow, fact: Extract<InboundFact, { fact: 'declared' }>) {
  const { id, channel, digest } = inbound;
  const numbers = fact.caseNumber ? [fact.reference, fact.caseNumber] : [fact.reference];
  const known = await Promise.all(numbers.map((number) => findPointer(context, channel, number)));
  if (known.some((one) => one !== undefined)) return;
  const shipmentId = await draftForTrader(context, fact.traderUscc, fact.form);
  if (!shipmentId) return;
  const told = await keepPointers(context, numbers, { channel, shipment_id: shipmentId, document_id: id });
  for (const value of told) await readAgain(context, channel, value);
  await noteAbout(context, id, { shipmentId, documentId: id, note: BEGAN });
  await emit(context, 'message.drafted', id, { messageId: id, channel, digest, shipmentId });
}

/** Bound to its case where the message names one; a statement, a guarantee are of none. */
async function tellMoney(context: Context, inbound: InboundRow, fact: MoneyFact, resolved: Joined): Promise<void> {
  const found = 'about' in fact && fact.about ? resolved.cases.get(fact.about) : undefined;
  await emit(context, 'money.told', found?.shipmentId ?? inbound.id, {
    channel: inbound.channel,
    messageId: inbound.id,
    simulated: inbound.simulated,
    fact,
    ...(found ? { shipmentId: found.shipmentId } : {}),
  });
}

async function tellAnswer(
  context: Context,
  inbound: InboundRow,
  fact: Answer,
  found: Resolved | undefined,
): Promise<void> {
  if (!found) return;
  const document = await readDocumentRow(context, found.documentId);
  const mapping = document && documentById(document.kind)?.document;
  const version = found.version ?? document?.shipment_version ?? undefined;
  const path =
    // Rows of a list of changes are not those of the form.
    fact.partnerField && mapping && !(mapping.comparesWithTaken && fact.row !== undefined && (version ?? 1) > 1)
      ? pathOfField(
          mapping.fields,
          fact.partnerField,
          fact.row,
          await readSubmittedForm(context, found.shipmentId, version),
        )
      : undefined;
  const told = await keepPointers(
    context,
    [fact.partnerNumber, fact.declarationNumber].filter((value) => value !== undefined && value !== '') as string[],
    { channel: inbound.channel, shipment_id: found.shipmentId, document_id: found.keptFor ?? found.documentId },
  );
  for (const value of told) await readAgain(context, inbound.channel, value);
  await noteAbout(context, inbound.id, { shipmentId: found.shipmentId, documentId: found.documentId, note: fact.text });
  await emit(context, 'document.answered', found.shipmentId, {
    shipmentId: found.shipmentId,
    documentId: found.documentId,
    document: document?.kind ?? '',
    channel: inbound.channel,
    outcome: fact.outcome,
    text: fact.text,
    at: fact.at,
    ...(fact.partnerNumber ? { partnerNumber: fact.partnerNumber } : {}),
    ...(fact.declarationNumber ? { declarationNumber: fact.declarationNumber } : {}),
    ...(fact.partnerField ? { partnerField: fact.partnerField } : {}),
    ...(path ? { path } : {}),
    ...(version ? { version } : {}),
    ...(fact.ruling ? { ruling: fact.ruling } : {}),
    ...(fact.zonePaper ? { zonePaper: fact.zonePaper } : {}),
  });
}
