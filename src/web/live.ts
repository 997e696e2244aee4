// Live updates: one event stream per tab, whatever asks for it; each event makes the queries about its shipment fetch again (M2).
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { eventNames, type TimelineEntry } from '../hub/notices/contract.ts';

/** `everything` a page may see, one shipment’s events, or what lands in the inbox. */
type Wish = { readonly everything?: true; readonly shipmentId?: string; readonly inbox?: true };
type LiveState = 'well' | 'lost';

const wishes = new Set<Wish>();
const hearers = new Set<(entry: TimelineEntry) => void>();
const openers = new Set<() => void>();
const watchers = new Set<() => void>();
let state: LiveState = 'well';
/** Position of the last event that was heard: a new connection goes on from there. */
let heard = 0;
let source: EventSource | undefined;
let address = '';
let due: ReturnType<typeof setTimeout> | undefined;
/** A browser gives up a stream that is refused (429, 503, a proxy's 502); so many times in a row it was. */
let refused = 0;
const LONGEST_WAIT_MS = 15_000;

function change(act: () => void): void {
  act();
  for (const watch of watchers) watch();
}
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

function wished(): string {
  if (wishes.size === 0) return '';
  const all = [...wishes];
  if (all.some((wish) => wish.everything)) return '/api/v1/events';
  const shipmentId = all.find((wish) => wish.shipmentId)?.shipmentId;
  const query = new URLSearchParams({
    ...(shipmentId ? { shipmentId } : {}),
    ...(all.some((wish) => wish.inbox) ? { inbox: 'true' } : {}),
  });
  return `/api/v1/events?${query}`;
}
function connect(): void {
  const next = wished();
  if (next === address && source?.readyState !== EventSource.CLOSED) return;
  source?.close();
  source = undefined;
  address = next;
  if (refused === 0) change(() => void (state = 'well'));
  if (next === '') return;
  const opened = new EventSource(heard > 0 ? `${next}${next.includes('?') ? '&' : '?'}after=${heard}` : next);
  opened.addEventListener('open', () => {
    refused = 0;
    change(() => void (state = 'well'));
    for (const tell of openers) tell();
  });
  opened.addEventListener('error', () => {
    change(() => void (state = 'lost'));
    // A lost connection it opens again by itself.
    if (opened.readyState !== EventSource.CLOSED || opened !== source) return;
    const wait = Math.min(1000 * 2 ** refused, LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
    refused += 1;
    connectSoon(wait);
  });
  for (const type of Object.keys(eventNames))
    opened.addEventListener(type, (message: MessageEvent<string>) => {
      const entry = JSON.parse(message.data) as TimelineEntry;
      change(() => void (heard = Math.max(heard, entry.position)));
      for (const hear of hearers) hear(entry);
    });
  source = opened;
}
/** Leaving one page and entering the next is one change. */
function connectSoon(afterMs = 50): void {
  clearTimeout(due);
  due = setTimeout(connect, afterMs);
}
function useWish({ everything, shipmentId, inbox }: Wish): void {
  useEffect(() => {
    const wish: Wish = {
      ...(everything ? { everything } : {}),
      ...(shipmentId ? { shipmentId } : {}),
      ...(inbox ? { inbox } : {}),
    };
    wishes.add(wish);
    connectSoon();
    return () => {
      wishes.delete(wish);
      connectSoon();
    };
  }, [everything, shipmentId, inbox]);
}

/** What the shell shows: `lost` while the tab’s stream has no connection. */
export const useLiveState = (): LiveState => useSyncExternalStore(watch, () => state);

/** Position of the last event that this tab heard of, while the inbox is wished for. */
export function useHeardForInbox(): number {
  useWish({ inbox: true });
  return useSyncExternalStore(watch, () => heard);
}

const askAgain = (client: QueryClient, about: (queryKey: readonly unknown[]) => boolean) =>
  void client.invalidateQueries({ predicate: (q) => q.queryKey[0] === 'live' && about(q.queryKey) });

/** Everything the reader may see; `shipmentId` narrows it to one case. */
export function useLive(shipmentId?: string): void {
  const client = useQueryClient();
  useWish(shipmentId ? { shipmentId } : { everything: true });
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    let heardOf = new Set<string>();
    // Several events of one act arrive together; the page asks once, also while they keep coming.
    const hear = (entry: TimelineEntry) => {
      if (shipmentId !== undefined && entry.shipmentId !== shipmentId) return;
      if (entry.shipmentId) heardOf.add(entry.shipmentId);
      soon ??= setTimeout(() => {
        const ids = heardOf;
        heardOf = new Set();
        soon = undefined;
        askAgain(client, (key) => !key.includes('of') || key.some((part) => ids.has(part as string)));
      }, 150);
    };
    // What happened between the page's first questions and the opening of the stream was told to nobody.
    const opened = () => askAgain(client, () => true);
    hearers.add(hear);
    openers.add(opened);
    return () => {
      clearTimeout(soon);
      hearers.delete(hear);
      openers.delete(opened);
    };
  }, [client, shipmentId]);
}
