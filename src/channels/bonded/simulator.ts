// The far end of the bonded area system for demo and tests: takes INV101, answers as its gateway and as customs do.
import { plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { findNode, parseXml, textAt, writeXml, type XmlPart } from '../../runtime/codec/xml.ts';
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';

const send = (afterMs: number, root: XmlPart, fileName: string) => ({
  afterMs,
  message: { bytes: encodeText(writeXml(root, 'GB18030'), 'gb18030'), contentType: 'application/xml', fileName },
});

export const simulator: SimulatorDefinition = {
  name: { zh: '金关二期（模拟）', en: 'Bonded area system (simulated)' },
  referenceIn: ({ bytes }) => textAt(parseXml(bytes), 'Reference') || undefined,
  react: ({ bytes }, world) => {
    const head = findNode(parseXml(bytes), 'InvtHeadType');
    const ours = textAt(head, 'EtpsInnerInvtNo');
    if (textAt(head, 'DclTypecd') === '3') return { status: 200, later: [] };
    const serial = String(world.next()).padStart(9, '0');
    const letter = textAt(head, 'ImpexpMarkcd') || 'I';
    const year = toPartnerTime(world.now, 'yyyyMMdd').slice(0, 4);
    const pre = `${year}00000${serial}`;
    const list = `QD${textAt(head, 'DclPlcCuscd').padStart(4, '0')}${year.slice(2)}${letter}${serial}`;
    const reply = send(
      300,
      [
        'CommonResponeMessage',
        [
          ['SeqNo', pre],
          ['EtpsPreentNo', ours],
          ['CheckInfo', 'OK'],
          ['DealFlag', '0'],
        ],
      ],
      `Successed_${ours}.xml`,
    );
    const result = (afterMs: number, code: string) =>
      send(
        afterMs,
        [
          'Package',
          [
            [
              'EnvelopInfo',
              [
                ['version', '1.0'],
                ['message_id', `CUS0000E010000${serial}${code}`],
                ['message_type', 'INV201'],
              ],
            ],
            [
              'DataInfo',
              [
                [
                  'BussinessData',
                  [
                    [
                      'INV201',
                      [
                        [
                          'HdeApprResult',
                          [
                            ['etpsPreentNo', pre],
                            ['businessId', list],
                            ['typecd', '1'],
                            ['manageResult', code],
                            [
                              'manageDate',
                              toPartnerTime(plusMs(world.now, afterMs), 'yyyy-MM-ddTHH:mm:ss').replace('T', ' '),
                            ],
                          ],
                        ],
                      ],
                    ],
                  ],
                ],
              ],
            ],
          ],
        ],
        `${list}_${code}.INV.xml`,
      );
    return { status: 200, later: [reply, result(1000, 'Y'), result(2500, '1')] };
  },
};
