// Passwords lie in the database as argon2id only (ASVS 11.4.2); to check one costs the same whether there is an account or not.
import { hash, verify } from '@node-rs/argon2';

let decoy: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hash(password);

/** `kept`: the hash of the account; undefined or empty where there is none, which takes as long and never fits. */
export async function fits(kept: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash('portico-decoy');
  const fallback = await decoy;
  const right = await verify(kept || fallback, password);
  return right && Boolean(kept);
}
