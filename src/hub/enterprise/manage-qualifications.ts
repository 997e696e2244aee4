// Qualifications are declared by their organisation and count once the port office has checked them against the register; it ends those
// that the register has ended (P11; SC 22).
import { partnerDay, plusMs } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { customsKinds, type EnterpriseEvents, type QualificationGiven, type QualificationView } from './contract.ts';
import { type Held, standingOf } from './decide-qualified.ts';
import { refuse } from './refusals.ts';
import { faultsOfQualification } from './rules-qualification.ts';
import { findOrganisation } from './store.ts';
import {
  insertQualification,
  lockQualification,
  markQualification,
  noteRegistration,
  pageQualifications,
  type QualificationRow,
  takeEndingQualifications,
} from './store-qualifications.ts';

const emit = emitter<EnterpriseEvents>();
const DAY_MS = 86_400_000;
/** So long before its last day its organisation is told: renewing takes weeks. */
const WARNED_MS = 60 * DAY_MS;
const WARNED_AT_ONCE = 100;

const isPortOffice = (context: Context) => context.actor.organisationKind === 'port-office';
const told = (row: QualificationRow) => ({
  qualificationId: row.id,
  organisationId: row.organisation_id,
  kind: row.kind,
});

function newRow(context: Context, organisationId: string, given: QualificationGiven): QualificationRow {
  return {
    id: context.newId(),
    organisation_id: organisationId,
    kind: given.kind,
    number: given.number,
    issuer: given.issuer,
    valid_from: given.validFrom,
    valid_to: given.validTo ?? null,
    particulars: given.particulars ?? {},
    source: 'declared',
    state: 'pending',
    recorded_at: context.now,
    decided_at: null,
    decided_by: null,
    reason: null,
    ended_on: null,
    ended_reason: null,
  };
}

/** By its organisation; it does not count before it is confirmed. */
export async function declareQualification(context: Context, given: QualificationGiven): Promise<QualificationView> {
  const organisation = await findOrganisation(context, context.actor.organisationId ?? '');
  if (!organisation) throw new Error(`actor ${context.actor.id} has no organisation`);
  const findings = faultsOfQualification(given, { uscc: organisation.uscc ?? '' });
  if (findings.length > 0) throw refuse('QUALIFICATION_UNFIT', { count: findings.length, findings });
  const row = newRow(context, organisation.id, given);
  await insertQualification(context, row);
  await emit(context, 'qualification.declared', row.id, told(row));
  return toView(context, { ...row, name: organisation.name, name_en: organisation.name_en });
}

/** What was checked with the whole registration of its organisation, whose event says so, or belongs to the demonstration. */
export async function recordConfirmed(
  context: Context,
  organisationId: string,
  given: QualificationGiven,
): Promise<void> {
  const decided = { state: 'confirmed' as const, decided_at: context.now, decided_by: context.actor.name };
  await insertQualification(context, { ...newRow(context, organisationId, given), ...decided });
}

/** The port office names any organisation, or none for all. */
export async function readQualifications(
  context: Context,
  query: PageQuery & { readonly organisationId?: string; readonly state?: 'pending' },
): Promise<Page<QualificationView>> {
  const organisationId = isPortOffice(context) ? query.organisationId : (context.actor.organisationId ?? '');
  const wanted = { pending: query.state === 'pending', ...(organisationId ? { organisationId } : {}) };
  const { rows, next } = await readPageOf(query, (page) => pageQualifications(context, wanted, page));
  return { items: rows.map((row) => toView(context, row)), ...next };
}

/** What was carried over counts until it is ended. */
export async function decideQualification(
  context: Context,
  id: string,
  decision: { readonly accepted: boolean; readonly reason?: string },
): Promise<QualificationView> {
  const row = await lockQualification(context, id);
  if (!row) throw refuse('QUALIFICATION_UNKNOWN');
  if (row.state !== 'pending') throw refuse('QUALIFICATION_STATE_UNFIT', { state: row.state });
  const reason = decision.reason?.trim() || '–';
  const changed: typeof row = {
    ...row,
    state: decision.accepted ? 'confirmed' : 'refused',
    decided_at: context.now,
    decided_by: context.actor.name,
    reason: decision.accepted ? null : reason,
  };
  await markQualification(context, id, changed);
  if (decision.accepted && row.number && customsKinds.includes(row.kind))
    await noteRegistration(context, row.organisation_id, row.number);
  await (decision.accepted
    ? emit(context, 'qualification.confirmed', id, told(row))
    : emit(context, 'qualification.refused', id, { ...told(row), reason }));
  return toView(context, changed);
}

/** From that day on it does not count; what was filed before stays filed. */
export async function endQualification(
  context: Context,
  id: string,
  { endedOn, reason }: { readonly endedOn: string; readonly reason: string },
): Promise<QualificationView> {
  const row = await lockQualification(context, id);
  if (!row) throw refuse('QUALIFICATION_UNKNOWN');
  if (row.state !== 'confirmed' || row.ended_on !== null)
    throw refuse('QUALIFICATION_STATE_UNFIT', { state: row.ended_on === null ? row.state : 'ended' });
  const changed: typeof row = { ...row, ended_on: endedOn, ended_reason: reason };
  await markQualification(context, id, changed);
  await emit(context, 'qualification.ended', id, { ...told(row), reason, endedOn });
  return toView(context, changed);
}

/** Once for each; answers how many. */
export async function warnOfEndingQualifications(context: Context): Promise<number> {
  const days = { today: partnerDay(context.now), until: partnerDay(plusMs(context.now, WARNED_MS)) };
  const rows = await takeEndingQualifications(context, days, WARNED_AT_ONCE);
  for (const row of rows)
    await emit(context, 'qualification.expiring', row.id, { ...told(row), validTo: row.valid_to ?? '' });
  return rows.length;
}

export const toHeld = (row: QualificationRow): Held => ({
  kind: row.kind,
  state: row.state,
  validFrom: row.valid_from,
  ...(row.valid_to ? { validTo: row.valid_to } : {}),
  ...(row.ended_on ? { endedOn: row.ended_on } : {}),
});

function toView(
  context: Context,
  row: QualificationRow & { readonly name: string; readonly name_en: string },
): QualificationView {
  const state = standingOf(toHeld(row), partnerDay(context.now));
  const reason = row.ended_reason ?? row.reason;
  return {
    id: row.id,
    organisation: { id: row.organisation_id, name: row.name, nameEn: row.name_en },
    kind: row.kind,
    ...(row.number ? { number: row.number } : {}),
    issuer: row.issuer,
    validFrom: row.valid_from,
    ...(row.valid_to ? { validTo: row.valid_to } : {}),
    ...(Object.keys(row.particulars).length > 0 ? { particulars: row.particulars } : {}),
    source: row.source,
    state,
    endsSoon: state === 'valid' && row.valid_to !== null && row.valid_to <= partnerDay(plusMs(context.now, WARNED_MS)),
    recordedAt: row.recorded_at,
    ...(row.decided_at ? { decidedAt: row.decided_at } : {}),
    ...(row.decided_by ? { decidedBy: row.decided_by } : {}),
    ...(reason ? { reason } : {}),
    ...(row.ended_on ? { endedOn: row.ended_on } : {}),
  };
}
