// Singapore's trade platform for demo and tests: takes the pre-advice, looks its own permit up by number, asks how the case stands, tells of the
// transfer, and gives and takes certificates. Its key is in the source, so nobody but the demonstration believes it.
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';
import { CREDENTIAL_CONTEXT, CREDENTIAL_TYPE } from '../../kernel/credential.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';

type Sent = {
  readonly functionalReferenceId: string;
  readonly traderAssignedReferenceId?: string;
  readonly functionCode?: string;
  readonly corridor?: string;
  readonly additionalDocumentId?: string;
  readonly transfer?: { readonly locationId?: string; readonly transportMeansId?: string };
  readonly transportContractDocument?: { readonly id?: string };
  readonly credentialId?: string;
};
const sentBody = (bytes: Uint8Array): Sent =>
  Object.values(JSON.parse(decodeText(bytes, 'utf-8')) as Record<string, Sent>)[0] as Sent;

const DAY_MS = 86_400_000;
const ISSUER = 'https://trade.simulated.sg/issuer';
/** PKCS#8 of Ed25519 with a seed that says what it is. */
const key = createPrivateKey({
  key: Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from(sha256Hex('portico simulator of singapore'), 'hex'),
  ]),
  format: 'der',
  type: 'pkcs8',
});
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
function signed(credential: object, genuine: boolean): string {
  const text = `${part({ alg: 'EdDSA', kid: `${ISSUER}#1`, typ: CREDENTIAL_TYPE, cty: 'vc' })}.${part(credential)}`;
  const signature = sign(null, Buffer.from(genuine ? text : `${text} `), key);
  return `${text}.${signature.toString('base64url')}`;
}

export const simulator: SimulatorDefinition = {
  name: { zh: '新加坡贸易平台（模拟）', en: 'Singapore trade platform (simulated)' },
  issuer: {
    issuer: ISSUER,
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
  },
  referenceIn: ({ bytes }) => sentBody(bytes).traderAssignedReferenceId,
  react: ({ bytes, kind, scenario }, world) => {
    const body = sentBody(bytes);
    const ours = body.functionalReferenceId;
    const say = (afterMs: number, name: string, more: object) => {
      const serial = world.next();
      const message = {
        [name]: {
          functionalReferenceId: `SG${sha256Hex(`${ours} ${serial}`).slice(0, 10).toUpperCase()}-${serial}`,
          aboutReferenceId: ours,
          issueDateTime: plusMs(world.now, afterMs),
          ...more,
        },
      };
      return {
        afterMs,
        message: {
          bytes: Buffer.from(JSON.stringify(message)),
          contentType: 'application/json',
          fileName: `${name}-${serial}.json`,
        },
      };
    };
    const certificate = (afterMs: number, genuine: boolean) => {
      const credential = {
        '@context': CREDENTIAL_CONTEXT,
        id: `urn:sg:transfer:${sha256Hex(ours).slice(0, 16)}`,
        type: ['VerifiableCredential', 'TransferCredential'],
        issuer: { id: ISSUER, name: 'Singapore trade platform (simulated)' },
        // Dated back: played time runs ahead of the clock that judges it.
        validFrom: plusMs(world.now, -DAY_MS),
        credentialSubject: {
          type: 'Transfer',
          transportContractDocument: body.transportContractDocument?.id ?? '',
          location: body.transfer?.locationId ?? '',
          onward: body.transfer?.transportMeansId ?? '',
          demonstration: true,
        },
      };
      return say(afterMs, 'certificate', { credential: signed(credential, genuine) });
    };
    switch (kind) {
      case 'china-singapore.pre-advice': {
        const reference = `SGPA${sha256Hex(body.traderAssignedReferenceId ?? ours)
          .slice(0, 10)
          .toUpperCase()}`;
        const permit = body.additionalDocumentId;
        if (scenario === 'PERMIT' && permit && body.functionCode === '9')
          return {
            status: 200,
            later: [
              say(400, 'preAdviceResponse', {
                functionCode: '03',
                text: `permit ${permit} not found`,
                pointer: 'additionalDocumentId',
              }),
            ],
          };
        return {
          status: 200,
          later: [
            say(300, 'preAdviceResponse', { functionCode: '01', referenceId: reference }),
            ...(permit ? [say(500, 'preAdviceResponse', { functionCode: '04', text: permit })] : []),
            say(600, 'connectionNotice', {
              state: 'booked',
              ...(body.transfer?.transportMeansId ? { text: body.transfer.transportMeansId } : {}),
            }),
            say(800, 'stateQuery', {}),
            ...(scenario === 'FORGED' ? [certificate(900, false)] : []),
            certificate(1000, true),
          ],
        };
      }
      case 'china-singapore.certificate-revocation':
        return {
          status: 200,
          later: [
            say(300, 'preAdviceResponse', { functionCode: '44', text: body.credentialId ?? '' }),
            say(400, 'connectionNotice', { state: 'missed' }),
          ],
        };
      default:
        return { status: 200, later: [] };
    }
  },
};
