// Where private keys are kept and used (P4). Use cases hold references, never keys: a key store in software seals them with the
// seal key; a signing server or HSM (签名验签服务器) is another `KeyStore` whose references name keys that it never hands out.
import { createPrivateKey, createPublicKey, constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type Sealing, seal, unseal } from '../identity/seal.ts';
import { type Algorithm, algorithmTable } from './algorithms.ts';
import { sm2Spki } from './public-key.ts';
import { generateSm2Key, sm2PublicKey, sm2Sign } from './sm2.ts';

export type Signer = {
  readonly algorithm: Algorithm;
  readonly spki: Buffer;
  /** Curves give r ‖ s. */
  sign(data: Uint8Array): Promise<Buffer>;
};
export type KeyStore = {
  /** Makes a key; `label` says what for and binds the reference to that place. */
  generate(label: string, algorithm: Algorithm): Promise<{ readonly reference: string; readonly signer: Signer }>;
  /** Throws where the reference is not of this store or for another place. */
  open(label: string, reference: string): Promise<Signer>;
};

type Kept = { readonly algorithm: Algorithm; readonly key: string };
const PREFIX = 'software:';
/** What a reference is sealed for. */
export const referenceLabel = (label: string): string => `key ${label}`;

export function createSoftwareKeys(sealing: Sealing): KeyStore {
  return {
    generate: async (label, algorithm) => {
      const kept = { algorithm, key: generateKey(algorithm) };
      return { reference: PREFIX + seal(sealing, referenceLabel(label), JSON.stringify(kept)), signer: signerOf(kept) };
    },
    open: async (label, reference) => {
      if (!reference.startsWith(PREFIX)) throw new Error('this key is in another store');
      return signerOf(JSON.parse(unseal(sealing, referenceLabel(label), reference.slice(PREFIX.length))) as Kept);
    },
  };
}

function generateKey(algorithm: Algorithm): string {
  const { family, legacy } = algorithmTable[algorithm];
  if (legacy) throw new Error(`${algorithm} is checked, never signed with`);
  if (family === 'sm2') return generateSm2Key().toString('base64');
  const { privateKey } =
    family === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : family === 'p256' || family === 'p384'
        ? generateKeyPairSync('ec', { namedCurve: family === 'p256' ? 'prime256v1' : 'secp384r1' })
        : generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}

function signerOf({ algorithm, key }: Kept): Signer {
  const bytes = Buffer.from(key, 'base64');
  if (algorithm === 'SM2SM3')
    return { algorithm, spki: sm2Spki(sm2PublicKey(bytes)), sign: async (data) => sm2Sign(bytes, data) };
  const node = createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(node).export({ type: 'spki', format: 'der' });
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  return {
    algorithm,
    spki,
    sign: async (data) => {
      if (algorithm.startsWith('PS')) return sign(algorithmTable[algorithm].digest, data, { key: node, ...pss });
      if (algorithm === 'EdDSA') return sign(null, data, node);
      return sign(algorithmTable[algorithm].digest, data, { key: node, dsaEncoding: 'ieee-p1363' });
    },
  };
}

/** A signer with a key that the configuration brings (PKCS#8, PEM): Ed25519 or P-256. */
export function openConfigured(pem: string): Signer {
  const key = createPrivateKey(pem);
  const algorithm = configuredAlgorithm(key);
  if (!algorithm) throw new Error(`a key of ${key.asymmetricKeyType} signs nothing here`);
  return signerOf({ algorithm, key: key.export({ type: 'pkcs8', format: 'der' }).toString('base64') });
}
export function configuredAlgorithm(key: KeyObject): 'EdDSA' | 'ES256' | undefined {
  if (key.asymmetricKeyType === 'ed25519') return 'EdDSA';
  return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ES256' : undefined;
}
