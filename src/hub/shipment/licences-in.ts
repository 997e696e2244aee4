// Which licences a form names, where, and for which goods (N8): the licence number of the head (许可证号), the supervision documents and the
// write-offs of single lines, which say best how much.
import type { Context } from '../../runtime/context.ts';
import type { FiledLine, NamedLicence } from '../licence/contract.ts';
import { claimLicences } from '../licence/index.ts';
import type { Form, FormRow } from './contract.ts';
import { rowsOf, textOf } from './normalise-form.ts';

export function licencesIn(form: Form): NamedLicence[] {
  const goods = rowsOf(form, 'goods');
  const found = new Map<string, NamedLicence>();
  rowsOf(form, 'goodsLicences').forEach((row, i) => {
    const number = row.goodsLicenceNumber;
    const line = goods.find((one) => one.lineNumber === row.licenceLine);
    if (!number || !line) return;
    const stated = row.licenceQuantity
      ? { stated: { amount: row.licenceQuantity, ...(row.licenceUnit ? { unit: row.licenceUnit } : {}) } }
      : {};
    const before = found.get(number);
    found.set(number, {
      number,
      path: before?.path ?? `goodsLicences[${i}].goodsLicenceNumber`,
      lines: [...(before?.lines ?? []), { ...filed(line), ...stated }],
    });
  });
  const whole = (number: string | undefined, path: string) => {
    if (number && !found.has(number)) found.set(number, { number, path, lines: goods.map(filed) });
  };
  rowsOf(form, 'licences').forEach((row, i) => {
    whole(row.licenceCertificate, `licences[${i}].licenceCertificate`);
  });
  whole(textOf(form, 'licenceNumber'), 'licenceNumber');
  return [...found.values()];
}

const filed = (line: FormRow): FiledLine => ({
  hsCode: line.hsCode ?? '',
  ...(line.totalPrice ? { price: line.totalPrice } : {}),
  ...(line.currency ? { currency: line.currency } : {}),
  quantities: (
    [
      [line.quantity, line.quantityUnit],
      [line.firstQuantity, line.firstUnit],
      [line.secondQuantity, line.secondUnit],
    ] as const
  ).flatMap(([amount, unit]) => (amount && unit ? [{ amount, unit }] : [])),
});

/** The version is filed: what it names is asked of each licence. `closedAt`: of a case whose goods have gone. */
export const claimNamed = (
  context: Context,
  shipmentId: string,
  { version, form, closedAt }: { readonly version: number; readonly form: Form; readonly closedAt?: string | null },
): Promise<void> =>
  claimLicences(context, {
    shipmentId,
    version,
    traderUscc: textOf(form, 'traderUscc'),
    named: licencesIn(form),
    ...(closedAt ? { clearedAt: closedAt } : {}),
  });
