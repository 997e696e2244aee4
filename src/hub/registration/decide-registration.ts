// The port office admits an organisation or refuses it with a reason (P11; SC 22). Admitted: it exists, what it is qualified for counts as
// checked, and its first administrator is invited. Which channel or authority it is, only the port office can say.
import type { AuthorityId } from '../../kernel/party.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { inviteFirst } from '../account/index.ts';
import {
  customsCodeIsTaken,
  customsKinds,
  insertOrganisation,
  organisationByUscc,
  recordConfirmed,
} from '../enterprise/index.ts';
import { sendAccountLetter } from '../mail/index.ts';
import type { ApplicationState, ApplicationView, RegistrationEvents } from './contract.ts';
import { refuse } from './refusals.ts';
import { type ApplicationRow, lockApplication, markApplication, pageApplications } from './store.ts';
import { toApplicationView } from './view.ts';

const emit = emitter<RegistrationEvents>();

export async function readApplications(
  context: Context,
  query: PageQuery & { readonly state?: ApplicationState },
): Promise<Page<ApplicationView>> {
  const { rows, next } = await readPageOf(query, (page) => pageApplications(context, query.state, page));
  return { items: rows.map(toApplicationView), ...next };
}

export type Decision = {
  readonly approved: boolean;
  readonly reason?: string;
  readonly authority?: AuthorityId;
  readonly channelId?: string;
};
export type Decided = { readonly application: ApplicationView; readonly sentTo?: string; readonly link?: string };

export async function decideRegistration(context: Context, id: string, decision: Decision): Promise<Decided> {
  const row = await lockApplication(context, id);
  if (!row) throw refuse('APPLICATION_UNKNOWN');
  if (row.state !== 'open') throw refuse('APPLICATION_DECIDED', { state: row.state });
  return decision.approved ? admit(context, row, decision) : turnAway(context, row, decision.reason?.trim());
}

async function admit(context: Context, row: ApplicationRow, decision: Decision): Promise<Decided> {
  if (row.kind === 'authority' && !decision.authority) throw refuse('AUTHORITY_NEEDED');
  if (await organisationByUscc(context, row.uscc)) throw refuse('ORGANISATION_REGISTERED', { uscc: row.uscc });
  const number = row.qualifications.find((one) => customsKinds.includes(one.kind))?.number ?? null;
  if (number && (await customsCodeIsTaken(context, number))) throw refuse('CUSTOMS_CODE_TAKEN', { number });
  const organisationId = context.newId();
  await insertOrganisation(context, {
    id: organisationId,
    name: row.name,
    name_en: row.name_en,
    kind: row.kind,
    uscc: row.uscc,
    customs_registration: number,
    authority: row.kind === 'authority' ? (decision.authority ?? null) : null,
    channel_id: decision.channelId ?? null,
    district: row.district,
  });
  for (const one of row.qualifications) await recordConfirmed(context, organisationId, one);
  await markApplication(context, row.id, { state: 'approved', reason: null, organisationId });
  await emit(context, 'organisation.approved', row.id, {
    applicationId: row.id,
    organisationId,
    uscc: row.uscc,
    kind: row.kind,
  });
  const byLetter = context.settings.mailFrom !== undefined;
  const invited = await inviteFirst(context, {
    organisation: { id: organisationId, kind: row.kind },
    ...row.administrator,
    byLetter,
  });
  return {
    application: decided(context, row, { state: 'approved', organisation_id: organisationId }),
    ...(byLetter ? { sentTo: row.administrator.email } : { link: invited.url }),
  };
}

async function turnAway(context: Context, row: ApplicationRow, reason: string | undefined): Promise<Decided> {
  if (!reason) throw refuse('REASON_NEEDED');
  await markApplication(context, row.id, { state: 'refused', reason, organisationId: null });
  await emit(context, 'organisation.refused', row.id, { applicationId: row.id, uscc: row.uscc, reason });
  const sent = await sendAccountLetter(context, {
    to: row.contact.email,
    about: row.id,
    subject: '单位注册未获批准 / Registration refused',
    lines: [
      `${row.name}（${row.uscc}）的注册申请未获批准。理由：${reason}。更正后可重新申请：`,
      `The registration of ${row.name_en} was refused: ${reason}. Correct it and apply again:`,
    ],
    link: `${context.settings.baseUrl}/registration`,
  });
  return {
    application: decided(context, row, { state: 'refused', reason }),
    ...(sent ? { sentTo: row.contact.email } : {}),
  };
}

const decided = (context: Context, row: ApplicationRow, change: Partial<ApplicationRow>): ApplicationView =>
  toApplicationView({ ...row, ...change, decided_at: context.now, decided_by: context.actor.name });
