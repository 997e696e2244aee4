// The first of each of the port office's three roles (R25): invited from the machine itself, by whoever installs or updates, because nobody
// inside it could yet. Once a role is held, its holders' colleague, the security administrator, invites.
import { type Context, emitter } from '../../../runtime/context.ts';
import { rolesOfKind } from '../../../runtime/identity/policy.ts';
import { findPortOffice, insertOrganisation, listStaff } from '../../enterprise/index.ts';
import type { AccountEvents } from '../contract.ts';
import { type Link, makeLink } from '../links.ts';
import { refuse } from '../refusals.ts';
import type { About } from './invite.ts';

const emit = emitter<AccountEvents>();

export async function inviteToOffice(
  context: Context,
  given: {
    readonly role: string;
    readonly name: string;
    readonly email: string;
    /** Of an office that is not there yet. */
    readonly office?: { readonly name: string; readonly nameEn: string; readonly uscc: string };
  },
): Promise<Link> {
  const { role, name, email, office } = given;
  if (!rolesOfKind('port-office').some((one) => one === role))
    throw refuse('ROLE_NOT_HELD', { role: role.slice(0, 40) });
  const found = await findPortOffice(context);
  if (!found && !office) throw refuse('PORT_OFFICE_MISSING');
  const organisationId = found?.id ?? context.newId();
  if (!found && office)
    await insertOrganisation(context, {
      id: organisationId,
      name: office.name,
      name_en: office.nameEn,
      kind: 'port-office',
      uscc: office.uscc,
      customs_registration: null,
      authority: null,
      channel_id: null,
      district: null,
    });
  const staff = await listStaff(context, organisationId);
  // Two security administrators, because they act by two.
  const most = role === 'security-administrator' ? 2 : 1;
  if (staff.filter((one) => one.place_roles.includes(role)).length >= most) throw refuse('OFFICE_ROLE_HELD', { role });
  const about: About = { organisationId, name, email: email.trim().toLowerCase(), roles: [role], byLetter: false };
  const link = await makeLink(context, { purpose: 'invitation', personId: null, about });
  await emit(context, 'staff.invited', link.id, { invitationId: link.id, organisationId, roles: about.roles });
  return link;
}
