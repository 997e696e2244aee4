// Customs that names the boxes it wants to see (script NOTICE): the first of the declaration, by machine; one without boxes as a whole.
import type { SimulatorReaction, SimulatorWorld } from '../../hub/mapping/contract.ts';
import { plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { childrenOf, findNode, textAt, writeXml, type XmlNode, type XmlPart } from '../../runtime/codec/xml.ts';

const AFTER_MS = 4000;
export function sendCheckNotice(root: XmlNode, entry: string, world: SimulatorWorld): SimulatorReaction['later'] {
  const [first] = childrenOf(findNode(root, 'DecContainers'), 'Container').map((box) => textAt(box, 'ContainerId'));
  const box: XmlPart[] = first
    ? [
        [
          'ContainInfo',
          [
            ['ContaId', first],
            ['CheckType', '2JA'],
            ['CheckResource', 'R'],
            ['ObjType', '1'],
          ],
        ],
      ]
    : [];
  const number = `CK${entry}`;
  const xml = writeXml([
    'CheckNotice',
    [
      ['CheckFormId', number],
      ['NoticeType', '1'],
      ['EntryId', entry],
      ['BillNo', textAt(root, 'DecHead/BillNo')],
      ['CustomsCode', entry.slice(0, 4)],
      ['CheckType', first ? '2JA' : '1A'],
      ['NoticeDate', toPartnerTime(plusMs(world.now, AFTER_MS), 'yyyy-MM-ddTHH:mm:ss')],
      ['ContainInfos', box],
    ],
  ]);
  const fileName = `Check_${number}_${world.next()}.xml`;
  return [{ afterMs: AFTER_MS, message: { bytes: Buffer.from(xml), contentType: 'application/xml', fileName } }];
}
