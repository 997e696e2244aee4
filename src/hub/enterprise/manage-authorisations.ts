// Electronic authorisation (无纸化委托): the owner offers, the broker accepts, either revokes at once (P11; SC 22, 17).
import { partnerDay } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import type { AuthorisationView, EnterpriseEvents } from './contract.ts';
import { toOrganisationView } from './read-organisations.ts';
import { refuse } from './refusals.ts';
import {
  type AuthorisationRow,
  findAuthorisation,
  findOrganisation,
  findOrganisationByUscc,
  hasLiveAuthorisation,
  insertAuthorisation,
  listAuthorisedOwners,
  markAuthorisation,
  pageAuthorisations,
} from './store.ts';

const emit = emitter<EnterpriseEvents>();
const YEAR_MS = 366 * 86_400_000;

export async function offerAuthorisation(
  context: Context,
  offer: { brokerUscc: string; scope: AuthorisationView['scope']; validFrom: string; validTo: string },
): Promise<AuthorisationView> {
  const broker = await findOrganisationByUscc(context, offer.brokerUscc);
  const ownerId = context.actor.organisationId;
  if (!broker || broker.kind !== 'broker' || !ownerId)
    throw refuse('ORGANISATION_UNKNOWN', { organisation: offer.brokerUscc });
  const lengthMs = Date.parse(offer.validTo) - Date.parse(offer.validFrom);
  if (!(lengthMs >= 0 && lengthMs <= YEAR_MS))
    throw refuse('AUTHORISATION_PERIOD_INVALID', { from: offer.validFrom, to: offer.validTo });
  const row = {
    id: context.newId(),
    owner_id: ownerId,
    broker_id: broker.id,
    scope: offer.scope,
    valid_from: offer.validFrom,
    valid_to: offer.validTo,
    accepted_at: null,
    revoked_at: null,
  };
  await insertAuthorisation(context, row);
  await emit(context, 'authorisation.offered', row.id, { authorisationId: row.id, ownerId, brokerId: broker.id });
  return toView(context, row);
}

export async function acceptAuthorisation(context: Context, id: string): Promise<AuthorisationView> {
  const row = await findAuthorisation(context, id);
  if (!row || (row.broker_id !== context.actor.organisationId && row.owner_id !== context.actor.organisationId))
    throw refuse('AUTHORISATION_UNKNOWN');
  if (row.broker_id !== context.actor.organisationId) throw refuse('AUTHORISATION_NOT_YOURS', { party: 'broker' });
  if (row.accepted_at === null && row.revoked_at === null) {
    await markAuthorisation(context, id, { accepted_at: context.now });
    await emit(context, 'authorisation.accepted', id, {
      authorisationId: id,
      ownerId: row.owner_id,
      brokerId: row.broker_id,
    });
  }
  return toView(context, { ...row, accepted_at: row.accepted_at ?? context.now });
}

export async function revokeAuthorisation(context: Context, id: string): Promise<AuthorisationView> {
  const row = await findAuthorisation(context, id);
  if (!row || (row.broker_id !== context.actor.organisationId && row.owner_id !== context.actor.organisationId))
    throw refuse('AUTHORISATION_UNKNOWN');
  if (row.revoked_at === null) {
    await markAuthorisation(context, id, { revoked_at: context.now });
    await emit(context, 'authorisation.revoked', id, {
      authorisationId: id,
      ownerId: row.owner_id,
      brokerId: row.broker_id,
    });
  }
  return toView(context, { ...row, revoked_at: row.revoked_at ?? context.now });
}

export async function readAuthorisations(context: Context, query: PageQuery): Promise<Page<AuthorisationView>> {
  const { rows, next } = await readPageOf(query, (page) =>
    pageAuthorisations(context, context.actor.organisationId ?? '', page),
  );
  return { items: await Promise.all(rows.map((row) => toView(context, row))), ...next };
}

/** Whether a broker holds a live authorisation of this owner today. */
export const mayFileFor = (context: Context, brokerId: string, ownerId: string): Promise<boolean> =>
  hasLiveAuthorisation(context, ownerId, brokerId, partnerDay(context.now));
export const authorisedOwners = (context: Context, brokerId: string): Promise<string[]> =>
  listAuthorisedOwners(context, brokerId, partnerDay(context.now));

async function toView(context: Context, row: AuthorisationRow): Promise<AuthorisationView> {
  const [owner, broker] = await Promise.all([
    findOrganisation(context, row.owner_id),
    findOrganisation(context, row.broker_id),
  ]);
  if (!owner || !broker) throw new Error(`authorisation ${row.id} names an organisation that is gone`);
  const today = partnerDay(context.now);
  const state = row.revoked_at
    ? 'revoked'
    : row.valid_to < today
      ? 'expired'
      : row.accepted_at
        ? 'accepted'
        : 'offered';
  return {
    id: row.id,
    owner: toOrganisationView(owner),
    broker: toOrganisationView(broker),
    scope: row.scope as AuthorisationView['scope'],
    validFrom: row.valid_from,
    validTo: row.valid_to,
    state,
  };
}
