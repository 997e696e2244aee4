// One shipment of an enterprise's file becomes a case (N12, P10): by upload a draft with everything that is wrong with it, by the folder filed,
// or refused with field, value, rule and remedy. The same path as the form: draft, check, submit.
import type { Refusal } from '../../kernel/refusal.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { Context } from '../../runtime/context.ts';
import {
  draftShipment,
  findingsOf,
  findLongGroups,
  readShipment,
  shipmentHeading,
  submitShipment,
} from '../shipment/index.ts';
import type { Problem, ShipmentAnswer } from './contract.ts';
import { placed, type SheetShipment } from './map-sheet.ts';

/** Rules of what stands in a file and has no place in the form. */
const untaken = new Set(['element-known', 'column-known']);

export async function draftFromFile(context: Context, shipment: SheetShipment): Promise<ShipmentAnswer> {
  const tooLong = findLongGroups(shipment.form);
  if (tooLong.length > 0) return { reference: shipment.reference, outcome: 'refused', findings: tooLong };
  // What the form cannot hold would be lost by the draft.
  if (shipment.findings.some(({ rule, severity }) => severity === 'error' && untaken.has(rule)))
    return { reference: shipment.reference, outcome: 'refused', findings: shipment.findings };
  const shipmentId = await draftShipment(context, shipment.form);
  const { number, form } = await readShipment(context, shipmentId);
  const found = await findingsOf(context, form, 'declare');
  return {
    reference: shipment.reference,
    outcome: 'drafted',
    shipmentId,
    number,
    findings: [...shipment.findings, ...placed(shipment, found)],
  };
}

/** Throws a `Refusal` where it cannot be filed: then nothing of it is kept. */
export async function fileFromFile(context: Context, shipment: SheetShipment): Promise<ShipmentAnswer> {
  const wrong = shipment.findings.filter((one) => one.severity === 'error');
  if (wrong.length > 0) return { reference: shipment.reference, outcome: 'refused', findings: shipment.findings };
  const shipmentId = await draftShipment(context, shipment.form);
  const { receipt } = await submitShipment(context, { shipmentId });
  const heading = await shipmentHeading(context, shipmentId);
  return {
    reference: shipment.reference,
    outcome: 'filed',
    shipmentId,
    ...(heading ? { number: heading.number } : {}),
    receiptId: receipt.receiptId,
    findings: shipment.findings,
  };
}

export function refusedShipment(shipment: SheetShipment, error: Refusal): ShipmentAnswer {
  const found = error.details.findings;
  const findings = Array.isArray(found) ? placed(shipment, found as Finding[]) : [];
  return {
    reference: shipment.reference,
    outcome: 'refused',
    findings: [...shipment.findings, ...findings],
    ...(findings.length > 0 ? {} : { refusal: problemOf(error) }),
  };
}
export const problemOf = (error: Refusal): Problem => ({ code: error.code, message: error.text, remedy: error.remedy });
