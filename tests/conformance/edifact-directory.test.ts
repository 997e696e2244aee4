// Every EDIFACT message of every channel against the public D.95B directory (issue 6: strict on what we send): elements, lengths, order. What that
// directory does not have (COREOR, CONTRL, APERAK, PAXLST D.02B, IFTDGN) is held to the order of its own message and to the directory's segments.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { channels } from '../../src/channels/index.ts';
import { mapDocument, registerChannels } from '../../src/hub/mapping/index.ts';
import type { Form, FormRow } from '../../src/hub/shipment/contract.ts';
import { decodeEdifact } from '../../src/runtime/codec/edifact-charset.ts';
import { type EdifactMessage, readEnvelope } from '../../src/runtime/codec/edifact-envelope.ts';
import { type FaultPlace, SyntaxFault } from '../../src/runtime/codec/edifact-fault.ts';
import { parseEdifact, type Segment } from '../../src/runtime/codec/edifact.ts';
import { corpusOf, writtenOf } from '../support/channel-corpus.ts';
import { vesselCall } from '../support/forms.ts';
import { directorySkip as skip, faultsOf, hasTable, type Place } from '../support/edifact-directory.ts';

before(() => registerChannels(channels));

const seg = (id: string, most = 9, required = false): Place => ({ id, most, required });
const group = (most: number, ...inside: Place[]): Place => ({ id: inside[0]?.id ?? '', most, required: false, inside });
const ends = { unh: seg('UNH', 1, true), bgm: seg('BGM', 1, true), unt: seg('UNT', 1, true) } as const;
const { unh, bgm, unt } = ends;
const own: Readonly<Record<string, readonly Place[]>> = {
  COREOR: [
    unh,
    bgm,
    seg('DTM'),
    seg('FTX'),
    group(9, seg('RFF'), seg('DTM')),
    group(1, seg('TDT', 1, true), seg('DTM'), seg('RFF'), group(9, seg('LOC', 1), seg('DTM'))),
    group(9, seg('NAD', 1, true), seg('CTA'), seg('RFF')),
    group(
      999,
      seg('EQD', 1, true),
      seg('RFF'),
      seg('TMD'),
      seg('DTM'),
      seg('LOC'),
      seg('MEA'),
      seg('DIM'),
      seg('SEL'),
      seg('FTX'),
    ),
    seg('CNT', 1, true),
    unt,
  ],
  APERAK: [
    unh,
    bgm,
    seg('DTM'),
    seg('FTX'),
    seg('CNT'),
    group(9, seg('RFF', 1), seg('DTM')),
    group(9, seg('NAD', 1), seg('CTA'), seg('COM')),
    group(999, seg('ERC', 1, true), seg('FTX', 1), group(1, seg('RFF', 1), seg('FTX'))),
    unt,
  ],
  'PAXLST 02B': [
    unh,
    bgm,
    group(1, seg('RFF', 1, true), seg('DTM', 1)),
    seg('DTM', 5),
    seg('MEA', 9),
    group(5, seg('NAD', 1, true), seg('CTA', 1), seg('COM')),
    group(10, seg('TDT', 1, true), seg('DTM', 1), group(99, seg('LOC', 1, true), seg('DTM', 5))),
    group(
      99_999,
      seg('NAD', 1, true),
      seg('ATT', 5),
      seg('DTM', 2),
      seg('MEA', 9),
      seg('FTX', 99),
      seg('LOC', 9),
      seg('COM'),
      seg('EMP'),
      seg('NAT'),
      seg('RFF'),
      group(5, seg('DOC', 1, true), seg('DTM'), seg('RFF'), seg('LOC'), seg('COM')),
    ),
    seg('CNT'),
    seg('AUT', 1),
    unt,
  ],
  IFTDGN: [
    unh,
    bgm,
    seg('DTM'),
    seg('FTX'),
    seg('HAN', 1),
    group(9, seg('RFF', 1, true), seg('DTM')),
    group(1, seg('TDT', 1, true), seg('DTM'), seg('RFF'), group(9, seg('LOC', 1, true), seg('DTM'))),
    group(9, seg('NAD', 1, true), seg('CTA'), seg('COM')),
    group(
      9999,
      seg('CNI', 1, true),
      seg('HAN', 1),
      seg('DTM'),
      seg('RFF'),
      seg('LOC'),
      seg('NAD'),
      group(
        9999,
        seg('GID', 1, true),
        seg('FTX'),
        group(99, seg('DGS', 1, true), seg('FTX'), seg('MEA'), seg('LOC'), group(999, seg('SGP', 1, true), seg('MEA'))),
      ),
    ),
    unt,
  ],
  CONTRL: [
    unh,
    seg('UCI', 1, true),
    group(999, seg('UCM', 1, true), group(999, seg('UCS', 1), seg('UCD', 99))),
    group(999, seg('UCF', 1, true), group(999, seg('UCM', 1, true), group(999, seg('UCS', 1, true), seg('UCD', 99)))),
    unt,
  ],
};

