// The far end of the air cargo station for demo and tests: speaks only the wire, answers as its script says. The waybill and the flight come as
// Cargo-IMP, under `CXML` as Cargo-XML; the delivery under `RETURN` as ONE Record, as stations that have both do while they change over.
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';
import { plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import { parseXml, textAt } from '../../runtime/codec/xml.ts';
import { movementsOf } from '../../runtime/simulator/movements.ts';
import { type Arriving, flightManifest, houseManifest, statusMessage, waybill } from './simulate-cargo-xml.ts';

const sentBody = (bytes: Uint8Array): Record<string, string> => {
  const text = decodeText(bytes, 'utf-8');
  // A waybill of an export: nothing is made of it but the case it is of.
  if (text.startsWith('<')) return { reference: textAt(parseXml(bytes), 'BusinessHeaderDocument/Reference') };
  return Object.values(JSON.parse(text) as Record<string, Record<string, string>>)[0] ?? {};
};
/** The plan names no airport: the simulated flight comes from Frankfurt. */
const ORIGIN = 'FRA';
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const statusOf: Readonly<Record<string, string>> = { 'gate-in': 'GIN', loaded: 'MAN', 'gate-out': 'DLV' };

export const simulator: SimulatorDefinition = {
  name: { zh: '机场货站（模拟）', en: 'Air cargo station (simulated)' },
  referenceIn: ({ bytes }) => sentBody(bytes).reference,
  react: ({ bytes, kind, scenario }, world) => {
    const { airWaybill = '', releaseNumber = '', flight = '', pieces = '1', grossMassKg = '1' } = sentBody(bytes);
    const say = (afterMs: number, name: string, text: string, contentType = 'text/plain') => ({
      afterMs,
      message: { bytes: Buffer.from(text), contentType, fileName: `${name}-${world.next()}.txt` },
    });
    const partner = (afterMs: number) => toPartnerTime(plusMs(world.now, afterMs), 'yyyyMMddHHmmss');
    const sayXml = (afterMs: number, name: string, write: (number: string, at: string) => string) => {
      const serial = world.next();
      const text = write(
        `${name}-${airWaybill}-${serial}`,
        toPartnerTime(plusMs(world.now, afterMs), 'yyyy-MM-ddTHH:mm:ss'),
      );
      return {
        afterMs,
        message: { bytes: Buffer.from(text), contentType: 'application/xml', fileName: `${name}-${serial}.xml` },
      };
    };
    const status = (afterMs: number, code: string, back = false) => {
      if (scenario === 'CXML')
        return sayXml(afterMs, 'XFSU', (n, when) =>
          statusMessage(n, when, { bill: airWaybill, code, back, releaseNumber }),
        );
      const at = partner(afterMs);
      const lines = [
        'FSU/14',
        `${airWaybill}${ORIGIN}CKG/T1K1`,
        `${code}/${at.slice(6, 8)}/CKG/T1K1`,
        `OSI/AT ${at}`,
        ...(releaseNumber ? [`OSI/REL ${releaseNumber}`] : []),
        ...(back ? ['OSI/CXL'] : []),
      ];
      return say(afterMs, 'FSU', `${lines.join('\n')}\n`);
    };
    if (kind === 'airport-station.pick-up-plan') {
      const day = partner(0).slice(6, 8);
      const month = MONTHS[Number(partner(0).slice(4, 6)) - 1];
      const carried = `${airWaybill}${ORIGIN}CKG/T${pieces}K${grossMassKg}`;
      const flightNumber = /^[A-Z0-9]{3,8}$/.test(flight) ? flight : 'CA442';
      const arriving: Arriving = { bill: airWaybill, flight: flightNumber, origin: ORIGIN, pieces, mass: grossMassKg };
      if (scenario === 'CXML')
        return {
          status: 200,
          later: [
            sayXml(300, 'XFWB', (n, at) => waybill(n, at, arriving)),
            sayXml(500, 'XFHL', (n, at) => houseManifest(n, at, arriving)),
            sayXml(700, 'XFFM', (n, at) => flightManifest(n, at, arriving)),
            status(900, 'RCF'),
          ],
        };
      return {
        status: 200,
        later: [
          say(300, 'FWB', `FWB/16\n${carried}\nFLT/${flightNumber}/${day}\nRTG/CKGCA\n`),
          say(
            500,
            'FHL',
            `FHL/5\nMBI/${carried}\nHBS/H${airWaybill.slice(-7)}/${ORIGIN}CKG/${pieces}/K${grossMassKg}//GOODS\n`,
          ),
          say(700, 'FFM', `FFM/8\n1/${flightNumber}/${day}${month}/${ORIGIN}\nCKG\n${carried}/GOODS\n`),
          status(900, 'RCF'),
        ],
      };
    }
    if (kind !== 'airport-station.release-order') return { status: 200, later: [] };
    const reported = movementsOf(scenario);
    return {
      status: 200,
      later: reported.map(({ afterMs, says }, n) => {
        const [movement = '', back] = says.split(' ');
        const code = statusOf[movement] ?? '';
        if (scenario === 'RETURN' && n === reported.length - 1)
          return say(
            afterMs,
            'notification',
            JSON.stringify(notification(code, airWaybill, releaseNumber, plusMs(world.now, afterMs), world.next())),
            'application/ld+json',
          );
        return status(afterMs, code, back !== undefined);
      }),
    };
  },
};

const notification = (code: string, waybill: string, releaseNumber: string, eventDate: string, serial: number) => ({
  '@context': {
    api: 'https://onerecord.iata.org/ns/api#',
    cargo: 'https://onerecord.iata.org/ns/cargo#',
    portico: 'urn:portico:',
  },
  '@type': 'api:Notification',
  '@id': `https://station.simulated/notifications/${waybill}-${serial}`,
  'api:hasEventType': { '@id': 'api:LOGISTICS_EVENT_RECEIVED' },
  'api:hasLogisticsEvent': {
    '@type': 'cargo:LogisticsEvent',
    'cargo:eventCode': { '@type': 'cargo:CodeListElement', 'cargo:code': code },
    'cargo:eventDate': { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': eventDate },
    'cargo:eventTimeType': { '@id': 'cargo:ACTUAL' },
    'cargo:eventFor': {
      '@type': 'cargo:Waybill',
      'cargo:waybillPrefix': waybill.slice(0, 3),
      'cargo:waybillNumber': waybill.slice(4),
    },
    'portico:releaseNumber': releaseNumber,
  },
});
