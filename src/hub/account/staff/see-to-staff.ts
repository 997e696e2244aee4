// Who may sign in for an organisation, as its manager sees it; he lifts a delay and hands out a link where somebody cannot get in. The
// port office does it for an organisation whose manager cannot (P11).
import { type Context, emitter } from '../../../runtime/context.ts';
import { endSessions, findPersonById, listPlaces, listStaff, type Person } from '../../enterprise/index.ts';
import { sendAccountLetter } from '../../mail/index.ts';
import type { AccountEvents, StaffMember } from '../contract.ts';
import { makeLink } from '../links.ts';
import { refuse } from '../refusals.ts';
import { hasFactor, removeFactor } from '../store-factors.ts';
import { delayedUntil, forgetFailures } from '../throttle.ts';

const emit = emitter<AccountEvents>();
const isPortOffice = (context: Context) => context.actor.organisationKind === 'port-office';

/** The port office may name another organisation. */
export async function readStaff(context: Context, organisationId: string | undefined): Promise<StaffMember[]> {
  const wanted = isPortOffice(context) ? organisationId : undefined;
  const rows = await listStaff(context, wanted ?? context.actor.organisationId ?? '');
  return Promise.all(
    rows.map(async (row) => {
      const delayed = await delayedUntil(context, row.account);
      return {
        id: row.id,
        account: row.account,
        name: row.name,
        roles: row.place_roles,
        ...(row.email ? { email: row.email } : {}),
        ...(row.last_seen_at ? { lastSeenAt: row.last_seen_at } : {}),
        ...(delayed ? { delayedUntil: delayed } : {}),
        hasPassword: row.password_hash !== '',
        secondFactor: await hasFactor(context, row.id),
      };
    }),
  );
}

/** Somebody who works for the organisation that acts; for the port office, for any. */
async function ownStaff(context: Context, personId: string): Promise<Person> {
  const person = await findPersonById(context, personId);
  const places = person ? await listPlaces(context, person.id) : [];
  const own = places.some((place) => isPortOffice(context) || place.organisation_id === context.actor.organisationId);
  if (!person || !own) throw refuse('PERSON_UNKNOWN');
  return person;
}

export async function unlock(context: Context, personId: string): Promise<void> {
  const person = await ownStaff(context, personId);
  await forgetFailures(context, person.account);
  if (person.email) await forgetFailures(context, person.email);
  await emit(context, 'account.unlocked', person.id, { personId: person.id });
}

/** For whoever lost phone and recovery codes; his sessions end, and where a second factor is asked for he enrols a new one. */
export async function removeStaffFactor(context: Context, personId: string): Promise<void> {
  const person = await ownStaff(context, personId);
  await removeFactor(context, person.id);
  await endSessions(context, { personId: person.id });
  await emit(context, 'second-factor.removed', person.id, { personId: person.id });
}

/** By letter where the person's address is known, else handed over by whoever asks: there are no default passwords (ASVS 6.4.1). */
export async function handLink(
  context: Context,
  personId: string,
): Promise<{ sentTo?: string; link?: string; expiresAt: string }> {
  const person = await ownStaff(context, personId);
  const link = await makeLink(context, { purpose: 'first-sign-in', personId: person.id });
  await emit(context, 'password.reset-requested', person.id, { personId: person.id });
  const sent =
    person.email !== null &&
    (await sendAccountLetter(context, {
      to: person.email,
      about: link.id,
      subject: '设置密码 / Set your password',
      lines: [
        `请在 7 天内打开以下链接，为账号 ${person.account} 设置密码（仅可用一次）：`,
        `Open this link within 7 days to set the password of account ${person.account} (it works once):`,
      ],
      link: link.url,
    }));
  return sent && person.email
    ? { sentTo: person.email, expiresAt: link.expiresAt }
    : { link: link.url, expiresAt: link.expiresAt };
}
