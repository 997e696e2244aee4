// A partner's far end as the wire sees it: its own port, bytes in, bytes out, answers posted later like a real partner
// would. Part of the product (sandbox, demo, tests); it never shares memory with the hub and always says what it is.
import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { sha256Hex } from '../../kernel/digest.ts';
import type { Clock } from '../clock.ts';
import { type BatchEnd, readBatch, writeBatchAnswer } from '../codec/message-batch.ts';
import type { Call } from '../../kernel/call.ts';
import { systemTimers, type Timers } from '../timers.ts';
import { type Agreement, findDisagreement } from './agreement.ts';
import { asksOfTest, callOf, takenMethods } from './asked.ts';
import { openJournal } from './journal.ts';
import { createLedger } from './ledger.ts';
import { leavesGateToClerk, playedBy, type Scenario, scenarioOf, takesBack } from './scripts.ts';
import { watchedMap } from './watched-map.ts';

export type SimulatedMessage = {
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly fileName?: string;
};
export type Reaction = {
  readonly status: number;
  readonly answer?: SimulatedMessage;
  readonly later: readonly { readonly afterMs: number; readonly message: SimulatedMessage }[];
};
export type FarEnd = {
  readonly name: { readonly zh: string; readonly en: string };
  referenceIn(
    received: { readonly bytes: Uint8Array; readonly kind: string; readonly call?: Call },
    memory?: ReadonlyMap<string, string>,
  ): string | undefined;
  react(
    received: {
      readonly bytes: Uint8Array;
      readonly kind: string;
      readonly messageId: string;
      readonly scenario: string;
      readonly call?: Call;
    },
    world: {
      readonly now: string;
      next(): number;
      readonly memory: Map<string, string>;
      digest?(text: string, keyId: string): string;
    },
  ): Reaction;
};
export type SimulatorOptions = {
  readonly id: string;
  readonly farEnd: FarEnd;
  readonly port: number;
  readonly clock: Clock;
  readonly timers?: Timers;
  /** What Portico must show to deliver here, as partners ask for too. */
  readonly key?: string;
  /** With the key that a message names, where keys are agreed. */
  readonly digest?: (text: string, keyId: string) => string;
  /** Where Portico takes messages, known once it listens. */
  readonly target: () => { readonly url: string; readonly key: string } | undefined;
  /** Where it is reached by another way than HTTP: how what it says gets to Portico. */
  readonly carry?: () => ((message: SimulatedMessage) => Promise<number>) | undefined;
  /** 1 = as scripted; tests and the demo week run faster. */
  readonly pace: number;
  /** Absent: everything is looked at. */
  readonly agreed?: Agreement;
  /** Where it keeps what must outlive the process; absent: nowhere. */
  readonly journalFile?: string;
};
export type Simulator = {
  readonly id: string;
  readonly port: number;
  readonly url: string;
  /** Answers not sent yet. */
  pending(): number;
  /** Messages on the wire to Portico at this moment. */
  posting(): number;
  stop(): Promise<void>;
};

const MAX_BYTES = 8 * 1024 * 1024;
const SLOW_MS = 60_000;
type Target = { readonly url: string; readonly key: string };

