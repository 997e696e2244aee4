// The far end of another single window for demo and tests: takes declarations, accepts and releases them, and sends a certificate.
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { findNode, parseXml, textAt, writeXml, type XmlPart } from '../../runtime/codec/xml.ts';
import { simulatedPaper } from '../../runtime/simulator/simulated-paper.ts';
import { DECLARATION, RESPONSE } from './profile.ts';

export const simulator: SimulatorDefinition = {
  name: { zh: '其他单一窗口（模拟）', en: 'Another single window (simulated)' },
  referenceIn: ({ bytes }) => textAt(parseXml(bytes), 'TraderAssignedReferenceID'),
  react: ({ bytes }, world) => {
    const declaration = findNode(parseXml(bytes), 'Declaration');
    const ours = textAt(declaration, 'FunctionalReferenceID');
    const code = textAt(declaration, 'FunctionCode');
    // Responses of ours name a declaration inside, and are only taken note of.
    if (!declaration || !['5', '9'].includes(code)) return { status: 200, later: [] };
    const number = `SW${sha256Hex(ours).slice(0, 12).toUpperCase()}`;
    const response = (afterMs: number, step: string, more: readonly XmlPart[] = []) => {
      const serial = world.next();
      const parts: XmlPart[] = [
        ['FunctionCode', step],
        ['FunctionalReferenceID', `${number}-${serial}`],
        [
          'IssueDateTime',
          [['DateTimeString', toPartnerTime(plusMs(world.now, afterMs), 'yyyyMMddHHmmss'), { formatCode: '204' }]],
        ],
        [
          'Declaration',
          [
            ['FunctionalReferenceID', ours],
            ['ID', number],
          ],
        ],
        ...more,
      ];
      return {
        afterMs,
        message: {
          bytes: Buffer.from(writeXml(['Response', parts, { xmlns: RESPONSE }])),
          contentType: 'application/xml',
          fileName: `response-${serial}.xml`,
        },
      };
    };
    /** It asks how our case stands, by the number that we gave it. */
    const question = (afterMs: number) => {
      const serial = world.next();
      const parts: XmlPart[] = [
        ['FunctionCode', '13'],
        ['FunctionalReferenceID', `${number}-Q${serial}`],
        ['PreviousDocument', [['ID', ours]]],
      ];
      return {
        afterMs,
        message: {
          bytes: Buffer.from(writeXml(['Declaration', parts, { xmlns: DECLARATION }])),
          contentType: 'application/xml',
          fileName: `question-${serial}.xml`,
        },
      };
    };
    const certificate: XmlPart = [
      'AdditionalDocument',
      [
        ['ID', `CERT-${number}`],
        ['Name', '电子证书'],
        ['AttachmentBinaryObject', simulatedPaper(`Certificate ${number}`).toString('base64')],
      ],
    ];
    return { status: 200, later: [response(400, '01'), question(800), response(1200, '09', [certificate])] };
  },
};
