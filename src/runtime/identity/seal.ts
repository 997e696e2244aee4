// Secrets that Portico must be able to use again (webhook secrets) lie in the database sealed with AES-256-GCM under a key
// that is not in the database; `label` binds a sealed text to its place, so that rows cannot be swapped. While one key is given, a text is
// sealed as ever and nodes of the version before can read it; with several it says under which (decision 0051).
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keys of 32 bytes, base64: one seals, all of them open. */
export type Sealing = { readonly sealKey: string; readonly sealKeysBeside?: readonly string[] };

/** What a key is called by: of its digest, which says nothing of it. */
export const sealKeyId = (key: string): string =>
  createHash('sha256').update('portico seal key\n').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 8);

/** The one that seals first. */
export const sealKeysOf = ({ sealKey, sealKeysBeside = [] }: Sealing): readonly string[] => [
  sealKey,
  ...sealKeysBeside,
];

/** Names the key that is wanted, never a key. */
export class SealedUnderAnother extends Error {
  constructor(sealing: Sealing, wanted: string | undefined) {
    const given = sealKeysOf(sealing).map(sealKeyId);
    const zh = wanted ? `以密钥 ${wanted} 封存` : '未注明密钥';
    const en = wanted ? `sealed under key ${wanted}` : 'sealed without naming a key';
    super(
      `封存内容无法打开：${zh}，现有密钥 ${given.join('、')}。请在 PORTICO_SEAL_KEYS_BESIDE 中加入所缺密钥（docs/operate.md）\n` +
        `what is sealed does not open: ${en}, given are ${given.join(', ')}. Add the missing key to PORTICO_SEAL_KEYS_BESIDE (docs/operate.md)`,
    );
    this.name = 'SealedUnderAnother';
  }
}

/** `8 hex digits . base64`, or base64 alone. */
const parted = (sealed: string): { readonly id?: string; readonly body: string } => {
  const [, id, body] = /^([0-9a-f]{8})\.(.*)$/s.exec(sealed) ?? [];
  return id === undefined || body === undefined ? { body: sealed } : { id, body };
};
/** False of a text that names no key: which one it was is only known by opening it. */
export const isSealedUnder = (key: string, sealed: string): boolean => parted(sealed).id === sealKeyId(key);

export function seal(sealing: Sealing, label: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(sealing.sealKey, 'base64'), iv).setAAD(Buffer.from(label));
  const body = Buffer.concat([cipher.update(text, 'utf-8'), cipher.final()]);
  const sealed = Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
  return sealing.sealKeysBeside?.length ? `${sealKeyId(sealing.sealKey)}.${sealed}` : sealed;
}

/** Throws where the text was sealed under a key that is not given, for another place, or was altered. */
export function unseal(sealing: Sealing, label: string, sealed: string): string {
  const { id, body } = parted(sealed);
  const keys = sealKeysOf(sealing);
  if (id !== undefined) {
    const key = keys.find((one) => sealKeyId(one) === id);
    if (key === undefined) throw new SealedUnderAnother(sealing, id);
    return open(key, label, body);
  }
  for (const key of keys) {
    try {
      return open(key, label, body);
    } catch {
      // The tag says whether it was this one.
    }
  }
  throw new SealedUnderAnother(sealing, undefined);
}

function open(key: string, label: string, body: string): string {
  const bytes = Buffer.from(body, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(label))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf-8');
}
