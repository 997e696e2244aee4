// At sign-out nothing of the officer is left on the phone: what he entered, photos, sheets, who he is; and the page that opened without network.
import { countUnder, list, read, remove, type Who } from './field-store.ts';

const SHELL = 'portico-field-';

/** What has not reached the server yet, of whoever used this phone last; nothing where it never was a field phone. */
export async function countUnsent(): Promise<number> {
  const who = await lastWho();
  if (!who) return 0;
  const entries = await list('entries', `${who.personId} `);
  return entries.filter((entry) => entry.state !== 'sent').length;
}

export async function forgetField(): Promise<void> {
  const who = await lastWho();
  if (who) {
    for (const name of ['photos', 'entries', 'sheets'] as const) await remove(name, `${who.personId} `);
    await remove('who', 'me');
  }
  for (const key of 'caches' in globalThis ? await caches.keys() : [])
    if (key.startsWith(SHELL)) await caches.delete(key);
  const shell = await navigator.serviceWorker?.getRegistration('/field');
  await shell?.unregister();
}

/** A person who no longer works for an organisation has nothing of it here: how much was taken away. */
export async function forgetLeft(who: Who, organisationIds: readonly string[]): Promise<number> {
  const own = await list('entries', `${who.personId} `);
  const left = new Set(
    own.map((entry) => entry.key.split(' ')[1] ?? '').filter((organisation) => !organisationIds.includes(organisation)),
  );
  let gone = 0;
  for (const organisationId of left) {
    const prefix = `${who.personId} ${organisationId} `;
    gone += await countUnder('entries', prefix);
    for (const name of ['photos', 'entries', 'sheets'] as const) await remove(name, prefix);
  }
  return gone;
}

/** Private windows and old browsers keep nothing. */
const lastWho = (): Promise<Who | undefined> => read('who', 'me').catch(() => undefined);
