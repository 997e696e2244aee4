// What every channel's partner says, made by its own simulator from every document of the channel and every script (issue N): the messages
// the shared conformance suite is run over, so that a new channel is held to it by its line in the registry alone.
import { evaluate } from '../../src/kernel/condition.ts';
import type { Channel, DocumentDefinition, InboundBytes } from '../../src/hub/mapping/contract.ts';
import { callOf, mapDocument } from '../../src/hub/mapping/index.ts';
import type { Form } from '../../src/hub/shipment/contract.ts';
import { digestKeyOf } from '../../src/runtime/keyed-digest.ts';
import { playedBy, type Scenario, scenarios, takesBack } from '../../src/runtime/simulator/scripts.ts';
import {
  airExport,
  airImport,
  bondedForm,
  everybodysForm,
  mailImport,
  manifestForm,
  parcelExport,
  parcelImport,
  peersForm,
  railImport,
  roadImport,
  vesselCall,
  waterExport,
  waterImport,
  zoneImport,
  zonePass,
} from './forms.ts';
import { carriageForm, exampleWords } from './example-words.ts';

export type Said = {
  readonly channel: Channel;
  readonly document: DocumentDefinition;
  readonly scenario: Scenario;
  /** Which case: numbers of a partner are its own within one. */
  readonly case: string;
  readonly message: InboundBytes;
};

export const NOW = '2026-11-26T02:00:00.000Z';
const root = { id: 'test', secret: Buffer.alloc(32, 7).toString('base64') };
const KEY_ID = 'test/202611';

/** What depends on the channel, the document or what brought it about; the rest is said once (`example-words.ts`). */
function overlayOf(channel: Channel, document: DocumentDefinition): Record<string, string> {
  const own: Readonly<Record<string, string>> = {
    'dispatch.digestKey': KEY_ID,
    'inspection.authority': channel.authority ?? '',
    'release.notLoaded': document.trigger === 'release.moved' ? '0' : '1',
    'arrival.discharged': 'true',
    'arrival.station': 'post-express',
    'arrival.containers': '',
    'arrival.reversed': document.id.endsWith('-deletion') ? 'true' : '',
    'paper.paper': /^bonded\.gate-pass$/.test(document.id) ? 'bonded-list' : 'gate-pass',
    'paper.say': document.id.endsWith('-withdrawal') ? 'ended' : 'granted',
    'paper.outdated': document.id.endsWith('-return') ? 'true' : '',
    'zone.used': '',
    'zone.list': document.id === 'bonded.list' ? '' : 'QD801326I000000001',
    'zone.listCentre': '',
    'zone.pass': 'Z8013I261126000000000001',
    'zone.passCentre': '202600000000000002',
    'state.channel': channel.id,
  };
  const conditions = JSON.stringify(document.neededWhen).match(/[a-z]+\.\w+/g) ?? [];
  const mapped = document.fields.filter(({ each }) => !each?.includes('.')).flatMap((field) => field.from);
  const form = carriageForm(document);
  const asked = [...mapped, ...conditions].filter((id) => id.includes('.') && form?.[id] === undefined);
  return Object.fromEntries(asked.flatMap((id) => wordOf(id, { ...exampleWords, ...own }, form !== undefined)));
}
/** Of a booking only what is typed is there; everything else has to have a word. */
function wordOf(id: string, words: Readonly<Record<string, string>>, isOptional: boolean): [string, string][] {
  const word = words[id];
  if (word === undefined && !isOptional) throw new Error(`no example for ${id}: tests/support/example-words.ts`);
  return word === undefined ? [] : [[id, word]];
}

/** The bytes of a document as the exchange would write them. */
function written(channel: Channel, document: DocumentDefinition, filed: Form): Uint8Array {
  const form = carriageForm(document, filed) ?? filed;
  const overlay = overlayOf(channel, document);
  const digest = digestKeyOf(root, channel.id, KEY_ID);
  return document.encode(
    mapDocument(document.fields, form, overlay, (text) => digest.digest(text), NOW.slice(0, 10)),
    { form, overlay },
  ).bytes;
}

const forms = [
  everybodysForm,
  peersForm,
  railImport,
  airImport,
  airExport,
  waterImport,
  waterExport,
  manifestForm,
  bondedForm,
  vesselCall,
  roadImport,
  mailImport,
  zoneImport,
  zonePass,
  parcelImport,
  parcelExport,
];
const neededOf = (channel: Channel, form: Form): DocumentDefinition[] =>
  channel.documents.filter((document) => evaluate(document.neededWhen, { ...form, ...overlayOf(channel, document) }));
/** Every document of the channel for every form here that needs it. */
export const writtenOf = (channel: Channel): { document: DocumentDefinition; form: string; bytes: Uint8Array }[] =>
  forms.flatMap((make) => {
    const form = make('CLEAN-1');
    return neededOf(channel, form).map((document) => ({
      document,
      form: make.name,
      bytes: written(channel, document, form),
    }));
  });
/** Each document of the channel as it goes out for the first form here that needs it. */
export function examplesOf(channel: Channel): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const make of forms) {
    const form = make('CLEAN-1');
    for (const document of neededOf(channel, form))
      if (!found.has(document.id)) found.set(document.id, written(channel, document, form));
  }
  return found;
}
/** Ids of the documents that some form here needs. */
export const documentsTried = (channel: Channel): ReadonlySet<string> =>
  new Set(forms.flatMap((make) => neededOf(channel, make('CLEAN-1')).map(({ id }) => id)));

/** Everything a simulator says to everything that its channel sends, script by script. */
export function corpusOf(channel: Channel): Said[] {
  const found: Said[] = [];
  for (const scenario of Object.keys(scenarios) as Scenario[])
    for (const make of forms) {
      const memory = new Map<string, string>();
      let serial = 0;
      const world = {
        now: NOW,
        next: () => ++serial,
        memory,
        digest: (text: string, keyId: string) => digestKeyOf(root, channel.id, keyId).digest(text),
      };
      const form = make(`${scenario}-1`);
      for (const document of neededOf(channel, form).filter(({ id }) => !takesBack(id))) {
        const bytes = written(channel, document, form);
        const { call: defined } = document;
        const call =
          defined &&
          callOf(
            defined,
            mapDocument(document.fields, carriageForm(document, form) ?? form, overlayOf(channel, document)),
          );
        const asked = { bytes, kind: document.id, messageId: `m-${serial}`, scenario: playedBy(scenario) };
        const received = { ...asked, ...(call ? { call } : {}) };
        const { answer, later } = channel.simulator.react(received, world);
        const answers = { kind: document.id, bytes, at: NOW };
        for (const message of [...(answer ? [{ ...answer, answers }] : []), ...later.map((one) => one.message)])
          found.push({ channel, document, scenario, case: `${scenario} ${make.name}`, message });
      }
    }
  return found;
}
