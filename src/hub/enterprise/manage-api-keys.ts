// API keys of an organisation's programs: a secret shown once and stored as a digest, or a public key whose owner signs its requests;
// narrowed to acts and channels, renewed with an overlap, revoked at once (P12; ASVS 6.3, 9.1, 13.2).
import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import { type Actor, type Context, emitter } from '../../runtime/context.ts';
import { readPublicKey } from '../../runtime/http/signed-request.ts';
import { type Action, isAction, mayDo, mayHold } from '../../runtime/identity/policy.ts';
import type { ApiKeyView, EnterpriseEvents } from './contract.ts';
import { refuse } from './refusals.ts';
import {
  type ApiKeyRow,
  insertApiKey,
  listApiKeys,
  lockApiKey,
  renewApiKey,
  revokeApiKey,
  takeExpiringKeys,
} from './store-keys.ts';

const emit = emitter<EnterpriseEvents>();
const HOUR_MS = 3_600_000;
/** Whoever renews in time is never without a key; warned of in list and inbox. */
const WARN_MS = 14 * 24 * HOUR_MS;
const WARNED_AT_ONCE = 100;

/**
 * A program files like a declarant where its organisation files, and posts its files where that runs the far end of a channel; otherwise
 * it can do what its maker does, never more.
 */
export const programRoles = (actor: Actor): readonly string[] => {
  if (mayHold(actor.organisationKind, 'declarant')) return ['declarant'];
  return actor.channelId && mayHold(actor.organisationKind, 'partner-system') ? ['partner-system'] : actor.roles;
};

/** A key of the port office moves what is everybody's: made by one person, it counts once another has confirmed it (R25). */
const takesTwo = ({ actor }: Context): boolean => actor.organisationKind === 'port-office';

export type NewKey = {
  readonly name: string;
  readonly organisationId: string;
  readonly roles: readonly string[];
  readonly expiresAt?: string;
  readonly actions?: readonly string[];
  readonly channels?: readonly string[];
  /** SPKI PEM: the program signs its requests and gets no secret. */
  readonly publicKey?: string;
};

function mustBeSound(context: Context, command: Pick<NewKey, 'roles' | 'actions' | 'publicKey'>): void {
  const unfit = (command.actions ?? []).find((action) => !isAction(action) || !mayDo(command.roles, action as Action));
  if (unfit !== undefined) throw refuse('API_KEY_SCOPE_INVALID', { action: unfit.slice(0, 60) });
  // A narrowed key makes no wider one.
  const own = context.actor.onlyActions;
  if (own && !(command.actions ?? []).every((action) => own.includes(action)))
    throw refuse('API_KEY_SCOPE_INVALID', { action: (command.actions ?? ['–']).join(' ').slice(0, 60) });
  if (own && command.actions === undefined) throw refuse('API_KEY_SCOPE_INVALID', { action: '–' });
  if (command.publicKey !== undefined && !readPublicKey(command.publicKey)) throw refuse('PUBLIC_KEY_UNFIT');
}

/** The secret is in the answer of this call and nowhere else. */
export async function createApiKey(context: Context, command: NewKey): Promise<ApiKeyView & { secret?: string }> {
  mustBeSound(context, command);
  const prefix = `pk_${randomBytes(4).toString('hex')}`;
  const id = context.newId();
  const secret = command.publicKey === undefined ? newSecret(prefix) : undefined;
  const row: ApiKeyRow = {
    id,
    organisation_id: command.organisationId,
    name: command.name,
    prefix,
    roles: [...command.roles],
    actions: command.actions ? [...command.actions] : null,
    channels: command.channels ? [...command.channels] : null,
    created_at: context.now,
    expires_at: command.expiresAt ?? null,
    last_used_at: null,
    revoked_at: null,
    made_by: context.actor.kind === 'person' ? context.actor.id : null,
    public_key: command.publicKey ?? null,
    previous_until: null,
    waits_since: takesTwo(context) ? context.now : null,
    confirmed_by: null,
  };
  // What is no digest is no secret's: nothing that is sent can be it.
  await insertApiKey(context, { ...row, secret_digest: secret ? sha256Hex(secret) : `signs ${id}` });
  await emit(context, 'api-key.created', id, {
    keyId: id,
    organisationId: row.organisation_id,
    prefix,
    roles: row.roles,
    ...(command.actions ? { actions: command.actions } : {}),
    ...(command.channels ? { channels: command.channels } : {}),
    ...(command.expiresAt ? { expiresAt: command.expiresAt } : {}),
    signs: command.publicKey !== undefined,
  });
  return { ...toKeyView(context, row), ...(secret ? { secret } : {}) };
}
const newSecret = (prefix: string) => `${prefix}_${randomBytes(32).toString('base64url')}`;

