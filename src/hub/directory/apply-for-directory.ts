// An enterprise applies for the foreign exchange directory, and corrects what was sent back (N7; SC 22 名录登记网上办理). What it writes is kept in
// every version and goes out by the event, as a document of no case (decision 0064).
import type { Bilingual } from '../../kernel/bilingual.ts';
import { partnerDay } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { organisationById } from '../enterprise/index.ts';
import { neededDocuments } from '../mapping/index.ts';
import { directoryStanding } from '../payment/index.ts';
import {
  type ApplicationKind,
  type ApplicationView,
  type BlankForm,
  type DirectoryEvents,
  type DirectoryForm,
  fieldsOf,
  formFields,
  stateNames,
} from './contract.ts';
import { readApplication } from './read-applications.ts';
import { refuse } from './refusals.ts';
import { faultsOfForm } from './rules-form.ts';
import {
  type ApplicationRow,
  findLastForm,
  findUnderWay,
  insertApplication,
  insertFiling,
  lockApplication,
  lockEnterprise,
  markApplication,
  nextSerial,
} from './store.ts';

const emit = emitter<DirectoryEvents>();
/** Those that buy and sell goods, or declare for them and may: not authorities, stations and banks. */
const kinds = ['trader', 'broker', 'forwarder', 'carrier'];

export async function applyForDirectory(
  context: Context,
  { kind, form: given }: { readonly kind: ApplicationKind; readonly form: DirectoryForm },
): Promise<ApplicationView> {
  const organisationId = await mustMayApply(context);
  await mustBeAlone(context, organisationId);
  const form = trimmed(given);
  await mustBeRight(context, organisationId, { kind, form });
  const row: ApplicationRow = {
    id: context.newId(),
    number: `ML${partnerDay(context.now).replaceAll('-', '').slice(2)}${String(await nextSerial(context)).padStart(7, '0')}`,
    organisation_id: organisationId,
    kind,
    state: 'sent',
    version: 1,
    simulated: context.settings.mode === 'demo',
  };
  await insertApplication(context, row);
  return file(context, row, form);
}

/** The next version of what was sent back; the administration gets the whole of it again, under a number of its own. */
export async function correctApplication(
  context: Context,
  { id, form: given }: { readonly id: string; readonly form: DirectoryForm },
): Promise<ApplicationView> {
  const organisationId = await mustMayApply(context);
  await lockEnterprise(context, organisationId);
  const row = await lockApplication(context, id);
  if (!row || row.organisation_id !== organisationId) throw refuse('DIRECTORY_APPLICATION_UNKNOWN');
  if (row.state !== 'returned') throw refuse('DIRECTORY_APPLICATION_NOT_RETURNED', named(row));
  await mustBeAlone(context, organisationId);
  const form = trimmed(given);
  await mustBeRight(context, organisationId, { kind: row.kind, form });
  const next = { ...row, state: 'sent' as const, version: row.version + 1 };
  await markApplication(context, row.id, { state: next.state, version: next.version });
  return file(context, next, form);
}
const named = ({ number, state }: ApplicationRow): { number: string; state: string } & Bilingual => ({
  number,
  state: stateNames[state].zh,
  ...stateNames[state],
});

async function file(context: Context, row: ApplicationRow, form: DirectoryForm): Promise<ApplicationView> {
  await insertFiling(context, {
    application_id: row.id,
    organisation_id: row.organisation_id,
    version: row.version,
    client_number: `${row.number}-${row.version}`,
    form,
    filed_at: context.now,
    filed_by: context.actor.name,
  });
  await emit(context, 'directory.applied', row.id, {
    applicationId: row.id,
    organisationId: row.organisation_id,
    number: row.number,
    kind: row.kind,
    version: row.version,
  });
  return readApplication(context, row);
}

async function mustMayApply(context: Context): Promise<string> {
  const { organisationId = '', organisationKind = '' } = context.actor;
  if (!kinds.includes(organisationKind)) throw refuse('DIRECTORY_NOT_FOR_KIND', { kind: organisationKind });
  if (neededDocuments('directory.applied', {}).length === 0) throw refuse('DIRECTORY_NOT_TAKEN');
  return organisationId;
}
async function mustBeAlone(context: Context, organisationId: string): Promise<void> {
  await lockEnterprise(context, organisationId);
  const other = await findUnderWay(context, organisationId);
  if (other) throw refuse('DIRECTORY_APPLICATION_OPEN', { number: other.number });
}

async function mustBeRight(
  context: Context,
  organisationId: string,
  { kind, form }: { readonly kind: ApplicationKind; readonly form: DirectoryForm },
): Promise<void> {
  const organisation = await organisationById(context, organisationId);
  const listed = await listedAs(context, organisationId);
  const before = await findLastForm(context, organisationId, true);
  const findings = faultsOfForm(kind, form, {
    ...(organisation?.uscc ? { uscc: organisation.uscc } : {}),
    ...(organisation?.customsRegistration ? { customsCode: organisation.customsRegistration } : {}),
    ...(listed ? { listed } : {}),
    ...(before ? { before } : {}),
  });
  if (findings.length > 0) throw refuse('DIRECTORY_FORM_HAS_ERRORS', { count: findings.length, findings });
}

export async function listedAs(context: Context, organisationId: string): Promise<BlankForm['listed']> {
  const standing = await directoryStanding(context, organisationId);
  if (!standing) return undefined;
  const { number, grade, state } = standing;
  return {
    number,
    ...(grade ? { grade } : {}),
    state: state === 'ended' || state === 'refused' ? state : 'registered',
  };
}

/** Without blanks around what was written, and without boxes that are empty. */
function trimmed(form: DirectoryForm): DirectoryForm {
  const filled = formFields.flatMap(({ id }): [string, string][] => {
    const value = (form[id] ?? '').trim();
    return value === '' ? [] : [[id, value]];
  });
  return Object.fromEntries(filled);
}

/** Only the boxes of that kind. */
export const boxesOf = (kind: ApplicationKind, form: DirectoryForm): DirectoryForm =>
  Object.fromEntries(fieldsOf(kind).flatMap(({ id }): [string, string][] => (form[id] ? [[id, form[id]]] : [])));
