// BAPLIE (SMDG 2.x on D.95B): which box stands where on board. Every place of the ship is one group that begins with LOC+147 (N10).
import type { InboundFact } from '../../hub/mapping/contract.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import type { EdifactMessage } from '../../runtime/codec/edifact-envelope.ts';
import { partOf, type Segment, segmentsOf } from '../../runtime/codec/edifact.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

type StowedFact = Extract<InboundFact, { fact: 'stowed' }>;
export type Position = StowedFact['positions'][number];

const STOWAGE_CELL = '147';
const LOADING = '9';
const DISCHARGE = '11';

/** Bay, row and tier as BBBRRTT; ports that write six digits or less leave zeros out in front. */
export const cellOf = (text: string): string | undefined =>
  /^\d{5,7}$/.test(text) ? text.padStart(7, '0') : undefined;
export const isStowageCell = (loc: Segment): boolean => partOf(loc, 0) === STOWAGE_CELL;
const readPosition = (group: readonly Segment[]): string | undefined =>
  cellOf(partOf(segmentsOf(group, 'LOC').find(isStowageCell), 1));
/** Without the blanks that some write inside of it. */
export function containerOf(eqd: Segment): string {
  const written = partOf(eqd, 1);
  return /\s/.test(written) ? written.replace(/\s/g, '') : written;
}

export function readBayPlan({ segments }: EdifactMessage): StowedFact {
  const starts = segments.flatMap((s, i) => (s[0] === 'LOC' && partOf(s, 0) === STOWAGE_CELL ? [i] : []));
  const head = segments.slice(0, starts[0] ?? segments.length);
  const tdt = segmentsOf(head, 'TDT')[0];
  const at = readPartnerTime(
    partOf(
      segmentsOf(head, 'DTM').find((s) => partOf(s, 0) === '137'),
      0,
      1,
    ),
  );
  if (!at || !tdt) throw new UnreadableMessage('船图缺少编制时间或航次', 'The bay plan lacks its time or the voyage');
  const positions = starts.flatMap((start, n): Position[] => {
    const group = segments.slice(start, starts[n + 1] ?? segments.length);
    const port = (qualifier: string) =>
      partOf(
        segmentsOf(group, 'LOC').find((s) => partOf(s, 0) === qualifier),
        1,
      );
    const cell = readPosition(group);
    // A cell without a box is free; several boxes in one cell are flat racks bundled together.
    return segmentsOf(group, 'EQD').flatMap((eqd) => {
      const container = containerOf(eqd);
      return cell && container ? [{ container, position: cell, ...portsOf(port(LOADING), port(DISCHARGE)) }] : [];
    });
  });
  const voyage = partOf(tdt, 1);
  return {
    fact: 'stowed',
    conveyance: partOf(tdt, 7) || partOf(tdt, 7, 3),
    at,
    positions,
    ...(voyage ? { voyage } : {}),
  };
}
export const portsOf = (loadPort: string, dischargePort: string) => ({
  ...(loadPort ? { loadPort } : {}),
  ...(dischargePort ? { dischargePort } : {}),
});
