// A case with boxes of its own, and a rail case with a train of its own: where many share them, every word on one is told to all, the work
// grows with the square of the cases, and a run under load measures nothing else.
import type { Form } from '../../src/hub/shipment/contract.ts';
import { checkContainer } from '../../src/kernel/check-digits.ts';

/** Boxes a case may have. */
const MOST = 2;

export function ownBoxes(form: Form, serial: number): Form {
  const boxes = form.containers as readonly Record<string, string>[];
  return {
    ...form,
    containers: boxes.map((box, i) => ({ ...box, containerNumber: boxNumber(serial * MOST + i) })),
  };
}
export const ownTrain = (form: Form, serial: number): Form => ({
  ...ownBoxes(form, serial),
  conveyanceId: `X${serial}`,
});

function boxNumber(serial: number): string {
  const body = `CQPU${300_000 + serial}`;
  const digit = '0123456789'.split('').find((one) => checkContainer(`${body}${one}`).ok);
  return `${body}${digit}`;
}
