// Electronic authorisation (无纸化委托): the owner offers, the broker accepts, either revokes at once (P11; SC 22, 17).
import { compareDecimals } from '../../kernel/decimal.ts';
import { partnerDay, plusMs } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import type { AuthorisationAct, AuthorisationUse, AuthorisationView, EnterpriseEvents } from './contract.ts';
import { isRunningLow, leftOf } from './match-authorisation.ts';
import { toOrganisationView } from './read-organisations.ts';
import { refuse } from './refusals.ts';
import { findOrganisation, findOrganisationByUscc } from './store.ts';
import {
  type AuthorisationRow,
  findAuthorisation,
  insertAuthorisation,
  lockAuthorisation,
  markAuthorisation,
  pageAuthorisations,
  pageUses,
  toGrant,
  type UseRow,
} from './store-authorisations.ts';

const emit = emitter<EnterpriseEvents>();
const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;
/** So long before its last day its parties are told. */
const WARNED_DAYS = 14;

export type Offer = {
  readonly brokerUscc: string;
  /** The two words of version 0.1.0 go on being taken. */
  readonly scope: readonly AuthorisationAct[] | 'declare' | 'declare-and-inspect';
  readonly validFrom: string;
  readonly validTo: string;
  readonly districts?: readonly string[];
  readonly declarations?: number;
  readonly value?: { readonly currency: string; readonly most: string };
};
const actsOffered = (scope: Offer['scope']): readonly AuthorisationAct[] =>
  scope === 'declare' ? ['declare'] : scope === 'declare-and-inspect' ? ['declare', 'inspect'] : [...new Set(scope)];

export async function offerAuthorisation(context: Context, offer: Offer): Promise<AuthorisationView> {
  const broker = await findOrganisationByUscc(context, offer.brokerUscc);
  const ownerId = context.actor.organisationId;
  if (!broker || broker.kind !== 'broker' || !ownerId)
    throw refuse('ORGANISATION_UNKNOWN', { organisation: offer.brokerUscc });
  const lengthMs = Date.parse(offer.validTo) - Date.parse(offer.validFrom);
  if (!(lengthMs >= 0 && lengthMs <= YEAR_MS))
    throw refuse('AUTHORISATION_PERIOD_INVALID', { from: offer.validFrom, to: offer.validTo });
  const acts = actsOffered(offer.scope);
  if (offer.value && compareDecimals(offer.value.most, '0') <= 0)
    throw refuse('AUTHORISATION_QUANTITY_INVALID', { given: offer.value.most });
  const row: AuthorisationRow = {
    id: context.newId(),
    owner_id: ownerId,
    broker_id: broker.id,
    scope: acts.includes('inspect') ? 'declare-and-inspect' : 'declare',
    acts: [...acts],
    valid_from: offer.validFrom,
    valid_to: offer.validTo,
    districts: [...new Set(offer.districts ?? [])],
    most_declarations: offer.declarations ?? null,
    used_declarations: 0,
    value_currency: offer.value?.currency ?? null,
    most_value: offer.value?.most ?? null,
    used_value: '0',
    offered_at: context.now,
    accepted_at: null,
    revoked_at: null,
    revoked_by: null,
    warned_period_at: null,
    warned_quantity_at: null,
  };
  await insertAuthorisation(context, row);
  await emit(context, 'authorisation.offered', row.id, { authorisationId: row.id, ownerId, brokerId: broker.id });
  return toView(context, row);
}

export async function acceptAuthorisation(context: Context, id: string): Promise<AuthorisationView> {
  const row = await ownAuthorisation(context, await lockAuthorisation(context, id));
  if (row.broker_id !== context.actor.organisationId)
    throw refuse('AUTHORISATION_NOT_YOURS', { zh: '报关企业', en: 'broker' });
  if (row.accepted_at === null && row.revoked_at === null) {
    await markAuthorisation(context, id, { accepted_at: context.now });
    await emit(context, 'authorisation.accepted', id, parties(row));
  }
  return toView(context, { ...row, accepted_at: row.accepted_at ?? context.now });
}

