// Papers of special customs areas as lines of the timeline (N1). Pure.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { both, type Payload, type Telling } from './telling.ts';

const papers: Readonly<Record<string, Bilingual>> = {
  'bonded-list': both('核注清单', 'Bonded list'),
  'gate-pass': both('核放单', 'Gate pass'),
};
const words: Readonly<Record<string, Bilingual>> = {
  granted: both('通过', 'approved'),
  ended: both('已作废', 'taken back'),
  passed: both('已过卡', 'used at the gate'),
};

export const zoneTellings: Readonly<Record<string, (p: Payload) => Telling>> = {
  'shipment.zone-paper-told': (p) => {
    const [paper, word] = [papers[String(p.paper)], words[String(p.say)]];
    const [zh, en] = p.outdated
      ? ['，所依据的申报已不再有效', '; what it was granted for is not filed any more']
      : ['', ''];
    return {
      tone: p.say === 'ended' || p.outdated ? 'attention' : 'good',
      text: both(`${paper?.zh} ${p.number} ${word?.zh}${zh}`, `${paper?.en} ${p.number} ${word?.en}${en}`),
    };
  },
};
