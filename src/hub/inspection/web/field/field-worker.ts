// The service worker of the field page, and of no other (M4): it keeps the files of this build that the page needs and answers with them when
// there is no network. It sees no data: the API is never answered from here, and what was entered lies in IndexedDB.
type Answer = { respondWith(reply: Promise<Response>): void; readonly request: Request };
type Waits = { waitUntil(done: Promise<unknown>): void };
type Worker = {
  addEventListener(name: 'install' | 'activate', act: (event: Waits) => void): void;
  addEventListener(name: 'fetch', act: (event: Answer) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
};
/** Written in by the build: the version and the files (`vite.config.ts`). */
declare const __SHELL__: { readonly version: string; readonly files: readonly string[] };

const worker = globalThis as unknown as Worker;
const PREFIX = 'portico-field-';
const CACHE = PREFIX + __SHELL__.version;
const PAGE = '/field';
const PATIENCE_MS = 4000;
const files = new Set(__SHELL__.files);

worker.addEventListener('install', (event) =>
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      await cache.addAll([PAGE, ...files].map((url) => new Request(url, { cache: 'reload' })));
      await worker.skipWaiting();
    })(),
  ),
);
worker.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      for (const key of await caches.keys()) if (key.startsWith(PREFIX) && key !== CACHE) await caches.delete(key);
      await worker.clients.claim();
    })(),
  ),
);
worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== worker.location.origin) return;
  if (event.request.mode === 'navigate' && (pathname === PAGE || pathname.startsWith(`${PAGE}/`)))
    event.respondWith(page(event.request));
  else if (files.has(pathname)) event.respondWith(kept(pathname, event.request));
});

/** The server's page where it comes in time: a newer build takes the place of this one. */
async function page(request: Request): Promise<Response> {
  try {
    const reply = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (reply.ok) return reply;
  } catch {
    // No network, or one too weak.
  }
  return kept(PAGE, request);
}
async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}
