// A person says where and how often he wants e-mail; a new address counts only when he has confirmed it (M2).
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import type { EventFilter } from '../notices/contract.ts';
import { mustBeSound } from '../notices/index.ts';
import type { MailSettings, Rhythm } from './contract.ts';
import { refuse } from './refusals.ts';
import { plainAddress } from './rules-address.ts';
import {
  type AddressRow,
  countConfirmations,
  findAddress,
  lockAddress,
  queueLetters,
  removeAddress,
  saveAddress,
} from './store.ts';

const DAY_MS = 86_400_000;
/** So that nobody fills another's mailbox with our letters. */
const MOST_CONFIRMATIONS = 5;

export async function readSettings(context: Context): Promise<MailSettings> {
  const row = context.actor.kind === 'person' ? await findAddress(context, context.actor.id) : undefined;
  return toSettings(context, row);
}

export async function setAddress(
  context: Context,
  command: { readonly address: string; readonly rhythm: Rhythm; readonly filters: readonly EventFilter[] | null },
): Promise<MailSettings> {
  if (!context.settings.mailFrom) throw refuse('MAIL_NOT_AVAILABLE');
  if (context.actor.kind !== 'person') throw refuse('MAIL_PEOPLE_ONLY');
  const address = plainAddress(command.address);
  if (!address) throw refuse('MAIL_ADDRESS_INVALID', { address: command.address.slice(0, 100) });
  mustBeSound(command.filters ?? []);
  const before = await lockAddress(context, context.actor.id);
  const confirmed = before?.state === 'confirmed' && before.address === address;
  const row: AddressRow = {
    person_id: context.actor.id,
    address,
    rhythm: command.rhythm,
    filters: command.filters,
    state: confirmed ? 'confirmed' : 'pending',
    nonce: confirmed ? before.nonce : context.newId(),
    confirmed_at: confirmed ? before.confirmed_at : null,
    disabled_because: null,
    last_sent_at: before?.last_sent_at ?? null,
    updated_at: context.now,
  };
  if (!confirmed && (await countConfirmations(context, plusMs(context.now, -DAY_MS))) >= MOST_CONFIRMATIONS)
    throw refuse('MAIL_CONFIRMATION_TOO_OFTEN', { limit: MOST_CONFIRMATIONS, seconds: DAY_MS / 1000 });
  await saveAddress(context, row);
  if (!confirmed) await queueConfirmation(context, row);
  return toSettings(context, row);
}

const queueConfirmation = (context: Context, row: AddressRow) =>
  queueLetters(context, [
    {
      id: context.newId(),
      person_id: row.person_id,
      kind: 'confirmation',
      slot: slotOfConfirmation(row),
      positions: [],
      due_at: context.now,
    },
  ]);
/** A letter of an earlier request is not sent any more. */
export const slotOfConfirmation = (row: Pick<AddressRow, 'nonce'>): string => `confirm ${row.nonce}`;

export const forgetAddress = (context: Context): Promise<void> => removeAddress(context, context.actor.id);

export const toSettings = (context: Context, row: AddressRow | undefined): MailSettings => ({
  available: context.settings.mailFrom !== undefined,
  state: row?.state ?? 'none',
  rhythm: row?.rhythm ?? 'at-once',
  filters: row?.filters ?? null,
  ...(row ? { address: row.address } : {}),
  ...(row?.disabled_because ? { disabledBecause: row.disabled_because } : {}),
  ...(row?.last_sent_at ? { lastSentAt: row.last_sent_at } : {}),
});
