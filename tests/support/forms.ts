// Forms with sensible content for tests: what a demo trader files. Numbers are invented with valid check digits.
import type { Form } from '../../src/hub/shipment/contract.ts';

const parties = {
  traderName: '重庆山城光电有限公司（演示）',
  traderUscc: '91500103MA5UTRA017',
  traderCode: '5003160A01',
  ownerName: '重庆山城光电有限公司（演示）',
  ownerUscc: '91500103MA5UTRA017',
  ownerCode: '5003160A01',
  agentName: '重庆山城光电有限公司（演示）',
  agentUscc: '91500103MA5UTRA017',
  agentCode: '5003160A01',
  keyingName: '重庆山城光电有限公司（演示）',
  keyingUscc: '91500103MA5UTRA017',
  keyingCode: '5003160A01',
  keyingPerson: '陈演示',
  keyingCard: '8900000000001',
  declarantPerson: '陈演示',
};
const terms = {
  transitRelation: '0',
  declarationMark: '1',
  entryType: 'M',
  declarationType: 'Z',
  supervisionMode: '0110',
  levyNature: '101',
  tradeTerms: '1',
  priceStatement: '00000',
  packageKind: '22',
  shippingMarks: 'N/M',
};
const line = (number: number, more: Record<string, string> = {}) => ({
  lineNumber: String(number),
  hsCode: '8473309000',
  goodsName: '笔记本电脑零件',
  specification: '0|0|外壳|无品牌',
  quantity: '1000',
  quantityUnit: '035',
  firstQuantity: '1000',
  firstUnit: '035',
  unitPrice: '12.5',
  totalPrice: '12500',
  currency: 'USD',
  originCountry: 'DEU',
  destinationCountry: 'CHN',
  domesticDistrict: '50039',
  dutyMode: '1',
  ...more,
});

export const railImport = (reference: string): Form => ({
  ...parties,
  ...terms,
  direction: 'import',
  transportMode: '3',
  traderReference: reference,
  declarationOffice: '8016',
  borderOffice: '8016',
  tradeCountry: 'DEU',
  tradingCountry: 'DEU',
  transitPort: 'DEU000',
  departurePort: 'DEU054',
  entryExitPort: '500201',
  storagePlace: '团结村铁路口岸',
  conveyanceName: '中欧班列',
  conveyanceId: 'X8084',
  voyageNumber: '20261120',
  billNumber: `RW${reference}`.slice(0, 32),
  conveyanceFlag: 'KAZ',
  crewCount: '2',
  estimatedArrival: '2026-11-20T04:00:00Z',
  lastPort: 'KZALA',
  stationCode: 'CKG-TUANJIECUN',
  pickupParty: '重庆山城光电有限公司（演示）',
  pickupVehicle: '渝A12345',
  packageCount: '80',
  grossMassKg: '2100',
  netMassKg: '2000',
  goods: [line(1), line(2, { goodsName: '液晶显示模组零件' })],
  containers: [
    {
      containerNumber: 'CQPU1000014',
      containerSpec: '11',
      containerGoods: '1',
      containerGoodsMassKg: '1050',
      sealNumber: 'CN881',
    },
    { containerNumber: 'CQPU1000020', containerSpec: '11', containerGoods: '2', containerGoodsMassKg: '1050' },
  ],
});

export const airImport = (reference: string): Form => ({
  ...railImport(reference),
  transportMode: '5',
  declarationOffice: '8003',
  borderOffice: '8003',
  conveyanceName: 'CA442',
  conveyanceId: 'CA442',
  voyageNumber: '20261120',
  billNumber: '112-12345675',
  stationCode: 'CKG-JIANGBEI',
  storagePlace: '江北机场货站',
  containers: [],
});

export const railExport = (reference: string): Form => ({
  ...railImport(reference),
  direction: 'export',
  tradeTerms: '3',
  tradeCountry: 'POL',
  tradingCountry: 'POL',
  transitPort: 'POL006',
  estimatedDeparture: '2026-12-20T04:00:00Z',
  goods: [line(1, { originCountry: 'CHN', destinationCountry: 'POL' })],
  containers: [
    { containerNumber: 'CQPU1000014', containerSpec: '11', containerGoods: '1', containerGoodsMassKg: '2000' },
  ],
});

export const airExport = (reference: string): Form => ({
  ...airImport(reference),
  direction: 'export',
  tradeTerms: '3',
  tradeCountry: 'NLD',
  tradingCountry: 'NLD',
  transitPort: 'NLD006',
  billNumber: '112-12345686',
  houseBillNumber: 'CQH2611001',
  estimatedDeparture: '2026-12-20T04:00:00Z',
  goods: [line(1, { originCountry: 'CHN', destinationCountry: 'NLD' })],
});

