// The signing key of this browser (P4): made by WebCrypto, not extractable, kept in IndexedDB for the person who made it. It signs here
// and goes nowhere; whoever clears the browser's data has lost it.
import { filingText } from '../../../kernel/signed-text.ts';

export type DeviceKey = {
  /** SHA-256 of the public key, hex. */
  readonly keyId: string;
  readonly serial: string;
  readonly device: string;
  readonly privateKey: CryptoKey;
};
const DATABASE = 'portico-signing';
const STORE = 'keys';
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('IndexedDB'));
  });
}
async function within<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const asked = act(database.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('IndexedDB'));
    });
  } finally {
    database.close();
  }
}
/** Undefined too where the browser keeps nothing (private windows). */
export const readDeviceKey = (personId: string): Promise<DeviceKey | undefined> =>
  within<DeviceKey | undefined>('readonly', (store) => store.get(personId)).catch(() => undefined);
export const keepDeviceKey = (personId: string, key: DeviceKey): Promise<unknown> =>
  within('readwrite', (store) => store.put(key, personId));
export const forgetDeviceKey = (personId: string): Promise<unknown> =>
  within('readwrite', (store) => store.delete(personId));

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const base64Url = (bytes: Uint8Array): string =>
  base64(bytes)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');
const utf8 = (text: string) => new TextEncoder().encode(text);
function base64UrlOfLong(bytes: Uint8Array): string {
  let text = '';
  // A whole form at once is more arguments than a call takes.
  for (let at = 0; at < bytes.length; at += 8190) text += base64(bytes.subarray(at, at + 8190));
  return text
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');
}

export async function makeKey(): Promise<{ publicKey: string; keyId: string; privateKey: CryptoKey }> {
  const pair = await crypto.subtle.generateKey(ECDSA, false, ['sign', 'verify']);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', spki));
  const keyId = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { publicKey: base64(spki), keyId, privateKey: pair.privateKey };
}

/** Detached JWS (RFC 7515, appendix F). */
export async function signText(key: Pick<DeviceKey, 'keyId' | 'privateKey'>, text: string): Promise<string> {
  const header = base64Url(utf8(JSON.stringify({ alg: 'ES256', kid: key.keyId })));
  const input = utf8(`${header}.${base64UrlOfLong(utf8(text))}`);
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.privateKey, input);
  return `${header}..${base64Url(new Uint8Array(signature))}`;
}

/** Of what this page shows; undefined where this browser has no key of this person. */
export async function signFilingHere(
  personId: string | undefined,
  filing: Parameters<typeof filingText>[0],
): Promise<string | undefined> {
  const key = personId === undefined ? undefined : await readDeviceKey(personId);
  return key && signText(key, filingText(filing));
}
