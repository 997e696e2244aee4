// One rule in force, of whatever kind: what it says, what it rests on, and the way to change it (P5).
import { Button } from 'antd';
import { useSay } from '../../../web/language.tsx';
import type { SomeRuleView } from '../contract.ts';
import { ruleText, ruleTitle } from './rule-names.ts';

export function RuleLine({ rule, edit }: { rule: SomeRuleView; edit: () => void }) {
  const say = useSay();
  const title = ruleTitle(rule);
  return (
    <div className="holder">
      <div className="bar">
        <strong>{say(title)}</strong>
        <span>{say(ruleText(rule))}</span>
        {rule.kind === 'jurisdiction' && (
          <span>{say(`时限 ${rule.limitMinutes / 60} 小时`, `within ${rule.limitMinutes / 60} h`)}</span>
        )}
        <Button size="small" aria-label={say(`修改：${title.zh}`, `Change: ${title.en}`)} onClick={edit}>
          {say('修改', 'Change')}
        </Button>
      </div>
      <div className="soft">
        {say('依据', 'Basis')}: {rule.clauseText} · {rule.id} {rule.version} · {rule.validFrom} – {rule.validTo ?? ''}
      </div>
    </div>
  );
}
