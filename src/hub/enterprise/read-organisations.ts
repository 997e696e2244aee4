// Questions about organisations and the session, for pages and for other modules.
import type { Context } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { FACTOR_PENDING, stricter } from '../../runtime/identity/demand-factor.ts';
import { actions, mayAct } from '../../runtime/identity/policy.ts';
import type { FactorDemand, OrganisationView, SessionView } from './contract.ts';
import { leastOf } from './demand-second-factor.ts';
import {
  findOrganisation,
  findOrganisationByUscc,
  findPerson,
  type OrganisationRow,
  pageOrganisations,
} from './store.ts';
import { listPlaces } from './store-people.ts';

export const toOrganisationView = (row: OrganisationRow): OrganisationView => ({
  id: row.id,
  name: row.name,
  nameEn: row.name_en,
  kind: row.kind,
  ...(row.uscc ? { uscc: row.uscc } : {}),
  ...(row.customs_registration ? { customsRegistration: row.customs_registration } : {}),
});

export async function organisationByUscc(context: Context, uscc: string): Promise<OrganisationView | undefined> {
  const row = await findOrganisationByUscc(context, uscc);
  return row && toOrganisationView(row);
}
export async function organisationById(context: Context, id: string): Promise<OrganisationView | undefined> {
  const row = await findOrganisation(context, id);
  return row && toOrganisationView(row);
}
/** Brokers and traders one can deal with; authorities and operators are not listed to enterprises. */
export async function readOrganisations(context: Context, query: PageQuery): Promise<Page<OrganisationView>> {
  const { rows, next } = await readPageOf(query, (page) => pageOrganisations(context, ['broker', 'trader'], page));
  return { items: rows.map(toOrganisationView), ...next };
}

export async function readSession(context: Context): Promise<SessionView> {
  const { actor } = context;
  const organisation = await findOrganisation(context, actor.organisationId ?? '');
  const person = actor.kind === 'person' ? await findPerson(context, actor.id) : undefined;
  const places = person ? await listPlaces(context, person.id) : [];
  if (!organisation) throw new Error(`actor ${actor.id} has no organisation`);
  const { least, start } = await leastOf(context, organisation);
  return {
    user: { id: actor.id, name: actor.name, account: person?.account ?? actor.name },
    organisation: {
      id: organisation.id,
      name: organisation.name,
      nameEn: organisation.name_en,
      kind: organisation.kind,
      ...(organisation.authority ? { authority: organisation.authority } : {}),
      ...(organisation.channel_id ? { channelId: organisation.channel_id } : {}),
      secondFactor: stricter(organisation.second_factor as FactorDemand, least),
      secondFactorLeast: least,
    },
    organisations: places.map((p) => ({ id: p.organisation_id, name: p.name, nameEn: p.name_en, kind: p.kind })),
    roles: actor.roles,
    actions: actions.filter((action) => mayAct(actor, action)),
    factorPending: actor.roles.includes(FACTOR_PENDING),
    ...(start ? { secondFactorStart: start } : {}),
    mode: context.settings.mode,
  };
}
