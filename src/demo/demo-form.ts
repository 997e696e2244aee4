// Writes a demo company's composite form from a route, a consignment and a serial number: what a clerk would type. Numbers
// are invented, with the check digits that their standards ask for. Pure.
import { checkAirWaybill, checkContainer, type NumberCheck } from '../kernel/check-digits.ts';
import { addDecimals, multiplyDecimals } from '../kernel/decimal.ts';
import { plusMs, toPartnerTime } from '../kernel/instant.ts';
import type { Form, FormRow } from '../hub/shipment/contract.ts';
import { type DemoGoods, type DemoLine, goods, type GoodsKey } from './goods.ts';

export type RouteKey = 'rail-import' | 'rail-export' | 'air-import' | 'air-export' | 'barge-import' | 'barge-export';
export type DemoParty = { readonly name: string; readonly uscc: string; readonly registration: string };

type Route = {
  readonly mode: '2' | '3' | '5';
  readonly office: string;
  readonly country: string;
  readonly port: string;
  readonly entryExitPort: string;
  readonly station: string;
  readonly place: string;
  readonly conveyance: (serial: number) => { readonly name: string; readonly id: string };
  readonly flag: string;
  readonly lastPort: string;
  readonly vehicle: string;
};
const trains = ['X8083', 'X8084', 'X8020', 'X9574'];
const flights = ['CA442', 'CV4316', '3U8082', 'CK231'];
const barges = [
  { name: 'MIN SHENG 1', id: '9469560' },
  { name: 'YU GANG 88', id: '9074729' },
  { name: 'CHANG JIANG STAR', id: '9321483' },
];
const at = <T>(list: readonly T[], serial: number): T => list[serial % list.length] as T;

const rail = (country: string, port: string, lastPort: string): Route => ({
  mode: '3',
  office: '8016',
  country,
  port,
  entryExitPort: '500201',
  station: 'CKG-TUANJIECUN',
  place: '团结村铁路口岸',
  conveyance: (serial) => ({ name: '中欧班列', id: at(trains, serial) }),
  flag: 'KAZ',
  lastPort,
  vehicle: '渝A12345',
});
const air = (country: string, port: string, lastPort: string): Route => ({
  mode: '5',
  office: '8003',
  country,
  port,
  entryExitPort: '500001',
  station: 'CKG-JIANGBEI',
  place: '江北机场货站',
  conveyance: (serial) => ({ name: at(flights, serial), id: at(flights, serial) }),
  flag: 'CHN',
  lastPort,
  vehicle: '渝B67890',
});
const barge = (country: string, port: string, lastPort: string): Route => ({
  mode: '2',
  office: '8007',
  country,
  port,
  entryExitPort: '500001',
  station: 'CKG-GUOYUAN',
  place: '果园港',
  conveyance: (serial) => at(barges, serial),
  flag: 'CHN',
  lastPort,
  vehicle: '渝D24680',
});
const routes: Readonly<Record<RouteKey, Route>> = {
  'rail-import': rail('DEU', 'DEU039', 'KZALA'),
  'rail-export': rail('POL', 'POL006', 'KZALA'),
  'air-import': air('JPN', 'JPN501', 'JPNRT'),
  'air-export': air('NLD', 'NLD006', 'NLAMS'),
  'barge-import': barge('CHL', 'CHL102', 'CNSHA'),
  'barge-export': barge('SGP', 'SGP012', 'CNSHA'),
};

/** The number with its right check digit: any digit at the end, corrected by the check that the form itself will make. */
function checked(number: string, check: (text: string) => NumberCheck): string {
  const result = check(number);
  return result.ok ? number : (result.expected ?? number);
}
const containerNumber = (serial: number) => checked(`CQPU${String(200_000 + serial)}0`, checkContainer);

export type DemoFormOptions = {
  readonly reference: string;
  readonly route: RouteKey;
  readonly goods: GoodsKey;
  readonly serial: number;
  readonly trader: DemoParty;
  readonly filer: DemoParty;
  /** When it is filed; the conveyance moves some hours later (export) or came some hours before (import). */
  readonly filedAt: string;
};

