// A barge operator of the Yangtze for demo and tests (N11): takes an order on, loads, sails, arrives and discharges; `NOSPACE` does not carry.
import type { SimulatorReaction, SimulatorWorld } from '../../hub/mapping/contract.ts';
import { plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { decodeEdifact } from '../../runtime/codec/edifact-charset.ts';
import { writeEnvelope } from '../../runtime/codec/edifact-envelope.ts';
import { parseEdifact, partOf, type Segment, segmentsOf, writeEdifact } from '../../runtime/codec/edifact.ts';
import { BARGE } from './barge.ts';

type Later = SimulatorReaction['later'][number];
export const isBargeOrder = (kind: string): boolean => kind.startsWith('carrier.barge');
export const referenceOfBarge = (bytes: Uint8Array): string =>
  partOf(
    segmentsOf(parseEdifact(decodeEdifact(bytes)), 'RFF').find((s) => partOf(s, 0) === 'CU'),
    0,
    1,
  );

export function answerBarge(bytes: Uint8Array, scenario: string, world: SimulatorWorld): readonly Later[] {
  const segments = parseEdifact(decodeEdifact(bytes));
  const begin = segmentsOf(segments, 'BGM')[0];
  const ours = partOf(begin, 1);
  const port = (qualifier: string) =>
    partOf(
      segmentsOf(segments, 'LOC').find((s) => partOf(s, 0) === qualifier),
      1,
    );
  const [from, to] = [port('9'), port('11')];
  const boxes = segmentsOf(segments, 'EQD').map((s) => partOf(s, 1));
  const say = (afterMs: number, code: string, place: string, of: readonly string[] = [], note = ''): Later => {
    const at = toPartnerTime(plusMs(world.now, afterMs), 'yyyyMMddHHmm');
    const serial = String(world.next());
    const reference = `B${serial}`;
    const body: Segment[] = [
      ['BGM', ['23'], [`${ours}-${serial}`.slice(0, 35)], ['9']],
      ['DTM', ['137', at, '203']],
      ['CNI', ['1'], [ours]],
      ['STS', ['1'], [code]],
      ['DTM', ['334', at, '203']],
      ...(note ? [['FTX', ['AAI'], [], [], [note]] as Segment] : []),
      ['LOC', ['175'], [place, '139', '6']],
      ['TDT', ['10'], ['2648E'], ['8'], [], [], [], [], ['', '', '', 'MIN SHENG 1']],
      ...of.map((box): Segment => ['EQD', ['CN'], [box]]),
    ];
    const interchange = writeEnvelope(
      { syntax: 'UNOY', sender: BARGE, recipient: 'PORTICO', at, reference: `${reference}${at}`.slice(0, 14) },
      [{ reference, type: ['IFTSTA', 'D', '95B', 'UN'], body }],
    );
    return {
      afterMs,
      message: {
        bytes: Buffer.from(writeEdifact(interchange)),
        contentType: 'application/edifact',
        fileName: `${reference}.edi`,
      },
    };
  };
  if (partOf(begin, 2) === '1') return [say(400, '7', from, [], 'cancelled as asked')];
  if (scenario === 'NOSPACE') return [say(400, '7', from, [], 'no space on the barges of that week')];
  return [
    say(300, '6', from),
    // A minute is the smallest that its times say; each step comes a minute after the other.
    ...(scenario === 'SPACE'
      ? []
      : [
          say(60_700, '48', from, boxes),
          say(121_000, '24', from),
          say(181_300, '1', to),
          say(241_600, '29', to, boxes),
        ]),
  ];
}
