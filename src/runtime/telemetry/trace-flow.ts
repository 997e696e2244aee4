// Reactions go on with the trace of the event that caused them (P3). A reaction that goes over to another trace, as the reading of a
// message does once it knows the document it answers, is shown in that one and names the one it came in.
import type { Reaction, StoredEvent } from '../context.ts';
import type { Flow } from '../outbox/flow-runner.ts';
import type { Log } from './log.ts';
import { type Spans, spanNow } from './spans.ts';
import { newSpanId } from './trace.ts';

export type FlowWatch = { readonly spans: Spans; readonly log: Pick<Log, 'joined'> };

/** The same flow; every reaction keeps its name, by which its failures are kept. */
export const traceFlow = (flow: Flow, watch: FlowWatch): Flow =>
  Object.fromEntries(Object.entries(flow).map(([type, reactions]) => [type, reactions.map((r) => traced(r, watch))]));

function traced(reaction: Reaction<never>, watch: FlowWatch): Reaction<never> {
  const act: Reaction<never> = async (context, event) => {
    const own = context.traced(event.traceId);
    let trace = own.traceId;
    const startMs = watch.spans.recording ? spanNow() : 0;
    const end = (failed?: string) =>
      note(reaction.name, event, { trace, startMs, ...(failed ? { failed } : {}) }, watch);
    const watched = {
      ...own,
      traced: (other: string | undefined) => {
        trace = other ?? trace;
        return own.traced(other);
      },
    };
    try {
      await reaction(watched, event);
    } catch (error) {
      end(error instanceof Error ? error.name : 'error');
      throw error;
    }
    end();
  };
  Object.defineProperty(act, 'name', { value: reaction.name });
  return act;
}

function note(
  reaction: string,
  event: StoredEvent,
  { trace, startMs, failed }: { readonly trace: string; readonly startMs: number; readonly failed?: string },
  { spans, log }: FlowWatch,
): void {
  const from = event.traceId;
  const { type, position } = event;
  if (from !== undefined && trace !== from) log.joined({ traceId: trace, from, reaction, event: type, position });
  if (!spans.recording) return;
  spans.record({
    name: `reaction ${reaction}`,
    kind: 'consumer',
    traceId: trace,
    spanId: newSpanId(),
    startMs,
    endMs: spanNow(),
    attributes: {
      'portico.event': type,
      'portico.position': position,
      ...(from !== undefined && trace !== from ? { 'portico.arrived-in-trace': from } : {}),
    },
    ...(failed === undefined ? {} : { failed }),
  });
}
