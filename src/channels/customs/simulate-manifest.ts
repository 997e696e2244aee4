// Customs that takes manifests: a receipt; with the script NOLOAD an instruction not to load or discharge the bill, lifted later.
import type { SimulatorReaction, SimulatorWorld } from '../../hub/mapping/contract.ts';
import { plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { findNode, textAt, writeXml, type XmlNode, type XmlPart } from '../../runtime/codec/xml.ts';

type Later = SimulatorReaction['later'];
export function takeManifest(root: XmlNode, scenario: string, world: SimulatorWorld): Later {
  const id = textAt(root, 'Head/MessageID');
  const sent = textAt(root, 'Head/MessageType');
  const bill = textAt(findNode(root, 'Consignment'), 'TransportContractDocument/ID');
  const message = (
    afterMs: number,
    type: string,
    response: readonly XmlPart[],
    body: readonly XmlPart[],
  ): Later[number] => {
    const sentAt = toPartnerTime(plusMs(world.now, afterMs), 'yyyyMMddHHmmssSSS');
    const head: XmlPart = [
      'Head',
      [
        ['MessageID', `CUS_${id}_${world.next()}`],
        ['FunctionCode', type === 'MT9999' ? '9' : '11'],
        ['MessageType', type],
        ['SenderID', textAt(root, 'Head/ReceiverID')],
        ['ReceiverID', textAt(root, 'Head/SenderID')],
        ['SendTime', sentAt],
        ['Version', '1.0'],
      ],
    ];
    const xml = writeXml(['Manifest', [head, ['Response', response], ['Declaration', body]]]);
    return { afterMs, message: { bytes: Buffer.from(xml), contentType: 'application/xml', fileName: `${type}.xml` } };
  };
  const receipt = message(
    800,
    sent,
    [
      ['DocumentID', id],
      ['ResponseTypeCode', '01'],
    ],
    [],
  );
  // Instructions follow the manifest, not the reports of what has come, was loaded or tallied.
  if (scenario !== 'NOLOAD' || !/^MT[12]/.test(sent)) return [receipt];
  const about: XmlPart[] = [['Consignment', [['TransportContractDocument', [['ID', bill]]]]]];
  const barred = sent.startsWith('MT2') ? '12' : '13';
  const instruct = (afterMs: number, code: string): Later[number] =>
    message(
      afterMs,
      'MT9999',
      [
        ['ID', `ZL${id}`],
        ['ResponseTypeCode', code],
      ],
      about,
    );
  return [receipt, instruct(1500, barred), instruct(9000, '11')];
}
