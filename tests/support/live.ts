// A reader of the live stream that keeps every message and can break off and resume, as a browser's EventSource does.
export type Told = {
  readonly id: number;
  readonly event: string;
  readonly data: { readonly shipmentId?: string; readonly links?: Readonly<Record<string, string>> };
};
export type LiveReader = {
  readonly told: readonly Told[];
  readonly status: number;
  /** Settles when the server ends the stream. */
  readonly ended: Promise<void>;
  close(): void;
};

export async function openLive(
  url: string,
  headers: Record<string, string>,
  options: { lastEventId?: number; query?: string; onTold?: (told: Told) => void } = {},
): Promise<LiveReader> {
  const abort = new AbortController();
  const reply = await fetch(`${url}/api/v1/events${options.query ?? ''}`, {
    signal: abort.signal,
    headers: {
      ...headers,
      ...(options.lastEventId === undefined ? {} : { 'last-event-id': String(options.lastEventId) }),
    },
  });
  const told: Told[] = [];
  const read = async () => {
    if (!reply.ok || !reply.body) return;
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of reply.body) {
      rest += decoder.decode(chunk, { stream: true });
      const frames = rest.split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1];
        const id = field('id');
        if (id === undefined || abort.signal.aborted) continue;
        const one = { id: Number(id), event: field('event') ?? '', data: JSON.parse(field('data') ?? '{}') };
        told.push(one);
        options.onTold?.(one);
      }
    }
  };
  const ended = read().catch((error: unknown) => {
    if (!abort.signal.aborted && (error as Error).name !== 'TypeError') throw error;
  });
  return { told, status: reply.status, ended, close: () => abort.abort() };
}
