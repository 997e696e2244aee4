// Who must speak for what, which outcome counts, how long what comes early waits (P5): the rules in force, and their changes by two persons, each rehearsed over real instructions before it holds.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown, ShownPages } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { RuleChangeView, RuleView } from '../contract.ts';
import { RuleChangeCard } from './rule-change-card.tsx';
import { RuleForm } from './rule-form.tsx';
import { RuleLine } from './rule-line.tsx';
import { ExpiryRules, PrecedenceRules } from './version-rules.tsx';

export default function RulesPage() {
  const say = useSay();
  const [editing, setEditing] = useState<RuleView | 'new'>();
  const rules = useQuery({
    queryKey: ['jurisdiction', 'rules'],
    queryFn: () => get<{ items: RuleView[] }>('/jurisdiction-rules'),
  });
  const changes = usePages<RuleChangeView>(['jurisdiction', 'changes'], '/jurisdiction-changes?limit=20');
  const { problem, act } = useAct(['jurisdiction']);
  return (
    <>
      <h1>{say('处置规则', 'Rules of the disposition')}</h1>
      {problem !== undefined && <ProblemNote error={problem} />}
      <section className="card" aria-label={say('现行规则', 'Rules in force')}>
        <div className="bar">
          <h2 style={{ margin: 0 }}>{say('哪个部门须对什么作出处置', 'Who must speak for what')}</h2>
          <Button size="small" onClick={() => setEditing('new')}>
            {say('新增规则', 'Add a rule')}
          </Button>
        </div>
        <p className="soft">
          {say('规则按申报之日适用，不溯及既往。', 'A rule is that of the day of filing and does not reach back.')}
        </p>
        <Shown query={rules} empty={(r) => r.items.length === 0}>
          {(r) =>
            r.items.map((rule) => <RuleLine key={rule.id + rule.version} rule={rule} edit={() => setEditing(rule)} />)
          }
        </Shown>
      </section>
      {editing && (
        <RuleForm
          key={editing === 'new' ? 'new' : editing.id}
          of={editing === 'new' ? undefined : editing}
          propose={async (body) => {
            if (await act(() => send('POST', '/jurisdiction-changes', body))) setEditing(undefined);
          }}
          close={() => setEditing(undefined)}
        />
      )}
      <PrecedenceRules act={act} />
      <ExpiryRules act={act} />
      <section aria-label={say('规则变更', 'Changes of rules')}>
        <h2>{say('规则变更（预演后由另一人批准）', 'Changes (rehearsed, then approved by another person)')}</h2>
        <ShownPages list={changes}>
          {(items) => items.map((one) => <RuleChangeCard key={one.id} one={one} act={act} />)}
        </ShownPages>
      </section>
    </>
  );
}
