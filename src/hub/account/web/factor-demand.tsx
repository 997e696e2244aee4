// Of whom the organisation asks a second factor.
import { useQueryClient } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { FactorDemand } from '../../enterprise/contract.ts';

export function DemandFactor({ now, least }: { now: FactorDemand; least: FactorDemand }) {
  const say = useSay();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const demand = async (of: FactorDemand) => {
    setProblem(undefined);
    try {
      await send('PUT', '/organisation/second-factor', { of });
    } catch (error) {
      setProblem(error);
    }
    await client.invalidateQueries({ queryKey: ['session'] });
  };
  return (
    <section className="card" aria-label={say('谁必须使用动态口令', 'Who needs a second factor')}>
      <h2>{say('谁必须使用动态口令', 'Who needs a second factor')}</h2>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Radio.Group value={now} onChange={(event) => void demand(event.target.value as FactorDemand)}>
        <Radio value="optional" disabled={least !== 'optional'}>
          {say('自愿', 'Nobody has to')}
        </Radio>
        <Radio value="privileged" disabled={least === 'everybody'}>
          {say('管理员、官员、值班员', 'Managers, officers, operators')}
        </Radio>
        <Radio value="everybody">{say('所有人', 'Everybody')}</Radio>
      </Radio.Group>
      <p className="soft">{say('立即生效：未启用者只能先启用', 'At once: whoever has none can only enrol one')}</p>
    </section>
  );
}
