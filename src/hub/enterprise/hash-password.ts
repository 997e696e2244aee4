// Passwords lie in the database as argon2id only (ASVS 11.4.2); to check one costs the same whether there is an account or not (ASVS 6.3.8).
import { hash, verify } from '@node-rs/argon2';

/** All the work there is; a test counts it. */
export const hasher = { hash: (password: string) => hash(password), verify };
let decoy: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hasher.hash(password);

/** `kept`: the hash of the account; undefined or empty where there is none, which takes as long and never fits. */
export async function fits(kept: string | undefined, password: string): Promise<boolean> {
  decoy ??= hasher.hash('portico-decoy');
  const fallback = await decoy;
  const right = await hasher.verify(kept || fallback, password);
  return right && Boolean(kept);
}
