// Links that work once and for a while; what a letter holds is random and lies here as a digest only (P11; ASVS 6.4.1, 6.5.1–6.5.5).
import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { refuse } from './refusals.ts';
import { clearLinks, endLinks, findLink, insertLink, type LinkPurpose, type LinkRow, useLink } from './store.ts';

const HOUR = 3_600_000;
const lasts: Readonly<Record<LinkPurpose, number>> = {
  reset: HOUR / 2,
  'first-sign-in': 7 * 24 * HOUR,
  address: 24 * HOUR,
  invitation: 7 * 24 * HOUR,
};
const CLEARED_AT_ONCE = 20;
const KEPT_MS = 30 * 24 * HOUR;

export type NewLink = {
  readonly purpose: LinkPurpose;
  readonly personId: string | null;
  readonly about?: Readonly<Record<string, unknown>>;
};
export type Link = { readonly id: string; readonly url: string; readonly expiresAt: string };

/** What follows `#` is not sent to any server by a browser, and stands in no log and no Referer. */
export async function makeLink(context: Context, { purpose, personId, about = {} }: NewLink): Promise<Link> {
  const token = randomBytes(32).toString('base64url');
  const id = context.newId();
  const expiresAt = plusMs(context.now, lasts[purpose]);
  if (personId && purpose !== 'invitation') await endLinks(context, personId, [purpose]);
  await insertLink(context, {
    id,
    purpose,
    token_digest: sha256Hex(token),
    person_id: personId,
    about,
    expires_at: expiresAt,
  });
  await clearLinks(context, plusMs(context.now, -KEPT_MS), CLEARED_AT_ONCE);
  const page = purpose === 'address' ? 'account' : purpose === 'invitation' ? 'invitation' : 'password';
  return { id, url: `${context.settings.baseUrl}/${page}#${token}`, expiresAt };
}

/** Held for the rest of the transaction; used by whoever comes first. */
export async function openLink(context: Context, token: string, purposes: readonly LinkPurpose[]): Promise<LinkRow> {
  const row = await findLink(context, sha256Hex(token));
  const good = row && purposes.includes(row.purpose) && row.used_at === null;
  if (!good || Date.parse(row.expires_at) <= Date.parse(context.now)) throw refuse('LINK_INVALID');
  return row;
}
export const spendLink = (context: Context, link: LinkRow): Promise<void> => useLink(context, link.id);
