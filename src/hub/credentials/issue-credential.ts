// A certificate of each release for a far end that asks for one (N14, N15), and its end with the release. It says no more than the documents
// which that far end has got: which case, which bill, how much, what may leave.
import { CREDENTIAL_CONTEXT } from '../../kernel/credential.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import { neededDocuments } from '../mapping/index.ts';
import type { ReleaseEvents } from '../release/contract.ts';
import type { Form } from '../shipment/contract.ts';
import { readSubmittedForm, shipmentHeading } from '../shipment/index.ts';
import type { CredentialEvents } from './contract.ts';
import { statusListUrl } from './read-credentials.ts';
import { issuerOf, signCredential } from './sign-credential.ts';
import { findByRelease, markRevoked, noteSent } from './store.ts';
import { takePlace } from './take-place.ts';

const emit = emitter<CredentialEvents>();
const RELEASE_CREDENTIAL = 'GoodsReleaseCredential';

export async function issueCredential(
  context: Context,
  event: StoredEvent<ReleaseEvents['release.granted']>,
): Promise<void> {
  const { shipmentId, releaseId, objectId } = event.payload;
  const heading = await shipmentHeading(context, shipmentId);
  const form = heading && (await readSubmittedForm(context, shipmentId, heading.version));
  // Only where somebody who is plugged in takes it.
  const needed = form ? neededDocuments('credential.issued', form) : [];
  if (!heading || !form || needed.length === 0) return;
  if (await findByRelease(context, releaseId)) return;
  const id = context.newId();
  const number = `urn:uuid:${id}`;
  const row = await takePlace(context, async ({ list, place }) => {
    const statusList = statusListUrl(context, list);
    const credential = {
      '@context': CREDENTIAL_CONTEXT,
      id: number,
      type: ['VerifiableCredential', RELEASE_CREDENTIAL],
      issuer: { id: issuerOf(context), name: 'Portico' },
      validFrom: event.occurredAt,
      credentialSubject: subjectOf(form, heading, event.payload),
      credentialStatus: {
        id: `${statusList}#${place}`,
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: String(place),
        statusListCredential: statusList,
      },
    };
    return {
      id,
      flow: 'issued',
      issuer: issuerOf(context),
      number,
      kind: RELEASE_CREDENTIAL,
      shipment_id: shipmentId,
      release_id: releaseId,
      object_id: objectId,
      channel: null,
      message_id: null,
      list,
      place,
      token: await signCredential(context, credential),
      doubt: null,
      issued_at: event.occurredAt,
      revoked_at: null,
      revoked_because: null,
      simulated: heading.simulated,
    };
  });
  if (!row) return;
  const { token } = row;
  await noteSent(context, id, [...new Set(needed.map(({ channel }) => channel.id))]);
  const about = { shipmentId, credentialId: id, number, kind: RELEASE_CREDENTIAL };
  await emit(context, 'credential.issued', shipmentId, { ...about, releaseId, objectId, token });
}

function subjectOf(
  form: Form,
  heading: { readonly number: string; readonly simulated: boolean },
  { number, objectId, conditional }: ReleaseEvents['release.granted'],
) {
  const text = (id: string) => (typeof form[id] === 'string' && form[id] !== '' ? form[id] : undefined);
  return {
    type: 'GoodsRelease',
    shipmentNumber: heading.number,
    releaseNumber: number,
    object: objectId,
    conditional,
    direction: text('direction'),
    transportContractDocument: text('billNumber'),
    totalPackageQuantity: text('packageCount'),
    totalGrossMassKg: text('grossMassKg'),
    // Whoever reads it must see that nothing real stands behind it.
    ...(heading.simulated ? { demonstration: true } : {}),
  };
}

/** The release holds no longer, so neither does its certificate: the status list says so from now on. */
export async function withdrawCredential(
  context: Context,
  event: StoredEvent<ReleaseEvents['release.revoked'] | ReleaseEvents['release.expired']>,
): Promise<void> {
  const { shipmentId, releaseId } = event.payload;
  const found = await findByRelease(context, releaseId);
  if (!found) return;
  const because =
    'because' in event.payload ? event.payload.because : { zh: '放行到期未用', en: 'The release expired unused' };
  if (!(await markRevoked(context, found.id, because))) return;
  const { id, number, kind } = found;
  await emit(context, 'credential.revoked', shipmentId, {
    shipmentId,
    credentialId: id,
    number,
    kind,
    flow: 'issued',
    because,
  });
}
