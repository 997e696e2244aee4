// One application as the port office checks it, with its decision.
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { authorityIds } from '../../../kernel/party.ts';
import { send } from '../../../web/api.ts';
import { authorityName, ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { qualificationNames } from '../../enterprise/contract.ts';
import type { ApplicationView } from '../contract.ts';
import { useKindName } from './kind-name.ts';

export type Admitted = { readonly link?: string; readonly sentTo?: string };

export function AdmitDialog({
  of,
  close,
  done,
}: {
  of: ApplicationView;
  close: () => void;
  done: (made: Admitted) => void;
}) {
  const say = useSay();
  const kindName = useKindName();
  const [reason, setReason] = useState('');
  const [authority, setAuthority] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const decide = async (body: object) => {
    setProblem(undefined);
    try {
      done(await send<Admitted>('POST', `/organisation-applications/${of.id}/decision`, body));
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal open title={say(of.name, of.nameEn)} width={720} onCancel={close} footer={null}>
      {problem !== undefined && <ProblemNote error={problem} />}
      <dl className="pairs">
        <dt>{say('类型', 'Kind')}</dt>
        <dd>{kindName(of.kind)}</dd>
        <dt>{say('名称', 'Names')}</dt>
        <dd>
          {of.name} / {of.nameEn}
        </dd>
        <dt>{say('统一社会信用代码', 'Unified social credit code')}</dt>
        <dd>{of.uscc}</dd>
        <dt>{say('主管海关', 'Customs office in charge')}</dt>
        <dd>{of.district}</dd>
        <dt>{say('联系人', 'Contact')}</dt>
        <dd>
          {of.contact.name} {of.contact.phone} {of.contact.email}
        </dd>
        <dt>{say('首位管理员', 'First manager')}</dt>
        <dd>
          {of.administrator.name} {of.administrator.email}
        </dd>
      </dl>
      <ul>
        {of.qualifications.map((q) => (
          <li key={`${q.kind}${q.number}`}>
            {say(qualificationNames[q.kind])} <code>{q.number}</code> {q.issuer} {q.validFrom} –{' '}
            {q.validTo ?? say('长期', 'for good')}
          </li>
        ))}
      </ul>
      {of.state === 'open' && (
        <>
          {of.kind === 'authority' && (
            <div className="field">
              <label htmlFor="admit-authority">{say('是哪个部门', 'Which authority it is')}</label>
              <Select
                id="admit-authority"
                style={{ width: '100%' }}
                {...(authority ? { value: authority } : {})}
                onChange={setAuthority}
                options={authorityIds.map((value) => ({ value, label: say(authorityName(value)) }))}
              />
            </div>
          )}
          <div className="field">
            <label htmlFor="admit-reason">{say('不批准的理由', 'Reason of a refusal')}</label>
            <Input.TextArea
              id="admit-reason"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          <p className="acts">
            <Button type="primary" onClick={() => void decide({ approved: true, ...(authority ? { authority } : {}) })}>
              {say('核对无误，批准', 'All is right: admit it')}
            </Button>
            <Button danger disabled={reason.trim() === ''} onClick={() => void decide({ approved: false, reason })}>
              {say('不批准', 'Refuse')}
            </Button>
          </p>
        </>
      )}
    </Modal>
  );
}
