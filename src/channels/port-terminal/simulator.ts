// The far end of the port terminal for demo and tests: speaks only the wire, answers as its script says.
import { toPartnerTime } from '../../kernel/instant.ts';
import { decodeEdifact } from '../../runtime/codec/edifact-charset.ts';
import { controlFor, writeApplicationAnswer, writeControl } from '../../runtime/codec/edifact-acknowledge.ts';
import { type MessageToSend, readEnvelope, writeEnvelope } from '../../runtime/codec/edifact-envelope.ts';
import { parseEdifact, partOf, type Segment, segmentsOf, writeEdifact } from '../../runtime/codec/edifact.ts';
import type {
  InboundBytes,
  SimulatorDefinition,
  SimulatorReaction,
  SimulatorWorld,
} from '../../hub/mapping/contract.ts';
import { boxesIn } from './write-order.ts';

const referenceOf = (segments: readonly Segment[], qualifier: string): string =>
  partOf(
    segmentsOf(segments, 'RFF').find((s) => partOf(s, 0) === qualifier),
    0,
    1,
  );
const textOf = (segments: readonly Segment[], code: string): string =>
  partOf(
    segmentsOf(segments, 'FTX').find((s) => partOf(s, 0) === code),
    3,
  );
type Later = SimulatorReaction['later'][number];
/** What the terminal reports of a box, in order; with a cancellation in between when its script says so. */
type Step = {
  readonly afterMs: number;
  readonly type: 'CODECO' | 'COARRI';
  readonly name: string;
  readonly cancels?: true;
};
const leaves: readonly Step[] = [{ afterMs: 20_000, type: 'CODECO', name: '36' }];
const everyStep: readonly Step[] = [
  { afterMs: 2000, type: 'CODECO', name: '34' },
  { afterMs: 5000, type: 'CODECO', name: '34', cancels: true },
  { afterMs: 8000, type: 'CODECO', name: '34' },
  { afterMs: 11_000, type: 'COARRI', name: '44' },
  { afterMs: 16_000, type: 'CODECO', name: '36' },
];
const CELL = '0140382';

export const simulator: SimulatorDefinition = {
  name: { zh: '港口码头（模拟）', en: 'Port terminal (simulated)' },
  referenceIn: ({ bytes }) => referenceOf(parseEdifact(decodeEdifact(bytes)), 'ABT'),
  react: ({ bytes, kind, scenario }, world) => {
    const segments = parseEdifact(decodeEdifact(bytes));
    const number = referenceOf(segments, 'RE');
    if (kind === 'port-terminal.release-revocation') world.memory.set(number, 'revoked');
    if (kind === 'port-terminal.pick-up-plan' || kind === 'port-terminal.announcement')
      return scenario === 'TERMINAL' || scenario === 'PLANNO' ? acknowledge(bytes, scenario, world) : nothing;
    if (kind !== 'port-terminal.release-order' || scenario === 'REHOLD') return nothing;
    const [container = ''] = boxesIn(textOf(segments, 'OBJ'));
    const steps = scenario === 'TERMINAL' ? everyStep : leaves;
    const voyage = partOf(segmentsOf(segments, 'TDT')[0], 1);
    const moves = steps.map((step) => moveOf(step, { container, number, voyage }, world));
    return {
      status: 200,
      later: scenario === 'TERMINAL' && container ? [...moves, bayPlanOf(container, world)] : moves,
    };
  },
};
const nothing: SimulatorReaction = { status: 200, later: [] };

const asFile = (text: string, fileName: string): InboundBytes => ({
  bytes: Buffer.from(text),
  contentType: 'application/edifact',
  fileName,
});
const localAfter = (world: SimulatorWorld, afterMs: number): string =>
  toPartnerTime(new Date(Date.parse(world.now) + afterMs).toISOString(), 'yyyyMMddHHmm');
function interchange(
  world: SimulatorWorld,
  afterMs: number,
  syntax: 'UNOA' | 'UNOY',
  message: MessageToSend,
): InboundBytes {
  const at = localAfter(world, afterMs);
  const segments = writeEnvelope(
    { syntax, version: '3', sender: 'CKGTERM', recipient: 'PORTICO', at, reference: `I${message.reference}` },
    [message],
  );
  return asFile(writeEdifact(segments), `${message.type[0]}-${message.reference}.edi`);
}
const serialOf = (world: SimulatorWorld): string => String(world.next()).padStart(6, '0');

