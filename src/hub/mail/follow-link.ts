// What the links of letters do: the person confirms his address, once and in time; whoever holds a letter stops the letters (M2;
// RFC 8058 one click).
import type { Context } from '../../runtime/context.ts';
import { sealKeysOf } from '../../runtime/identity/seal.ts';
import { toSettings } from './set-address.ts';
import type { MailSettings } from './contract.ts';
import { refuse } from './refusals.ts';
import { isGenuine, readToken, signToken } from './sign-token.ts';
import { type AddressRow, lockAddress, updateAddress } from './store.ts';

export const CONFIRM_HOURS = 24;

const confirmationBound = (row: AddressRow): string => `${row.address} ${row.nonce}`;

/** `askedAt`: when the confirmation was asked for; the letter may go out later, its link ends at the same time. */
export const confirmationToken = (context: Context, row: AddressRow, askedAt: string): string =>
  signToken(
    context.settings.sealKey,
    {
      purpose: 'confirm',
      personId: row.person_id,
      expiresAt: Math.floor(Date.parse(askedAt) / 1000) + CONFIRM_HOURS * 3600,
    },
    confirmationBound(row),
  );
export const unsubscribeToken = (context: Context, row: AddressRow): string =>
  signToken(context.settings.sealKey, { purpose: 'unsubscribe', personId: row.person_id, expiresAt: 0 }, row.address);

export async function confirmAddress(context: Context, token: string): Promise<MailSettings> {
  const claim = readToken(token);
  // Following the link alone is not enough: whoever confirms is signed in as the person who asked.
  const own = claim?.purpose === 'confirm' && claim.personId === context.actor.id;
  const row = own ? await lockAddress(context, context.actor.id) : undefined;
  if (!claim || !row || row.state !== 'pending') throw refuse('MAIL_LINK_INVALID');
  if (!isGenuine(sealKeysOf(context.settings), token, claim, confirmationBound(row))) throw refuse('MAIL_LINK_INVALID');
  if (claim.expiresAt * 1000 <= Date.parse(context.now)) throw refuse('MAIL_LINK_EXPIRED');
  await updateAddress(context, row.person_id, { state: 'confirmed', confirmed_at: context.now });
  return toSettings(context, { ...row, state: 'confirmed' });
}

/** Twice does no harm; a link of an address that is no longer his changes nothing. */
export async function unsubscribe(context: Context, token: string): Promise<void> {
  const claim = readToken(token);
  const row = claim?.purpose === 'unsubscribe' ? await lockAddress(context, claim.personId) : undefined;
  if (!claim || !row || !isGenuine(sealKeysOf(context.settings), token, claim, row.address))
    throw refuse('MAIL_LINK_INVALID');
  if (row.state !== 'confirmed') return;
  const because = { zh: '已按邮件中的链接退订', en: 'Stopped by the link in a letter' };
  await updateAddress(context, row.person_id, { state: 'disabled', disabled_because: because });
}
