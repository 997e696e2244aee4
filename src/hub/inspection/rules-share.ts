// The share of inspected export containers that still make their conveyance, pure (当班船出运率; M12, NB18 17). One that did not pass, or was
// ready too late, did not make it; one whose cut-off is still to come is not counted yet, but shown when its slot is too late already.
import { readyAt } from './choose-slots.ts';
import type { SiteShare, VesselShare } from './contract.ts';
import type { Site } from './yard.ts';

export type CutOffRow = {
  readonly number: string;
  readonly conveyance: string | null;
  readonly site_id: string;
  readonly containers: number;
  readonly cut_off: string;
  readonly ends_at: string;
  readonly finished_at: string | null;
  readonly passed: boolean | null;
  readonly virtually_returned_at: string | null;
};
type Standing = 'made' | 'missed' | 'to-come' | 'at-risk';
const MOST_LISTED = 100;

export function shareOf(
  rows: readonly CutOffRow[],
  sites: readonly Site[],
  now: string,
): Omit<VesselShare, 'from' | 'to'> {
  const judged = rows.map((row) => {
    const site = sites.find((s) => s.id === row.site_id);
    return { row, standing: standingOf(row, site, now) };
  });
  const count = (standing: Standing, siteId?: string) =>
    judged
      .filter((j) => j.standing === standing && (siteId === undefined || j.row.site_id === siteId))
      .reduce((sum, j) => sum + j.row.containers, 0);
  const totals = (siteId?: string): Omit<SiteShare, 'siteId' | 'siteName'> => {
    const made = count('made', siteId);
    const missed = count('missed', siteId);
    const atRisk = count('at-risk', siteId);
    const toCome = count('to-come', siteId) + atRisk;
    return { made, missed, toCome, atRisk, ...(made + missed > 0 ? { percent: percentOf(made, made + missed) } : {}) };
  };
  return {
    ...totals(),
    sites: sites
      .filter((site) => rows.some((row) => row.site_id === site.id))
      .map((site) => ({ siteId: site.id, siteName: site.name, ...totals(site.id) })),
    listed: judged
      .filter(({ standing }) => standing === 'missed' || standing === 'at-risk')
      .slice(0, MOST_LISTED)
      .map(({ row, standing }) => ({
        number: row.number,
        containers: row.containers,
        cutOff: instant(row.cut_off),
        standing: standing as 'missed' | 'at-risk',
        ...(row.conveyance ? { conveyance: row.conveyance } : {}),
      })),
  };
}

const instant = (at: string): string => new Date(at).toISOString();
function standingOf(row: CutOffRow, site: Site | undefined, now: string): Standing {
  const cutOff = instant(row.cut_off);
  const back = (at: string) => (site ? readyAt({ ...site, virtualReturn: false }, at) : at);
  const ready =
    row.passed && row.virtually_returned_at
      ? instant(row.virtually_returned_at)
      : row.passed && row.finished_at
        ? back(instant(row.finished_at))
        : undefined;
  if (ready !== undefined && ready <= cutOff && cutOff <= now) return 'made';
  if (cutOff <= now) return 'missed';
  const expected = ready ?? (site ? readyAt(site, instant(row.ends_at)) : instant(row.ends_at));
  return row.passed === false || expected > cutOff ? 'at-risk' : 'to-come';
}
/** One digit after the point, half up, without binary floats: 2 of 3 → `66.7`. */
function percentOf(part: number, whole: number): string {
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
