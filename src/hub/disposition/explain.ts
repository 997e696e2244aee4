// The explanation of a disposition in words a trader understands (P5): what counts, what no longer does, whom we wait for.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { authorities, type AuthorityId } from '../../kernel/party.ts';
import type { ControlledObject, Explanation, Holder, Instruction, Outcome } from './contract.ts';
import type { DatedRule } from './dated-rule.ts';
import { compare, type Superseded } from './sift-words.ts';
import { followUpNames, terms } from './terms.ts';
import type { Duty } from './weigh-object.ts';

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
    case 'refuse': {
      const after = instruction?.followUp && followUpNames[instruction.followUp].frees;
      if (after) return { zh: after.zh.replace('{authority}', name.zh), en: after.en.replace('{authority}', name.en) };
      return {
        zh: `${name.zh}撤销不予放行的决定，或修改申报、退运`,
        en: `${name.en} reverses the refusal, or the filing is amended, or the goods return`,
      };
    }
    case 'condition':
      return conditionsOf(instruction);
    case 'contradiction':
      return { zh: `${name.zh}澄清互相矛盾的指令`, en: `${name.en} clears up its contradicting instructions` };
  }
}

function conditionsOf(instruction: Instruction | undefined): Bilingual {
  const term = instruction?.term && terms[instruction.term];
  const all = [
    ...(term ? [{ zh: `${term.name.zh}：${term.obliges.zh}`, en: `${term.name.en}: ${term.obliges.en}` }] : []),
  ];
  all.push(...(instruction?.conditions ?? []));
  if (all.length === 0) return { zh: '满足所附条件', en: 'The conditions are met' };
  return { zh: all.map((c) => c.zh).join('；'), en: all.map((c) => c.en).join('; ') };
}

const CHANGES_RELEASED: Bilingual = {
  zh: '有权部门此后布控、查验或不予放行，放行即撤销',
  en: 'An authority in charge holds, inspects or refuses it later: the release is then revoked',
};

export type ExplainInput = {
  readonly outcome: Outcome;
  /** What put the outcomes in their order. */
  readonly precedence: DatedRule;
  readonly counts: ReadonlySet<string>;
  readonly counting: readonly Instruction[];
  readonly superseded: ReadonlyMap<string, Superseded>;
  readonly duties: readonly Duty[];
  readonly holders: readonly Holder[];
};

const AUTOMATIC: Omit<DatedRule, 'validFrom'> = {
  id: 'nobody-controls-releases-automatically',
  version: '2026-11',
  clause: 'B16 三(一)3(2)',
};
/**
 * Of several words the one that comes first by the rule of precedence (decision 0024, 5). Who must speak decides while he is awaited, where no word
 * keeps it back as well, and when all of them let it go.
 */
function decidedBy(
  { outcome, counts, counting, precedence }: ExplainInput,
  duty: Duty | undefined,
): Omit<DatedRule, 'validFrom'> {
  const outranked = outcome === 'awaiting' && counting.some(({ kind }) => !RELEASING.includes(kind));
  if (outranked || (outcome !== 'awaiting' && outcome !== 'released')) return precedence;
  return duty?.rule ?? (counts.size > 0 ? precedence : AUTOMATIC);
}
const RELEASING: readonly Instruction['kind'][] = ['release', 'conditional-release'];

/** All but the sentence with the object's name. */
export function explain(given: ExplainInput): Explanation {
  const { outcome, counts, counting, superseded, duties, holders } = given;
  const waiting = duties.filter((d) => !d.spoken);
  const waitsFor = [...new Set(waiting.map((d) => d.rule.authority))].sort() as AuthorityId[];
  const rule = decidedBy(given, waiting[0] ?? duties[0]);
  const wouldChange = [...new Map(holders.map((h) => [h.frees.en, h.frees])).values()];
  if (outcome === 'released' || outcome === 'conditionally-released') wouldChange.push(CHANGES_RELEASED);
  return {
    rule: rule.id,
    ruleVersion: rule.version,
    clause: rule.clause,
    text: { zh: '', en: '' },
    duties: inDutyOrder(duties),
    ...termsOf(counting),
    counts: [...counts].sort(),
    superseded: [...superseded.values()]
      .sort((a, b) => compare(a.id, b.id))
      .map((s) => ({ id: s.id, by: s.by, why: why[s.why] })),
    waitsFor,
    wouldChange,
  };
}

/** On what terms the conditional releases that count let it go; where there is none, nothing is said. */
function termsOf(counting: readonly Instruction[]): Pick<Explanation, 'terms'> {
  const named = counting.flatMap(({ id, authority, kind, term }) =>
    kind === 'conditional-release' && term
      ? [[id, { term, authority, instructionId: id, clause: terms[term].clause }] as const]
      : [],
  );
  if (named.length === 0) return {};
  return { terms: [...new Map(named)].sort(([a], [b]) => compare(a, b)).map(([, one]) => one) };
}

/** One line for each authority and rule; where it is about several objects, spoken for when all of them are. */
function inDutyOrder(duties: readonly Duty[]): Explanation['duties'] {
  const lines = new Map<string, Explanation['duties'][number]>();
  for (const { rule, spoken } of duties) {
    const key = `${rule.authority} ${rule.id} ${rule.version}`;
    const before = lines.get(key)?.spoken ?? true;
    lines.set(key, {
      authority: rule.authority,
      rule: rule.id,
      ruleVersion: rule.version,
      clause: rule.clause,
      spoken: before && spoken,
    });
  }
  return [...lines].sort(([a], [b]) => compare(a, b)).map(([, line]) => line);
}

/** What follows the object's name in the one sentence: what came of it, and whom it waits for. */
export function explainOutcome(outcome: Outcome, { waitsFor, duties, counts }: Explanation): Bilingual {
  const names = (language: 'zh' | 'en') =>
    waitsFor.map((a) => authorities[a][language]).join(language === 'zh' ? '、' : ', ');
  const detail =
    outcome === 'awaiting'
      ? { zh: `：${names('zh')}`, en: `: ${names('en')}` }
      : duties.length === 0 && counts.length === 0
        ? { zh: '：无部门管控，自动放行', en: ': nobody controls it, released automatically' }
        : { zh: '', en: '' };
  return { zh: `：${outcomeText[outcome].zh}${detail.zh}`, en: `: ${outcomeText[outcome].en}${detail.en}` };
}
