// CODECO (34 in, 36 out at the gate) and COARRI (44 loaded, 46 discharged): what the gate desk's buttons say, said by the terminal's system (N10).
// With message function 1 (BGM 1225) it takes back what it said.
import type { InboundFact } from '../../hub/mapping/contract.ts';
import { faultIn } from '../../hub/mapping/index.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import type { EdifactMessage } from '../../runtime/codec/edifact-envelope.ts';
import { partOf, type Segment } from '../../runtime/codec/edifact.ts';
import { cellOf, containerOf, isStowageCell } from './read-bay-plan.ts';

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
const isTimeOfMove = (dtm: Segment): boolean => timesOfMove.includes(partOf(dtm, 0));
const firstOf = (segments: readonly Segment[], tag: string, qualifier?: string): Segment | undefined =>
  segments.find((s) => s[0] === tag && (qualifier === undefined || partOf(s, 0) === qualifier));
const timeIn = (segments: readonly Segment[]): string | undefined =>
  readPartnerTime(
    partOf(
      segments.find((s) => s[0] === 'DTM' && isTimeOfMove(s)),
      0,
      1,
    ),
  );

type Box = {
  readonly container: string;
  readonly at: string | undefined;
  readonly releaseNumber: string;
  readonly position: string | undefined;
};

export function readMoves(message: EdifactMessage): readonly InboundFact[] {
  const { type, segments } = message;
  const begin = firstOf(segments, 'BGM');
  const move = moveOf(message, begin);
  const isReversed = partOf(begin, 2) === CANCELLATION;
  const place = partOf(firstOf(segments, 'NAD', 'MS'), 1);
  const boxes = boxesOf(segments);
  const usual = timeIn(segments);
  const at = boxes[0]?.at ?? usual;
  // Missed where the message ends without one.
  if (!at)
    throw faultIn(message, `${type} 报文缺少时间`, `The ${type} says no time`, {
      error: MISSING,
      segment: segments.length,
    });
  const facts: InboundFact[] = [];
  if (move === 'gate-out')
    for (const box of boxes.length > 0
      ? boxes
      : [{ container: '', at: undefined, releaseNumber: partOf(firstOf(segments, 'RFF', 'RE'), 0, 1) }])
      facts.push({ fact: 'gated-out', place, at: box.at ?? at, ...saidOf(box, isReversed) });
  else if (move !== 'discharged')
    for (const box of boxes)
      facts.push({ fact: 'moved', movement: move, place, at: box.at ?? at, ...saidOf(box, isReversed) });
  if (move === 'gate-in' || move === 'discharged')
    facts.push({
      fact: 'arrived',
      place,
      arrivedAt: at,
      containers: boxes.map((b) => b.container).filter(Boolean),
      ...(move === 'discharged' ? { discharged: true as const } : {}),
      ...(isReversed ? { reversed: true as const } : {}),
    });
  if (move === 'loaded' && !isReversed) {
    const positions = boxes.flatMap(({ container, position }) =>
      position && container ? [{ container, position }] : [],
    );
    const voyage = partOf(firstOf(segments, 'TDT'), 1);
    if (positions.length > 0)
      facts.push({ fact: 'stowed', conveyance: conveyanceOf(segments), at, positions, ...(voyage ? { voyage } : {}) });
  }
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
  const tdt = firstOf(segments, 'TDT', '20') ?? firstOf(segments, 'TDT');
  return partOf(tdt, 7) || partOf(tdt, 7, 3);
};

/** What is said of one box, from its EQD to the next: of each kind the first. */
type Group = {
  readonly equipment: Segment;
  time: Segment | undefined;
  release: Segment | undefined;
  cell: Segment | undefined;
};
/** One walk over the message: a terminal reports a whole ship at once (F6). */
function boxesOf(segments: readonly Segment[]): Box[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  let releaseOfAll: Segment | undefined;
  for (const segment of segments)
    switch (segment[0]) {
      case 'EQD':
        group = { equipment: segment, time: undefined, release: undefined, cell: undefined };
        groups.push(group);
        break;
      case 'DTM':
        if (group && !group.time && isTimeOfMove(segment)) group.time = segment;
        break;
      case 'RFF':
        if (partOf(segment, 0) !== 'RE') break;
        if (group) group.release ??= segment;
        else releaseOfAll ??= segment;
        break;
      case 'LOC':
        if (group && !group.cell && isStowageCell(segment)) group.cell = segment;
    }
  // A release number at the head is of the one box that follows; of several it would be every one's.
  const ofAll = groups.length === 1 ? partOf(releaseOfAll, 0, 1) : '';
  return groups.map(
    ({ equipment, time, release, cell }): Box => ({
      container: containerOf(equipment),
      at: time && readPartnerTime(partOf(time, 0, 1)),
      releaseNumber: partOf(release, 0, 1) || ofAll,
      position: cell && cellOf(partOf(cell, 1)),
    }),
  );
}

type Said = { container?: string; releaseNumber?: string; reversed?: true };
function saidOf({ container, releaseNumber }: Pick<Box, 'container' | 'releaseNumber'>, isReversed: boolean): Said {
  const said: Said = {};
  if (container) said.container = container;
  if (releaseNumber) said.releaseNumber = releaseNumber;
  if (isReversed) said.reversed = true;
  return said;
}
