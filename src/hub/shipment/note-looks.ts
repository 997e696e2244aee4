// Every look of another organisation at a case or a document of it is on record, in the ledger and for its owner to see (P11); repeated
// looks of one person within an hour are one.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import type { LookView, ShipmentEvents } from './contract.ts';
import { findCases } from './store.ts';
import { isWithheld, joinLooks, type NewLook } from './store-looks.ts';

const emit = emitter<ShipmentEvents>();
const HOUR_MS = 3_600_000;

export type Look = {
  readonly shipmentId: string;
  readonly what: LookView['what'];
  /** Of the document, where it is one. */
  readonly documentId?: string;
  readonly name?: Bilingual;
  readonly kind?: string;
};

/** Whose requests may be looks: they run in a transaction that can record them. A trader has his own cases only. */
export const mayBeLook = (actor: Context['actor']): boolean =>
  actor.kind !== 'system' && actor.organisationId !== undefined && actor.organisationKind !== 'trader';

export async function noteLooks(context: Context, looks: readonly Look[]): Promise<void> {
  const own = context.actor.organisationId;
  if (!mayBeLook(context.actor) || own === undefined || looks.length === 0) return;
  const cases = new Map((await findCases(context, [...new Set(looks.map((l) => l.shipmentId))])).map((c) => [c.id, c]));
  const hour = Math.floor(Date.parse(context.now) / HOUR_MS);
  const withheld = new Map<string, boolean>();
  for (const shipmentId of cases.keys())
    withheld.set(shipmentId, await isWithheld(context, { shipmentId, organisationId: own, at: context.now }));
  const noted = looks.flatMap((look): { readonly look: Look; readonly row: NewLook }[] => {
    const about = cases.get(look.shipmentId);
    // What was never filed is its own filer's.
    if (!about || about.version === 0 || about.owner_id === own) return [];
    const row: NewLook = {
      id: context.newId(),
      owner_id: about.owner_id,
      shipment_id: about.id,
      shipment_number: about.number,
      subject: look.documentId ?? about.id,
      what: look.what,
      name: look.name ?? null,
      // What is withheld is not joined with what is shown.
      hour: hour * 2 + Number(withheld.get(about.id) === true),
    };
    return [{ look, row }];
  });
  if (noted.length === 0) return;
  const fresh = await joinLooks(
    context,
    noted.map(({ row }) => row),
  );
  for (const { look, row } of noted.filter((n) => fresh.has(n.row.id)))
    await emit(context, 'shipment.viewed', row.shipment_id, {
      shipmentId: row.shipment_id,
      what: look.what,
      ...(look.documentId ? { documentId: look.documentId } : {}),
      ...(look.kind ? { kind: look.kind } : {}),
      ...(withheld.get(look.shipmentId) ? { withheld: true } : {}),
    });
}
