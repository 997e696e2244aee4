// Cases and authorities' words without HTTP or simulators, for the journeys of the combined disposition.
import assert from 'node:assert/strict';
import type { BlockingView, Instruction, InstructionKind, ObjectType } from '../../src/hub/disposition/contract.ts';
import type { Channel } from '../../src/hub/mapping/contract.ts';
import type { ExchangeEvents } from '../../src/hub/exchange/contract.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { Form } from '../../src/hub/shipment/contract.ts';
import type { AuthorityId } from '../../src/kernel/party.ts';
import { type Actor, emitter } from '../../src/runtime/context.ts';
import { railImport } from '../support/forms.ts';
import { startTestHub } from '../support/hub.ts';
import { probeChannel } from '../support/probe-channel.ts';

const emit = emitter<ExchangeEvents>();
export type Word = {
  readonly kind: InstructionKind;
  readonly on: readonly string[];
  readonly sequence: number;
  readonly number?: string;
  /** The case it answers; without one it finds its objects by name. */
  readonly shipmentId?: string;
} & Pick<Instruction, 'term' | 'followUp' | 'validUntil' | 'conditions'>;
type StartCases = { readonly probes?: readonly string[]; readonly more?: readonly Channel[] };
export type Cases = Awaited<ReturnType<typeof startCases>>;

/** Each probe takes every document, so whoever is at its far end sees every case. `more`: real channels, whose documents go nowhere. */
export async function startCases({ probes = ['probe'], more = [] }: StartCases = {}) {
  const hub = await startTestHub([...probes.map((id) => probeChannel(id)), ...more]);
  const trader = await hub.person('trader', ['declarant']);
  /** An authority says something on its channel; `times` the same message comes. */
  async function say(authority: AuthorityId, { on, shipmentId, number, ...word }: Word, times = 1): Promise<void> {
    const objects = on.map((id) => ({ type: id.split(':')[0] as ObjectType, key: id.slice(id.indexOf(':') + 1) }));
    for (let i = 0; i < times; i++)
      await hub.run((context) =>
        emit(context, 'instruction.arrived', shipmentId ?? `channel ${authority}`, {
          channel: 'probe',
          messageId: context.newId(),
          simulated: true,
          ...(shipmentId ? { shipmentId } : {}),
          fact: {
            fact: 'instruction',
            authority,
            number: number ?? `N${word.sequence}`,
            reason: { zh: '核对', en: 'Check' },
            issuedAt: context.now,
            about: { objects },
            ...(word as Pick<Instruction, 'kind' | 'sequence'>),
          },
        }),
      );
    await hub.settle();
  }
  async function officer(authority: AuthorityId, name = '关员甲'): Promise<Actor> {
    const actor = await hub.person('authority', ['officer']);
    // The test's only channel takes every document: who listens there sees the case.
    return { ...actor, id: `officer ${authority} ${name}`, name, authority, channelId: 'probe' };
  }
  const view = (id: string) => hub.call<BlockingView>('GET', '/shipments/:id/disposition', { params: { id } }, trader);
  return {
    hub,
    trader,
    officer,
    say,
    view,
    async file(reference: string, more: Form = {}): Promise<string> {
      const id = await hub.file({ ...railImport(reference), ...more }, trader);
      await hub.settle();
      return id;
    },
    async outcomes(id: string): Promise<Record<string, string>> {
      return Object.fromEntries((await view(id)).objects.map((o) => [o.id, o.disposition.outcome]));
    },
    async releases(id: string): Promise<Record<string, string[]>> {
      const { items } = await hub.call<{ items: ReleaseView[] }>(
        'GET',
        '/shipments/:id/releases',
        { params: { id } },
        trader,
      );
      const states: Record<string, string[]> = {};
      for (const r of items) (states[r.objectId] ??= []).push(r.state);
      return states;
    },
    async stop(): Promise<void> {
      await hub.stop();
      assert.deepEqual(hub.faults, []);
    },
  };
}
/** A box number with its check digit. */
export function boxNumber(serial: number): string {
  const letters = 'CQPU';
  const text = letters + String(serial).padStart(6, '0');
  const values = '0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ';
  const sum = [...text].reduce((total, c, i) => total + values.indexOf(c) * 2 ** i, 0);
  return `${text}${(sum % 11) % 10}`;
}

/** Who proposes a rule, and who approves it. */
export async function twoOfTheOffice({ hub }: Cases): Promise<[Actor, Actor]> {
  const first = await hub.person('port-office', ['operator']);
  return [first, { ...first, id: 'second', name: '值班壬' }];
}