export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const journal = openJournal(options.journalFile);
  const { remembered } = journal;
  const memory = watchedMap(remembered.memory);
  const seen = new Map<string, Pick<Reaction, 'status' | 'answer'>>(
    [...remembered.accepted].map(([id, { status, answer }]) => [
      id,
      { status, ...(answer ? { answer: unpack(answer) } : {}) },
    ]),
  );
  const refusedOnce = new Map<string, number>();
  const cancels = new Set<() => void>();
  const ledger = createLedger();
  const test = { memory: new Map<string, string>(), seen: new Map<string, Pick<Reaction, 'status' | 'answer'>>() };
  let serial = remembered.serial;
  let pending = 0;
  let posting = 0;
  let stopped = false;
  // At another pace than 1 the partner's own clock runs that much faster, so that its times stay in the order of its acts.
  const began = options.clock.now().getTime();
  const partnerNow = () => new Date(began + (options.clock.now().getTime() - began) / options.pace).toISOString();

  const server = createServer((request, response) => {
    void answer(request, response).catch(() =>
      response.headersSent ? response.destroy() : response.writeHead(400).end(),
    );
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET' && request.url === '/ledger') {
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(
          JSON.stringify({ simulator: true, id: options.id, name: options.farEnd.name, pending, ...ledger.entries }),
        );
      return;
    }
    if (!takenMethods.has(request.method ?? '')) {
      response
        .writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
        .end(
          `模拟器 / simulator: ${options.farEnd.name.zh} / ${options.farEnd.name.en}\nseen ${seen.size} documents, ${pending} answers to come\n`,
        );
      return;
    }
    if (options.key && request.headers.authorization !== `Bearer ${options.key}`) {
      response.writeHead(401).end();
      return;
    }
    const body = await readAll(request);
    if (!request.headers['content-type']?.startsWith('multipart/form-data')) {
      const { 'x-message-id': messageId = '', 'x-document-kind': kind = '' } = request.headers as Record<
        string,
        string
      >;
      const call = callOf(request);
      const received = { bytes: body, kind, messageId, ...(call ? { call } : {}) };
      const { status, answer } = take(received, request, request.headers);
      response
        .writeHead(status, { 'content-type': answer?.contentType ?? 'text/plain' })
        .end(answer ? Buffer.from(answer.bytes) : undefined);
      return;
    }
    const messages = await readBatch(body, request.headers['content-type']);
    const ends = messages.map(({ id, bytes, kind = '', contentType, traceparent }): BatchEnd => {
      const heads = { 'content-type': contentType, 'x-document-kind': kind, ...(traceparent ? { traceparent } : {}) };
      const { answer, ...end } = take({ bytes, kind, messageId: id }, request, heads);
      return { id, ...end, ...(answer ? { answer: { contentType: 'text/plain', ...answer } } : {}) };
    });
    response.writeHead(200, { 'content-type': 'application/json' }).end(writeBatchAnswer(ends));
  }

  /** One message, whether it came alone or with others. */
  function take(
    received: {
      readonly bytes: Uint8Array;
      readonly kind: string;
      readonly messageId: string;
      readonly call?: Call;
    },
    request: IncomingMessage,
    headers: IncomingHttpHeaders,
  ): Pick<Reaction, 'status' | 'answer'> {
    const { bytes, kind, messageId } = received;
    const refusal = options.agreed && findDisagreement(options.agreed, headers, bytes);
    if (refusal) return { status: refusal };
    if (messageId === '') throw new Error('a delivery names its message');
    const { traceparent } = headers;
    const scenario = scenarioOf(options.farEnd.referenceIn(received, asksOfTest(request) ? test.memory : memory));
    if (scenario === 'DOWN' && (refusedOnce.get(messageId) ?? 0) < 2) {
      refusedOnce.set(messageId, (refusedOnce.get(messageId) ?? 0) + 1);
      return { status: 503 };
    }
    const answerTo = testTarget(request);
    if (answerTo) {
      const reaction = test.seen.get(messageId) ?? actTest({ ...received, scenario }, answerTo);
      test.seen.set(messageId, reaction);
      return reaction;
    }
    // A delivery that comes twice is accepted twice and acted on once, as a careful partner does.
    const known = seen.get(messageId);
    const reaction = known ?? act({ ...received, scenario });
    const digest = sha256Hex(bytes);
    if (known) journal.repeated({ messageId, digest });
    ledger.accepted({
      at: options.clock.now().toISOString(),
      messageId,
      kind,
      scenario,
      digest,
      repeated: known !== undefined,
      ...(typeof traceparent === 'string' ? { traceparent } : {}),
    });
    return reaction;
  }

  function act(
    received: Parameters<FarEnd['react']>[0] & { readonly scenario: Scenario },
  ): Pick<Reaction, 'status' | 'answer'> {
    const { digest } = options;
    const world = {
      now: partnerNow(),
      next: () => ++serial,
      memory,
      ...(digest ? { digest } : {}),
    };
    const { scenario, kind } = received;
    const reaction = takesBack(kind)
      ? { status: 200, later: [] }
      : options.farEnd.react({ ...received, scenario: playedBy(scenario) }, world);
    const staged = stage(leavesGateToClerk(scenario, kind) ? { ...reaction, later: [] } : reaction, scenario);
    const { status, answer, later } = staged;
    const now = options.clock.now().getTime();
    const owed = later.map(({ afterMs, message }) => ({
      id: randomUUID(),
      due: now + afterMs * options.pace,
      afterMs,
      message,
    }));
    journal.accept({
      messageId: received.messageId,
      digest: sha256Hex(received.bytes),
      status,
      ...(answer ? { answer: pack(answer) } : {}),
      serial,
      memory: memory.takeChanges(),
      owed: owed.map(({ id, due, message }) => ({ id, due, message: pack(message) })),
    });
    const answered = { status, ...(answer ? { answer } : {}) };
    seen.set(received.messageId, answered);
    for (const { id, afterMs, message } of owed) schedule(id, message, afterMs * options.pace);
    return answered;
  }

  /** Its test system answers to the run that asks, on this platform only, and remembers nothing of it beyond the process. */
  function testTarget(request: IncomingMessage): Target | undefined {
    if (!asksOfTest(request)) return undefined;
    const [url, key] = [request.headers['x-answer-to'], request.headers['x-answer-key']];
    const own = options.target();
    if (typeof url !== 'string' || typeof key !== 'string' || !own)
      throw new Error('a test names where it is answered');
    return { url: new URL(new URL(url).pathname, own.url).href, key };
  }
  function actTest(received: Parameters<FarEnd['react']>[0] & { readonly scenario: Scenario }, target: Target) {
    const { digest } = options;
    const world = { now: partnerNow(), next: () => ++serial, memory: test.memory, ...(digest ? { digest } : {}) };
    const { scenario } = received;
    const { status, answer, later } = stage(
      options.farEnd.react({ ...received, scenario: playedBy(scenario) }, world),
      scenario,
    );
    for (const { afterMs, message } of later) {
      pending += 1;
      wait(afterMs * options.pace, () => void post(undefined, message, 0, target));
    }
    return { status, ...(answer ? { answer } : {}) };
  }

  function schedule(id: string, message: SimulatedMessage, waitMs: number): void {
    pending += 1;
    wait(waitMs, () => void post(id, message, 0));
  }

  function wait(ms: number, act: () => void): void {
    const cancel = (options.timers ?? systemTimers).after(ms, () => {
      cancels.delete(cancel);
      act();
    });
    cancels.add(cancel);
  }

  /** Posts until Portico takes it: partners try again too. */
  async function post(id: string | undefined, message: SimulatedMessage, attempt: number, to?: Target): Promise<void> {
    const target = to ?? options.target();
    const carry = to ? undefined : options.carry?.();
    posting += 1;
    const status = carry ? await carry(message) : target ? await tryPost(target, message) : undefined;
    posting -= 1;
    const taken = status !== undefined && status < 500 && status !== 429;
    if (id !== undefined && (taken || attempt >= 20))
      ledger.sent({
        at: options.clock.now().toISOString(),
        fileName: message.fileName ?? '',
        digest: sha256Hex(message.bytes),
        attempts: attempt + 1,
        status: status ?? 0,
      });
    if (id !== undefined && (taken || attempt >= 20)) journal.sent(id);
    if (taken || stopped || attempt >= 20) {
      pending -= 1;
      return;
    }
    wait(250 * (attempt + 1), () => void post(id, message, attempt + 1, to));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  for (const { id, due, message } of remembered.owed)
    schedule(id, unpack(message), Math.max(0, due - options.clock.now().getTime()));
  const { port } = server.address() as { port: number };
  return {
    id: options.id,
    port,
    url: `http://127.0.0.1:${port}/`,
    pending: () => pending,
    posting: () => posting,
    stop: () => {
      stopped = true;
      for (const cancel of cancels) cancel();
      return stopServer(server);
    },
  };
}

