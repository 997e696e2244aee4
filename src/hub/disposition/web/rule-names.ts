// What a rule of any kind says, in a line (P5). Pure.
import type { Bilingual } from '../../../kernel/bilingual.ts';
import { authorityName, objectTypeName, stateName } from '../../../web/kit.tsx';
import type { SomeRuleView } from '../contract.ts';

const joined = (parts: readonly Bilingual[], by: string): Bilingual => ({
  zh: parts.map((one) => one.zh).join(by),
  en: parts.map((one) => one.en).join(by),
});

export function ruleTitle(rule: SomeRuleView): Bilingual {
  if (rule.kind === 'precedence') return { zh: '宽严次序', en: 'Precedence' };
  if (rule.kind === 'expiry') return rule.name;
  return joined([authorityName(rule.authority), objectTypeName(rule.object)], ' · ');
}
export function ruleText(rule: SomeRuleView): Bilingual {
  if (rule.kind === 'precedence') return joined(rule.order.map(stateName), ' > ');
  if (rule.kind === 'expiry') return { zh: `${rule.days} 天`, en: `${rule.days} days` };
  return rule.when;
}
