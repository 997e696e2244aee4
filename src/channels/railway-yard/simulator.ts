// The far end of the railway yard for demo and tests: speaks only the wire, answers as its script says.
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';
import { plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { parseXml, textAt, writeXml } from '../../runtime/codec/xml.ts';
import { movementsOf } from '../../runtime/simulator/movements.ts';

const typeOf: Readonly<Record<string, string>> = {
  'gate-in': 'WLJK_GINA',
  'gate-in back': 'WLJK_GIND',
  loaded: 'WLJK_TLA',
  'loaded back': 'WLJK_TLD',
  'gate-out': 'WLJK_GOUT',
  'gate-out back': 'WLJK_GOUD',
};

export const simulator: SimulatorDefinition = {
  name: { zh: '铁路场站（模拟）', en: 'Railway yard (simulated)' },
  referenceIn: ({ bytes }) => textAt(parseXml(bytes), 'MESSAGE_LIST/REFERENCE'),
  react: ({ bytes, kind, scenario }, world) => {
    const list = parseXml(bytes).children.find((c) => c.name === 'MESSAGE_LIST');
    const message = (afterMs: number, type: string, line: readonly (readonly [string, string])[]) => {
      const at = plusMs(world.now, afterMs);
      const serial = world.next();
      const head = [
        ['MESSAGE_ID', `YARD${serial}${textAt(list, 'REL_NO') || textAt(list, 'MESSAGE_ID')}`],
        ['FUNCTION_CODE', '2'],
        ['MESSAGE_TYPE', type],
        ['MESSAGE_CREATE_TIME', toPartnerTime(at, 'yyyyMMddHHmmssSSS')],
        ['SENDER', 'YARD'],
        ['RECEIVER', 'PORTICO'],
        ['VERSION', '1.0'],
      ] as const;
      const body = [
        ['UNLOADING_PLACE', 'CKG-TUANJIECUN'],
        ['ACTUALDATETIME', toPartnerTime(at, 'yyyy-MM-dd HH:mm:ss')],
        ['RAILWAY_BILLINFO', [['BILL_NO', textAt(list, 'BILL_NO')], ...line]],
      ] as const;
      const xml = writeXml([
        'MESSAGE',
        [
          ['MESSAGE_HEAD', head],
          ['MESSAGE_LIST', body],
        ],
      ]);
      return {
        afterMs,
        message: { bytes: Buffer.from(xml), contentType: 'application/xml', fileName: `${type}_${serial}.xml` },
      };
    };
    if (kind === 'railway-yard.pick-up-plan' && scenario === 'RETURN') {
      const box = [['CONTA_NO', textAt(list, 'RAILWAY_BILLINFO/CONTA_NO')]] as const;
      return {
        status: 200,
        later: [message(400, 'WLJK_IRTA', box), message(20_400, 'WLJK_IRTD', box), message(40_400, 'WLJK_IRTA', box)],
      };
    }
    if (kind !== 'railway-yard.release-order') return { status: 200, later: [] };
    const object = textAt(list, 'REL_OBJECT');
    return {
      status: 200,
      later: movementsOf(scenario).map(({ afterMs, says }) =>
        message(afterMs, typeOf[says] ?? '', [
          ['CONTA_NO', object.startsWith('container:') ? object.slice(10) : ''],
          ['REL_NO', textAt(list, 'REL_NO')],
        ]),
      ),
    };
  },
};
