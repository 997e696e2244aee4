// Receipts that name the case and no version, as customs' do (formats §1.7): each counts for the version the partner can have had when it said it,
// whatever the order they come in and whether the amendment was filed before them or after (P5, decision 0068).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { railImport } from '../../../tests/support/forms.ts';
import { startTestHub, type TestHub } from '../../../tests/support/hub.ts';
import { probeChannel, probeMessage } from '../../../tests/support/probe-channel.ts';
import type { Actor } from '../../runtime/context.ts';
import { readDispositions } from '../disposition/index.ts';
import { documentWithBytes } from '../documents/index.ts';
import type { InboundFact } from '../mapping/contract.ts';
import { openAmendment, readShipment, saveForm, submitShipment } from '../shipment/index.ts';
import { receiveMessage } from './receive-message.ts';

let hub: TestHub;
let trader: Actor;
before(async () => {
  hub = await startTestHub([probeChannel('probe')]);
  trader = await hub.person('trader', ['declarant']);
});
after(async () => {
  await hub.stop();
  assert.deepEqual(hub.faults, []);
});

const MINUTE = 60_000;
let cases = 0;
type Case = { readonly id: string; readonly number: string; readonly filedAt: number };
async function file(): Promise<Case> {
  cases += 1;
  const filedAt = hub.clock.now().getTime();
  const id = await hub.file(railImport(`VERSIONS-${cases}`), trader);
  await hub.settle();
  return { id, number: `N${cases}`, filedAt };
}
/** Ten minutes after the first. */
async function amend({ id }: Case): Promise<void> {
  hub.clock.advance(10 * MINUTE);
  await hub.run(async (context) => {
    await openAmendment(context, id);
    const { form, revision } = await readShipment(context, id);
    const saved = await saveForm(context, { shipmentId: id, form: { ...form, grossMassKg: '2250' }, revision });
    await submitShipment(context, { shipmentId: id, revision: saved.revision });
  }, trader);
  await hub.settle();
}
async function clientNumbers({ id }: Case): Promise<string[]> {
  const sent = (await hub.events('document.dispatched')).filter((e) => e.shipmentId === id);
  const rows = sent.map((e) => hub.run((context) => documentWithBytes(context, String(e.documentId))));
  return (await Promise.all(rows)).map((document) => document?.row.client_number ?? '');
}

type Message = 'taken 1' | 'rejected 1' | 'released 1' | 'taken 2' | 'released 2';
async function say(of: Case, message: Message): Promise<void> {
  const minute = { 'taken 1': 1, 'rejected 1': 2, 'released 1': 3, 'taken 2': 11, 'released 2': 12 }[message];
  const at = `${new Date(of.filedAt + minute * MINUTE).toISOString().slice(0, 19)}.000Z`;
  const about = { partnerNumber: of.number, saidAt: at };
  const text = { zh: message, en: message };
  const answer = (more: Partial<Extract<InboundFact, { fact: 'answer' }>>): InboundFact => ({
    fact: 'answer',
    about,
    outcome: 'acknowledged',
    text,
    at,
    ...more,
  });
  const version = Number(message.at(-1));
  const fact: InboundFact = message.startsWith('taken')
    ? answer({
        about: { clientNumber: (await clientNumbers(of))[version - 1] ?? '' },
        partnerNumber: of.number,
      })
    : message.startsWith('rejected')
      ? answer({ outcome: 'rejected' })
      : {
          fact: 'instruction',
          authority: 'customs',
          kind: 'release',
          number: of.number,
          sequence: minute,
          reason: text,
          issuedAt: at,
          about: { ...about, objects: [], whole: 'declaration' },
        };
  const bytes = probeMessage('probe', `${of.id} ${message}`, [fact]);
  await hub.run((context) => receiveMessage(context, { bytes, contentType: 'application/json', channelId: 'probe' }));
  await hub.settle();
}
const permutations = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, i) => permutations(all.filter((_, at) => at !== i)).map((rest) => [one, ...rest]));
async function stands({ id }: Case): Promise<unknown> {
  const { objects } = await hub.run((context) => readDispositions(context, id));
  const customs = objects
    .filter(({ object }) => object.type === 'declaration')
    .map(({ disposition: { outcome, explanation } }) => [
      outcome,
      explanation.counts.length,
      explanation.superseded.map((one) => one.why.en),
    ]);
  const { progress } = await hub.run((context) => readShipment(context, id), trader);
  return { customs, rejected: progress === 'rejected' };
}

test('[P3][P5][N1] words of the first version let nothing of the second go and reject nothing of it, in any order', async () => {
  for (const order of permutations(['taken 1', 'rejected 1', 'released 1', 'taken 2'] as const)) {
    const one = await file();
    await amend(one);
    for (const message of order) await say(one, message);
    assert.deepEqual(
      await stands(one),
      { customs: [['awaiting', 0, ['it was given for an earlier version']]], rejected: false },
      order.join(', '),
    );
  }
});

test('[P5][N1] the same words before the amendment was filed end the same; a release said after it counts', async () => {
  const early = await file();
  for (const message of ['taken 1', 'rejected 1', 'released 1'] as const) await say(early, message);
  await amend(early);
  await say(early, 'taken 2');
  assert.deepEqual(await stands(early), {
    customs: [['awaiting', 0, ['it was given for an earlier version']]],
    rejected: false,
  });
  for (const order of permutations(['taken 1', 'released 1', 'released 2'] as const)) {
    const late = await file();
    await amend(late);
    for (const message of order) await say(late, message);
    assert.deepEqual(
      await stands(late),
      { customs: [['released', 1, ['it was given for an earlier version']]], rejected: false },
      order.join(', '),
    );
  }
});

test('[P5] of a second in which the amendment was filed it is the amendment’s: partners tell whole seconds', async () => {
  const one = await file();
  hub.clock.advance(MINUTE + 700);
  await amend(one);
  await say(one, 'taken 1');
  const second = `${hub.clock.now().toISOString().slice(0, 19)}.000Z`;
  const fact: InboundFact = {
    fact: 'instruction',
    authority: 'customs',
    kind: 'release',
    number: one.number,
    sequence: 99,
    reason: { zh: '放行', en: 'Released' },
    issuedAt: second,
    about: { partnerNumber: one.number, saidAt: second, objects: [], whole: 'declaration' },
  };
  const bytes = probeMessage('probe', `${one.id} same second`, [fact]);
  await hub.run((context) => receiveMessage(context, { bytes, contentType: 'application/json', channelId: 'probe' }));
  await hub.settle();
  assert.deepEqual(await stands(one), { customs: [['released', 1, []]], rejected: false });
});
