// What is set for a channel is changed by two persons of the port office (issue 6; R25): one proposes the whole of it with a reason and from
// when, another confirms; every node does so within a second (`watch-settings.ts`). The configuration and the profile stand behind it.
import { type Context, emitter } from '../../runtime/context.ts';
import { type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { seal } from '../../runtime/identity/seal.ts';
import { type AddressPolicy, findFolderFault, findUrlFault } from '../../runtime/transport/address-guard.ts';
import { confirmedBy, proposedBy, viewOfTwo, withdrawnBy } from '../../runtime/two-persons.ts';
import { findPortOffice, staffConcerned } from '../enterprise/index.ts';
import { channelById } from '../mapping/index.ts';
import { mayDo } from '../../runtime/identity/policy.ts';
import type { ChannelSettings, PartnerEvents, SettingsChange } from './contract.ts';
import { refuse } from './refusals.ts';
import { findSettingsFaults, isSftp } from './rules-settings.ts';
import {
  insertSetting,
  keepCredential,
  listCredentials,
  lockSetting,
  pageSettings,
  type SettingRow,
  settingsInForce,
  updateSetting,
} from './store-settings.ts';

const emit = emitter<PartnerEvents>();
const no = {
  needsPerson: () => refuse('SETTINGS_NEED_PERSON'),
  needsSecondPerson: () => refuse('SETTINGS_NEED_SECOND_PERSON'),
  decided: () => refuse('SETTINGS_CHANGE_DECIDED'),
};
/** A demonstration's partners are on the same machine. */
export const addressPolicy = ({ settings }: Pick<Context, 'settings'>): AddressPolicy =>
  settings.mode === 'demo' ? 'loopback-too' : 'public';
/** What a credential is sealed for: rows cannot be swapped. */
export const credentialLabel = (channel: string, name: string): string => `channel credential ${channel} ${name}`;

export async function proposeSettings(
  context: Context,
  channelId: string,
  wanted: { readonly settings: ChannelSettings; readonly reason: string; readonly effectiveFrom?: string },
): Promise<SettingsChange> {
  const proposed = proposedBy(context, no);
  const channel = knownChannel(channelId);
  const credentials = await listCredentials(context, channelId);
  const { endpoint } = wanted.settings;
  const fault = endpoint === undefined ? undefined : addressFaultOf(endpoint, addressPolicy(context));
  const findings = findSettingsFaults(wanted.settings, channel.profile.budget, {
    ...(fault ? { addressFault: fault } : {}),
    now: context.now,
    credentials: credentials.map((one) => one.name),
    people: (await operators(context)).map((one) => one.id),
  });
  const [first] = findings;
  if (first)
    throw refuse('SETTINGS_NOT_ALLOWED', {
      field: first.path,
      value: first.value,
      zh: first.message.zh,
      en: first.message.en,
      findings,
    });
  const from = wanted.effectiveFrom;
  const row: SettingRow = {
    id: context.newId(),
    channel: channelId,
    settings: wanted.settings,
    reason: wanted.reason,
    effective_from: from && from > context.now ? new Date(from).toISOString() : context.now,
    ...proposed,
  };
  await insertSetting(context, row);
  const { settings, reason, effective_from: effectiveFrom } = row;
  await emit(context, 'channel-settings.proposed', channelId, {
    changeId: row.id,
    channel: channelId,
    settings,
    effectiveFrom,
    reason,
  });
  return toView(context, row, undefined);
}
/** An SFTP folder's address names whom it is for, which no other address does. */
const addressFaultOf = (endpoint: string, policy: AddressPolicy) =>
  isSftp(endpoint) ? findFolderFault(endpoint, policy) : findUrlFault(endpoint, policy);

/** The second person's word. A day that has passed meanwhile is today: nothing counts before it was confirmed. */
export async function confirmSettings(context: Context, id: string): Promise<SettingsChange> {
  const row = await locked(context, id);
  const decided = confirmedBy(context, row, 'confirmed', no);
  if (!decided) return toView(context, row, await inForceId(context, row.channel));
  const effective_from = row.effective_from > context.now ? row.effective_from : context.now;
  const confirmed: SettingRow = { ...row, ...decided, effective_from };
  await updateSetting(context, id, { ...decided, effective_from });
  await emit(context, 'channel-settings.confirmed', row.channel, {
    changeId: id,
    channel: row.channel,
    effectiveFrom: effective_from,
  });
  return toView(context, confirmed, await inForceId(context, row.channel));
}

export async function withdrawSettings(context: Context, id: string): Promise<SettingsChange> {
  const row = await locked(context, id);
  const decided = withdrawnBy(context, row, no);
  if (!decided) return toView(context, row, undefined);
  await updateSetting(context, id, decided);
  await emit(context, 'channel-settings.withdrawn', row.channel, { changeId: id, channel: row.channel });
  return toView(context, { ...row, ...decided }, undefined);
}

export async function readSettingsChanges(
  context: Context,
  channelId: string,
  query: PageQuery,
): Promise<{ items: SettingsChange[]; next?: string }> {
  knownChannel(channelId);
  const { rows, next } = await readPageOf(query, (page) => pageSettings(context, channelId, page));
  const counts = await inForceId(context, channelId);
  return { items: rows.map((row) => toView(context, row, counts)), ...next };
}

/** Kept under a name that settings refer to; another secret takes another name, so that what counts always is what two persons saw. */
export async function keepChannelCredential(
  context: Context,
  channelId: string,
  { name, secret }: { readonly name: string; readonly secret: string },
): Promise<{ name: string; keptBy: string; keptAt: string }> {
  knownChannel(channelId);
  const kept = await keepCredential(context, {
    channel: channelId,
    name,
    sealed: seal(context.settings, credentialLabel(channelId, name), secret),
    kept_by: context.actor.name,
    kept_at: context.now,
  });
  if (!kept) throw refuse('CREDENTIAL_NAME_TAKEN', { name });
  await emit(context, 'channel-credential.kept', channelId, { channel: channelId, name });
  return { name, keptBy: context.actor.name, keptAt: context.now };
}

/** People of the port office who run the exchange. */
export async function operators(
  context: Context,
): Promise<{ id: string; name: string; organisationId: string; roles: readonly string[] }[]> {
  const office = await findPortOffice(context);
  if (!office) return [];
  const staff = await staffConcerned(context, [office.id]);
  return staff
    .filter((one) => mayDo(one.roles, 'exchange.operate'))
    .map(({ id, name, roles }) => ({ id, name, roles, organisationId: office.id }));
}

export function knownChannel(id: string) {
  const channel = channelById(id);
  if (!channel) throw refuse('CARE_CHANNEL_UNKNOWN', { channel: id });
  return channel;
}
async function locked(context: Context, id: string): Promise<SettingRow> {
  const row = await lockSetting(context, id);
  if (!row) throw refuse('SETTINGS_CHANGE_UNKNOWN');
  return row;
}
const inForceId = async (context: Context, channel: string): Promise<string | undefined> =>
  (await settingsInForce(context, [channel]))[0]?.id;
const toView = (context: Context, row: SettingRow, inForce: string | undefined): SettingsChange => ({
  id: row.id,
  channel: row.channel,
  channelName: channelById(row.channel)?.name ?? { zh: row.channel, en: row.channel },
  settings: row.settings,
  reason: row.reason,
  effectiveFrom: row.effective_from,
  inForce: row.id === inForce,
  ...viewOfTwo(context, row),
});
