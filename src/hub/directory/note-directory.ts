// What the administration says of an application: accepted, sent back, approved, refused (N7). At least once and in any order, so it may run twice.
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import type { DirectoryEvents, FieldId } from './contract.ts';
import { fieldIds } from './contract.ts';
import { stateOf } from './states.ts';
import { insertAnswer, listAnswers, lockApplication, markApplication } from './store.ts';

const emit = emitter<DirectoryEvents>();

export async function noteDirectory(
  context: Context,
  { payload }: StoredEvent<ExchangeEvents['directory.told']>,
): Promise<void> {
  const { applicationId, version, path, fact, messageId, simulated } = payload;
  const row = await lockApplication(context, applicationId);
  if (!row) return;
  const isNews = await insertAnswer(context, {
    application_id: row.id,
    organisation_id: row.organisation_id,
    message_id: messageId,
    version,
    outcome: fact.outcome,
    text: fact.text,
    said_at: fact.at,
    partner_number: fact.partnerNumber ?? null,
    field: fieldOf(path),
    entry: fact.entry ?? null,
    simulated,
  });
  if (!isNews) return;
  const answers = await listAnswers(context, [row.id]);
  const state = stateOf(
    row.version,
    answers.map((one) => ({ version: one.version, outcome: one.outcome, at: one.said_at })),
  );
  if (state === row.state) return;
  await markApplication(context, row.id, { state });
  await emit(context, 'directory.changed', row.id, {
    applicationId: row.id,
    organisationId: row.organisation_id,
    number: row.number,
    kind: row.kind,
    version: row.version,
    state,
    text: fact.text,
    ...(fact.entry ? { grade: fact.entry.grade } : {}),
  });
}

const fieldOf = (path: string | undefined): FieldId | null => fieldIds.find((id) => id === path) ?? null;
