// Which way an address names, by its scheme: the ways there are stand here once, and a profile, a setting or an enterprise chooses one by
// writing it down. Documents of one channel may thus change their way by a changed address, without a changed program.
import { isOpen } from '../../kernel/open-way.ts';
import { MOST_OF_A_BATCH } from '../codec/message-batch.ts';
import { createBatchPusher } from './http-batch.ts';
import { createHttpPuller } from './http-pull.ts';
import { createPusher } from './http-push.ts';
import { createMqttCollector, createMqttPusher } from './mqtt-topic.ts';
import { createNatsCollector, createNatsPusher } from './nats-queue.ts';
import { createSoapPusher } from './soap.ts';
import { createSftpCollector, createSftpPusher } from './sftp-folder.ts';
import type { CollectBudget, CollectOutcome, Collector, Guard, PushBudget, Pusher } from './transport.ts';

type Way = 'http-push' | 'http-batch' | 'http-pull' | 'soap' | 'sftp' | 'nats' | 'mqtt';

const schemes: Readonly<Record<string, Way>> = {
  'https:': 'http-push',
  'http:': 'http-push',
  'batch+https:': 'http-batch',
  'batch+http:': 'http-batch',
  'pull+https:': 'http-pull',
  'pull+http:': 'http-pull',
  'soap+https:': 'soap',
  'soap+http:': 'soap',
  'soap11+https:': 'soap',
  'soap11+http:': 'soap',
  'sftp:': 'sftp',
  'nats:': 'nats',
  'nats+tls:': 'nats',
  'mqtt:': 'mqtt',
  'mqtts:': 'mqtt',
};
export const schemeNames = Object.keys(schemes).map((scheme) => scheme.slice(0, -1));
/** Undefined where nobody here speaks that. */
export function wayOf(url: string): Way | undefined {
  // Asked at every turn of every lane; there are as many addresses as partners.
  if (!known.has(url)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(url, URL.canParse(url) ? schemes[new URL(url).protocol] : undefined);
  }
  return known.get(url);
}
const known = new Map<string, Way | undefined>();
const MOST_KNOWN = 200;
const TLS_NEEDED = 'TLS_NEEDED';
/** Ways on which the far end is asked for what waits there; on the others it calls us. */
export const isCollected = (url: string): boolean =>
  !['http-push', 'http-batch', 'soap', undefined].includes(wayOf(url));

/** How many documents a way carries on each of its connections. */
export const carriedAtOnce = (url: string): number => (wayOf(url) === 'http-batch' ? MOST_OF_A_BATCH : 1);

/** `pull+https://…` as HTTP knows it. */
const plain = (url: string): string => url.replace(/^(pull|batch)\+/, '');
const overHttp: ReadonlySet<Way | undefined> = new Set<Way>(['http-push', 'http-batch', 'http-pull']);

type Opened = 'http' | 'batch' | 'soap' | 'sftp' | 'nats' | 'mqtt';
/** Goes the way of each document's own address; a way is opened when it is first gone. */
export function createSender(budget: PushBudget, guard?: Guard): Pusher {
  const open = new Map<string, Pusher>();
  return {
    push: async (push) => {
      if (push.tls && isOpen(push.url)) return { outcome: 'unreachable', detail: TLS_NEEDED };
      // A connection that nobody judged is never used for an address that has to be.
      const held = push.guard ? { policy: push.guard } : guard;
      const kept = (which: Opened, make: typeof createPusher): Pusher => {
        const key = `${which} ${push.guard ?? ''}`;
        const pusher = open.get(key) ?? make(budget, held);
        open.set(key, pusher);
        return pusher;
      };
      const way = wayOf(push.url);
      // A document with a path of its own goes by itself; where there are no paths nobody could tell what it is about.
      if (push.call && way && !overHttp.has(way)) return { outcome: 'refused', detail: 'PATH_NOT_CARRIED' };
      switch (push.call && way === 'http-batch' ? 'http-push' : way) {
        case 'sftp':
          return kept('sftp', createSftpPusher).push(push);
        case 'soap':
          return kept('soap', createSoapPusher).push(push);
        case 'http-batch':
          return kept('batch', createBatchPusher).push(push);
        case 'nats':
          return kept('nats', createNatsPusher).push(push);
        case 'mqtt':
          return kept('mqtt', createMqttPusher).push(push);
        case 'http-push':
        case 'http-pull':
          return kept('http', createPusher).push({ ...push, url: plain(push.url) });
        default:
          return { outcome: 'refused', detail: 'WAY_UNKNOWN' };
      }
    },
    close: () => {
      for (const pusher of open.values()) pusher.close();
    },
  };
}

export function createCollector(budget: CollectBudget, guard?: Guard): Collector {
  const open = new Map<string, Collector>();
  return {
    collect: (from, keep) => {
      if (from.tls && isOpen(from.url)) return Promise.resolve(notCollected('unreachable', TLS_NEEDED));
      // As with sending: what people chose never goes over a connection that nobody judged.
      const held = from.guard ? { policy: from.guard } : guard;
      const kept = (which: Opened, make: (budget: CollectBudget, guard?: Guard) => Collector): Collector => {
        const key = `${which} ${from.guard ?? ''}`;
        const collector = open.get(key) ?? make(budget, held);
        open.set(key, collector);
        return collector;
      };
      switch (wayOf(from.url)) {
        case 'sftp':
          return kept('sftp', createSftpCollector).collect(from, keep);
        case 'nats':
          return kept('nats', createNatsCollector).collect(from, keep);
        case 'mqtt':
          return kept('mqtt', createMqttCollector).collect(from, keep);
        case 'http-pull':
          return kept('http', createHttpPuller).collect({ ...from, url: plain(from.url) }, keep);
        default:
          return Promise.resolve(notCollected('refused', 'WAY_UNKNOWN'));
      }
    },
    close: () => {
      for (const collector of open.values()) collector.close();
    },
  };
}
const notCollected = (outcome: CollectOutcome['outcome'], detail: string): CollectOutcome => ({
  outcome,
  detail,
  taken: 0,
  aside: [],
  more: false,
});
