// Customs that decides on applications (修撤单): agrees, or with the script NOAMEND does not. What it agrees to amend it examines again.
import type { SimulatorReaction, SimulatorWorld } from '../../hub/mapping/contract.ts';
import { plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { textAt, writeXml, type XmlNode } from '../../runtime/codec/xml.ts';

type Later = SimulatorReaction['later'];
export type Results = (
  number: string,
  entry: string,
  steps: readonly [afterMs: number, letter: string, note: string][],
) => Later;

export function decideOnChange(root: XmlNode, scenario: string, world: SimulatorWorld, results: Results): Later {
  const entry = textAt(root, 'DecModHead/EntryId');
  const number = textAt(root, 'DecModHead/DecModSeqNo');
  const withdrawal = textAt(root, 'DecModHead/DecModType') === '2';
  const refused = scenario === 'NOAMEND';
  const retracted = textAt(root, 'DecModHead/DecModType') === '3';
  // Under RETRACT it takes its time, and gives back what is asked back; else its decision is on the way already.
  if (retracted !== (scenario === 'RETRACT')) return [];
  const result = writeXml([
    'DecModResult',
    [
      ['DecModSeqNo', number],
      ['EntryId', entry],
      ['Result', retracted ? '3' : refused ? '2' : '1'],
      ['Note', retracted ? '' : refused ? '货物已列入布控，办结前不得修改、撤销' : '同意'],
      ['NoticeDate', toPartnerTime(plusMs(world.now, 1500), 'yyyy-MM-ddTHH:mm:ss')],
    ],
  ]);
  const message = {
    bytes: Buffer.from(result),
    contentType: 'application/xml',
    fileName: `DecMod_${number}_${world.next()}.xml`,
  };
  const decided = { afterMs: 1500, message };
  if (refused || retracted) return [decided];
  const declared = world.memory.get(`seq ${entry}`) ?? '';
  const letters = results(
    declared,
    entry,
    withdrawal
      ? [[2500, 'A', '经申请撤销']]
      : [
          [2500, 'M', '修改后重审'],
          [3500, 'P', '修改后放行'],
        ],
  );
  return [decided, ...(declared ? letters : [])];
}
