// Verifiable certificates, questions of partners and the word of carriers as lines of the timeline (N11, N14, N15). Pure.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { toPartnerTime } from '../../kernel/instant.ts';
import { channelById } from '../mapping/index.ts';

type Payload = Readonly<Record<string, unknown>>;
type Telling = {
  readonly text: Bilingual;
  readonly tone?: 'neutral' | 'good' | 'attention' | 'bad';
  readonly links?: Record<string, string>;
};
const both = (zh: string, en: string): Bilingual => ({ zh, en });
const channelName = (p: Payload): Bilingual =>
  channelById(String(p.channel))?.name ?? both(String(p.channel), String(p.channel));

const certainties: Readonly<Record<string, Bilingual>> = {
  planned: both('计划', 'planned'),
  estimated: both('预计', 'expected'),
  actual: both('实际', 'actual'),
};
/** A message may name a thousand. */
const SHOWN = 20;
const hour = (value: unknown): string => toPartnerTime(String(value), 'yyyy-MM-dd HH:mm:ss').slice(5, 16);

export const credentialTellings: Readonly<Record<string, (p: Payload) => Telling>> = {
  'shipment.tracked': (p) => {
    const [text, certainty] = [p.text as Bilingual, certainties[String(p.certainty)] ?? both('', '')];
    const things = [...(p.containers as readonly string[]), ...((p.parcels as readonly string[] | undefined) ?? [])];
    const boxes = things.length > SHOWN ? `${things.slice(0, SHOWN).join(' ')} …` : things.join(' ');
    return {
      text: both(
        `承运人：${boxes} ${text.zh}，${p.place}（${certainty.zh} ${hour(p.at)}）`,
        `Carrier: ${boxes} ${text.en}, ${p.place} (${certainty.en} ${hour(p.at)})`,
      ),
    };
  },
  'inspection.cut-off-changed': (p) => ({
    tone: p.late ? 'bad' : 'attention',
    text: both(
      `承运人改了离开时间：截关由 ${hour(p.from)} 改为 ${hour(p.to)}${p.late ? `，查验 ${p.number} 赶不上` : ''}`,
      `The carrier moved the departure: cut-off ${hour(p.to)} instead of ${hour(p.from)}${p.late ? `; inspection ${p.number} is too late for it` : ''}`,
    ),
    links: { inspectionId: String(p.inspectionId) },
  }),
  'credential.issued': (p) => ({
    text: both(`签发放行证书（${p.objectId}）`, `Release certificate issued (${p.objectId})`),
  }),
  'credential.revoked': (p) => {
    const because = p.because as Bilingual;
    return {
      tone: 'attention',
      text:
        p.flow === 'issued'
          ? both(`放行证书失效：${because.zh}`, `The release certificate holds no longer: ${because.en}`)
          : both(`对方撤销其证书：${because.zh}`, `The other side took its certificate back: ${because.en}`),
    };
  },
  'credential.received': (p) => {
    const from = channelName(p);
    const doubt = p.doubt as Bilingual | undefined;
    return doubt
      ? {
          tone: 'bad',
          text: both(
            `${from.zh}发来的证书不可信：${doubt.zh}`,
            `A certificate from ${from.en} is not believed: ${doubt.en}`,
          ),
        }
      : {
          tone: 'good',
          text: both(`收到${from.zh}的证书，已核验`, `A certificate from ${from.en} came and is genuine`),
        };
  },
  'state.asked': (p) => {
    const from = channelName(p);
    return { text: both(`${from.zh}查询本票状态`, `${from.en} asked how this case stands`) };
  },
};
