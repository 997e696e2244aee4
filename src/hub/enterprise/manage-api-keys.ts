// API keys of an organisation's programs: shown once, stored as a digest, revoked at once (P12).
import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../../kernel/digest.ts';
import { type Actor, type Context, emitter } from '../../runtime/context.ts';
import { mayHold } from '../../runtime/identity/policy.ts';
import type { ApiKeyView, EnterpriseEvents } from './contract.ts';
import { refuse } from './refusals.ts';
import { type ApiKeyRow, insertApiKey, listApiKeys, revokeApiKey } from './store.ts';

const emit = emitter<EnterpriseEvents>();

/** A program files like a declarant where its organisation files; otherwise it can do what its maker does, never more. */
export const programRoles = (actor: Actor): readonly string[] =>
  mayHold(actor.organisationKind, 'declarant') ? ['declarant'] : actor.roles;

/** The secret is in the answer of this call and nowhere else. */
export async function createApiKey(
  context: Context,
  command: { name: string; organisationId: string; roles: readonly string[]; expiresAt?: string },
): Promise<ApiKeyView & { secret: string }> {
  const prefix = `pk_${randomBytes(4).toString('hex')}`;
  const secret = `${prefix}_${randomBytes(32).toString('base64url')}`;
  const row: ApiKeyRow = {
    id: context.newId(),
    organisation_id: command.organisationId,
    name: command.name,
    prefix,
    roles: [...command.roles],
    created_at: context.now,
    expires_at: command.expiresAt ?? null,
    last_used_at: null,
    revoked_at: null,
  };
  await insertApiKey(context, { ...row, secret_digest: sha256Hex(secret) });
  await emit(context, 'api-key.created', row.id, {
    keyId: row.id,
    organisationId: row.organisation_id,
    prefix,
    roles: row.roles,
    ...(command.expiresAt ? { expiresAt: command.expiresAt } : {}),
  });
  return { ...toView(row), secret };
}

export const readApiKeys = async (context: Context): Promise<ApiKeyView[]> =>
  (await listApiKeys(context, context.actor.organisationId ?? '')).map(toView);

export async function deleteApiKey(context: Context, id: string): Promise<void> {
  const organisationId = context.actor.organisationId ?? '';
  if (!(await revokeApiKey(context, id, organisationId))) throw refuse('API_KEY_UNKNOWN');
  await emit(context, 'api-key.revoked', id, { keyId: id, organisationId });
}

const toView = (row: ApiKeyRow): ApiKeyView => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  createdAt: row.created_at,
  ...(row.last_used_at ? { lastUsedAt: row.last_used_at } : {}),
  ...(row.expires_at ? { expiresAt: row.expires_at } : {}),
  roles: row.roles,
});
