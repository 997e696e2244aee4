// An enterprise's SFTP folder or NATS stream as an address beside webhooks (N12): what it needs to be one, what opens it, and what another module asks of it.
import type { Context } from '../../runtime/context.ts';
import { seal, unseal } from '../../runtime/identity/seal.ts';
import { mayAct } from '../../runtime/identity/policy.ts';
import { findFolderFault, findUrlFault } from '../../runtime/transport/address-guard.ts';
import { wayOf } from '../../runtime/transport/open-transport.ts';
import { addressPolicy } from './address-policy.ts';
import { refuse } from './refusals.ts';
import { insertMessages, type SubscriptionRow } from './store.ts';
import { claimDueFolders, setNextLook } from './store-folders.ts';

export type AddressCommand = {
  readonly url: string;
  /** Password or private key of an SFTP folder. */
  readonly key?: string;
  readonly hostKey?: string;
  readonly takesFiles?: boolean;
};
type AddressRow = Pick<
  SubscriptionRow,
  'url' | 'host_key' | 'sealed_key' | 'takes_files' | 'file_roles' | 'files_due_at' | 'files_failures'
>;
/** Where files can be laid down and taken from: an SFTP folder or a NATS stream. */
export const isFolder = (url: string): boolean => ['sftp', 'nats'].includes(wayOf(url) ?? '');
export const folderKeyLabel = (id: string): string => `${id}/key`;

/** What is kept of an address, or a refusal; `before`: what stands where nothing else is said. */
export function keptAddress(
  context: Context,
  id: string,
  command: AddressCommand,
  before?: Partial<AddressRow>,
): AddressRow {
  const policy = addressPolicy(context.settings);
  const way = wayOf(command.url);
  const folder = way !== undefined && isFolder(command.url);
  const fault = folder ? findFolderFault(command.url, policy) : findUrlFault(command.url, policy);
  if (fault) throw refuse('SUBSCRIPTION_URL_NOT_ALLOWED', { url: command.url.slice(0, 200), ...fault });
  const takesFiles = command.takesFiles ?? before?.takes_files ?? false;
  if (!folder) {
    if (command.key !== undefined || command.hostKey !== undefined)
      throw unfit('key', { zh: '只用于 SFTP 文件夹和 NATS', en: 'is for an SFTP folder or NATS only' });
    if (takesFiles) throw unfit('takesFiles', { zh: 'https 地址不能收取文件', en: 'an https address takes no files' });
    return {
      ...{ url: command.url, host_key: null, sealed_key: null, takes_files: false },
      ...{ file_roles: null, files_due_at: null, files_failures: 0 },
    };
  }
  const hostKey = command.hostKey ?? before?.host_key ?? undefined;
  const sealedKey = command.key ? seal(context.settings, folderKeyLabel(id), command.key) : before?.sealed_key;
  if (way === 'sftp' && !hostKey) throw unfit('hostKey', { zh: '缺少', en: 'is missing' });
  if (!sealedKey) throw unfit('key', { zh: '缺少', en: 'is missing' });
  if (command.url !== before?.url && before?.sealed_key && !command.key)
    throw unfit('key', { zh: '地址改变时须重新给出', en: 'must be given again with another address' });
  // The folder files with the rights of whoever set it up, never more than he has himself.
  if (takesFiles && !mayAct(context.actor, 'shipment.submit')) throw refuse('SUBSCRIPTION_FILER_NEEDED');
  return {
    url: command.url,
    host_key: way === 'sftp' ? (hostKey ?? null) : null,
    sealed_key: sealedKey,
    takes_files: takesFiles,
    file_roles: takesFiles ? [...context.actor.roles] : null,
    files_due_at: takesFiles ? context.now : null,
    files_failures: 0,
  };
}
const unfit = (field: string, text: { zh: string; en: string }) =>
  refuse('SUBSCRIPTION_FOLDER_UNFIT', { field, ...text });

export const openKey = (context: Context, row: Pick<SubscriptionRow, 'id' | 'sealed_key'>): string | undefined =>
  row.sealed_key === null ? undefined : unseal(context.settings, folderKeyLabel(row.id), row.sealed_key);

export type Folder = {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly url: string;
  readonly key?: string;
  readonly hostKey?: string;
  readonly roles: readonly string[];
  /** Looks that failed in a row. */
  readonly failures: number;
};
export async function claimFolders(
  context: Context,
  claim: { readonly limit: number; readonly leaseMs: number },
): Promise<Folder[]> {
  return (await claimDueFolders(context, claim)).map((row) => {
    const key = openKey(context, row);
    return {
      id: row.id,
      organisationId: row.organisation_id,
      name: row.name,
      url: row.url,
      ...(key === undefined ? {} : { key }),
      ...(row.host_key ? { hostKey: row.host_key } : {}),
      roles: row.file_roles ?? [],
      failures: row.files_failures,
    };
  });
}
export const endLook = async (
  context: Context,
  id: string,
  next: { readonly failures: number; readonly waitMs: number },
): Promise<void> => void (await setNextLook(context, id, next));

/** A message that is about no event, as it is written. */
export async function queueMessage(
  context: Context,
  message: { readonly subscriptionId: string; readonly eventType: string; readonly body: string },
): Promise<void> {
  const { subscriptionId, eventType, body } = message;
  await insertMessages(context, [
    { id: context.newId(), subscription_id: subscriptionId, position: 0, event_type: eventType, body },
  ]);
}
