// What a barge operator says of an order (N11): UN/EDIFACT IFTSTA D.95B, one consignment (CNI) for each order, a status (STS) for each thing that happened.
// A discharge in a port of ours is an arrival, as it is by DCSA; everything else is told and moves nothing.
import type { BargeStep, BargeStepKind } from '../../hub/carriage/contract.ts';
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import { decodeEdifact } from '../../runtime/codec/edifact-charset.ts';
import { type EdifactMessage, peekEdifact, readEnvelope } from '../../runtime/codec/edifact-envelope.ts';
import { parseEdifact, partOf, type Segment, segmentsOf } from '../../runtime/codec/edifact.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { HOME_PORTS } from './codes.ts';

/** 9011 (UN/ECE Recommendation 24). */
const steps: ReadonlyMap<string, BargeStepKind> = new Map([
  ['1', 'arrived'],
  ['6', 'booked'],
  ['7', 'cancelled'],
  ['24', 'departed'],
  ['29', 'discharged'],
  ['48', 'loaded'],
]);
export const isBargeStatus = (bytes: Uint8Array): boolean => peekEdifact(bytes)?.type === 'IFTSTA';

const wrong = (zh: string, en: string) => new UnreadableMessage(`IFTSTA：${zh}`, `IFTSTA: ${en}`);

export function readBargeStatus(bytes: Uint8Array): Interpretation {
  const { interchange, messages } = readEnvelope(parseEdifact(decodeEdifact(bytes)));
  const facts = messages.flatMap(factsOf);
  const begin = partOf(segmentsOf(messages[0]?.segments ?? [], 'BGM')[0], 1);
  return { format: 'IFTSTA', partnerMessageId: `${interchange.reference}/${begin}`, facts };
}

function factsOf({ type, segments }: EdifactMessage): InboundFact[] {
  if (type !== 'IFTSTA') throw wrong(`不支持 ${type}`, `${type} is not supported here`);
  const consignments = groupsOf(segments, 'CNI');
  if (consignments.length === 0) throw wrong('没有货物（CNI）', 'there is no consignment (CNI)');
  return consignments.flatMap((consignment): InboundFact[] => {
    const ours = partOf(consignment[0], 1);
    if (!ours) throw wrong('没有委托编号（CNI 1004）', 'there is no number of the order (CNI 1004)');
    const told = groupsOf(consignment, 'STS').map(stepOf);
    if (told.length === 0) throw wrong('没有状态（STS）', 'there is no status (STS)');
    const arrived = told.filter(
      (one) => one.step === 'discharged' && HOME_PORTS.has(one.place) && one.boxes.length > 0,
    );
    return [
      { fact: 'barge-told', ours, steps: told },
      ...arrived.map(
        ({ place, at, boxes }): InboundFact => ({ fact: 'arrived', place, arrivedAt: at, containers: boxes }),
      ),
    ];
  });
}

function stepOf(group: readonly Segment[]): BargeStep {
  const code = partOf(group[0], 1);
  const step = steps.get(code);
  if (!step) throw wrong(`状态代码未知：${code || '空'}`, `unknown status: ${code || 'nothing'}`);
  const time = segmentsOf(group, 'DTM')[0];
  const at = readPartnerTime(partOf(time, 0, 1));
  if (!at) throw wrong('状态没有时间（DTM）', 'a status says no time (DTM)');
  const vessel = partOf(segmentsOf(group, 'TDT')[0], 7, 3).slice(0, 35);
  const note = (segmentsOf(group, 'FTX')[0]?.[4] ?? []).join('').slice(0, 300);
  return {
    step,
    boxes: segmentsOf(group, 'EQD')
      .map((one) => partOf(one, 1).replace(/\s/g, ''))
      .filter(Boolean),
    place: partOf(segmentsOf(group, 'LOC')[0], 1).slice(0, 25),
    at,
    ...(vessel ? { vessel } : {}),
    ...(note ? { note } : {}),
  };
}

/** What begins with each such segment, to the next of them. */
function groupsOf(segments: readonly Segment[], tag: string): (readonly Segment[])[] {
  const starts = segments.flatMap((segment, i) => (segment[0] === tag ? [i] : []));
  return starts.map((start, n) => segments.slice(start, starts[n + 1] ?? segments.length));
}
