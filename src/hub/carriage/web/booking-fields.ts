// What is typed in the booking dialog, as texts, and the booking made of it. Pure.
import type { BookedCargo, BookedEquipment, BookingContent } from '../contract.ts';

export type Texts = Readonly<Record<string, string>>;
const heads = [
  'contractReference',
  'quotationReference',
  'serviceCode',
  'vesselName',
  'vesselImo',
  'voyage',
  'loadPort',
  'dischargePort',
  'departsOn',
  'arrivesFrom',
  'arrivesBy',
  'consignee',
] as const;
const plain = (values: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
const flag = (value: boolean | undefined): string => (value ? '1' : '');

export const headTexts = (content: Partial<BookingContent>): Texts => ({
  receiptType: 'CY',
  deliveryType: 'CY',
  originMovement: 'FCL',
  destinationMovement: 'FCL',
  freight: 'PRE',
  ...plain(content),
});
export const equipmentTexts = (rows: readonly BookedEquipment[] = []): Texts[] =>
  (rows.length > 0 ? rows : [{ isoCode: '', units: 1, shipperOwned: false }]).map((row) => ({
    ...plain(row),
    shipperOwned: flag(row.shipperOwned),
  }));
export const cargoTexts = (rows: readonly BookedCargo[] = []): Texts[] =>
  (rows.length > 0 ? rows : [{ equipment: 1, description: '', grossMassKg: '' }]).map(({ dangerous, ...row }) => ({
    ...plain(row),
    ...(dangerous
      ? {
          ...plain(dangerous),
          dangerous: '1',
          marinePollutant: flag(dangerous.marinePollutant),
          limitedQuantity: flag(dangerous.limitedQuantity),
          ordinary: flag(dangerous.ordinary),
        }
      : {}),
  }));

const at = (texts: Texts, name: string): string => (texts[name] ?? '').trim();
const given = <K extends string>(texts: Texts, names: readonly K[]): { [N in K]?: string } =>
  Object.fromEntries(names.flatMap((name) => (at(texts, name) ? [[name, at(texts, name)]] : []))) as {
    [N in K]?: string;
  };

/** As the server takes it; what is missing or wrong there, the server says. */
export const contentOf = (head: Texts, equipment: readonly Texts[], cargo: readonly Texts[]): BookingContent => ({
  receiptType: at(head, 'receiptType') as BookingContent['receiptType'],
  deliveryType: at(head, 'deliveryType') as BookingContent['deliveryType'],
  originMovement: at(head, 'originMovement') as BookingContent['originMovement'],
  destinationMovement: at(head, 'destinationMovement') as BookingContent['destinationMovement'],
  freight: at(head, 'freight') as BookingContent['freight'],
  from: at(head, 'from').toUpperCase(),
  to: at(head, 'to').toUpperCase(),
  shipper: at(head, 'shipper'),
  ...given(head, heads),
  equipment: equipment.map((row) => ({
    isoCode: at(row, 'isoCode').toUpperCase(),
    units: Number(at(row, 'units')),
    shipperOwned: row.shipperOwned === '1',
  })),
  cargo: cargo.map((row) => ({
    equipment: Number(at(row, 'equipment') || '1'),
    description: at(row, 'description'),
    grossMassKg: at(row, 'grossMassKg'),
    ...given(row, ['hsCode']),
    ...(at(row, 'packages') ? { packages: Number(at(row, 'packages')) } : {}),
    ...(row.dangerous === '1'
      ? {
          dangerous: {
            unNumber: at(row, 'unNumber'),
            properName: at(row, 'properName'),
            imoClass: at(row, 'imoClass'),
            ...(at(row, 'packingGroup') ? { packingGroup: at(row, 'packingGroup') as '1' | '2' | '3' } : {}),
            marinePollutant: row.marinePollutant === '1',
            limitedQuantity: row.limitedQuantity === '1',
            ordinary: row.ordinary === '1',
            contact: at(row, 'contact'),
            phone: at(row, 'phone'),
          },
        }
      : {}),
  })),
});
