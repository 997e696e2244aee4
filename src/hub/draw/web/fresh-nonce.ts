// A nonce from the officer's own browser (M6): the platform must not be the one that makes it.
export const freshNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');