/** By its owner or by its broker: from the commit on it allows nothing and shows nothing. */
export async function revokeAuthorisation(context: Context, id: string): Promise<AuthorisationView> {
  const row = await ownAuthorisation(context, await lockAuthorisation(context, id));
  const change = { revoked_at: row.revoked_at ?? context.now, revoked_by: context.actor.organisationId ?? null };
  if (row.revoked_at !== null) return toView(context, row);
  await markAuthorisation(context, id, change);
  await emit(context, 'authorisation.revoked', id, parties(row));
  return toView(context, { ...row, ...change });
}

/** To whoever is neither its owner nor its broker it does not exist. */
async function ownAuthorisation(context: Context, row: AuthorisationRow | undefined): Promise<AuthorisationRow> {
  const { organisationId } = context.actor;
  if (!row || (row.broker_id !== organisationId && row.owner_id !== organisationId))
    throw refuse('AUTHORISATION_UNKNOWN');
  return row;
}
const parties = (row: AuthorisationRow) => ({
  authorisationId: row.id,
  ownerId: row.owner_id,
  brokerId: row.broker_id,
});

export async function readAuthorisations(context: Context, query: PageQuery): Promise<Page<AuthorisationView>> {
  const { rows, next } = await readPageOf(query, (page) =>
    pageAuthorisations(context, context.actor.organisationId ?? '', page),
  );
  return { items: await Promise.all(rows.map((row) => toView(context, row))), ...next };
}

export async function readUses(context: Context, id: string, query: PageQuery): Promise<Page<AuthorisationUse>> {
  const row = await ownAuthorisation(context, await findAuthorisation(context, id));
  const { rows, next } = await readPageOf(query, (page) => pageUses(context, row.id, page));
  return { items: rows.map(toUse), ...next };
}
const toUse = (row: UseRow): AuthorisationUse => ({
  id: row.id,
  shipmentId: row.shipment_id,
  shipmentNumber: row.shipment_number,
  version: row.version,
  act: row.act,
  step: row.step,
  declarations: row.declarations,
  usedAt: row.used_at,
  usedBy: row.used_by,
  ...(row.value === null ? {} : { value: row.value }),
  ...(row.left_declarations === null ? {} : { leftDeclarations: row.left_declarations }),
  ...(row.left_value === null ? {} : { leftValue: row.left_value }),
});

function stateOf(row: AuthorisationRow, today: string): AuthorisationView['state'] {
  if (row.revoked_at) return 'revoked';
  if (row.valid_to < today) return 'expired';
  if (!row.accepted_at) return 'offered';
  const left = leftOf(toGrant(row));
  return left.declarations === 0 || (left.value !== undefined && compareDecimals(left.value, '0') <= 0)
    ? 'used-up'
    : 'accepted';
}

async function toView(context: Context, row: AuthorisationRow): Promise<AuthorisationView> {
  const [owner, broker] = await Promise.all([
    findOrganisation(context, row.owner_id),
    findOrganisation(context, row.broker_id),
  ]);
  if (!owner || !broker) throw new Error(`authorisation ${row.id} names an organisation that is gone`);
  const today = partnerDay(context.now);
  const state = stateOf(row, today);
  const grant = toGrant(row);
  const mine = context.actor.organisationId;
  const open = state === 'offered' || state === 'accepted' || state === 'used-up';
  const warning =
    state !== 'accepted'
      ? undefined
      : (isRunningLow(grant) ?? (row.valid_to <= lastWarnedDay(context.now) ? 'period' : undefined));
  return {
    id: row.id,
    owner: toOrganisationView(owner),
    broker: toOrganisationView(broker),
    scope: grant.acts,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    districts: row.districts,
    ...(grant.declarations ? { declarations: grant.declarations } : {}),
    ...(grant.value ? { value: grant.value } : {}),
    state,
    offeredAt: row.offered_at,
    ...(row.accepted_at ? { acceptedAt: row.accepted_at } : {}),
    ...(row.revoked_at ? { revokedAt: row.revoked_at } : {}),
    ...(row.revoked_by
      ? { revokedBy: row.revoked_by === row.owner_id ? ('owner' as const) : ('broker' as const) }
      : {}),
    ...(warning ? { warning } : {}),
    actions: [
      ...(state === 'offered' && mine === row.broker_id ? (['accept'] as const) : []),
      ...(open && (mine === row.broker_id || mine === row.owner_id) ? (['revoke'] as const) : []),
    ],
  };
}
export const lastWarnedDay = (now: string): string => partnerDay(plusMs(now, WARNED_DAYS * DAY_MS));
