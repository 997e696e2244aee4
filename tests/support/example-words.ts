// What documents take from outside the form, for the examples of the guide and the suites over all channels: one true-looking value for each, so that
// nobody who copies an example copies a placeholder. A word that is not here fails where it is asked for.
import { createPrivateKey, sign } from 'node:crypto';
import { writeLines } from '../../src/hub/carriage/write-lines.ts';
import type { DocumentDefinition } from '../../src/hub/mapping/contract.ts';
import type { Form } from '../../src/hub/shipment/contract.ts';
import { CREDENTIAL_CONTEXT, CREDENTIAL_TYPE } from '../../src/kernel/credential.ts';
import { sha256Hex } from '../../src/kernel/digest.ts';
import { TOKEN_TYPE, type TokenClaims } from '../../src/kernel/release-token.ts';
import { bookingContent } from './bookings.ts';

const ISSUER = 'https://window.example';
const [ISSUED, EXPIRES] = ['2026-11-26T02:00:00.000Z', '2026-11-29T02:00:00.000Z'];
const seconds = (instant: string): number => Date.parse(instant) / 1000;
/** PKCS #8 of an Ed25519 key (RFC 8410) that is nobody's. */
const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]),
  format: 'der',
  type: 'pkcs8',
});
function jws(typ: string, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'EdDSA', typ, kid: 'example' })}.${part(claims)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}
const releaseClaims: TokenClaims = {
  iss: ISSUER,
  jti: 'RL2611260000001',
  sub: 'container:CQPU1000014',
  shipment: 'PT2611260000001',
  pickup: '重庆山城光电有限公司（演示）',
  place: 'CKG-TUANJIECUN',
  version: 1,
  iat: seconds(ISSUED),
  exp: seconds(EXPIRES),
  demo: true,
};
const certificate = {
  '@context': CREDENTIAL_CONTEXT,
  id: `${ISSUER}/credentials/VC2611260000001`,
  type: ['VerifiableCredential'],
  issuer: ISSUER,
  validFrom: ISSUED,
  credentialSubject: { release: 'RL2611260000001', shipment: 'PT2611260000001', object: 'container:CQPU1000014' },
};

const BOOKING = 'BR2611260001';
/** As the simulated carrier numbers it. */
const booked = sha256Hex(BOOKING).slice(0, 10).toUpperCase();
export const exampleWords: Readonly<Record<string, string>> = {
  'application.address': '重庆市两江新区金开大道 1 号',
  'application.changes': '',
  'application.contactEmail': 'li@shancheng.example',
  'application.contactName': '李明',
  'application.contactPhone': '+86 23 6311 0012',
  'application.customsCode': '5003160A01',
  'application.directoryNumber': '',
  'application.inSpecialZone': '0',
  'application.kind': 'register',
  'application.legalRepresentative': '陈光',
  'application.name': '重庆山城光电有限公司（演示）',
  'application.nameEn': 'Chongqing Shancheng Optoelectronics',
  'application.number': 'ML2611260000001',
  'application.postcode': '401121',
  'application.reason': '',
  'application.reference': 'ML2611260000001-1',
  'application.uscc': '91500103MA5UTRA017',
  'arrival.arrivedAt': ISSUED,
  'arrival.place': 'CKG-GUOYUAN',
  'carriage.bookingReference': `BK${booked}`,
  'carriage.confirmed': 'true',
  'carriage.reason': '货物改期出运',
  'carriage.reference': BOOKING,
  'carriage.requestReference': `RQ${booked}`,
  'change.kind': 'amend',
  'change.number': 'PT2611260000001-C1',
  'change.reason': '重量录入有误',
  'correction.leftAt': ISSUED,
  'credential.because': '放行已撤销',
  'credential.flow': 'issued',
  'credential.number': 'VC2611260000001',
  'credential.token': jws(CREDENTIAL_TYPE, certificate),
  'dispatch.clientNumber': 'I26112600000010001',
  'dispatch.declarationNumber': '800120261000000001',
  'dispatch.issuer': ISSUER,
  'dispatch.operation': 'declare',
  'dispatch.partnerNumber': '',
  'dispatch.reference': 'PT2611260000001',
  'dispatch.sentAt': ISSUED,
  'dispatch.shipmentNumber': 'PT2611260000001',
  'dispatch.version': '1',
  'inspection.cutOff': EXPIRES,
  'inspection.findings': '箱货相符，标签齐全',
  'inspection.handlingCode': '11',
  'inspection.instructionNumbers': '800120261000000001-1',
  'inspection.number': 'JC261126000001',
  'inspection.objectIds': 'container:CQPU1000014',
  'inspection.outcome': 'normal',
  'inspection.samplesTaken': '',
  'inspection.sealsFound': 'CQPU1000014 CN881',
  'inspection.sealsPutOn': 'CQPU1000014 CN902',
  'paper.centreNumber': '202600000000000001',
  'paper.number': 'QD801326I000000001',
  'payment.amount': '1234.50',
  'payment.currency': 'CNY',
  'payment.debtorAccount': '6222000000000012345',
  'payment.declarationNumber': '800120261000000001',
  'payment.endToEndId': '800120260000000001-A01-1',
  'payment.executeOn': '2026-11-26',
  'payment.kind': 'A',
  'payment.number': '800120260000000001-A01',
  'payment.payee': '中华人民共和国国家金库重庆市分库',
  'payment.payeeAccount': '230000000002671',
  'payment.settledAt': ISSUED,
  'release.at': ISSUED,
  'release.because': '海关布控',
  'release.movement': 'loaded',
  'release.number': 'RL2611260000001',
  'release.objectId': 'container:CQPU1000014',
  'release.stationId': 'CKG-TUANJIECUN',
  'release.token': jws(TOKEN_TYPE, releaseClaims),
  'release.validUntil': EXPIRES,
  'state.progress': 'awaiting',
  'state.question': 'Q2611260001',
  'state.state': 'submitted',
  'state.version': '1',
  'withdrawal.reason': '合同取消',
};

/** What is written from another form than that of the filing: a booking as it was typed, an order to a barge (N11). */
export function carriageForm(document: Pick<DocumentDefinition, 'trigger'>, filed: Form = {}): Form | undefined {
  const traderReference = typeof filed.traderReference === 'string' ? filed.traderReference : '';
  if (document.trigger.startsWith('carriage.booking'))
    return writeLines(
      { ...bookingContent, vesselName: 'MIN SHENG 1', voyage: '2647E' },
      traderReference,
      '重庆渝通报关有限公司（演示）',
    );
  if (!document.trigger.startsWith('carriage.')) return undefined;
  return {
    traderReference,
    'carriage.shipper': '重庆山城光电有限公司（演示）',
    'carriage.fromPort': 'CNCKG',
    'carriage.fromTerminal': 'CKG-GUOYUAN',
    'carriage.toPort': 'CNSHA',
    'carriage.toTerminal': 'SHA-WGQ',
    'carriage.readyOn': '2026-12-18',
    'carriage.by': '2026-12-24',
    'carriage.boxes': [
      {
        'carriage.box': 'CQPU1000014',
        'carriage.isoCode': '22G1',
        'carriage.massKg': '2100',
        'carriage.seal': 'CN881',
      },
    ],
  };
}
