// Reading cases: one, a page of them, their versions; and the questions other modules ask.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { partnerDay } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { mayDo } from '../../runtime/identity/policy.ts';
import { documentById, elementsFor } from '../mapping/index.ts';
import { readChanges } from './apply-for-change.ts';
import { allowedActions, partyOf, readable, seesUnfiled, visibilityOf } from './access.ts';
import { narrowForm, narrowPaths } from './narrow-form.ts';
import { findingsOf } from './check-shipment.ts';
import { compareForms } from './compare-forms.ts';
import type { ChangeView, Form, Page, ShipmentSummary, ShipmentVersion, ShipmentView } from './contract.ts';
import { nextState } from './states.ts';
import { mayChangeClosed } from './change-closed.ts';
import { findCompletion } from './store-completion.ts';
import { toCompletion } from './two-step.ts';
import {
  findLatestVersion,
  findShipment,
  findVersion,
  listAnswers,
  listVersions,
  searchShipments,
  type ShipmentRow,
} from './store.ts';

/** What lists show of the summary; the places are for filters only. */
function shownOf({ places: _forFilters, ...shown }: ShipmentRow['summary']) {
  return shown;
}
const toSummary = (row: ShipmentRow): ShipmentSummary => ({
  id: row.id,
  number: row.number,
  direction: row.direction,
  transportMode: row.transport_mode,
  owner: { id: row.owner_id, name: row.owner_name },
  filer: { id: row.filer_id, name: row.filer_name },
  state: row.state,
  progress: row.progress,
  version: row.version,
  ...shownOf(row.summary),
  updatedAt: row.updated_at,
  simulated: row.simulated,
});

export async function readPage(
  context: Context,
  query: { query?: string; state?: string; progress?: string; after?: string; limit?: number },
): Promise<Page<ShipmentSummary>> {
  const limit = query.limit ?? 50;
  const rows = await searchShipments(context, { ...query, limit: limit + 1, visibility: await visibilityOf(context) });
  const items = rows.slice(0, limit).map(toSummary);
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last ? { next: last.id } : {}) };
}

export async function readShipment(context: Context, shipmentId: string): Promise<ShipmentView> {
  const row = await readable(context, shipmentId);
  const draft = seesUnfiled(context) ? row.draft : null;
  const form = draft ?? (await findVersion(context, row.id, row.version))?.form ?? {};
  const answers = await listAnswers(context, row.id);
  const party = partyOf(context.actor);
  const known = party === undefined ? undefined : elementsFor(party);
  const changes = await readChanges(context, row);
  const completion = row.version > 0 ? await findCompletion(context, row.id) : undefined;
  return {
    ...toSummary(row),
    revision: row.revision,
    form: known === undefined ? form : narrowForm(form, known),
    amending: row.version > 0 && draft !== null,
    findings: draft ? await findingsOf(context, form, 'draft') : [],
    answers: answers.map((a) => a.answer).filter((a) => party === undefined || a.channel === party),
    changes: changes.map((change) => ({ ...change, changed: narrowPaths(change.changed, known) })),
    ...(completion ? { completion: toCompletion(completion, partnerDay(context.now)) } : {}),
    can: await stepsFor(
      context,
      row,
      changes.find((change) => change.state === 'applied'),
    ),
  };
}

const stepActions = [
  'shipment.write',
  'shipment.submit',
  'instruction.issue',
  'document.read',
  'look.withhold',
] as const;
/** What the reader may do with it now: by his roles, by what he is to the case, and by its state. */
async function stepsFor(
  context: Context,
  row: ShipmentRow,
  undecided: ChangeView | undefined,
): Promise<ShipmentView['can']> {
  const held = stepActions.filter((action) => mayDo(context.actor.roles, action));
  const allowed = await allowedActions(context, row, held);
  const can: ShipmentView['can'][number][] = [];
  if (mayDo(context.actor.roles, 'shipment.write')) can.push('copy');
  if (allowed.has('shipment.write')) {
    if (row.draft !== null) can.push('edit');
    else if (!undecided && (nextState(row.state, 'amend') || (await mayChangeClosed(context, row)))) can.push('amend');
  }
  if (allowed.has('shipment.write') && undecided && undecided.retractedAt === undefined) can.push('retract');
  if (allowed.has('shipment.submit')) {
    if (row.draft !== null) can.push('submit');
    if (nextState(row.state, 'withdraw') && !undecided) can.push('withdraw');
  }
  if (allowed.has('instruction.issue') && row.state === 'submitted') can.push('instruct');
  if (allowed.has('document.read')) can.push('documents');
  if (allowed.has('look.withhold')) can.push('withhold');
  if (allowed.has('shipment.write')) can.push('attach');
  return can;
}

export async function readVersions(context: Context, shipmentId: string): Promise<ShipmentVersion[]> {
  const row = await readable(context, shipmentId);
  const versions = await listVersions(context, row.id);
  const party = partyOf(context.actor);
  const filed = versions.map((v, i) => ({
    version: v.version,
    submittedAt: v.submitted_at,
    submittedBy: v.submitted_by,
    ...(v.reason ? { reason: v.reason } : {}),
    changed: narrowPaths(
      compareForms(versions[i - 1]?.form ?? {}, v.form).filter(() => i > 0),
      party === undefined ? undefined : elementsFor(party),
    ),
  }));
  const last = versions.at(-1);
  return row.draft && last && seesUnfiled(context)
    ? [...filed, { version: row.version + 1, changed: compareForms(last.form, row.draft) }]
    : filed;
}

/** The form of a submitted version (the latest where none is named). */
export async function readSubmittedForm(
  context: Context,
  shipmentId: string,
  version?: number,
): Promise<Form | undefined> {
  const found =
    version === undefined ? findLatestVersion(context, shipmentId) : findVersion(context, shipmentId, version);
  return (await found)?.form;
}

/** Partners that rejected their document of the version now filed: what the trader has to mend before they speak. */
export async function rejectionsOf(
  context: Context,
  shipmentId: string,
): Promise<{ by: string; text: Bilingual; at: string }[]> {
  const row = await findShipment(context, shipmentId);
  if (!row || row.state !== 'submitted') return [];
  return (await listAnswers(context, shipmentId)).flatMap(({ answer: a }) =>
    a.outcome === 'rejected' &&
    (a.version ?? row.version) === row.version &&
    !documentById(a.document)?.document.standsAlone
      ? [{ by: a.channel, text: a.text, at: a.at }]
      : [],
  );
}

export type ShipmentHeading = {
  readonly number: string;
  readonly ownerName: string;
  readonly filerId?: string;
  readonly simulated: boolean;
  readonly version: number;
  readonly state: string;
  readonly progress: string;
  readonly declarationNumber?: string;
};
export async function shipmentHeading(context: Context, shipmentId: string): Promise<ShipmentHeading | undefined> {
  const row = await findShipment(context, shipmentId);
  return (
    row && {
      number: row.number,
      ownerName: row.owner_name,
      ...(row.filer_id ? { filerId: row.filer_id } : {}),
      simulated: row.simulated,
      version: row.version,
      state: row.state,
      progress: row.progress,
      ...(row.summary.declarationNumber ? { declarationNumber: row.summary.declarationNumber } : {}),
    }
  );
}
