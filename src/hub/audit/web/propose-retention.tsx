// A change of a retention proposed, for a second person to confirm.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../web/language.tsx';
import type { RetentionClass } from '../contract.ts';

export function ProposeRetention({
  classes,
  propose,
}: {
  classes: readonly RetentionClass[];
  propose: (body: object) => Promise<boolean>;
}) {
  const say = useSay();
  const changeable = classes.filter((one) => one.effect !== 'kept');
  const [classId, setClass] = useState(changeable[0]?.id ?? '');
  const [keepDays, setDays] = useState('');
  const [basis, setBasis] = useState('');
  const [reason, setReason] = useState('');
  const complete = /^\d{1,5}$/.test(keepDays) && basis.trim().length > 1 && reason.trim().length > 1;
  return (
    <details>
      <summary>{say('提出变更', 'Propose a change')}</summary>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void propose({ classId, keepDays: Number(keepDays), basis, reason });
        }}
      >
        <label htmlFor="retention-class">
          {say('类别', 'Class')}
          <select id="retention-class" value={classId} onChange={(event) => setClass(event.target.value)}>
            {changeable.map((one) => (
              <option key={one.id} value={one.id}>
                {say(one.name)}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor="retention-days">
          {say('保存天数', 'Days')}
          <Input
            id="retention-days"
            inputMode="numeric"
            value={keepDays}
            onChange={(event) => setDays(event.target.value)}
          />
        </label>
        <label htmlFor="retention-basis">
          {say('依据', 'Basis')}
          <Input
            id="retention-basis"
            value={basis}
            maxLength={300}
            onChange={(event) => setBasis(event.target.value)}
          />
        </label>
        <label htmlFor="retention-reason">
          {say('事由', 'Reason')}
          <Input
            id="retention-reason"
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <span>
          <Button type="primary" htmlType="submit" disabled={!complete}>
            {say('提出，待第二人确认', 'Propose, to be confirmed by a second person')}
          </Button>
        </span>
      </form>
    </details>
  );
}
