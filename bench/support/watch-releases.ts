// One reader of the live event stream, as a browser is; tells when a shipment has its releases.
export async function watchReleases(url: string, cookie: string) {
  const counts = new Map<string, number>();
  const waiting = new Map<string, { needed: number; done: () => void }>();
  const abort = new AbortController();
  const stream = await fetch(url, { headers: { cookie }, signal: abort.signal });
  const note = (shipmentId: string) => {
    const count = (counts.get(shipmentId) ?? 0) + 1;
    counts.set(shipmentId, count);
    const one = waiting.get(shipmentId);
    if (one && count >= one.needed) one.done();
  };
  void (async () => {
    let text = '';
    for await (const chunk of stream.body ?? []) {
      text += Buffer.from(chunk).toString();
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        if (!part.includes('event: release.granted')) continue;
        const entry = JSON.parse(part.split('\ndata: ')[1] ?? '{}') as { shipmentId?: string };
        if (entry.shipmentId) note(entry.shipmentId);
      }
    }
  })().catch(() => undefined);
  return {
    released: (shipmentId: string, needed: number) =>
      new Promise<void>((done) => waiting.set(shipmentId, { needed, done })),
    close: () => abort.abort(),
  };
}
