// The far end of inspection and quarantine for demo and tests: speaks only the wire, answers as its script says.
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { parseXml, textAt, writeXml, type XmlPart } from '../../runtime/codec/xml.ts';

type Said = {
  readonly step: string;
  readonly zh: string;
  readonly en: string;
  readonly certificate?: string;
  readonly field?: string;
};

export const simulator: SimulatorDefinition = {
  name: { zh: '检验检疫（模拟）', en: 'Inspection and quarantine (simulated)' },
  referenceIn: ({ bytes }) => textAt(parseXml(bytes), 'Head/Reference'),
  react: ({ bytes, kind, scenario }, world) => {
    const root = parseXml(bytes);
    const shipment = textAt(root, 'Head/ShipmentNumber');
    const isResult = kind === 'quarantine.inspection-result';
    // A result is answered about the declaration, which is the paper this authority knows the case by.
    const client = isResult ? (world.memory.get(shipment) ?? '') : textAt(root, 'Head/ClientNumber');
    const number = world.memory.get(`number ${shipment}`) ?? `BJ${sha256Hex(shipment).slice(0, 13).toUpperCase()}`;
    world.memory.set(`number ${shipment}`, number);
    const receipt = (afterMs: number, said: Said) => {
      const serial = world.next();
      const at = plusMs(world.now, afterMs);
      const parts: XmlPart[] = [
        ['ClientNumber', client],
        ['Number', number],
        ['Sequence', String(Math.floor(Date.parse(at) / 1000) * 100 + (serial % 100))],
        ['Step', said.step],
        ['Text', said.zh],
        ['TextEn', said.en],
        ['At', toPartnerTime(at, 'yyyyMMddHHmmss')],
        ...(said.certificate ? ([['CertificateNumber', said.certificate]] as const) : []),
        ...(said.field ? ([['Field', said.field]] as const) : []),
      ];
      return {
        afterMs,
        message: {
          bytes: Buffer.from(writeXml(['CiqReceipt', parts])),
          contentType: 'application/xml',
          fileName: `ciq-${serial}.xml`,
        },
      };
    };
    const certificate = (afterMs: number) =>
      receipt(afterMs, {
        step: 'certificate',
        zh: '签发通关单',
        en: 'Clearance certificate issued',
        certificate: `TG${number.slice(2)}`,
      });
    if (isResult) {
      const normal = textAt(root, 'Result/Outcome') === 'normal';
      return {
        status: 200,
        later: [
          normal
            ? certificate(1500)
            : receipt(1500, { step: 'held', zh: '检验不合格，待处理', en: 'Not fit, to be dealt with' }),
        ],
      };
    }
    world.memory.set(shipment, client);
    const accepted = receipt(400, { step: 'accepted', zh: '报检已受理', en: 'The declaration is accepted' });
    if (scenario === 'SAMPLE')
      return {
        status: 200,
        later: [accepted, receipt(1500, { step: 'inspect', zh: '取样检验', en: 'Samples are to be taken' })],
      };
    if (scenario === 'UNFIT')
      return {
        status: 200,
        later: [accepted, receipt(1500, { step: 'unfit', zh: '检疫不合格，不准进境', en: 'Quarantine: not admitted' })],
      };
    return { status: 200, later: [accepted, certificate(1500)] };
  },
};
