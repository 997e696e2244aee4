// Certificates of a case, and what everybody may fetch: the status list that says which of ours still hold (N14).
import { gzipSync } from 'node:zlib';
import type { Bilingual } from '../../kernel/bilingual.ts';
import { bitsOf, CREDENTIAL_CONTEXT, readCredential } from '../../kernel/credential.ts';
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { channelById } from '../mapping/index.ts';
import { mayDoToShipment } from '../shipment/index.ts';
import { credentialKinds, type CredentialView } from './contract.ts';
import { refuse } from './refusals.ts';
import { issuerOf, signCredential } from './sign-credential.ts';
import { type CredentialRow, isListBegun, listOfCase, listRevoked, listSent, pageOfChannel } from './store.ts';

/** A list that is older says nothing of today. */
const LIST_HOLDS_MS = 3_600_000;

export const statusListUrl = ({ settings }: Context, list: number): string =>
  `${settings.baseUrl}/api/v1/credential-status/${list}`;

export async function readCredentials(context: Context, shipmentId: string): Promise<CredentialView[]> {
  if (!(await mayDoToShipment(context, shipmentId, 'document.read'))) throw refuse('CREDENTIAL_UNKNOWN');
  return viewsOf(context, await listOfCase(context, shipmentId));
}

/** What was exchanged with one partner, for the port office that runs its channel. */
export async function readChannelCredentials(
  context: Context,
  { channel, ...query }: PageQuery & { readonly channel: string },
): Promise<Page<CredentialView>> {
  if (!channelById(channel)) throw refuse('CREDENTIAL_CHANNEL_UNKNOWN', { path: 'id', channel });
  const { rows, next } = await readPageOf(query, (page) => pageOfChannel(context, { ...page, channel }));
  return { items: await viewsOf(context, rows), ...next };
}

async function viewsOf(context: Context, rows: readonly CredentialRow[]): Promise<CredentialView[]> {
  const ours = rows.filter((row) => row.flow === 'issued').map((row) => row.id);
  const sent = await listSent(context, ours);
  return rows.map((row) => toView(row, row.channel ? [row.channel] : (sent.get(row.id) ?? [])));
}

const toView = (row: CredentialRow, channels: readonly string[]): CredentialView => ({
  id: row.id,
  shipmentId: row.shipment_id,
  number: row.number.split(' ', 1)[0] ?? '',
  flow: row.flow,
  kind: row.kind,
  name: row.flow === 'issued' ? credentialKinds.release : { zh: '对方证书', en: 'Certificate of the other side' },
  issuer: row.issuer,
  ...(row.object_id ? { objectId: row.object_id } : {}),
  state: row.doubt ? 'doubtful' : row.revoked_at ? 'revoked' : 'valid',
  ...(row.doubt ? { doubt: row.doubt } : {}),
  check: checkOf(row, readCredential(row.token)?.algorithm ?? '', channelById(row.channel ?? '')?.name),
  // One that is unplugged by now is named by its id.
  partners: channels.map((channel) => ({
    channel,
    name: channelById(channel)?.name ?? { zh: channel, en: channel },
  })),
  issuedAt: row.issued_at,
  ...(row.revoked_at ? { revokedAt: row.revoked_at } : {}),
  ...(row.revoked_because ? { revokedBecause: row.revoked_because } : {}),
  token: row.token,
  simulated: row.simulated,
});

/** In words: who checked what against what. A doubt says what did not hold. */
function checkOf(row: CredentialRow, algorithm: string, from: Bilingual | undefined): Bilingual {
  if (row.flow === 'issued')
    return {
      zh: `本平台签名（${algorithm}）；收方凭公布的公钥和状态清单自行核验`,
      en: `Signed by this window (${algorithm}); whoever gets it checks it by the published keys and status list`,
    };
  const { zh, en } = from ?? { zh: row.channel ?? '', en: row.channel ?? '' };
  return row.doubt
    ? {
        zh: `本平台收到时核验（${algorithm}），未通过：${row.doubt.zh}`,
        en: `Checked by this window on receipt (${algorithm}) and not believed: ${row.doubt.en}`,
      }
    : {
        zh: `本平台收到时以与${zh}约定的公钥核验签名（${algorithm}）、签发方和有效期，均相符`,
        en: `Checked by this window on receipt: signature (${algorithm}) by a key agreed with ${en}, issuer and dates hold`,
      };
}

/** Signed anew for whoever asks (Bitstring Status List 1.0). */
export async function readStatusList(context: Context, list: number): Promise<string> {
  // Whoever asks, signed in or not, must hear of every certificate in it, by its place alone.
  const revoked = await context.beyondLock(async (open) =>
    (await isListBegun(open, list)) ? listRevoked(open, list) : undefined,
  );
  if (!revoked) throw refuse('CREDENTIAL_LIST_UNKNOWN', { path: 'list', list });
  const url = statusListUrl(context, list);
  return signCredential(context, {
    '@context': CREDENTIAL_CONTEXT,
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerOf(context),
    validFrom: context.now,
    validUntil: plusMs(context.now, LIST_HOLDS_MS),
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bitsOf(revoked)).toString('base64url')}`,
    },
  });
}
