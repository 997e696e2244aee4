// What the world of the fuzz knows: ids by the address that takes them, learnt as answers come, and bodies that mean something.
import { railImport, airExport } from '../../support/forms.ts';
import type { World } from '../../support/world.ts';
import { corpus } from '../corpus.ts';
import { messages } from '../fuzz.ts';
import type { Chance } from '../mutate.ts';
import type { Known } from './plan-request.ts';
import { batchOf } from '../../support/message-batch.ts';

/** Ids are kept under the first static step of an address: `/shipments/{id}/submit` → `shipments`. */
const familyOf = (path: string): string =>
  path
    .replace('/api/v1/', '')
    .split('/{', 1)
    .join('')
    .replace(/^exchange\//, '');
const MOST_IDS = 40;

export type Learning = Known & { learn(path: string, reply: string): void };

export function knownWorld({ ids }: World): Learning {
  const byFamily = new Map<string, string[]>([
    ['shipments', [ids.draft, ids.released, ids.inspected, ids.silent]],
    ['documents', [ids.attachment, ids.sent]],
    ['authorisations', [ids.authorisation]],
    ['subscriptions', [ids.subscription]],
    ['releases', [...ids.releases]],
    ['inspections', [ids.inspection]],
    ['deliveries', [ids.delivery]],
    ['channels', ['customs', 'carrier', 'commerce', 'maritime']],
    ['reference/code-lists', ['customs-office', 'currency', 'country']],
  ]);
  const form = railImport('FUZZ-1');
  const [container, shipmentId] = ['container:CQPU1000014', ids.released];
  return {
    ids: (path) => byFamily.get(familyOf(path)) ?? [],
    learn: (path, reply) => {
      if (reply.length > 100_000 || !reply.startsWith('{')) return;
      const said = JSON.parse(reply) as { id?: unknown; items?: unknown };
      const list = Array.isArray(said.items) ? (said.items as { id?: unknown }[]) : [said];
      const family = familyOf(path);
      const known = byFamily.get(family) ?? [];
      for (const { id } of list.slice(0, 5)) if (typeof id === 'string' && !known.includes(id)) known.push(id);
      byFamily.set(family, known.slice(-MOST_IDS));
    },
    bodies: {
      'PUT /api/v1/shipments/{id}/form': [form, airExport('FUZZ-2')].map((one) => ({ form: one, revision: 1 })),
      'POST /api/v1/shipments/{id}/check': [{ step: 'declare', form }, { step: 'draft' }],
      'POST /api/v1/shipments/{id}/submit': [{}, { revision: 1 }],
      'POST /api/v1/shipments': [
        { from: 'copy', shipmentId },
        { from: 'template', templateId: ids.template },
      ],
      'POST /api/v1/instructions': ['hold', 'release', 'inspect'].map((kind) => ({
        shipmentId,
        objects: [container],
        kind,
        reason: '核对',
      })),
    },
    files: [
      ...[...messages, ...Object.keys(form)].map((text) => Buffer.from(text, 'utf-8')),
      batchOf({ M1: '<a/>', M2: '<b/>' }),
    ],
  };
}

/** Documents made to do harm. Making them holds up everything else for seconds: it is done before the application starts. */
let made: { readonly name: string; readonly bytes: Uint8Array }[] = [];
export function makeHostileFiles(): void {
  if (made.length === 0) made = corpus.map((one) => ({ name: `${one.format} ${one.name}`, bytes: one.bytes() }));
}
export const hostileFile = (chance: Chance) => chance.pick(made);
