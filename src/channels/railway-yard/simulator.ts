// The far end of the railway yard for demo and tests: speaks only the wire, answers as its script says.
import { toPartnerTime } from '../../kernel/instant.ts';
import { parseXml, textAt, writeXml } from '../../runtime/codec/xml.ts';
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';

export const simulator: SimulatorDefinition = {
  name: { zh: '铁路场站（模拟）', en: 'Railway yard (simulated)' },
  referenceIn: ({ bytes }) => textAt(parseXml(bytes), 'MESSAGE_LIST/REFERENCE'),
  react: ({ bytes, kind, scenario }, world) => {
    const list = parseXml(bytes).children.find((c) => c.name === 'MESSAGE_LIST');
    if (kind !== 'railway-yard.release-order' || scenario === 'REHOLD') return { status: 200, later: [] };
    const object = textAt(list, 'REL_OBJECT');
    const afterMs = 20_000;
    const at = new Date(Date.parse(world.now) + afterMs).toISOString();
    const notice = writeXml([
      'MESSAGE',
      [
        [
          'MESSAGE_HEAD',
          [
            ['MESSAGE_ID', `YARD${world.next()}${textAt(list, 'REL_NO')}`],
            ['FUNCTION_CODE', '2'],
            ['MESSAGE_TYPE', 'WLJK_GOUT'],
            ['MESSAGE_CREATE_TIME', toPartnerTime(at, 'yyyyMMddHHmmssSSS')],
            ['SENDER', 'YARD'],
            ['RECEIVER', 'PORTICO'],
            ['VERSION', '1.0'],
          ],
        ],
        [
          'MESSAGE_LIST',
          [
            ['UNLOADING_PLACE', 'CKG-TUANJIECUN'],
            ['ACTUALDATETIME', toPartnerTime(at, 'yyyy-MM-dd HH:mm:ss')],
            [
              'RAILWAY_BILLINFO',
              [
                ['BILL_NO', textAt(list, 'BILL_NO')],
                ['CONTA_NO', object.startsWith('container:') ? object.slice(10) : ''],
                ['REL_NO', textAt(list, 'REL_NO')],
              ],
            ],
          ],
        ],
      ],
    ]);
    return {
      status: 200,
      later: [
        {
          afterMs,
          message: {
            bytes: Buffer.from(notice),
            contentType: 'application/xml',
            fileName: `WLJK_GOUT_${world.next()}.xml`,
          },
        },
      ],
    };
  },
};
