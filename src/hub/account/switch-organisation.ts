// A person who works for several organisations lets his session act for another one, without signing in again; under a new token, because
// it may do other things now (P11; ASVS 7.2.4).
import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../../kernel/digest.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { listPlaces, switchSession } from '../enterprise/index.ts';
import type { AccountEvents } from './contract.ts';
import { mustBePerson } from './own-sessions.ts';
import { refuse } from './refusals.ts';
import type { Opened } from './sign-in.ts';

const emit = emitter<AccountEvents>();

export async function switchOrganisation(context: Context, organisationId: string): Promise<Opened> {
  const me = mustBePerson(context);
  const places = await listPlaces(context, me.id);
  if (!places.some((place) => place.organisation_id === organisationId)) throw refuse('PLACE_UNKNOWN');
  const token = randomBytes(32).toString('base64url');
  const next = { tokenDigest: sha256Hex(token), organisationId };
  const moved = await switchSession(context, { personId: me.id, sessionId: me.sessionId }, next);
  if (!moved) throw refuse('SESSION_UNKNOWN');
  await emit(context, 'session.switched', me.id, {
    personId: me.id,
    from: me.organisationId ?? '',
    to: organisationId,
  });
  const left = Date.parse(moved.expires_at) - Date.parse(context.now);
  return { token, maxAgeSeconds: Math.max(1, Math.floor(left / 1000)) };
}
