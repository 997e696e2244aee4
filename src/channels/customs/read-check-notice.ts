// The inspection notice (查验通知, formats §6, names of the check-notice classes): which boxes, how, for which declaration. It is an order of
// customs over those boxes, so it joins whatever other authorities want of them in one inspection; one that names no box is of all.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import type { Instruction } from '../../hub/disposition/contract.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, textAt, type XmlNode } from '../../runtime/codec/xml.ts';

type Kind = NonNullable<NonNullable<Instruction['requirements']>['inspectionKind']>;
/** CheckType: by whom or what, with which machine, how thoroughly. */
const ways: Readonly<Record<string, readonly [kind: Kind, zh: string, en: string]>> = {
  '1': ['manual', '人工查验', 'by hand'],
  '2': ['scan', '机检', 'by machine'],
  '3': ['scan-and-manual', '机检加人工', 'by machine and by hand'],
};
const machines: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  J: ['大型集装箱检查设备', 'container scanner'],
  X: ['X光机', 'X-ray'],
};
const depths: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  A: ['彻底查验', 'thoroughly'],
  B: ['抽查', 'by sample'],
  C: ['外形查验', 'from outside'],
  D: ['100%抽查', 'a sample of every one'],
};
const BOX = /^[A-Z]{4}\d{7}$/;
const RANK = 52;

function wordsOf(code: string): { readonly kind: Kind; readonly zh: string; readonly en: string } | undefined {
  const way = Object.hasOwn(ways, code.charAt(0)) ? ways[code.charAt(0)] : undefined;
  if (!way) return undefined;
  const more = [machines[code.charAt(1)], depths[code.charAt(2)]].filter((one) => one !== undefined);
  return {
    kind: way[0],
    zh: [way[1], ...more.map(([zh]) => zh)].join('，'),
    en: [way[2], ...more.map(([, en]) => en)].join(', '),
  };
}

export function interpretCheckNotice(notice: XmlNode): Interpretation {
  const number = textAt(notice, 'CheckFormId');
  const entry = textAt(notice, 'EntryId');
  const noticed = textAt(notice, 'NoticeDate');
  const at = readPartnerTime(noticed);
  const type = textAt(notice, 'CheckType');
  const words = wordsOf(type);
  const boxes = childrenOf(findNode(notice, 'ContainInfos'), 'ContainInfo').map((box) => textAt(box, 'ContaId'));
  if (!at || !words || number === '' || entry === '' || boxes.some((box) => !BOX.test(box)))
    throw new UnreadableMessage(
      `查验通知缺少编号、报关单号或时间，或查验方式、箱号不合规定：${type} ${boxes.join()}`,
      `The inspection notice lacks number, declaration or time, or its way of inspecting or a box is not as agreed: ${type} ${boxes.join()}`,
    );
  const about = { declarationNumber: entry };
  const named = boxes.length > 0 ? boxes.join('、') : '全部';
  const text = {
    zh: `查验通知 ${number}（${words.zh}）：${named}`,
    en: `Inspection notice ${number} (${words.en}): ${boxes.length > 0 ? boxes.join(', ') : 'all'}`,
  };
  const facts: InboundFact[] = [
    { fact: 'answer', about, outcome: 'noted', text, at, ruling: { say: 'taken' } },
    {
      fact: 'instruction',
      authority: 'customs',
      kind: 'inspect',
      number,
      sequence: Math.floor(Date.parse(at) / 1000) * 100 + RANK,
      reasonCode: type,
      reason: text,
      legalBasis: '《海关法》第二十八条',
      issuedAt: at,
      requirements: { inspectionKind: words.kind },
      about: {
        ...about,
        objects: boxes.map((key) => ({ type: 'container' as const, key })),
        ...(boxes.length === 0 ? { whole: 'container' as const } : {}),
      },
    },
  ];
  return { format: 'CheckNotice', partnerMessageId: `${number}/${noticed}`, facts };
}
