// A form as the far end of a channel may see it: the elements that its own documents carry, and what names the case (B16 按照职能需要).
// Pure.
import type { Form, FormRow, ShipmentVersion } from './contract.ts';

/** What every page of a case is headed by, whoever reads it. */
const heading: ReadonlySet<string> = new Set([
  'direction',
  'transportMode',
  'declarationNumber',
  'billNumber',
  'conveyanceName',
  'voyageNumber',
  'stationCode',
  'goodsName',
  'lineNumber',
  'containerNumber',
  'pieceNumber',
  'pieceContainer',
  'pieceBill',
  'pieceGoods',
]);

export function narrowForm(form: Form, elements: ReadonlySet<string>): Form {
  const shown = (id: string) => elements.has(id) || heading.has(id);
  return Object.fromEntries(
    Object.entries(form).flatMap(([id, value]): [string, Form[string]][] => {
      if (typeof value === 'string') return shown(id) ? [[id, value]] : [];
      const rows = value.map((row): FormRow => Object.fromEntries(Object.entries(row).filter(([key]) => shown(key))));
      return rows.some((row) => Object.keys(row).length > 0) ? [[id, rows]] : [];
    }),
  );
}

/** Changes of elements that the reader may see; without elements all of them. Paths are `grossMassKg` or `goods[0].hsCode`. */
export function narrowPaths(
  changed: ShipmentVersion['changed'],
  elements: ReadonlySet<string> | undefined,
): ShipmentVersion['changed'] {
  if (!elements) return changed;
  return changed.filter(({ path }) => {
    const id = path.split('.').at(-1) ?? path;
    return elements.has(id) || heading.has(id);
  });
}