/** CONTRL at once: the interchange can be read. APERAK: what the planner thinks of it. */
function acknowledge(bytes: Uint8Array, scenario: string, world: SimulatorWorld): SimulatorReaction {
  const read = readEnvelope(parseEdifact(decodeEdifact(bytes)));
  const [message] = read.messages;
  if (!message) return nothing;
  const { reference, segments } = message;
  const verdict = { reference, type: ['COPARN', 'D', '95B', 'UN'], accepted: true, places: [] };
  const control = writeControl(serialOf(world), controlFor(read.interchange, 'acknowledged', [verdict]));
  const about = partOf(segmentsOf(segments, 'BGM')[0], 1);
  const case_ = referenceOf(segments, 'ABT');
  const refused = scenario === 'PLANNO' && !world.memory.has(`plan ${case_}`);
  world.memory.set(`plan ${case_}`, about);
  const answer = writeApplicationAnswer(serialOf(world), {
    number: `AP${about.slice(-10)}`,
    about,
    outcome: refused ? 'rejected' : 'accepted',
    at: localAfter(world, 800),
    ...(refused ? {} : { given: `TOS-${about.slice(-11)}` }),
    errors: refused
      ? [{ code: '12', texts: ['箱号与码头记录不符', 'The box is not the one on record'], field: 'EQD/8260', row: 0 }]
      : [],
  });
  return {
    status: 200,
    answer: interchange(world, 0, 'UNOA', control),
    later: [{ afterMs: 800, message: interchange(world, 800, 'UNOY', answer) }],
  };
}

function moveOf(step: Step, of: { container: string; number: string; voyage: string }, world: SimulatorWorld): Later {
  const { afterMs, type, name, cancels } = step;
  const serial = serialOf(world);
  const gate = type === 'CODECO';
  const at: Segment = ['DTM', [gate ? '7' : '203', localAfter(world, afterMs), '203']];
  const box: Segment[] = of.container
    ? [
        ['EQD', ['CN'], [of.container], [], [], [], ['5']],
        ['RFF', ['RE', of.number]],
        at,
        ...(gate ? [] : [['LOC', ['147'], [CELL, '', '5']] as Segment]),
      ]
    : [['RFF', ['RE', of.number]], ['EQD', ['BB']], at];
  const body: Segment[] = [
    ['BGM', [name], [`${name === '36' ? 'GO' : 'GI'}${serial}`], [cancels ? '1' : '9']],
    ...(gate ? [] : [['TDT', ['20'], [of.voyage], ['1'], [], [], [], [], ['', '', '', 'MIN SHENG 1']] as Segment]),
    ...(of.container ? [] : box.slice(0, 1)),
    ['NAD', ['MS'], ['CKGTERM']],
    ...(of.container ? box : box.slice(1)),
    ['CNT', ['16', '1']],
  ];
  return {
    afterMs,
    message: interchange(world, afterMs, 'UNOA', { reference: serial, type: [type, 'D', '95B', 'UN'], body }),
  };
}

/** The plan the vessel sails with: our box, one of somebody else, and an empty cell. */
function bayPlanOf(container: string, world: SimulatorWorld): Later {
  const afterMs = 13_000;
  const serial = serialOf(world);
  const cell = (position: string, boxes: readonly string[]): Segment[] => [
    ['LOC', ['147'], [position, '', '5']],
    ['MEA', ['WT'], [], ['KGM', '21800']],
    ['LOC', ['9'], ['CNCKG']],
    ['LOC', ['11'], ['CNSHA']],
    ['RFF', ['BM', '1']],
    ...boxes.map((box): Segment => ['EQD', ['CN'], [box], ['4530'], [], [], ['5']]),
  ];
  const body: Segment[] = [
    ['BGM', [], [`BP${serial}`], ['9']],
    ['DTM', ['137', localAfter(world, afterMs), '203']],
    ['TDT', ['20'], ['2647E'], [], [], ['CMS', '172', '20'], [], [], ['9469560', '146', '11', 'MIN SHENG 1']],
    ['LOC', ['5'], ['CNCKG', '139', '6']],
    ['LOC', ['61'], ['CNSHA', '139', '6']],
    ['DTM', ['178', localAfter(world, 0), '203']],
    ...cell(CELL, [container]),
    ...cell('0140384', ['MSCU6639871']),
    ...cell('0140386', []),
  ];
  const message = interchange(world, afterMs, 'UNOA', {
    reference: serial,
    type: ['BAPLIE', 'D', '95B', 'UN', 'SMDG20'],
    body,
  });
  return { afterMs, message };
}