const messagesIn = (bytes: Uint8Array): readonly EdifactMessage[] =>
  /^(UNA|UNB)/.test(Buffer.from(bytes.subarray(0, 3)).toString())
    ? readEnvelope(parseEdifact(decodeEdifact(bytes))).messages
    : [];
const faults = (message: EdifactMessage): string[] => {
  const { type, release } = message;
  const table = own[`${type} ${release}`] ?? own[type];
  assert.ok(table || hasTable(type), `no table of ${type}`);
  const found = faultsOf(message, table);
  // The segments of CONTRL are of the syntax standard, not of the directory.
  return type === 'CONTRL' ? found.filter((f) => !/^UC[IFMSD] is not in the directory$/.test(f)) : found;
};

test('[N10] the check itself: of a real message it finds what is wrong, and each kind of fault is seen', {
  skip,
}, () => {
  const sample = (name: string) =>
    messagesIn(readFileSync(path.join(process.env.PORTICO_SAMPLES ?? '../shared/samples', 'edifact', `${name}.edi`)));
  const [gateIn] = sample('CODECO_D95B_gate_in');
  assert.ok(gateIn);
  // What the terminal that wrote it does its own way.
  assert.deepEqual(faults(gateIn), ['EQD/1131 is longer than 3: 6346', 'SEL/9308 has 2 components']);
  const changed = (from: Segment, to: Segment) => ({
    ...gateIn,
    segments: gateIn.segments.map((s) => (s[0] === from[0] && s[1]?.[0] === from[1]?.[0] ? to : s)),
  });
  assert.match(faults(changed(['EQD', ['CN']], ['EQD', ['CN'], ['X'.repeat(18)]])).join(), /longer than 17/);
  assert.match(faults(changed(['EQD', ['CN']], ['EQD']))[0] ?? '', /lacks 8053/);
  assert.match(faults(changed(['BGM', ['34']], ['XYZ', ['1']])).join(), /not in the directory/);
  assert.match(faults(changed(['CNT', ['16']], ['BGM', ['1']])).join(), /CNT is missing.*out of place/);
});
test('[N10][N3][N5] everything we send as EDIFACT fits the directory, for every form of the tests', { skip }, () => {
  const types = new Set<string>();
  for (const channel of channels)
    for (const { document, form, bytes } of writtenOf(channel))
      for (const message of messagesIn(bytes)) {
        types.add(message.type);
        assert.deepEqual(faults(message), [], `${document.id} of ${form}: ${Buffer.from(bytes).toString('utf-8')}`);
      }
  const spoken = { 'port-terminal': ['COPARN', 'COREOR'], 'border-inspection': ['PAXLST'], maritime: ['IFTDGN'] };
  for (const [id, own] of Object.entries(spoken))
    if (channels.some((c) => c.id === id)) for (const type of own) assert.ok(types.has(type), `${id} ${type}`);
});

