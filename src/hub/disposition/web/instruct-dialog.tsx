// The dialog with which an officer instructs for his own authority (P5).
import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { type BlockingView, followUps, instructionKinds, releaseTerms } from '../contract.ts';
import { followUpName, kindName, termName } from './kind-name.ts';

export function InstructDialog({ view, close }: { view: BlockingView; close: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const [kind, setKind] = useState<string>('release');
  const [objects, setObjects] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const [number, setNumber] = useState('');
  const [term, setTerm] = useState('');
  const [followUp, setFollowUp] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const issue = async () => {
    try {
      await send('POST', '/instructions', {
        shipmentId: view.shipmentId,
        objects,
        kind,
        reason,
        ...(legalBasis ? { legalBasis } : {}),
        ...(number ? { number } : {}),
        ...(kind === 'conditional-release' && term ? { term } : {}),
        ...(kind === 'refuse' && followUp ? { followUp } : {}),
      });
      await client.invalidateQueries({ queryKey: ['live'] });
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      title={say('下达指令', 'Instruct')}
      okText={say('下达', 'Issue')}
      okButtonProps={{ disabled: objects.length === 0 || reason === '' }}
      onOk={() => void issue()}
      onCancel={close}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <div className="field">
        <label htmlFor="kind">{say('种类', 'Kind')}</label>
        <select id="kind" className="native" value={kind} onChange={(e) => setKind(e.target.value)}>
          {instructionKinds.map((value) => (
            <option key={value} value={value}>
              {say(kindName(value))}
            </option>
          ))}
        </select>
      </div>
      {kind === 'conditional-release' && (
        <Choice
          id="term"
          label={say('放行条件', 'Term')}
          value={term}
          set={setTerm}
          options={releaseTerms.map((t) => [t, say(termName(t))] as const)}
        />
      )}
      {kind === 'refuse' && (
        <Choice
          id="follow-up"
          label={say('后续处置', 'Follow-up')}
          value={followUp}
          set={setFollowUp}
          options={followUps.map((f) => [f, say(followUpName(f))] as const)}
        />
      )}
      <fieldset>
        <legend>{say('对象', 'Objects')}</legend>
        <Checkbox.Group
          style={{ display: 'grid' }}
          value={objects}
          onChange={(v) => setObjects(v as string[])}
          options={view.objects.map((o) => ({ value: o.id, label: say(o.label) }))}
        />
      </fieldset>
      <div className="field">
        <label htmlFor="reason">{say('理由', 'Reason')}</label>
        <Input id="reason" value={reason} onChange={(e) => setReason(e.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="basis">{say('法律依据', 'Legal basis')}</label>
        <Input id="basis" value={legalBasis} onChange={(e) => setLegalBasis(e.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="number">{say('编号（撤回时为原指令编号）', 'Number (to withdraw: the instruction’s)')}</label>
        <Input id="number" value={number} onChange={(e) => setNumber(e.target.value)} />
      </div>
    </Modal>
  );
}

function Choice({
  id,
  label,
  value,
  set,
  options,
}: {
  id: string;
  label: string;
  value: string;
  set: (value: string) => void;
  options: readonly (readonly [value: string, label: string])[];
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="native" value={value} onChange={(e) => set(e.target.value)}>
        <option value="">–</option>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
