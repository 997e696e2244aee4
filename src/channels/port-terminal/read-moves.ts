// CODECO (34 in, 36 out at the gate) and COARRI (44 loaded, 46 discharged): what the gate desk's buttons say, said by the terminal's system (N10).
// With message function 1 (BGM 1225) it takes back what it said.
import type { InboundFact } from '../../hub/mapping/contract.ts';
import { faultIn } from '../../hub/mapping/index.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import type { EdifactMessage } from '../../runtime/codec/edifact-envelope.ts';
import { partOf, type Segment, segmentsOf } from '../../runtime/codec/edifact.ts';
import { readPosition } from './read-bay-plan.ts';

const CANCELLATION = '1';
/** 0085 (ISO 9735-4): a mandatory part is not there; a value that is not taken in its place. */
const [MISSING, NOT_SUPPORTED] = ['13', '14'] as const;
const kinds = {
  CODECO: { '34': 'gate-in', '36': 'gate-out' },
  COARRI: { '44': 'loaded', '46': 'discharged' },
} as const;
type Move = 'gate-in' | 'gate-out' | 'loaded' | 'discharged';

/** Qualifiers of DTM that say when: actual date (7), arrival (132, 178), departure (186, 203), message (137). */
const timesOfMove = ['7', '203', '132', '178', '186', '137'];
const timeIn = (segments: readonly Segment[]): string | undefined =>
  readPartnerTime(
    partOf(
      segmentsOf(segments, 'DTM').find((s) => timesOfMove.includes(partOf(s, 0))),
      0,
      1,
    ),
  );
const referenceIn = (segments: readonly Segment[], qualifier: string): string =>
  partOf(
    segmentsOf(segments, 'RFF').find((s) => partOf(s, 0) === qualifier),
    0,
    1,
  );

type Box = {
  readonly container: string;
  readonly at?: string;
  readonly releaseNumber: string;
  readonly position?: string;
};

export function readMoves(message: EdifactMessage): readonly InboundFact[] {
  const { type, segments } = message;
  const begin = segmentsOf(segments, 'BGM')[0];
  const move = moveOf(message, begin);
  const reversed = partOf(begin, 2) === CANCELLATION ? { reversed: true as const } : {};
  const place = partOf(
    segmentsOf(segments, 'NAD').find((s) => partOf(s, 0) === 'MS'),
    1,
  );
  const boxes = boxesOf(segments);
  const usual = timeIn(segments);
  const at = boxes[0]?.at ?? usual;
  // Missed where the message ends without one.
  if (!at)
    throw faultIn(message, `${type} 报文缺少时间`, `The ${type} says no time`, {
      error: MISSING,
      segment: segments.length,
    });
  const voyage = partOf(segmentsOf(segments, 'TDT')[0], 1);
  const facts: InboundFact[] = [];
  if (move === 'gate-out')
    for (const box of boxes.length > 0 ? boxes : [{ container: '', releaseNumber: referenceIn(segments, 'RE') }])
      facts.push({ fact: 'gated-out', place, at: box.at ?? at, ...named(box), ...reversed });
  else if (move !== 'discharged')
    for (const box of boxes)
      facts.push({ fact: 'moved', movement: move, place, at: box.at ?? at, ...named(box), ...reversed });
  if (move === 'gate-in' || move === 'discharged')
    facts.push({
      fact: 'arrived',
      place,
      arrivedAt: at,
      containers: boxes.map((b) => b.container).filter(Boolean),
      ...(move === 'discharged' ? { discharged: true as const } : {}),
      ...reversed,
    });
  const positions = boxes.flatMap(({ container, position }) =>
    position && container ? [{ container, position }] : [],
  );
  if (move === 'loaded' && !reversed.reversed && positions.length > 0)
    facts.push({ fact: 'stowed', conveyance: conveyanceOf(segments), at, positions, ...(voyage ? { voyage } : {}) });
  return facts;
}

/** Without it a gate-out would pass for a gate-in. */
function moveOf(message: EdifactMessage, begin: Segment | undefined): Move {
  const { type, segments } = message;
  const name = partOf(begin, 0);
  const known: Readonly<Record<string, Move>> = type === 'CODECO' ? kinds.CODECO : kinds.COARRI;
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found) return found;
  const codes = Object.keys(known);
  throw faultIn(
    message,
    `${type} 报文名称代码应为 ${codes.join(' 或 ')}，不是 ${name || '空'}`,
    `The name code of a ${type} is ${codes.join(' or ')}, not ${name || 'nothing'}`,
    begin
      ? { error: name ? NOT_SUPPORTED : MISSING, segment: segments.indexOf(begin) + 1, element: 2, component: 1 }
      : { error: MISSING, segment: 2 },
  );
}

/** C222: identification (IMO number, call sign) or, where there is none, the name. */
const conveyanceOf = (segments: readonly Segment[]): string => {
  const tdt = segmentsOf(segments, 'TDT').find((s) => partOf(s, 0) === '20') ?? segmentsOf(segments, 'TDT')[0];
  return partOf(tdt, 7) || partOf(tdt, 7, 3);
};

function boxesOf(segments: readonly Segment[]): Box[] {
  const starts = segments.flatMap((s, i) => (s[0] === 'EQD' ? [i] : []));
  const head = segments.slice(0, starts[0] ?? segments.length);
  // A release number at the head is of the one box that follows; of several it would be every one's.
  const ofAll = starts.length === 1 ? referenceIn(head, 'RE') : '';
  return starts.map((start, n): Box => {
    const group = segments.slice(start, starts[n + 1] ?? segments.length);
    const at = timeIn(group);
    const position = readPosition(group);
    return {
      container: partOf(group[0], 1).replace(/\s/g, ''),
      releaseNumber: referenceIn(group, 'RE') || ofAll,
      ...(at ? { at } : {}),
      ...(position ? { position } : {}),
    };
  });
}
const named = ({ container, releaseNumber }: Pick<Box, 'container' | 'releaseNumber'>) => ({
  ...(container ? { container } : {}),
  ...(releaseNumber ? { releaseNumber } : {}),
});