export function demoForm(options: DemoFormOptions): Form {
  const { serial, trader, filer, filedAt } = options;
  const route = routes[options.route];
  const consignment: DemoGoods = goods[options.goods];
  const isImport = options.route.endsWith('import');
  const conveyance = route.conveyance(serial);
  const netMassKg = addDecimals(consignment.lines.map((l) => String(l.massKg)));
  const moves = plusMs(filedAt, (isImport ? -5 : 30) * 3_600_000);
  const letters = (isImport ? importLicences : exportLicences)[options.goods];
  return {
    direction: isImport ? 'import' : 'export',
    transportMode: route.mode,
    traderReference: options.reference,
    ...party('trader', trader),
    ...party('owner', trader),
    ...party('agent', filer),
    ...party('keying', filer),
    keyingPerson: '演示员',
    keyingCard: '8900000000001',
    declarantPerson: '演示员',
    transitRelation: '0',
    declarationMark: '1',
    entryType: 'M',
    declarationType: 'Z',
    supervisionMode: '0110',
    levyNature: '101',
    tradeTerms: isImport ? '1' : '3',
    priceStatement: '00000',
    packageKind: consignment.packageKind,
    packageCount: String(consignment.packages),
    shippingMarks: 'N/M',
    declarationOffice: route.office,
    borderOffice: route.office,
    tradeCountry: route.country,
    tradingCountry: route.country,
    transitPort: route.port,
    ...(isImport ? { departurePort: route.port } : {}),
    entryExitPort: route.entryExitPort,
    storagePlace: route.place,
    conveyanceName: conveyance.name,
    conveyanceId: conveyance.id,
    voyageNumber: toPartnerTime(moves, 'yyyyMMdd'),
    billNumber: billNumber(route.mode, serial),
    conveyanceFlag: route.flag,
    crewCount: route.mode === '5' ? '4' : '2',
    ...(isImport
      ? { estimatedArrival: moves, lastPort: route.lastPort }
      : { estimatedDeparture: moves, lastPort: route.lastPort }),
    stationCode: route.station,
    pickupParty: trader.name,
    pickupVehicle: route.vehicle,
    grossMassKg: multiplyDecimals(netMassKg, '1.05'),
    netMassKg,
    goods: consignment.lines.map((line, i) => ({
      lineNumber: String(i + 1),
      hsCode: line.hsCode,
      goodsName: line.name,
      specification: line.specification,
      quantity: String(line.quantity),
      quantityUnit: line.unit,
      firstQuantity: String(line.quantity),
      firstUnit: line.unit,
      ...secondQuantity(line),
      unitPrice: line.price,
      totalPrice: multiplyDecimals(String(line.quantity), line.price),
      currency: 'USD',
      originCountry: isImport ? route.country : 'CHN',
      destinationCountry: isImport ? 'CHN' : route.country,
      domesticDistrict: '50039',
      dutyMode: '1',
      ...(options.goods === 'batteries'
        ? { unNumber: '3480', dangerousName: '锂离子电池组', dangerousPackClass: 'II' }
        : {}),
    })),
    containers: route.mode === '5' ? [] : containers(consignment, serial, netMassKg),
    licences: (letters ?? []).map((letter, i) => ({
      licenceKind: letter,
      licenceCertificate: `YS${toPartnerTime(filedAt, 'yyyyMMdd')}${String(serial * 10 + i).padStart(4, '0')}`,
    })),
  };
}

const importLicences: Partial<Record<GoodsKey, readonly string[]>> = {
  beef: ['7', 'x'],
  wine: ['7'],
  aluminium: ['7'],
  cars: ['O'],
  ultrasound: ['O'],
};

const exportLicences: Partial<Record<GoodsKey, readonly string[]>> = { motorcycles: ['4', 'y'], cars: ['4'] };

/** Goods not counted in kilograms have their mass as second statutory quantity, unless the tariff wants another. */
function secondQuantity(line: DemoLine): FormRow {
  const [unit, quantity] = line.second ?? (line.unit === '035' ? [] : ['035', line.massKg]);
  return unit === undefined ? {} : { secondQuantity: String(quantity), secondUnit: unit };
}

function party(role: 'trader' | 'owner' | 'agent' | 'keying', who: DemoParty): Form {
  return { [`${role}Name`]: who.name, [`${role}Uscc`]: who.uscc, [`${role}Code`]: who.registration };
}

function billNumber(mode: Route['mode'], serial: number): string {
  if (mode === '5') return checked(`112-${String(2_000_000 + serial)}0`, checkAirWaybill);
  return `${mode === '3' ? 'YXO' : 'YZ'}2611${String(serial).padStart(4, '0')}`;
}

/** One container for light consignments, two for others, each with half of what the goods weigh. */
function containers(consignment: DemoGoods, serial: number, netMassKg: string) {
  const count = consignment.packages > 90 ? 2 : 1;
  return Array.from({ length: count }, (_, i) => ({
    containerNumber: containerNumber(serial * 10 + i),
    containerSpec: '21',
    containerGoods: consignment.lines.map((_, n) => String(n + 1)).join(','),
    containerGoodsMassKg: count === 1 ? netMassKg : multiplyDecimals(netMassKg, '0.5'),
    sealNumber: `CN${String(7000 + serial * 2 + i)}`,
  }));
}
