// The keys that sign releases (P7): one is in use, and those before it stay published for as long as a token of theirs can be shown. The
// first is the one of the configuration where it is of the wanted algorithm; every later one is made in the key store and never leaves it.
import { createPrivateKey } from 'node:crypto';
import { plusMs } from '../../kernel/instant.ts';
import type { ReleaseAlgorithm, ReleaseKeySet } from '../../kernel/release-token.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { jwkOf } from '../../runtime/signatures/jwk.ts';
import {
  configuredAlgorithm,
  createSoftwareKeys,
  type KeyStore,
  openConfigured,
  type Signer,
} from '../../runtime/signatures/keys.ts';
import type { ReleaseEvents, ReleaseKeyView } from './contract.ts';
import {
  findKeyInUse,
  insertSigningKey,
  knowsKey,
  listPublishedKeys,
  lockKeys,
  markKeyRetired,
  type SigningKeyRow,
} from './store-keys.ts';

const emit = emitter<ReleaseEvents>();
/** As long as a release is valid, and a day more: a transaction that began before the change may still sign. */
export const VALID_MS = 72 * 3_600_000;
const PUBLISHED_MS = VALID_MS + 24 * 3_600_000;
const ALREADY_CONFIGURED = { zh: '配置中的密钥', en: 'the key of the configuration' };

type Held = { readonly kid: string; readonly signer: Signer };
const keyStore = (context: Context): KeyStore => createSoftwareKeys(context.settings);
const configured = new Map<string, Promise<Held>>();
/** Read once per PEM. */
function configuredKey({ settings: { releaseKeyPem: pem } }: Context): Promise<Held> {
  const known = configured.get(pem);
  if (known) return known;
  const signer = openConfigured(pem);
  const made = jwkOf(signer.spki, signer.algorithm as ReleaseAlgorithm).then(({ kid }) => ({ kid, signer }));
  configured.set(pem, made);
  return made;
}
const wantedAlgorithm = ({ settings }: Context): ReleaseAlgorithm =>
  settings.releaseAlgorithm ?? configuredAlgorithm(createPrivateKey(settings.releaseKeyPem)) ?? 'EdDSA';

/** Labels bind what is sealed to its place. */
export const releaseKeyLabel = (id: string): string => `release ${id}`;
const isUsable = async (context: Context, row: SigningKeyRow): Promise<boolean> =>
  row.algorithm === wantedAlgorithm(context) &&
  (row.key_reference !== null || row.kid === (await configuredKey(context)).kid);
async function openKey(context: Context, row: SigningKeyRow): Promise<Held> {
  if (row.key_reference === null) return configuredKey(context);
  const [id = '', reference = ''] = row.key_reference.split(' ', 2);
  return { kid: row.kid, signer: await keyStore(context).open(releaseKeyLabel(id), reference) };
}

/** The key that signs now; where the configuration asks for another, the change is made first. */
export async function keyInUse(context: Context): Promise<Held> {
  const row = await findKeyInUse(context);
  if (row && (await isUsable(context, row))) return openKey(context, row);
  await lockKeys(context);
  const again = await findKeyInUse(context);
  if (again && (await isUsable(context, again))) return openKey(context, again);
  return openKey(context, await changeKey(context, again, '按配置启用 / as configured'));
}

/** A new key from now on; whoever shows a token of the one before finds its key published still, unless it was stolen. */
export async function rotateKey(context: Context, reason: string, stolen: boolean): Promise<ReleaseKeyView> {
  await lockKeys(context);
  const before = (await findKeyInUse(context)) ?? (await keepConfigured(context));
  return toView(await changeKey(context, before, reason, stolen));
}

async function changeKey(
  context: Context,
  before: SigningKeyRow | undefined,
  reason: string,
  stolen = false,
): Promise<SigningKeyRow> {
  // What was signed before keys were kept here was signed with the configured one: it is published with the others.
  const first = before ? undefined : await keepConfigured(context);
  if (first && (await isUsable(context, first))) return first;
  const retired = before ?? first;
  const publishedUntil = stolen ? context.now : plusMs(context.now, PUBLISHED_MS);
  if (retired) await markKeyRetired(context, retired.kid, publishedUntil, stolen);
  const next = await makeKey(context, reason);
  await emit(context, 'release-key.rotated', next.kid, {
    kid: next.kid,
    algorithm: next.algorithm,
    reason,
    stolen,
    ...(retired ? { before: retired.kid, publishedUntil } : {}),
  });
  return next;
}

async function keepConfigured(context: Context): Promise<SigningKeyRow> {
  const { kid, signer } = await configuredKey(context);
  const row = rowOf(context, kid, signer, `${ALREADY_CONFIGURED.zh} / ${ALREADY_CONFIGURED.en}`, null);
  await insertSigningKey(context, row);
  return row;
}
/** A configured key that has never been used is taken before one is made. */
async function makeKey(context: Context, reason: string): Promise<SigningKeyRow> {
  const algorithm = wantedAlgorithm(context);
  const given = await configuredKey(context);
  if (given.signer.algorithm === algorithm && !(await knowsKey(context, given.kid))) {
    const row = rowOf(context, given.kid, given.signer, reason, null);
    await insertSigningKey(context, row);
    return row;
  }
  const id = context.newId();
  const { reference, signer } = await keyStore(context).generate(releaseKeyLabel(id), algorithm);
  const { kid } = await jwkOf(signer.spki, algorithm);
  const row = rowOf(context, kid, signer, reason, `${id} ${reference}`);
  await insertSigningKey(context, row);
  return row;
}
const rowOf = (
  context: Context,
  kid: string,
  signer: Signer,
  reason: string,
  reference: string | null,
): SigningKeyRow => ({
  kid,
  algorithm: signer.algorithm as ReleaseAlgorithm,
  spki: signer.spki,
  key_reference: reference,
  made_at: context.now,
  made_by: context.actor.name,
  reason,
  retired_at: null,
  published_until: null,
  stolen_at: null,
  cleared_at: null,
});
const toView = (row: SigningKeyRow): ReleaseKeyView => ({
  kid: row.kid,
  algorithm: row.algorithm,
  madeAt: row.made_at,
  reason: row.reason,
  inUse: row.retired_at === null,
  ...(row.retired_at ? { retiredAt: row.retired_at } : {}),
  ...(row.published_until ? { publishedUntil: row.published_until } : {}),
});

/** What is published (RFC 7517): the key in use first. Before the first token it is the configured one. */
export async function readKeySet(context: Context): Promise<ReleaseKeySet> {
  const rows = await listPublishedKeys(context);
  const keys = rows.map((row) => jwkOf(row.spki, row.algorithm));
  if (rows.length > 0) return { keys: await Promise.all(keys) };
  const { signer } = await configuredKey(context);
  return { keys: [await jwkOf(signer.spki, signer.algorithm as ReleaseAlgorithm)] };
}
export const readKeys = async (context: Context): Promise<ReleaseKeyView[]> =>
  (await listPublishedKeys(context)).map(toView);
