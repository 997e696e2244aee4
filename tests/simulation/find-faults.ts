// The promises of the exchange, checked on what partners, subscribers and the record say after everything came to rest (P3).
import type { Story } from './simulate.ts';

export function findFaults(story: Story): string[] {
  return [
    ...acknowledgedIsThere(story),
    ...everythingEnds(story),
    ...effectOnce(story),
    ...orderPerCase(story),
    ...answersOnce(story),
    ...subscriberSawAll(story),
    ...pauseHolds(story),
    ...downIsLeftAlone(story),
    ...waitsAreKept(story),
    ...calmIsCalm(story),
  ];
}

function acknowledgedIsThere({ store, acknowledged }: Story): string[] {
  const filings = store.log.filter((event) => event.type === 'shipment.submitted');
  const twice = filings.length !== new Set(filings.map((event) => `${event.key} v${event.number}`)).size;
  if (twice) return ['a filing is there twice'];
  return [...acknowledged].flatMap((filing) => [
    ...(store.isFiled(filing) ? [] : [`acknowledged and lost: ${filing}`]),
    ...([...store.deliveries.keys()].some((id) => id.startsWith(`${filing}/`)) ? [] : [`never dispatched: ${filing}`]),
  ]);
}

function everythingEnds({ store, poison }: Story): string[] {
  return [...store.deliveries.values()].flatMap((delivery) => {
    if (delivery.state === 'queued') return [`stuck: ${delivery.id} after ${delivery.attempts} attempts`];
    if (delivery.state === 'dead' && !poison.has(delivery.id)) return [`dead without reason: ${delivery.id}`];
    return [];
  });
}

/** What is recorded as delivered was taken, with its own bytes, and is told once. */
function effectOnce({ store, partners }: Story): string[] {
  const told = new Map<string, number>();
  for (const event of store.log)
    if (event.type === 'document.delivered') told.set(event.id, (told.get(event.id) ?? 0) + 1);
  const faults: string[] = [];
  for (const delivery of store.deliveries.values()) {
    const arrivals = partners.get(delivery.channel)?.arrivals.filter((a) => a.id === delivery.id) ?? [];
    const taken = arrivals.filter((a) => a.answer === 'delivered');
    if (delivery.state === 'delivered' && taken.length === 0) faults.push(`recorded, never taken: ${delivery.id}`);
    if (arrivals.some((a) => a.bytes !== delivery.bytes)) faults.push(`other bytes: ${delivery.id}`);
    const times = told.get(delivery.id) ?? 0;
    if (times !== (delivery.state === 'delivered' ? 1 : 0)) faults.push(`told ${times} times: ${delivery.id}`);
  }
  return faults;
}

/** Where a partner takes a case's documents for the first time, they come in the order they were filed. */
function orderPerCase({ store, partners }: Story): string[] {
  const faults: string[] = [];
  const replayed = new Set(store.log.filter((e) => e.type === 'delivery.replayed').map((e) => e.id));
  for (const [channel, partner] of partners) {
    const last = new Map<string, number>();
    const known = new Set<string>();
    for (const { id, key, answer } of partner.arrivals) {
      if (known.has(id) || answer === 'refused' || replayed.has(id)) continue;
      known.add(id);
      const seq = store.deliveries.get(id)?.seq ?? 0;
      if (seq < (last.get(key) ?? 0)) faults.push(`out of order at ${channel}: ${id}`);
      last.set(key, Math.max(seq, last.get(key) ?? 0));
    }
  }
  return faults;
}

function answersOnce({ store, partners }: Story): string[] {
  const counts = new Map<string, number>();
  for (const event of store.log)
    if (event.type === 'document.answered') counts.set(event.id, (counts.get(event.id) ?? 0) + 1);
  return [...partners.values()].flatMap((partner) =>
    [...partner.receipts].flatMap((identity) =>
      counts.get(identity) === 1 ? [] : [`receipt told ${counts.get(identity) ?? 0} times: ${identity}`],
    ),
  );
}

function subscriberSawAll({ store, seen }: Story): string[] {
  const positions = store.log.map((event) => event.position).sort((a, b) => a - b);
  return positions.length === seen.length && positions.every((position, i) => position === seen[i])
    ? []
    : [`a subscriber saw ${seen.length} of ${positions.length} events`];
}

/** Knowledge up to two seconds old may be acted on, and a reading takes its time; then nothing begins that the pause holds. */
const PAUSE_GRACE_MS = 3000;
function pauseHolds({ sends, quiet }: Story): string[] {
  return quiet.flatMap(({ channel, from, to, upTo }) =>
    sends
      .filter((s) => s.channel === channel && s.at > from + PAUSE_GRACE_MS && s.at < to && s.seq > upTo)
      .map((s) => `sent while paused: ${s.id}`),
  );
}

/** While a partner is away the breaker lets a few through and then one probe at a time. */
function downIsLeftAlone({ sends, downs, calm, rules }: Story): string[] {
  if (calm) return [];
  return downs.flatMap(({ channel, from, to }) => {
    const asked = sends.filter((s) => s.channel === channel && s.at >= from && s.at < to).length;
    // Five failures open it; what flew then ends; each node that takes over may have to learn it once more.
    const epochs = new Set(sends.filter((s) => s.channel === channel && s.at >= from && s.at < to).map((s) => s.epoch));
    const allowed = 5 + rules.concurrent + (6 + rules.concurrent) * epochs.size + (to - from) / 5000;
    return asked > allowed ? [`${asked} pushes to ${channel} while it was away, ${Math.floor(allowed)} allowed`] : [];
  });
}

/** Between two attempts of one owner lies at least the shortest wait, unless an operator or a clock set forward ended it. */
function waitsAreKept({ store, sends, rules, skewed }: Story): string[] {
  if (skewed) return [];
  const replayed = new Set(store.log.filter((e) => e.type === 'delivery.replayed').map((e) => e.id));
  const shortest = Math.min(...rules.retryAfterMs) * 0.8;
  const last = new Map<string, number>();
  return sends.flatMap(({ id, epoch, at }) => {
    const before = last.get(`${id} ${epoch}`);
    last.set(`${id} ${epoch}`, at);
    return before !== undefined && at - before < shortest && !replayed.has(id)
      ? [`tried again after ${at - before} ms: ${id}`]
      : [];
  });
}

/** Without a disaster nothing goes twice, and each goes soon. */
function calmIsCalm({ store, sends, calm, partners, leftAt, takings }: Story): string[] {
  if (!calm) return [];
  const faults: string[] = [];
  const counts = new Map<string, number>();
  for (const { id } of sends) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [id, count] of counts) if (count > 1) faults.push(`sent ${count} times without need: ${id}`);
  for (const delivery of store.deliveries.values())
    if (delivery.attempts !== 1) faults.push(`${delivery.attempts} attempts without need: ${delivery.id}`);
  const late = [...partners.values()].flatMap((p) => p.arrivals).find((a) => a.at > 90_000);
  if (late) faults.push(`late by far: ${late.id} at ${late.at}`);
  // Who leaves in order gives the lanes back: others do not wait for the end of a lease.
  const lastOwner = new Map(takings.filter((t) => t.at < (leftAt ?? 0)).map((t) => [t.channel, t.owner]));
  for (const [channel, owner] of lastOwner) {
    const next = takings.find((t) => t.channel === channel && t.at >= (leftAt ?? 0));
    if (owner.startsWith('node0') && (next?.at ?? Number.POSITIVE_INFINITY) > (leftAt ?? 0) + 2500)
      faults.push(`${channel} was kept by a node that left`);
  }
  return faults;
}