export const waterImport = (reference: string): Form => ({
  ...railImport(reference),
  transportMode: '2',
  declarationOffice: '8007',
  borderOffice: '8007',
  entryExitPort: '500001',
  conveyanceName: 'MIN SHENG 1',
  conveyanceId: '9469560',
  voyageNumber: '2647W',
  billNumber: 'YZ26110002',
  stationCode: 'CKG-GUOYUAN',
  storagePlace: '果园港',
});

export const waterExport = (reference: string): Form => ({
  ...railImport(reference),
  direction: 'export',
  transportMode: '2',
  declarationOffice: '8007',
  borderOffice: '8007',
  tradeTerms: '3',
  tradeCountry: 'SGP',
  tradingCountry: 'SGP',
  transitPort: 'SGP000',
  entryExitPort: '500001',
  conveyanceName: 'MIN SHENG 1',
  conveyanceId: '9469560',
  voyageNumber: '2647E',
  billNumber: 'YZ26110001',
  estimatedDeparture: '2026-12-20T04:00:00Z',
  stationCode: 'CKG-GUOYUAN',
  declarantPhone: '023-63110012',
  goods: [line(1, { originCountry: 'CHN', destinationCountry: 'SGP' })],
  containers: [
    {
      containerNumber: 'YXEU4000010',
      containerSpec: '21',
      containerGoods: '1',
      containerGoodsMassKg: '2000',
      sealNumber: 'YX70010',
    },
  ],
});

/** One form that concerns every partner there is: licences, an approval, a separate quarantine declaration, persons, dangerous goods. */
export const everybodysForm = (reference: string): Form => ({
  ...waterExport(reference),
  licences: [{ licenceKind: '4', licenceCertificate: '26-AB-500001' }],
  approvalItem: 'WJ-0712',
  manifestFiler: '8007MA5UTRA01',
  arrivalFiler: '8007MA5UTRB02',
  tallyFiler: '8007MA5UTRC03',
  bookingNumber: 'BKG2611260001',
  corridorMode: 'RS',
  transferPlace: 'CNQZH',
  onwardConveyance: 'XIN SHANGHAI 126S',
  onwardDeparture: '2026-12-22T10:00:00Z',
  peerPermitNumber: 'OD6L123456789',
  peerWindow: 'SW-NEIGHBOUR',
  consigneeCode: '91500112MA5UTRB021',
  consigneeName: 'Liangjiang Auto Parts',
  acceptingOffice: '500100',
  traderQuarantineCode: '5001600017',
  persons: [
    { personRole: 'driver', personDocumentKind: 'ID', personDocumentNumber: '11010519491231002X' },
    { personRole: 'crew', personDocumentKind: 'PP', personDocumentNumber: 'E12345678' },
  ],
});

/** A vessel's call with her papers typed once: FAL 1 to 7 (M13). */
export const vesselCall = (reference: string): Form => ({
  ...waterExport(reference),
  billNumber: 'YZ26110009',
  nextPort: 'CNSHA',
  lastPort: 'CNYIC',
  berth: '3',
  vesselKind: '集装箱船',
  callSign: 'BPMS',
  mmsiNumber: '413000001',
  masterName: 'WANG LEI',
  vesselAgent: '重庆外轮代理（演示）',
  registryPort: '重庆',
  registryNumber: '000019000001',
  registryDate: '2019-03-01',
  grossTonnage: '7580.00',
  netTonnage: '4244.00',
  draughtForeM: '4.2',
  draughtAftM: '4.4',
  callPurpose: '装货',
  voyageBrief: '宜昌—重庆—上海',
  vesselRemarks: '无',
  crewCount: '2',
  passengerCount: '1',
  portCalls: [{ callPort: 'CNYIC', callArrival: '2026-11-18T01:00:00Z', callDeparture: '2026-11-18T22:00:00Z' }],
  stores: [{ storeName: '香烟', storeQuantity: '40', storeUnit: '条', storePlace: '船长室' }],
  effects: [{ effectsOwner: 'SB0000001', effectsName: '手表', effectsQuantity: '1' }],
  persons: [
    {
      personRole: 'crew',
      personFamilyName: 'WANG',
      personGivenName: 'LEI',
      personNameZh: '王磊',
      personSex: 'M',
      personBirthDate: '1980-05-01',
      personBirthPlace: 'WUHAN',
      personNationality: 'CHN',
      personRank: 'MASTER',
      personDocumentKind: 'SB',
      personDocumentNumber: 'SB0000001',
      personDocumentCountry: 'CHN',
      personDocumentUntil: '2029-05-01',
      personEmbarked: 'CNWUH',
      personDisembarks: 'CNSHA',
    },
    {
      personRole: 'crew',
      personFamilyName: 'LÜ',
      personGivenName: 'NA',
      personNameZh: '吕娜',
      personSex: 'F',
      personBirthDate: '1990-07-02',
      personNationality: 'CHN',
      personRank: 'SECOND OFFICER',
      personDocumentKind: 'SB',
      personDocumentNumber: 'SB0000002',
    },
    {
      personRole: 'passenger',
      personFamilyName: 'MÜLLER',
      personGivenName: 'ANNA',
      personSex: 'F',
      personBirthDate: '1975-12-31',
      personNationality: 'DEU',
      personDocumentKind: 'PP',
      personDocumentNumber: 'C01X00T47',
      personDocumentCountry: 'DEU',
      personEmbarked: 'CNYIC',
    },
  ],
  goods: [
    line(1, {
      originCountry: 'CHN',
      destinationCountry: 'SGP',
      unNumber: '3480',
      dangerousName: '锂离子电池组',
      dangerousPackClass: 'II',
      hazardClass: '9',
      flashPointC: '23',
      emergencySchedule: 'F-AS-I',
      marinePollutant: '1',
    }),
    line(2, { originCountry: 'CHN', destinationCountry: 'SGP' }),
  ],
  containers: [
    { containerNumber: 'YXEU4000010', containerSpec: '21', containerGoods: '1,2', containerGoodsMassKg: '2000' },
  ],
});

