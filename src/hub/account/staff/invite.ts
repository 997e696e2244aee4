// Staff are invited by their manager and set up their account themselves, by a link that works once; whoever has an account joins with it
// (P11; ASVS 6.4.1: no default passwords).
import { type Context, emitter } from '../../../runtime/context.ts';
import { isRole, mayHold, standsAlone } from '../../../runtime/identity/policy.ts';
import {
  findPersonByName,
  hashPassword,
  insertPerson,
  listPlaces,
  organisationById,
  savePlace,
} from '../../enterprise/index.ts';
import { plainAddress, sendAccountLetter } from '../../mail/index.ts';
import type { AccountEvents, InvitationView } from '../contract.ts';
import { makeLink, openLink, spendLink } from '../links.ts';
import { refuse } from '../refusals.ts';
import { checkPassword } from '../set-password.ts';
import { endInvitation, type LinkRow, listInvitations } from '../store.ts';

const emit = emitter<AccountEvents>();
const ACCOUNT = /^[a-z0-9][a-z0-9._-]{2,39}$/;

export type About = {
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** The letter went to that address, so whoever follows it has it. */
  readonly byLetter: boolean;
};
const aboutOf = (link: LinkRow): About => link.about as unknown as About;

/** Only what the kind of the organisation may hold, and what people may hold at all. */
export function mustBeHeld(context: Context, roles: readonly string[]): void {
  const unfit = roles.find(
    (role) => !isRole(role) || role === 'partner-system' || !mayHold(context.actor.organisationKind, role),
  );
  if (roles.length === 0 || unfit !== undefined) throw refuse('ROLE_NOT_HELD', { role: (unfit ?? '–').slice(0, 40) });
  // 三权分立 (R25): one person neither runs the platform and says who may, nor audits what he did himself.
  const alone = new Set(roles).size > 1 ? roles.find(standsAlone) : undefined;
  if (alone !== undefined) throw refuse('ROLE_STANDS_ALONE', { role: alone });
}

export async function invite(
  context: Context,
  given: { email: string; name: string; roles: readonly string[] },
): Promise<{ id: string; sentTo?: string; link?: string; expiresAt: string }> {
  mustBeHeld(context, given.roles);
  const email = plainAddress(given.email.trim())?.toLowerCase();
  if (!email) throw refuse('EMAIL_INVALID', { address: given.email.slice(0, 100) });
  const organisationId = context.actor.organisationId ?? '';
  const organisation = await organisationById(context, organisationId);
  const byLetter = context.settings.mailFrom !== undefined;
  const about: About = { organisationId, name: given.name, email, roles: [...new Set(given.roles)], byLetter };
  const link = await makeLink(context, { purpose: 'invitation', personId: null, about });
  await sendAccountLetter(context, {
    to: email,
    about: link.id,
    subject: '加入单一窗口 / Join the Trade Single Window',
    lines: [
      `${organisation?.name ?? ''} 邀请您（${given.name}）使用国际贸易单一窗口。请在 7 天内打开以下链接：`,
      `${organisation?.nameEn ?? ''} invites you to the Trade Single Window. Open this link within 7 days:`,
    ],
    link: link.url,
  });
  await emit(context, 'staff.invited', link.id, { invitationId: link.id, organisationId, roles: about.roles });
  return { id: link.id, expiresAt: link.expiresAt, ...(byLetter ? { sentTo: email } : { link: link.url }) };
}

export async function readInvitations(context: Context): Promise<InvitationView[]> {
  const rows = await listInvitations(context, context.actor.organisationId ?? '');
  return rows.map((row) => {
    const { name, email, roles } = aboutOf(row);
    return { id: row.id, name, email, roles, expiresAt: row.expires_at };
  });
}

export async function withdrawInvitation(context: Context, id: string): Promise<void> {
  const organisationId = context.actor.organisationId ?? '';
  if (!(await endInvitation(context, id, organisationId))) throw refuse('INVITATION_UNKNOWN');
  await emit(context, 'invitation.withdrawn', id, { invitationId: id, organisationId });
}

export async function lookAtInvitation(context: Context, token: string) {
  const link = await openLink(context, token, ['invitation']);
  const { organisationId, name, email, roles } = aboutOf(link);
  const organisation = await organisationById(context, organisationId);
  return {
    organisation: organisation?.name ?? '',
    organisationEn: organisation?.nameEn ?? '',
    name,
    email,
    roles,
    expiresAt: link.expires_at,
  };
}

/** As the person who is signed in, or with a new account. */
export async function acceptInvitation(
  context: Context,
  given: { token: string; account?: string; password?: string },
): Promise<void> {
  const personId = context.actor.kind === 'person' && context.actor.sessionId ? context.actor.id : undefined;
  await join(context, { ...given, password: given.password ?? '', ...(personId ? { personId } : {}) });
}

/** As the person whom an identity provider named, or with a new account that has no password; answers who it is. */
export const joinByProvider = (
  context: Context,
  given: { readonly token: string; readonly account: string; readonly personId?: string },
): Promise<string> => join(context, given);

type Joining = {
  readonly token: string;
  readonly account?: string;
  /** Absent: somebody else says who it is. */
  readonly password?: string;
  readonly personId?: string;
};
async function join(context: Context, given: Joining): Promise<string> {
  const link = await openLink(context, given.token, ['invitation']);
  const about = aboutOf(link);
  const { personId } = given;
  const joined = personId ?? (await makePerson(context, about, given));
  if (personId) {
    const places = await listPlaces(context, personId);
    if (places.some((place) => place.organisation_id === about.organisationId)) throw refuse('ALREADY_STAFF');
    await savePlace(context, { personId, organisationId: about.organisationId, roles: about.roles });
  }
  await spendLink(context, link);
  await emit(context, 'staff.joined', joined, {
    personId: joined,
    organisationId: about.organisationId,
    roles: about.roles,
  });
  return joined;
}

async function makePerson(context: Context, about: About, given: Joining): Promise<string> {
  const account = given.account?.trim().toLowerCase() ?? '';
  if (!ACCOUNT.test(account)) throw refuse('ACCOUNT_NAME_UNFIT', { account: account.slice(0, 40) });
  if (await findPersonByName(context, account)) throw refuse('ACCOUNT_NAME_TAKEN', { account });
  const known = await findPersonByName(context, about.email);
  const id = context.newId();
  const person = {
    id,
    account,
    name: about.name,
    organisation_id: about.organisationId,
    roles: [...about.roles],
    password_hash: '',
    password_changed_at: null,
    email: about.byLetter && !known ? about.email : null,
  };
  const { password } = given;
  if (password !== undefined) await checkPassword(context, person, password);
  await insertPerson(context, {
    id,
    account,
    name: person.name,
    organisation_id: person.organisation_id,
    roles: person.roles,
    password_hash: password === undefined ? '' : await hashPassword(password),
    ...(person.email ? { email: person.email } : {}),
  });
  return id;
}
