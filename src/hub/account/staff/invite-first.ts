// The first of an organisation's staff, invited by nobody inside it: when it has been admitted (P11). He holds every role of its kind and
// invites the others; the ways of an invitation are the same (`invite.ts`).
import type { OrganisationKind } from '../../../kernel/party.ts';
import { type Context, emitter } from '../../../runtime/context.ts';
import { rolesOfKind } from '../../../runtime/identity/policy.ts';
import { listStaff, organisationById } from '../../enterprise/index.ts';
import { sendAccountLetter } from '../../mail/index.ts';
import type { AccountEvents } from '../contract.ts';
import { type Link, makeLink } from '../links.ts';
import { endInvitationsOf } from '../store.ts';
import type { About } from './invite.ts';

const emit = emitter<AccountEvents>();

export const hasStaff = async (context: Context, organisationId: string): Promise<boolean> =>
  (await listStaff(context, organisationId)).length > 0;

export async function inviteFirst(
  context: Context,
  given: {
    readonly organisation: { readonly id: string; readonly kind: OrganisationKind };
    readonly name: string;
    readonly email: string;
    /** Sent to the address, which is confirmed by that; else handed over. */
    readonly byLetter: boolean;
  },
): Promise<Link> {
  const { organisation, name, byLetter } = given;
  const roles = rolesOfKind(organisation.kind);
  const email = given.email.trim().toLowerCase();
  const about: About = { organisationId: organisation.id, name, email, roles, byLetter };
  await endInvitationsOf(context, organisation.id);
  const link = await makeLink(context, { purpose: 'invitation', personId: null, about });
  const named = await organisationById(context, organisation.id);
  if (byLetter)
    await sendAccountLetter(context, {
      to: email,
      about: link.id,
      subject: '单位注册已批准 / Registration approved',
      lines: [
        `${named?.name ?? ''} 已注册。请 ${name} 在 7 天内打开以下链接，建立首位管理员账号：`,
        `${named?.nameEn ?? ''} is registered. ${name}, open this link within 7 days to set up the first manager’s account:`,
      ],
      link: link.url,
    });
  await emit(context, 'staff.invited', link.id, { invitationId: link.id, organisationId: organisation.id, roles });
  return link;
}
