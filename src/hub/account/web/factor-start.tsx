// From which day on everybody of the enterprises needs a second factor (ASVS 6.3.3): shown to them, set by the port office.
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { FactorStart } from '../../enterprise/contract.ts';

export function FactorStartNote({ start }: { start: FactorStart }) {
  const say = useSay();
  return (
    <Alert
      type="warning"
      showIcon
      title={say(
        `自 ${start.startsOn} 起，企业人员一律使用动态口令`,
        `From ${start.startsOn} on everybody of the enterprises needs a second factor`,
      )}
      description={start.reason}
    />
  );
}

export function SetFactorStart() {
  const say = useSay();
  const client = useQueryClient();
  const [startsOn, setStartsOn] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const set = async () => {
    setProblem(undefined);
    try {
      await send('PUT', '/second-factor-start', { startsOn, reason });
      setStartsOn('');
      setReason('');
    } catch (error) {
      setProblem(error);
    }
    await client.invalidateQueries({ queryKey: ['session'] });
  };
  const title = say('企业使用动态口令的起始日期', 'From when enterprises need a second factor');
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {problem !== undefined && <ProblemNote error={problem} />}
      <div className="bar">
        <Input
          type="date"
          aria-label={say('起始日期', 'First day')}
          style={{ width: 170 }}
          value={startsOn}
          onChange={(e) => setStartsOn(e.target.value)}
        />
        <Input
          aria-label={say('为何暂缓', 'Why not before')}
          placeholder={say('为何暂缓', 'Why not before')}
          style={{ width: 280 }}
          maxLength={500}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
        />
        <Button disabled={startsOn === '' || reason.trim() === ''} onClick={() => void set()}>
          {say('设定', 'Set')}
        </Button>
      </div>
      <p className="soft">
        {say(
          '未设定则立即；口岸办和部门人员不得暂缓',
          'Unset: at once; people of the port office and authorities never wait',
        )}
      </p>
    </section>
  );
}
