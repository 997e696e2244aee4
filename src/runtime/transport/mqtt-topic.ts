// A partner's MQTT broker as a way to it, which devices speak (N10): documents are published to `<topic>/from-portico/<kind>/<message id>` with
// QoS 1 and count as delivered when the broker has acknowledged them; what devices publish under `<topic>/to-portico` the broker keeps for our
// session, and it is acknowledged once it is kept here. The topic is the path of the address.
import { sha256Hex } from '../../kernel/digest.ts';
import { keepSessions } from './keep-sessions.ts';
import { type MqttSession, openMqtt, type Wanted } from './mqtt-session.ts';
import {
  codeOf,
  type CollectBudget,
  type Collector,
  type Guard,
  type PickUp,
  type PushBudget,
  type Pusher,
  TransportFault,
} from './transport.ts';
import { within } from './within.ts';

/** How long a go waits for the first, and then for each that may follow. */
const FIRST_WAIT_MS = 1000;
const NEXT_WAIT_MS = 100;
function topicOf(url: string): string {
  const topic = decodeURIComponent(new URL(url).pathname).split('/').filter(Boolean).join('/');
  // Wildcards and the broker's own tree are not a partner's (MQTT 5.0 4.7.1, 4.7.2).
  if (topic === '' || /[+#\0]/.test(topic) || topic.startsWith('$'))
    throw new TransportFault('refused', 'TOPIC_INVALID');
  return topic;
}
const toFault = (error: unknown): TransportFault =>
  error instanceof TransportFault ? error : new TransportFault('unreachable', codeOf(error as Error));

const sessions = (open: (to: PickUp) => Promise<MqttSession>) =>
  keepSessions<MqttSession>({ open, isOpen: (session) => session.isOpen(), end: (session) => session.end() });

export function createMqttPusher(budget: PushBudget, guard?: Guard): Pusher {
  const open = sessions((to) => openMqtt(to, budget, undefined, guard));
  async function publish(push: Parameters<Pusher['push']>[0], again = true): Promise<void> {
    const topic = `${topicOf(push.url)}/from-portico/${push.kind}/${push.messageId}`;
    const { session, used } = await open.to(push);
    const userProperties = {
      'message-id': push.messageId,
      'file-name': push.fileName,
      ...(push.fencingToken === undefined ? {} : { 'fencing-token': String(push.fencingToken) }),
      ...(push.traceparent === undefined ? {} : { traceparent: push.traceparent }),
    };
    try {
      await session.publish(topic, push.bytes, { contentType: push.contentType, userProperties });
    } catch (error) {
      // The broker hung up while nobody looked: the message has its id, so it may be said again.
      if (!used || !again || toFault(error).outcome === 'refused' || session.isOpen()) throw error;
      await publish(push, false);
    }
  }
  return {
    push: async (push) => {
      if (push.bytes.length > budget.requestBytes) return { outcome: 'refused', detail: 'REQUEST_TOO_LARGE' };
      try {
        await within(budget.totalMs, 'TOTAL_TIMEOUT', publish(push));
        return { outcome: 'delivered', detail: 'MQTT OK' };
      } catch (error) {
        const { outcome, detail } = toFault(error);
        if (outcome === 'unreachable') open.drop(push);
        return { outcome, detail };
      }
    },
    close: open.close,
  };
}

export function createMqttCollector(budget: CollectBudget, guard?: Guard): Collector {
  const wanted = (url: string): Wanted => {
    const topic = topicOf(url);
    // The same on every node: the broker keeps one session, and the newest owner takes it over.
    const clientId = `portico-${topic.replace(/[^\w-]/g, '_')}`;
    return { clientId, filter: `${topic}/to-portico/#`, maxBytes: budget.maxBytes };
  };
  const open = sessions(async (to) => openMqtt(to, budget, wanted(to.url), guard));
  return {
    collect: async (from, keep) => {
      let taken = 0;
      const aside: string[] = [];
      let keeping: { readonly error: unknown } | undefined;
      try {
        const { session } = await within(budget.totalMs, 'TOTAL_TIMEOUT', open.to(from));
        const base = `${topicOf(from.url)}/to-portico`;
        let message = await session.next(FIRST_WAIT_MS);
        if (!message) await session.ping();
        while (message) {
          const under = message.topic.slice(base.length + 1);
          // Devices number nothing: the same bytes on the same topic are the same message.
          const id = `${under || 'message'}-${sha256Hex(message.bytes).slice(0, 16)}`;
          if (message.bytes.length > budget.maxBytes) aside.push(id);
          else {
            const kept = await keep({
              id,
              bytes: message.bytes,
              contentType: message.contentType ?? 'application/octet-stream',
              ...(message.fileName ? { fileName: message.fileName } : {}),
              ...(message.traceparent ? { traceparent: message.traceparent } : {}),
            }).catch((error: unknown) => {
              keeping = { error };
              throw error;
            });
            if (kept === 'kept') taken += 1;
            else aside.push(id);
          }
          message.acknowledge();
          if (taken + aside.length >= budget.batch) break;
          message = await session.next(NEXT_WAIT_MS);
        }
        return { outcome: 'reached', detail: 'MQTT OK', taken, aside, more: taken + aside.length >= budget.batch };
      } catch (error) {
        // Hung up without a PUBACK: the broker gives again what was not kept.
        open.drop(from);
        if (keeping) throw keeping.error;
        const { outcome, detail } = toFault(error);
        return { outcome, detail, taken, aside, more: false };
      }
    },
    close: open.close,
  };
}
