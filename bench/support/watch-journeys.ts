// One reader of the live event stream, as a browser is; tells when a case has seen everything its journey ends with.
type Seen = { readonly counts: Map<string, number>; done?: () => void };
export type End = (count: (type: string) => number, last: string) => boolean;

/** Filed for five partners: each has answered and the last word of an authority is in the disposition. */
export const fiveAnswered: End = (count, last) =>
  count('document.answered') >= 1 &&
  count('instruction.received') >= 2 &&
  count('shipment.manifested') >= 1 &&
  count('shipment.cargo-arrived') >= 1 &&
  count('disposition.changed') >= 3 &&
  last !== 'instruction.received';
/** A rail import of two containers ends with two releases. */
export const bothReleased: End = (count) => count('release.granted') >= 2;

export async function watchJourneys(url: string, cookie: string, end: End) {
  const cases = new Map<string, Seen>();
  const abort = new AbortController();
  const stream = await fetch(url, { headers: { cookie }, signal: abort.signal });
  const seenOf = (id: string): Seen => {
    const seen = cases.get(id) ?? { counts: new Map() };
    cases.set(id, seen);
    return seen;
  };
  function note(type: string, id: string): void {
    const seen = seenOf(id);
    seen.counts.set(type, (seen.counts.get(type) ?? 0) + 1);
    if (seen.done && end((t) => seen.counts.get(t) ?? 0, type)) {
      cases.delete(id);
      seen.done();
    }
  }
  void (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of stream.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const type = /^event: (\S+)$/m.exec(part)?.[1];
        const id = /"shipmentId":"([^"]+)"/.exec(part)?.[1];
        if (type && id) note(type, id);
      }
    }
  })().catch(() => undefined);
  return {
    ended: (id: string) => new Promise<void>((done) => void Object.assign(seenOf(id), { done })),
    close: () => abort.abort(),
  };
}
