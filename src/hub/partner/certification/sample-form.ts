// The invented case that a partner's test system is asked about: it has something of everything that any partner's documents carry. Pure.
import type { DocumentDefinition } from '../../mapping/contract.ts';
import type { Form } from '../../shipment/contract.ts';

const COMPANY = '认证测试企业（虚构）';
const USCC = '91500103MA5UTRA017';
const party = (prefix: string) => ({
  [`${prefix}Name`]: COMPANY,
  [`${prefix}Uscc`]: USCC,
  [`${prefix}Code`]: '5003160A01',
});

export const sampleForm = (reference: string): Form => ({
  ...party('trader'),
  ...party('owner'),
  ...party('agent'),
  ...party('keying'),
  keyingPerson: '测试员',
  keyingCard: '8900000000001',
  declarantPerson: '测试员',
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
  direction: 'import',
  transportMode: '2',
  traderReference: reference,
  declarationOffice: '8016',
  borderOffice: '8016',
  acceptingOffice: '500100',
  tradeCountry: 'DEU',
  departureCountry: 'DEU',
  originCountry: 'DEU',
  destinationCountry: 'CHN',
  conveyanceId: 'IMO9074729',
  conveyanceName: 'CERTIFICATION',
  voyageNumber: 'C001',
  conveyanceFlag: 'CHN',
  crewCount: '12',
  passengerCount: '0',
  estimatedArrival: '2026-11-27T02:00:00Z',
  estimatedDeparture: '2026-11-28T02:00:00Z',
  lastPort: 'DEHAM',
  nextPort: 'CNCKG',
  berth: '1',
  billNumber: 'CERTBILL0001',
  contractNumber: 'CERT-CONTRACT-1',
  packageCount: '100',
  grossMassKg: '1500',
  netMassKg: '1400',
  currency: 'USD',
  approvalItem: 'WJ-0712',
  peerWindow: 'SW-CERTIFICATION',
  peerReference: 'E26112600000020003',
  consigneeCode: USCC,
  consigneeName: COMPANY,
  consignorName: 'Certification Sender GmbH',
  traderQuarantineCode: '5001600017',
  goods: [
    {
      lineNumber: '1',
      hsCode: '8473309000',
      goodsName: '测试零件',
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
      unNumber: '3480',
      dangerousName: 'LITHIUM ION BATTERIES',
    },
  ],
  containers: [{ containerNumber: 'CQPU1000014', containerKind: '11', containerMassKg: '2200', sealNumber: 'S1' }],
  licences: [{ licenceKind: '4', licenceCertificate: '26-AB-500001' }],
  persons: [
    { personRole: 'driver', personDocumentKind: 'ID', personDocumentNumber: '11010519491231002X' },
    { personRole: 'crew', personDocumentKind: 'PP', personDocumentNumber: 'E12345678' },
  ],
});

/** A value for everything a table takes from outside the form; what is an instant is one. */
export function sampleOverlay(
  document: DocumentDefinition,
  given: {
    readonly reference: string;
    readonly clientNumber: string;
    readonly now: string;
    readonly day: string;
    readonly authority?: string;
  },
): Record<string, string> {
  const order = `${given.clientNumber}-A01`;
  const known: Readonly<Record<string, string>> = {
    'dispatch.clientNumber': given.clientNumber,
    'dispatch.shipmentNumber': `PT${given.clientNumber.slice(1, 14)}`,
    'dispatch.version': '1',
    'dispatch.operation': 'declare',
    'dispatch.digestKey': 'certification',
    'dispatch.partnerNumber': '',
    // A document of no case has the script in its own reference.
    'application.reference': given.reference,
    'application.kind': 'register',
    'application.uscc': USCC,
    // A booking known by a script's name, so that the test system knows what to play where only the path says which one is meant.
    'carriage.requestReference': given.reference,
    'carriage.bookingReference': given.reference,
    'carriage.confirmed': 'true',
    'inspection.outcome': 'normal',
    'inspection.authority': given.authority ?? '',
    'release.objectId': 'container:CQPU1000014',
    'payment.number': order,
    'payment.endToEndId': `${order}-1`,
    'payment.kind': 'A',
    'payment.currency': 'CNY',
    'payment.amount': '1234.50',
    'payment.executeOn': given.day,
  };
  const asked = document.fields.flatMap((field) => field.from.filter((id) => id.includes('.')));
  return Object.fromEntries(
    asked.map((id) => [
      id,
      // Numbers of its own in every scenario: a test system remembers those of the one before.
      known[id] ??
        (/(At|From|Until|By)$/.test(id)
          ? given.now
          : /(Number|Id)$/.test(id)
            ? given.clientNumber
            : `X-${id.split('.').at(-1)}`),
    ]),
  );
}
