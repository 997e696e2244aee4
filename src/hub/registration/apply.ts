// An organisation asks to be registered, and follows what becomes of it by its link (P11; SC 22). Whoever asks is nobody here yet: what he
// holds is a token of 256 random bits, kept as a digest.
import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../../kernel/digest.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { hasStaff, inviteFirst } from '../account/index.ts';
import { organisationByUscc } from '../enterprise/index.ts';
import { plainAddress } from '../mail/index.ts';
import type { Application, ApplicationLook, RegistrationEvents } from './contract.ts';
import { refuse } from './refusals.ts';
import { faultsOfApplication } from './rules-application.ts';
import { type ApplicationRow, findByToken, insertApplication } from './store.ts';
import { toApplicationView } from './view.ts';

const emit = emitter<RegistrationEvents>();

/** Several may ask for the same organisation: otherwise whoever came first could keep the right one out. The port office decides. */
export async function applyForRegistration(
  context: Context,
  given: Application,
): Promise<{ id: string; link: string; token: string }> {
  const findings = [...faultsOfApplication(given), ...faultsOfAddresses(given)];
  if (findings.length > 0) throw refuse('APPLICATION_HAS_ERRORS', { count: findings.length, findings });
  if (await organisationByUscc(context, given.uscc)) throw refuse('ORGANISATION_REGISTERED', { uscc: given.uscc });
  const token = randomBytes(32).toString('base64url');
  const id = context.newId();
  await context.beyondLock((open) => insertApplication(open, { id, token_digest: sha256Hex(token), given }));
  await emit(context, 'organisation.applied', id, { applicationId: id, uscc: given.uscc, kind: given.kind });
  return { id, token, link: `${context.settings.baseUrl}/registration#${token}` };
}

const faultsOfAddresses = ({ contact, administrator }: Application) =>
  Object.entries({ 'contact.email': contact.email, 'administrator.email': administrator.email })
    .filter(([, email]) => plainAddress(email.trim()) === undefined)
    .map(([path, value]) => ({
      path,
      value,
      rule: 'one-plain-address',
      ruleVersion: '1',
      severity: 'error' as const,
      message: { zh: '不是一个邮箱地址', en: 'It is not one e-mail address' },
      remedy: { zh: '请填写一个邮箱，如 name@example.com', en: 'Give one address, e.g. name@example.com' },
    }));

async function applicationOf(context: Context, token: string): Promise<ApplicationRow> {
  const row = await context.beyondLock((open) => findByToken(open, sha256Hex(token)));
  if (!row) throw refuse('APPLICATION_LINK_INVALID');
  return row;
}
const isClaimable = async (context: Context, row: ApplicationRow): Promise<boolean> =>
  row.state === 'approved' && row.organisation_id !== null && !(await hasStaff(context, row.organisation_id));

export async function lookAtApplication(context: Context, token: string): Promise<ApplicationLook> {
  const row = await applicationOf(context, token);
  const { decidedBy: _by, organisationId: _organisation, ...shown } = toApplicationView(row);
  return { ...shown, claimable: await isClaimable(context, row) };
}

/** The first administrator sets up his account, with or without a mail server; earlier invitations of his end. */
export async function claimOrganisation(context: Context, token: string): Promise<{ link: string; expiresAt: string }> {
  const row = await applicationOf(context, token);
  if (!(await isClaimable(context, row)) || row.organisation_id === null) throw refuse('APPLICATION_NOT_CLAIMABLE');
  const invited = await inviteFirst(context, {
    organisation: { id: row.organisation_id, kind: row.kind },
    ...row.administrator,
    byLetter: false,
  });
  return { link: invited.url, expiresAt: invited.expiresAt };
}
