// An officer records his authority's part (P6), on a screen of any size.
import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { handlingCodes } from '../contract.ts';

export function ResultDialog({ id, close }: { id: string; close: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const [outcome, setOutcome] = useState('normal');
  const [handlingCode, setHandlingCode] = useState('11');
  const [findings, setFindings] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const record = () =>
    send('POST', `/inspections/${id}/results`, { outcome, handlingCode, findings })
      .then(async () => {
        await client.invalidateQueries({ queryKey: ['live'] });
        close();
      })
      .catch(setProblem);
  return (
    <Modal
      open
      title={say('查验结果', 'Inspection result')}
      okText={say('登记', 'Record')}
      onOk={() => void record()}
      onCancel={close}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <Radio.Group
        value={outcome}
        onChange={(e) => {
          setOutcome(e.target.value);
          setHandlingCode(e.target.value === 'normal' ? '11' : '12');
        }}
        options={[
          { value: 'normal', label: say('正常', 'Normal') },
          { value: 'abnormal', label: say('异常', 'Abnormal') },
        ]}
      />
      <div className="field">
        <label htmlFor="handling">{say('处理', 'Handling')}</label>
        <Select
          id="handling"
          value={handlingCode}
          onChange={setHandlingCode}
          style={{ width: '100%' }}
          options={handlingCodes.map(({ code, name }) => ({ value: code, label: `${code} ${say(name)}` }))}
        />
      </div>
      <div className="field">
        <label htmlFor="findings">{say('情况', 'Findings')}</label>
        <Input.TextArea id="findings" rows={3} value={findings} onChange={(e) => setFindings(e.target.value)} />
      </div>
    </Modal>
  );
}
