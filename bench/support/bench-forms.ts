// One case after the other, each with its own containers and bill, as real ones have.
import type { Form } from '../../src/hub/shipment/contract.ts';
import { checkContainer } from '../../src/kernel/check-digits.ts';
import { railImport } from '../../tests/support/forms.ts';

function containerNumber(prefix: string, serial: number): string {
  const stem = `${prefix}${String(serial).padStart(6, '0')}`;
  const check = checkContainer(`${stem}0`);
  return check.ok ? `${stem}0` : (check.expected ?? stem);
}
const withOwnBoxes = (form: Form, index: number): Form => ({
  ...form,
  containers: (form.containers as Record<string, string>[]).map((box, n) => ({
    ...box,
    containerNumber: containerNumber('BNCU', index * 2 + n),
  })),
});

export const railCase = (index: number): Form => withOwnBoxes(railImport(`BENCH-${index}`), index);

/** Five documents: customs, border inspection, maritime safety, carrier, terminal. */
export const waterCase = (index: number): Form => ({
  ...railCase(index),
  transportMode: '2',
  declarationOffice: '8007',
  borderOffice: '8007',
  entryExitPort: '500001',
  conveyanceName: 'MIN SHENG 1',
  conveyanceId: '9469560',
  voyageNumber: '2647E',
  billNumber: `YZBENCH${index}`,
  stationCode: 'CKG-GUOYUAN',
  storagePlace: '果园港',
});
