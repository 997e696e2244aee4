// What everybody may know of a draw, what its authority sees of its outcome, and what opens a case's own commitment (M6).
import type { Context } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { mayReadShipment } from '../shipment/index.ts';
import type { DrawnView, DrawSummary, DrawView, OwnTarget } from './contract.ts';
import { refuse } from './refusals.ts';
import { iso, standingOf } from './standing.ts';
import { faultOf, mayContribute, stateOf } from './states.ts';
import {
  type DrawLine,
  findDraw,
  findLine,
  listOfficers,
  listOwnTargets,
  listReplacements,
  listTargets,
  pageDraws,
} from './store.ts';

export async function readDraws(context: Context, query: PageQuery): Promise<Page<DrawSummary>> {
  const { rows, next } = await readPageOf(query, (page) => pageDraws(context, page));
  return { items: rows.map((row) => toSummary(row, context.now)), ...next };
}

function toSummary(line: DrawLine, now: string): DrawSummary {
  const standing = standingOf(line);
  const fault = faultOf(standing, now);
  return {
    id: line.id,
    number: line.number,
    authority: line.authority,
    rule: line.rule,
    state: stateOf(standing),
    ...(fault ? { fault } : {}),
    openedAt: iso(line.opened_at),
    targets: line.targets,
    officers: line.officers,
    drawn: line.drawn,
    contributed: line.contributed,
    demonstration: line.demonstration,
  };
}

export async function readDraw(context: Context, id: string): Promise<DrawView> {
  const line = await findLine(context, id);
  if (!line) throw refuse('DRAW_UNKNOWN');
  const { authority, organisationKind } = context.actor;
  const opens = authority === line.authority || organisationKind === 'port-office';
  return {
    ...toSummary(line, context.now),
    awaitsMe:
      authority !== undefined &&
      line.rule.contributors.includes(authority) &&
      !line.contributed.includes(authority) &&
      mayContribute(standingOf(line), context.now),
    drawnTargets: opens && line.revealed_at ? await readDrawn(context, id) : [],
  };
}

/** The port office's auditor sees officers and reasons, of cases what the second lock shows him: their commitments. */
async function readDrawn(context: Context, id: string): Promise<DrawnView[]> {
  const draw = await findDraw(context, id);
  const drawn = draw?.outcome?.drawn ?? [];
  const [targets, officers, replaced] = [
    await listTargets(
      context,
      id,
      drawn.map((one) => one.target),
    ),
    await listOfficers(context, id),
    await listReplacements(context, id),
  ];
  return drawn.flatMap((one): DrawnView[] => {
    const row = targets.find((t) => t.commitment === one.target);
    if (!row) return [];
    const sites = draw?.population?.targets.find((lot) => lot.commitment === one.target)?.sites ?? [];
    const able = draw?.population?.officers.filter((o) => o.sites.some((site) => sites.includes(site))) ?? [];
    return [
      {
        target: one.target,
        shipmentId: row.shipment_id,
        shipmentNumber: row.shipment_number,
        ...(row.object_id === null ? {} : { objectId: row.object_id }),
        instructionNumber: row.instruction_number ?? '',
        officers: one.officers.map((o) => {
          const why = replaced.find((r) => r.target === one.target && r.officer === o.officer);
          return {
            ...o,
            name: officers.find((known) => known.commitment === o.officer)?.name ?? '',
            ...(why ? { reason: why.reason } : {}),
          };
        }),
        replaceable: able.length > one.officers.length,
      },
    ];
  });
}

export async function readOwnTargets(context: Context, shipmentId: string): Promise<OwnTarget[]> {
  if (!(await mayReadShipment(context, shipmentId))) throw refuse('DRAW_UNKNOWN');
  const rows = await listOwnTargets(context, shipmentId);
  return rows.map((row) => ({
    drawNumber: row.number,
    shipmentNumber: row.shipment_number,
    ...(row.object_id === null ? {} : { objectId: row.object_id }),
    salt: row.salt,
    commitment: row.commitment,
    drawn: row.instruction_number !== null,
  }));
}
