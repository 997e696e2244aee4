// Customs that takes lists of e-commerce parcels: the e-port has it, then customs has it (CEB712, CEB508).
import type { SimulatorReaction, SimulatorWorld } from '../../hub/mapping/contract.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { findNode, textAt, writeXml, type XmlNode, type XmlPart } from '../../runtime/codec/xml.ts';

type Later = SimulatorReaction['later'];
const upperGuid = (text: string): string =>
  sha256Hex(text)
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    .toUpperCase();

export const parcelHeadIn = (root: XmlNode): XmlNode | undefined =>
  findNode(root, 'DeliveryHead') ?? findNode(root, 'ArrivalHead');

export function takeParcels(head: XmlNode, world: SimulatorWorld): Later {
  const imports = head.name === 'DeliveryHead';
  const copNo = textAt(head, 'copNo');
  // Eighteen characters, as the definition has it.
  const preNo = `B${copNo.replace(/\D/g, '').padStart(17, '0').slice(-17)}`;
  const same = (name: string): XmlPart => [name, textAt(head, name)];
  const receipt = (afterMs: number, status: string, info: string): Later[number] => {
    const guid = upperGuid(`${copNo} ${status} ${world.next()}`);
    const named: XmlPart[] = imports
      ? [same('customsCode'), same('operatorCode'), same('copNo'), ['preNo', preNo]]
      : [
          same('operatorCode'),
          same('logisticsCode'),
          ['preNo', preNo],
          same('copNo'),
          same('billNo'),
          same('msgSeqNo'),
        ];
    const said: XmlPart[] = [
      ['guid', upperGuid(`${guid} 1`)],
      ...named,
      ['returnStatus', status],
      ['returnTime', toPartnerTime(plusMs(world.now, afterMs), 'yyyyMMddHHmmssSSS')],
      ['returnInfo', info],
    ];
    const name = imports ? 'CEB712Message' : 'CEB508Message';
    const text = writeXml([
      name,
      [[imports ? 'DeliveryReturn' : 'ArrivalReturn', said]],
      { xmlns: 'http://www.chinaport.gov.cn/ceb', version: '1.0', guid },
    ]);
    const bytes = Buffer.from(text);
    return { afterMs, message: { bytes, contentType: 'application/xml', fileName: `${name}_${guid}.xml` } };
  };
  return [
    receipt(600, '2', '电子口岸申报中'),
    imports ? receipt(1400, '120', '海关入库') : receipt(1400, '399', '海关审结'),
  ];
}