test('[N3] lists that say only who came, went or changed fit the directory, each message by itself', { skip }, () => {
  const channel = channels.find(({ id }) => id === 'border-inspection');
  if (!channel) return;
  const form = vesselCall('CLEAN-1');
  const [master, ...others] = form.persons as FormRow[];
  const persons = [{ ...master, personRank: 'PILOT' }, ...others];
  const newcomer = { ...master, personDocumentNumber: 'SB0000009', personFamilyName: 'ZHOU' };
  const now: Form = { ...form, persons: [...persons.slice(0, 1), newcomer, ...others.slice(1)] };
  // Who stays as he was makes it a list of changes.
  const stays = { ...master, personDocumentNumber: 'SB0000008', personFamilyName: 'XU' };
  const and = (one: Form): Form => ({ ...one, persons: [...(one.persons as FormRow[]), stays] });
  const crew = channel.documents.find(({ id }) => id === 'border-inspection.crew-list');
  assert.ok(crew);
  const overlay = { 'dispatch.clientNumber': 'I26112600000010002', 'dispatch.operation': 'amend' };
  const { bytes } = crew.encode(mapDocument(crew.fields, and(now), overlay), {
    form: and(now),
    overlay,
    before: mapDocument(crew.fields, and(form), overlay),
  });
  const messages = messagesIn(bytes);
  assert.deepEqual(
    messages.map(({ segments }) => segments.find(([tag]) => tag === 'BGM')?.[3]?.[0]),
    ['3', '4', '2'],
  );
  for (const message of messages) assert.deepEqual(faults(message), [], Buffer.from(bytes).toString());
});

test('[N10][N3][N5] everything our simulators say as EDIFACT fits the directory', { skip }, () => {
  const types = new Set<string>();
  for (const channel of channels)
    for (const { message, document, scenario } of corpusOf(channel))
      for (const one of messagesIn(message.bytes)) {
        types.add(one.type);
        assert.deepEqual(
          faults(one),
          [],
          `${document.id} ${scenario}: ${Buffer.from(message.bytes).toString('utf-8')}`,
        );
      }
  if (channels.some((c) => c.id === 'port-terminal'))
    for (const type of ['CODECO', 'COARRI', 'BAPLIE', 'CONTRL', 'APERAK']) assert.ok(types.has(type), type);
});

test('[N10][N3][N5] what we answer to those who ask for a CONTRL fits it, whatever the verdict', { skip }, () => {
  const text = "UNB+UNOA:3+A:ZZ+PORTICO+261120:1200+I1++++1'UNH+1+CODECO:D:95B:UN'BGM+34+T1+9'UNT+3+1'UNZ+1+I1'";
  const message = { reference: '1', type: ['CODECO', 'D', '95B', 'UN'] };
  const group_ = { reference: 'G1', sender: 'A', recipient: 'B' };
  const fault = (place: FaultPlace) => new SyntaxFault('', '', 'NOT_WELL_FORMED', place);
  for (const { acknowledges } of channels)
    for (const failure of [
      undefined,
      new Error('ours'),
      fault({ error: '29', tag: 'UNZ' }),
      fault({ error: '29', tag: 'UNE', group: group_ }),
      fault({ error: '29', tag: 'UNT', group: group_, message }),
      fault({ error: '13', message, segment: 3 }),
      fault({ error: '14', message, segment: 2, element: 2, component: 1 }),
    ]) {
      const written = acknowledges?.write(
        { bytes: Buffer.from(text) },
        { failure, at: '2026-11-20T04:00:00.000Z', serial: 1 },
      );
      for (const one of messagesIn(written?.bytes ?? new Uint8Array()))
        assert.deepEqual(faults(one), [], Buffer.from(written?.bytes ?? []).toString('utf-8'));
    }
});
