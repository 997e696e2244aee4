// What a rule may ask of an object, in words (P5).
import type { Bilingual } from '../../kernel/bilingual.ts';
import { channelById } from '../mapping/index.ts';
import { factValues, type RuleFact } from './contract.ts';

const factNames: Readonly<Record<RuleFact['fact'], Bilingual>> = {
  transportMode: { zh: '运输方式', en: 'Transport mode' },
  direction: { zh: '进出口', en: 'Direction' },
  dangerous: { zh: '危险货物', en: 'Dangerous goods' },
  licensed: { zh: '涉及许可证', en: 'Licence named' },
  hsCode: { zh: '商品编码', en: 'Tariff number' },
};

/** `filedWith.<channel>`: what a channel's own rule asks. */
const filedWith = /^filedWith\.(.*)$/;
export const factName = (fact: string): Bilingual => {
  const channel = filedWith.exec(fact)?.[1];
  if (channel) {
    const name = channelById(channel)?.name ?? { zh: channel, en: channel };
    return { zh: `另向${name.zh}申报`, en: `Filed with ${name.en} too` };
  }
  return factNames[fact as RuleFact['fact']] ?? { zh: fact, en: fact };
};
export const factValue = (fact: string, value: string): Bilingual =>
  factValues[filedWith.test(fact) ? 'licensed' : (fact as RuleFact['fact'])]?.[value] ?? { zh: value, en: value };
