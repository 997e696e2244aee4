// Damaged documents into every reader and every channel: each is read or refused in words, never a fault (R15). By seed.
import { channels } from '../../src/channels/index.ts';
import { readBatch } from '../../src/runtime/codec/message-batch.ts';
import { UnreadableMessage } from '../../src/runtime/codec/unreadable.ts';
import { batchOf, batchType } from '../support/message-batch.ts';
import { chanceFrom, damage, growXml } from './mutate.ts';
import { readHostile } from './read-hostile.ts';

/** Small, invented, well-formed, one of each kind of message. */
export const messages: readonly string[] = [
  '<?xml version="1.0" encoding="UTF-8"?><DecImportResponse xmlns="http://www.chinaport.gov.cn/dec"><ResponseCode>0</ResponseCode><ErrorMessage>ok</ErrorMessage><ClientSeqNo>I26112100000010001</ClientSeqNo><SeqNo>I20268000000000001</SeqNo></DecImportResponse>',
  '<DEC_DATA><DEC_RESULT><CUS_CIQ_NO>I20268000000000001</CUS_CIQ_NO><ENTRY_ID>801620261000000001</ENTRY_ID><NOTICE_DATE>2026-11-21T10:00:00</NOTICE_DATE><CHANNEL>P</CHANNEL><NOTE>x</NOTE></DEC_RESULT></DEC_DATA>',
  '<DecMessage><DecHead><IEFlag>I</IEFlag><BillNo>B1</BillNo></DecHead><DecLists><DecList><GNo>1</GNo></DecList></DecLists></DecMessage>',
  '<Manifest><Head><MessageID>M1</MessageID><FunctionCode>9</FunctionCode></Head><Declaration><BorderTransportMeans><JourneyID>V1</JourneyID></BorderTransportMeans></Declaration></Manifest>',
  '<MESSAGE><MESSAGE_HEAD><MESSAGE_TYPE>WLJK_IRTA</MESSAGE_TYPE><MESSAGE_ID>1</MESSAGE_ID></MESSAGE_HEAD><MESSAGE_LIST><ARRIVE><BILL>1</BILL></ARRIVE></MESSAGE_LIST></MESSAGE>',
  '<AuthorityNotice><Reference>I26112100000010001</Reference><Kind>release</Kind><At>2026-11-21T10:00:00Z</At></AuthorityNotice>',
  "UNB+UNOA:2+A+B+261121:1000+1'UNH+1+CODECO:D:95B:UN'BGM+36+1+9'DTM+7:202611211000:203'EQD+CN+CQPU1000014'RFF+RE:R1'NAD+MS+CKG'UNT+7+1'UNZ+1+1'",
  "UNA:+.? 'UNB+UNOA:2+A+B+261121:1000+1'UNH+1+COARRI:D:95B:UN'BGM+46+1+9'UNT+3+1'UNZ+1+1'",
  'FSU/14\n112-12345675CKG/T10K200\nDLV/20NOV1930/CKG/T10K200\nOSI/AT 20261121 10:00:00\nOSI/REL R1\n',
  '{"licenceVerdict":{"clientNumber":"I26112100000010001","verdict":"verified","number":"L1","sequence":1,"text":"x","textEn":"x","at":"2026-11-21T02:00:00Z"}}',
  '{"licenceNotice":{"messageId":"N1","at":"2026-11-21T02:00:00Z","state":"issued","number":"L1","kind":"import-licence","holderUscc":"91500103MA5UTRA017","issuer":"x","goods":["8711"],"granted":{"quantity":"25","uses":"3"},"unit":"003","validFrom":"2026-01-01","validTo":"2026-12-31"}}',
  'a,b\n"1,2",3\n=1+1,4\n',
];

export type FuzzResult = {
  readonly inputs: number;
  readonly read: number;
  readonly refused: number;
  readonly faults: readonly string[];
};

export async function fuzz(seed: number, inputs: number): Promise<FuzzResult> {
  const faults: string[] = [];
  const counts = { read: 0, refused: 0 };
  const attempt = async (what: string, number: number, bytes: Uint8Array, act: () => unknown) => {
    try {
      await act();
      counts.read += 1;
    } catch (error) {
      if (error instanceof UnreadableMessage) counts.refused += 1;
      else faults.push(`seed ${number} ${what}: ${error} on ${Buffer.from(bytes).toString('base64').slice(0, 400)}`);
    }
  };
  for (let i = 0; i < inputs && faults.length < 20; i++) {
    const chance = chanceFrom(seed + i);
    const bytes = damage(chance, Buffer.from(chance.below(4) === 0 ? growXml(chance) : chance.pick(messages)));
    for (const format of ['xml', 'json', 'edifact', 'csv'] as const)
      await attempt(format, seed + i, bytes, () => readHostile(format, bytes));
    const batch = damage(chance, batchOf({ M1: 'x', [`M${i}`]: `<a>${i}</a>` }));
    await attempt('batch', seed + i, batch, () =>
      readBatch(batch, chance.pick([batchType, batchType, 'multipart/form-data'])),
    );
    const message = { bytes, contentType: '' };
    for (const channel of channels) {
      channel.recognises(message);
      await attempt(channel.id, seed + i, bytes, () => channel.interpret(message));
      if (channel.readForm) await attempt(`${channel.id} form`, seed + i, bytes, () => channel.readForm?.(message));
    }
  }
  return { inputs, ...counts, faults };
}
