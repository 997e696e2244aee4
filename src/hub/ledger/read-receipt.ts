// A receipt with its proof, for those it concerns; and what has been done with a shipment, each act with its receipt.
import { type Context, receiptOf, type StoredEvent } from '../../runtime/context.ts';
import type { Page } from '../../runtime/database/read-page.ts';
import { contentText } from '../../runtime/ledger/leaf.ts';
import { type EventProof, proveEvent } from '../../runtime/ledger/prove-event.ts';
import { type EventRow, findEvent } from '../../runtime/ledger/store.ts';
import { readEventsOf } from '../../runtime/outbox/store.ts';
import { isForParty, tellEvent } from '../notices/index.ts';
import { isWithheld, mayReadShipment } from '../shipment/index.ts';
import type { ReceiptLine, ReceiptView } from './contract.ts';
import { toHead } from './read-heads.ts';
import { refuse } from './refusals.ts';

const PAGE = 200;
/** Told to the owner of what was looked at, not on the timeline that everybody has. */
const VIEWED = 'shipment.viewed';
const ERASED = 'erased';
const isOwners = ({ actor }: Context): boolean =>
  actor.organisationKind === 'trader' || actor.organisationKind === 'broker';
const isOwnAct = ({ actor }: Context, event: Pick<EventRow, 'actor'>): boolean =>
  actor.organisationId !== undefined && event.actor.organisationId === actor.organisationId;

export async function readReceipt(context: Context, id: string): Promise<ReceiptView> {
  const dot = id.lastIndexOf('.');
  const event = await findEvent(context.db, id.slice(0, dot), id.slice(dot + 1));
  if (!event || !(await concerns(context, event))) throw refuse('RECEIPT_UNKNOWN');
  // A proof is made of the hashes of others' leaves, which say nothing of them.
  const proof = await context.beyondLock((open) => proveEvent(open.db, event));
  return toReceipt(event, proof, isOwnAct(context, event) || isOwners(context));
}

/** `opens`: with what was committed to, where that is not erased. */
export function toReceipt(event: EventRow, { leaf, leafHash, placed }: EventProof, opens: boolean): ReceiptView {
  return {
    id: receiptOf(event.subject, event.id),
    state: placed ? 'integrated' : 'pending',
    type: event.type,
    subject: event.subject,
    at: event.occurred_at,
    leaf,
    leafHash: leafHash.toString('hex'),
    ...(event.kept === null && opens
      ? { content: { salt: event.salt?.toString('hex') ?? '', text: contentText(event.actor, event.payload) } }
      : {}),
    ...(placed
      ? { index: placed.index, proof: placed.proof.map((hash) => hash.toString('hex')), head: toHead(placed.head) }
      : {}),
  };
}

/** One's own act, or one that the timeline of a shipment tells, for whoever may read that timeline. */
async function concerns(context: Context, event: EventRow): Promise<boolean> {
  if (isOwnAct(context, event)) return true;
  const { shipmentId } = event.payload as { shipmentId?: unknown };
  // Of erased content only the subject is left to say whom it concerns.
  const about = event.actor.kind === ERASED ? event.subject : shipmentId;
  if (typeof about !== 'string' || !/^[0-9a-f-]{36}$/.test(about)) return false;
  if (
    event.type === VIEWED &&
    (await isKeptBack(context, {
      subject: event.subject,
      organisationId: event.actor.organisationId,
      at: event.occurred_at,
      withheld: withheldOf(event.payload),
    }))
  )
    return false;
  return isShown(context, event.type) && (await mayReadShipment(context, about));
}
const isShown = (context: Context, type: string): boolean =>
  type === VIEWED ? isOwners(context) : tellEvent({ ...blank, type }, false) !== undefined;
const blank: StoredEvent = {
  position: 0,
  id: '',
  type: '',
  subject: '',
  payload: {},
  occurredAt: '',
  actor: { kind: 'system', id: '', name: '' },
};

export async function readShipmentReceipts(
  context: Context,
  shipmentId: string,
  query: { after?: string; limit?: number },
): Promise<Page<ReceiptLine>> {
  if (!(await mayReadShipment(context, shipmentId))) throw refuse('RECEIPT_UNKNOWN');
  const limit = query.limit ?? PAGE;
  const events = await readEventsOf(context.db, shipmentId, Number(query.after ?? 0), limit + 1);
  const page = events.slice(0, limit);
  const last = page.at(-1);
  return {
    items: (await shownOnly(context, page)).flatMap((event) => toLine(context, event) ?? []),
    ...(events.length > limit && last ? { next: String(last.position) } : {}),
  };
}

/** A look that a mark still in force withholds is not shown to the owner, its receipt neither (P11). */
async function isKeptBack(context: Context, { subject, organisationId, at, withheld }: Viewed): Promise<boolean> {
  return (
    withheld === true &&
    organisationId !== undefined &&
    isWithheld(context, { shipmentId: subject, organisationId, at })
  );
}
type Viewed = {
  readonly subject: string;
  readonly organisationId: string | undefined;
  readonly at: string;
  readonly withheld: unknown;
};
const withheldOf = (payload: unknown): unknown => (payload as { withheld?: unknown }).withheld;
async function shownOnly(context: Context, events: readonly StoredEvent[]): Promise<StoredEvent[]> {
  const kept: StoredEvent[] = [];
  for (const event of events.filter((one) => isForParty(context.actor, one)))
    if (
      event.type !== VIEWED ||
      isOwnAct(context, event) ||
      !(await isKeptBack(context, {
        subject: event.subject,
        organisationId: event.actor.organisationId,
        at: event.occurredAt,
        withheld: withheldOf(event.payload),
      }))
    )
      kept.push(event);
  return kept;
}

function toLine(context: Context, event: StoredEvent): ReceiptLine | undefined {
  const line = { id: receiptOf(event.subject, event.id), type: event.type, at: event.occurredAt, by: event.actor.name };
  if (event.actor.kind === (ERASED as string))
    return { ...line, by: '–', text: { zh: '内容已依法删除', en: 'The content was erased' } };
  if (event.type === VIEWED)
    return isOwners(context) || event.actor.organisationId === context.actor.organisationId
      ? { ...line, text: { zh: '查看了本票或其单证', en: 'Looked at the case or a document of it' } }
      : undefined;
  const told = tellEvent(event, false);
  return told && told.text.zh !== '' ? { ...line, text: told.text } : undefined;
}