const pack = ({ bytes, ...rest }: SimulatedMessage) => ({ ...rest, base64: Buffer.from(bytes).toString('base64') });
const unpack = ({ base64, ...rest }: ReturnType<typeof pack>): SimulatedMessage => ({
  ...rest,
  bytes: Buffer.from(base64, 'base64'),
});

/** The HTTP status, or undefined where nobody answered. */
async function tryPost(target: { url: string; key: string }, message: SimulatedMessage): Promise<number | undefined> {
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers: {
        'content-type': message.contentType ?? 'application/xml',
        authorization: `Bearer ${target.key}`,
        ...(message.fileName ? { 'x-file-name': encodeURIComponent(message.fileName) } : {}),
      },
      body: Buffer.from(message.bytes),
      signal: AbortSignal.timeout(10_000),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}

/** Scenarios that are about the wire, the same for every partner. */
export function stage(reaction: Reaction, scenario: Scenario): Reaction {
  const { later } = reaction;
  switch (scenario) {
    case 'SILENT':
      return { status: reaction.status, later: [] };
    case 'SLOW':
      return { ...reaction, later: later.map((l) => ({ ...l, afterMs: l.afterMs + SLOW_MS })) };
    case 'GARBAGE':
      return {
        ...reaction,
        later: [
          { afterMs: 100, message: { bytes: Buffer.from(`<broken ${later.length}`), contentType: 'application/xml' } },
          ...later,
        ],
      };
    case 'DUPLICATE':
      return {
        ...reaction,
        later: later.flatMap((l) => [l, { ...l, afterMs: l.afterMs + 200 }, { ...l, afterMs: l.afterMs + 400 }]),
      };
    case 'DISORDER': {
      const times = later.map((l) => l.afterMs);
      return { ...reaction, later: [...later].reverse().map((l, i) => ({ ...l, afterMs: times[i] ?? l.afterMs })) };
    }
    default:
      return reaction;
  }
}

async function readAll(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function stopServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
