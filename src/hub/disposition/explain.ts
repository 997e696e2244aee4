// The explanation of a disposition in words a trader understands (P5): what counts, what no longer does, whom we wait for.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { authorities, type AuthorityId } from '../../kernel/party.ts';
import type { ControlledObject, Explanation, Holder, Instruction, Outcome } from './contract.ts';
import type { JurisdictionRule } from './jurisdiction.ts';

export type Superseded = {
  readonly id: string;
  readonly by: string;
  readonly why: 'newer' | 'withdrawn' | 'expired' | 'covered' | 'older-version';
};

const why: Readonly<Record<Superseded['why'], Bilingual>> = {
  newer: {
    zh: '同一部门对同一对象有更新的指令',
    en: 'the same authority gave a later instruction for the same object',
  },
  covered: { zh: '该部门之后放行了其所属单证或上级对象', en: 'the same authority later released what it belongs to' },
  withdrawn: { zh: '该部门已撤回', en: 'the authority withdrew it' },
  expired: { zh: '已过有效期', en: 'its validity has ended' },
  'older-version': { zh: '针对修改前的版本', en: 'it was given for an earlier version' },
};

const outcomeText: Readonly<Record<Outcome, Bilingual>> = {
  refused: { zh: '不予放行', en: 'Refused' },
  held: { zh: '布控扣留', en: 'Held' },
  'inspection-required': { zh: '需要查验', en: 'Inspection required' },
  awaiting: { zh: '等待部门意见', en: 'Awaiting an authority' },
  'conditionally-released': { zh: '附条件放行', en: 'Released on conditions' },
  released: { zh: '放行', en: 'Released' },
};

export const waitsReason = (name: Bilingual, target: ControlledObject): Bilingual => ({
  zh: `${name.zh}尚未对${target.label.zh}作出处置`,
  en: `${name.en} has not yet spoken for ${target.label.en}`,
});

export function frees(kind: Holder['kind'], name: Bilingual, instruction?: Instruction): Bilingual {
  const number = instruction?.number ? `（${instruction.number}）` : '';
  switch (kind) {
    case 'not-yet-spoken':
      return { zh: `${name.zh}作出放行或处置`, en: `${name.en} releases it or says otherwise` };
    case 'rejected':
      return { zh: '更正后重新申报', en: 'The trader corrects it and files again' };
    case 'inspect':
      return { zh: `完成查验后由${name.zh}放行${number}`, en: `The inspection is done and ${name.en} releases it` };
    case 'hold':
      return { zh: `${name.zh}解除布控${number}`, en: `${name.en} lifts the hold` };
    case 'refuse':
      return {
        zh: `${name.zh}撤销不予放行的决定，或修改申报、退运`,
        en: `${name.en} reverses the refusal, or the filing is amended, or the goods return`,
      };
    case 'condition':
      return { zh: '满足所附条件', en: 'The conditions are met' };
    case 'contradiction':
      return { zh: `${name.zh}澄清互相矛盾的指令`, en: `${name.en} clears up its contradicting instructions` };
  }
}

export type ExplainInput = {
  readonly object: ControlledObject;
  readonly outcome: Outcome;
  readonly counting: readonly Instruction[];
  readonly superseded: readonly Superseded[];
  readonly waiting: readonly JurisdictionRule[];
  readonly duties: readonly JurisdictionRule[];
  readonly holders: readonly Holder[];
};

export function explain(input: ExplainInput): Explanation {
  const { object, outcome, counting, superseded, waiting, duties, holders } = input;
  const waitsFor = [...new Set(waiting.map((r) => r.authority))].sort() as AuthorityId[];
  const rule = waiting[0] ?? duties[0];
  const names = (list: readonly AuthorityId[], language: 'zh' | 'en') =>
    list.map((a) => authorities[a][language]).join(language === 'zh' ? '、' : ', ');
  const detail =
    outcome === 'awaiting'
      ? { zh: `：${names(waitsFor, 'zh')}`, en: `: ${names(waitsFor, 'en')}` }
      : duties.length === 0 && counting.length === 0
        ? { zh: '：无部门管控，自动放行', en: ': nobody controls it, released automatically' }
        : { zh: '', en: '' };
  const wouldChange = [...new Map(holders.map((h) => [h.frees.en, h.frees])).values()];
  return {
    rule: rule?.id ?? 'nobody-controls-releases-automatically',
    ruleVersion: rule?.version ?? '2026-11',
    clause: rule?.clause ?? 'B16 三(一)3(2)',
    text: {
      zh: `${object.label.zh}：${outcomeText[outcome].zh}${detail.zh}`,
      en: `${object.label.en}: ${outcomeText[outcome].en}${detail.en}`,
    },
    counts: [...new Set(counting.map((i) => i.id))].sort(),
    superseded: superseded.map((s) => ({ id: s.id, by: s.by, why: why[s.why] })),
    waitsFor,
    wouldChange,
  };
}