type Renewal = { readonly overlapHours: number; readonly expiresAt?: string; readonly publicKey?: string };
/** A new secret, or a new public key, beside the present one until a stated time (ASVS 13.3: rotation without an outage). */
export async function rotateApiKey(
  context: Context,
  id: string,
  command: Renewal,
): Promise<ApiKeyView & { secret?: string }> {
  const organisationId = context.actor.organisationId ?? '';
  const row = await lockApiKey(context, id, organisationId);
  if (!row) throw refuse('API_KEY_UNKNOWN');
  if (takesTwo(context)) throw refuse('API_KEY_RENEWED_BY_TWO');
  const signs = row.public_key !== null;
  if (signs !== (command.publicKey !== undefined)) throw refuse('PUBLIC_KEY_UNFIT');
  mustBeSound(context, { roles: row.roles, ...(row.actions ? { actions: row.actions } : {}), ...command });
  return renewKey(context, row, command);
}

/** Of a key that its caller has locked. */
export async function renewKey(
  context: Context,
  row: ApiKeyRow,
  command: Renewal,
): Promise<ApiKeyView & { secret?: string }> {
  const { id, organisation_id: organisationId } = row;
  const signs = row.public_key !== null;
  const secret = signs ? undefined : newSecret(row.prefix);
  const previousUntil = plusMs(context.now, command.overlapHours * HOUR_MS);
  const expiresAt = command.expiresAt ?? row.expires_at;
  await renewApiKey(context, id, {
    ...(secret ? { secretDigest: sha256Hex(secret) } : {}),
    ...(command.publicKey ? { publicKey: command.publicKey } : {}),
    previousUntil,
    expiresAt,
  });
  await emit(context, 'api-key.rotated', id, { keyId: id, organisationId, previousUntil });
  return {
    ...toKeyView(context, { ...row, expires_at: expiresAt, previous_until: previousUntil }),
    ...(secret ? { secret } : {}),
  };
}

export const readApiKeys = async (context: Context): Promise<ApiKeyView[]> =>
  (await listApiKeys(context, context.actor.organisationId ?? '')).map((row) => toKeyView(context, row));

export async function deleteApiKey(context: Context, id: string): Promise<void> {
  const organisationId = context.actor.organisationId ?? '';
  if (!(await revokeApiKey(context, id, organisationId))) throw refuse('API_KEY_UNKNOWN');
  await emit(context, 'api-key.revoked', id, { keyId: id, organisationId });
}

/** Once for each key, to those who manage the organisation's; answers how many. */
export async function warnOfExpiringKeys(context: Context): Promise<number> {
  const rows = await takeExpiringKeys(context, plusMs(context.now, WARN_MS), WARNED_AT_ONCE);
  for (const row of rows)
    await emit(context, 'api-key.expiring', row.id, {
      keyId: row.id,
      organisationId: row.organisation_id,
      name: row.name,
      expiresAt: row.expires_at ?? '',
    });
  return rows.length;
}

export const toKeyView = (context: Context, row: ApiKeyRow): ApiKeyView => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  createdAt: row.created_at,
  ...(row.last_used_at ? { lastUsedAt: row.last_used_at } : {}),
  ...(row.expires_at ? { expiresAt: row.expires_at } : {}),
  roles: row.roles,
  ...(row.actions ? { actions: row.actions } : {}),
  ...(row.channels ? { channels: row.channels } : {}),
  ...(row.previous_until && Date.parse(row.previous_until) > Date.parse(context.now)
    ? { previousUntil: row.previous_until }
    : {}),
  signs: row.public_key !== null,
  ...(row.waits_since ? { waitsSince: row.waits_since } : {}),
  expiresSoon: row.expires_at !== null && Date.parse(row.expires_at) < Date.parse(context.now) + WARN_MS,
});
