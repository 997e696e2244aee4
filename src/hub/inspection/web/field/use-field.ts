// Who is at this phone, whether the server can be reached, and what waits to go up; tried again when the network is back and every so often.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../../../../web/session.ts';
import { type Entry, keyOf, list, put, read, type Who } from './field-store.ts';
import { forgetLeft } from './forget-field.ts';
import { sendWaiting } from './send-entries.ts';

const TRY_MS = 5000;
const PATIENCE_MS = 4000;

export type Field = {
  /** Whoever is signed in; without network whoever was last. */
  readonly who: Who | undefined;
  /** `out`: the server says that nobody is signed in. */
  readonly standing: 'asking' | 'in' | 'out' | 'not-an-officer';
  readonly online: boolean;
  readonly entries: readonly Entry[];
  /** What lies here has been read: before that nothing is entered over it. */
  readonly loaded: boolean;
  /** Taken away because he no longer works there. */
  readonly takenAway: number;
  refresh(): Promise<void>;
  sendNow(): Promise<void>;
};

export function useField(): Field {
  const session = useSession();
  const client = useQueryClient();
  const online = useOnline();
  const [last, setLast] = useState<Who | null>();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [loaded, setLoaded] = useState(false);
  const [takenAway, setTakenAway] = useState(0);
  const me = session.data;
  useEffect(() => void read('who', 'me').then((row) => setLast(row ?? null)), []);
  const isOfficer = me?.organisation.authority !== undefined && me.actions.includes('inspection.record');
  useEffect(() => {
    if (!me?.organisation.authority || !isOfficer) return;
    const who: Who = {
      personId: me.user.id,
      organisationId: me.organisation.id,
      name: me.user.name,
      organisation: { zh: me.organisation.name, en: me.organisation.nameEn },
      authority: me.organisation.authority,
    };
    void (async () => {
      setTakenAway(await forgetLeft(who, [me.organisation.id, ...me.organisations.map((one) => one.id)]));
      await put('who', { ...who, key: 'me' });
      setLast(who);
    })();
  }, [me, isOfficer]);

  const standing = session.isSuccess ? (me ? (isOfficer ? 'in' : 'not-an-officer') : 'out') : last ? 'in' : 'asking';
  const who = standing === 'in' ? (last ?? undefined) : undefined;
  const refresh = useCallback(async () => {
    if (!who) return;
    setEntries(await list('entries', keyOf(who)));
    setLoaded(true);
  }, [who]);
  const sendNow = useCallback(async () => {
    if (!who) return;
    const came = await sendWaiting(who);
    await refresh();
    // Whoever was signed out meanwhile is asked to sign in; what waits goes on waiting.
    if (came === 'signed-out') await client.invalidateQueries({ queryKey: ['session'] });
    if (came === 'done') await client.invalidateQueries({ queryKey: ['live'] });
  }, [who, refresh, client]);
  useEffect(() => {
    void refresh();
    if (!online) return;
    // Who is signed in may have changed while nobody could be asked.
    void client.invalidateQueries({ queryKey: ['session'] });
    void sendNow();
    const timer = setInterval(() => void sendNow(), TRY_MS);
    return () => clearInterval(timer);
  }, [online, refresh, sendNow, client]);
  return { who, standing, online, entries, loaded, takenAway, refresh, sendNow };
}

/** Whether the server answers: a phone calls itself online in every yard with a bar of signal. */
function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    let live = true;
    const ask = async () => {
      const answers = navigator.onLine && (await canReach());
      if (live) setOnline(answers);
    };
    const tell = () => void ask();
    tell();
    const timer = setInterval(tell, TRY_MS);
    window.addEventListener('online', tell);
    window.addEventListener('offline', tell);
    return () => {
      live = false;
      clearInterval(timer);
      window.removeEventListener('online', tell);
      window.removeEventListener('offline', tell);
    };
  }, []);
  return online;
}
const canReach = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    (reply) => reply.ok,
    () => false,
  );

/** The page opens again without network from here on; where the browser cannot, it works as long as there is one. */
export function useShell(): void {
  useEffect(
    () => void navigator.serviceWorker?.register('/field-worker.js', { scope: '/field' }).catch(() => undefined),
    [],
  );
}
