// A certificate that a partner sent for a case (N14): checked against the keys agreed with it, and kept either way, with the doubt where there
// is one. Nothing is decided by a certificate; people and authorities read it.
import {
  type CredentialDoubt,
  credentialDoubts,
  readCredential,
  type SignedCredential,
} from '../../kernel/credential.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { Algorithm } from '../../runtime/signatures/algorithms.ts';
import { isSignedBy, readPublicKey } from '../../runtime/signatures/public-key.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import { channelById } from '../mapping/index.ts';
import type { CredentialEvents } from './contract.ts';
import { findByNumber, insertCredential, markRevoked } from './store.ts';

const emit = emitter<CredentialEvents>();
/** Clocks of partners differ. */
const SKEW_MS = 300_000;

export async function keepCredential(
  context: Context,
  event: StoredEvent<ExchangeEvents['credential.told']>,
): Promise<void> {
  const { shipmentId, channel, messageId, simulated, fact } = event.payload;
  if (fact.fact === 'credential-revoked') return endReceived(context, event.payload);
  const read = readCredential(fact.token);
  if (!read) return;
  const { credential } = read;
  const doubt = doubtOf(context, channel, read);
  const id = context.newId();
  const kind = credential.type.find((type) => type !== 'VerifiableCredential') ?? 'VerifiableCredential';
  const made = await insertCredential(context, {
    id,
    flow: 'received',
    issuer: credential.issuer,
    // A forgery under the number of a genuine one must not take its place.
    number: doubt ? `${credential.id} ${messageId}` : credential.id,
    kind,
    shipment_id: shipmentId,
    release_id: null,
    object_id: null,
    channel,
    message_id: messageId,
    list: null,
    place: null,
    token: fact.token,
    doubt: doubt ? credentialDoubts[doubt] : null,
    issued_at: new Date(credential.validFrom).toISOString(),
    revoked_at: null,
    revoked_because: null,
    simulated,
  });
  if (!made) return;
  await emit(context, 'credential.received', shipmentId, {
    shipmentId,
    credentialId: id,
    number: credential.id,
    kind,
    channel,
    issuer: credential.issuer,
    genuine: doubt === undefined,
    ...(doubt ? { doubt: credentialDoubts[doubt] } : {}),
  });
}

function doubtOf(context: Context, channel: string, read: SignedCredential): CredentialDoubt | undefined {
  const { credential, algorithm, signed, signature } = read;
  const trusted = issuersOf(context, channel).filter(({ issuer }) => issuer === credential.issuer);
  if (trusted.length === 0) return 'stranger';
  const holds = trusted.some(({ publicKey }) => {
    const key = readPublicKey(Buffer.from(publicKey, 'base64'));
    // The algorithm is the key's: no header chooses how it is checked.
    const fits = key && algorithm === (key.family === 'ed25519' ? 'EdDSA' : 'ES256');
    return fits === true && isSignedBy(key, algorithm as Algorithm, Buffer.from(signed), Buffer.from(signature));
  });
  if (!holds) return 'forged';
  if (Date.parse(credential.validFrom) > Date.parse(context.now) + SKEW_MS) return 'too-early';
  return credential.validUntil && Date.parse(credential.validUntil) <= Date.parse(context.now) ? 'too-late' : undefined;
}

/** As agreed with the partner; in the demonstration the simulator's own key, which nobody else is to be believed by. */
function issuersOf({ settings }: Context, channel: string) {
  const simulator = settings.mode === 'demo' ? channelById(channel)?.simulator.issuer : undefined;
  return [...(settings.credentialIssuers?.[channel] ?? []), ...(simulator ? [simulator] : [])];
}

/** Its issuer takes it back; what is not here is nothing to take back. */
async function endReceived(context: Context, payload: ExchangeEvents['credential.told']): Promise<void> {
  const { shipmentId, channel, fact } = payload;
  if (fact.fact !== 'credential-revoked') return;
  const found = await findByNumber(context, fact.issuer, fact.number);
  if (!found || found.channel !== channel || found.shipment_id !== shipmentId) return;
  if (!(await markRevoked(context, found.id, fact.because))) return;
  const { id, number, kind } = found;
  await emit(context, 'credential.revoked', shipmentId, {
    shipmentId,
    credentialId: id,
    number,
    kind,
    flow: 'received',
    because: fact.because,
  });
}
