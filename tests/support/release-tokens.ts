// Tokens and a revocation list made outside of the platform, one key for each algorithm.
import { LIST_TYPE, type ReleaseAlgorithm, TOKEN_TYPE } from '../../src/kernel/release-token.ts';
import { jwkOf } from '../../src/runtime/signatures/jwk.ts';
import { createSoftwareKeys } from '../../src/runtime/signatures/keys.ts';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function makeTokens(algorithms: readonly ReleaseAlgorithm[]) {
  const store = createSoftwareKeys({ sealKey: Buffer.alloc(32, 3).toString('base64') });
  const made = await Promise.all(
    algorithms.map(async (alg) => {
      const { signer } = await store.generate('tokens', alg);
      const jwk = await jwkOf(signer.spki, alg);
      const sign = async (typ: string, claims: object) => {
        const signed = `${part({ alg, kid: jwk.kid, typ })}.${part(claims)}`;
        return `${signed}.${(await signer.sign(Buffer.from(signed))).toString('base64url')}`;
      };
      return { jwk, sign };
    }),
  );
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'https://portico.example',
    sub: 'container:CQPU1000014',
    shipment: 'PT1',
    pickup: '渝新物流',
    place: 'CKG-GUOYUAN',
    version: 1,
    iat: now,
    exp: now + 3600,
    demo: true,
  };
  const tokens = await Promise.all(made.map(({ sign }, i) => sign(TOKEN_TYPE, { ...claims, jti: `RL${i}` })));
  const list = await made[0]?.sign(LIST_TYPE, { iss: claims.iss, number: 1, iat: now, next: now + 3600, revoked: [] });
  return { keys: made.map(({ jwk }) => jwk), tokens, list };
}
