// What waits on the phone goes up: photos first, then the record that names them, each under its own key, so that an answer that was lost is
// asked for again and nothing is there twice. What the server refuses stays, with its reason.
import { ApiProblem, send, sendFile } from '../../../../web/api.ts';
import { findingsText } from '../../../../kernel/signed-text.ts';
import { readDeviceKey, signText } from '../../../signatures/web/device-key.ts';
import type { RecordResult } from '../../contract.ts';
import { type Entry, keyOf, list, type Photo, put, remove, type Who } from './field-store.ts';

/** Recorded here: frozen with its key, and signed where this phone has the officer's key. */
export async function submitEntry(who: Who, entry: Entry): Promise<void> {
  const findings = { ...entry.record, enteredAt: new Date().toISOString() };
  const key = await readDeviceKey(who.personId);
  const inspectionId = entry.taskId;
  const signature = key && (await signText(key, findingsText({ inspectionId, authority: who.authority, findings })));
  const body: RecordResult = {
    ...findings,
    revision: entry.seen.inspection.revision,
    ...(signature ? { signature } : {}),
  };
  const { told: _before, ...rest } = entry;
  await put('entries', { ...rest, state: 'waiting', submission: { key: crypto.randomUUID(), body } });
}

/** `later`: no network, or the server is busy; `signed-out`: somebody has to sign in first. */
export type Sending = 'done' | 'later' | 'signed-out';

/** One tab at a time; others wait and then find nothing to do. */
export const sendWaiting = (who: Who): Promise<Sending> =>
  navigator.locks.request('portico-field', async () => {
    for (const entry of await list('entries', keyOf(who))) {
      if (entry.state !== 'waiting' || !entry.submission) continue;
      try {
        await sendPhotos(entry);
        await send('POST', `/inspections/${entry.taskId}/results`, entry.submission.body, entry.submission.key);
        await put('entries', { ...entry, state: 'sent', changedAt: new Date().toISOString() });
        await remove('photos', `${entry.key} `);
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500 || error.status === 429)
          return 'later';
        if (error.status === 401) return 'signed-out';
        const { code, text, remedy, findings } = error;
        await put('entries', { ...entry, state: 'refused', told: { code, text, remedy, findings } });
      }
    }
    return 'done';
  });

async function sendPhotos(entry: Entry): Promise<void> {
  const named = new Set((entry.submission?.body.photos ?? []).map((photo) => photo.digest));
  for (const photo of await list('photos', `${entry.key} `)) {
    if (photo.sent || !named.has(photo.digest)) continue;
    const file = new Blob([photo.bytes], { type: 'image/jpeg' });
    await sendFile(`/inspections/${entry.taskId}/photos`, file, undefined, photo.sendKey);
    await put('photos', { ...photo, sent: true } satisfies Photo);
  }
}