/** One that another single window began here. */
export const peersForm = (reference: string): Form => ({
  ...railImport(reference),
  peerReference: 'E26112600000020003',
});

/** An import by water whose owner files the manifest himself. */
export const manifestForm = (reference: string): Form => ({
  ...waterImport(reference),
  manifestFiler: '8007MA5UTRA01',
  tallyFiler: '8007MA5UTRC03',
  containers: [
    { containerNumber: 'CQPU1000014', containerSpec: '11', containerGoods: '1,2', containerGoodsMassKg: '1000' },
    { containerNumber: 'CQPU1000020', containerSpec: '11', containerGoods: '2', containerGoodsMassKg: '1000' },
  ],
});

/** Goods under an account that go into a special customs area. */
export const bondedForm = (reference: string): Form => ({
  ...waterImport(reference),
  supervisionMode: '5034',
  recordNumber: 'T8013W000001',
  vehicleTareKg: '13000',
  chassisTareKg: '1000',
});

/** By lorry from the south, through the road gate. */
export const roadImport = (reference: string): Form => ({
  ...railImport(reference),
  transportMode: '4',
  tradeCountry: 'VNM',
  tradingCountry: 'VNM',
  transitPort: 'VNM000',
  departurePort: 'VNM000',
  conveyanceName: '渝B88888',
  conveyanceId: '渝B88888',
  voyageNumber: '20261120',
  billNumber: `RD${reference}`.slice(0, 32),
  stationCode: 'CKG-NANPENG',
  storagePlace: '南彭公路口岸',
  containers: [],
});

/** Mail: no means of transport, no boxes, and the office of exchange by the mode alone. */
export const mailImport = (reference: string): Form => {
  const {
    stationCode: _s,
    conveyanceId: _i,
    conveyanceName: _n,
    voyageNumber: _v,
    ...form
  } = railImport(reference) as Record<string, Form[string]>;
  return {
    ...form,
    transportMode: '6',
    billNumber: `EE${reference}`.slice(0, 32),
    storagePlace: '国际邮件互换局',
    containers: [],
  };
};

/** E-commerce parcels by air through the express centre, whose coming is reported to customs. */
export const parcelImport = (reference: string): Form => ({
  ...airImport(reference),
  ...parcels(reference),
});
export const parcelExport = (reference: string): Form => ({
  ...airExport(reference),
  ...parcels(reference),
});
const parcels = (reference: string): Form => ({
  supervisionMode: '9610',
  stationCode: 'CKG-EXPRESS',
  parcelOperator: '5003161B02',
  parcelOperatorName: '重庆快件监管中心（演示）',
  parcelOperatorDxp: 'DXPENT0000000001',
  expressCode: '5003161C03',
  expressName: '山城速运（演示）',
  packageCount: '3',
  pieces: [1, 2, 3].map((n) => ({ pieceNumber: `SF ${reference.slice(0, 20)} ${n}`, pieceGoods: '1' })),
});

/** Out of the special zone: two boxes through its gate. */
/** As `zoneImport`, in a mode of the area: the vehicle passes with a gate pass of customs. */
export const zonePass = (reference: string): Form => {
  const form = zoneImport(reference);
  const boxes = Array.isArray(form.containers) ? form.containers.slice(0, 1) : [];
  return {
    ...form,
    supervisionMode: '5034',
    recordNumber: 'T8013W000001',
    vehicleTareKg: '13000',
    chassisTareKg: '1000',
    containers: boxes.map((box) => ({ ...box, containerTareKg: '2200' })),
  };
};

export const zoneImport = (reference: string): Form => ({
  ...railImport(reference),
  transportMode: 'Y',
  recordNumber: 'H8013W000001',
  billNumber: `ZN${reference}`.slice(0, 32),
  stationCode: 'CKG-XIYONG',
  storagePlace: '西永综保区',
});
