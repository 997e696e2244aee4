// The port office admits organisations and checks their qualifications (P11; SC 22).
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { PagedTable, ProblemNote, ShownPages, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { SecretOnce } from '../../../web/secret-once.tsx';
import { useAct } from '../../../web/use-act.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { QualificationView } from '../../enterprise/contract.ts';
import { QualificationTable } from '../../enterprise/web/qualifications.tsx';
import type { ApplicationView } from '../contract.ts';
import { AdmitDialog, type Admitted } from './admit-dialog.tsx';
import { useKindName } from './kind-name.ts';

export default function AdmissionsPage() {
  const say = useSay();
  const time = useTime();
  const kindName = useKindName();
  const client = useQueryClient();
  const [looking, setLooking] = useState<ApplicationView>();
  const [handed, setHanded] = useState<Admitted>();
  const [state, setState] = useState('open');
  const applications = usePages<ApplicationView>(
    ['organisation-applications', state],
    `/organisation-applications?limit=20${state ? `&state=${state}` : ''}`,
  );
  return (
    <>
      <h1>{say('单位注册', 'Admissions')}</h1>
      <section className="card" aria-label={say('注册申请', 'Applications')}>
        <div className="bar">
          <h2>{say('注册申请', 'Applications')}</h2>
          <Segmented
            size="small"
            value={state}
            onChange={setState}
            options={[
              { value: 'open', label: say('待批', 'Open') },
              { value: '', label: say('全部', 'All') },
            ]}
          />
        </div>
        {handed?.sentTo && (
          <p role="status">{say(`邮件已发往 ${handed.sentTo}`, `A letter went to ${handed.sentTo}`)}</p>
        )}
        <PagedTable
          list={applications}
          head={[
            say('单位', 'Organisation'),
            say('类型', 'Kind'),
            say('提交', 'Sent'),
            say('状态', 'State'),
            say('操作', 'Acts'),
          ]}
          row={(a) => (
            <tr key={a.id}>
              <td>
                {say(a.name, a.nameEn)}
                <div className="soft">{a.uscc}</div>
              </td>
              <td>{kindName(a.kind)}</td>
              <td>{time(a.createdAt)}</td>
              <td>
                <StateTag state={`application-${a.state}`} />
                {a.reason && <div className="soft">{a.reason}</div>}
              </td>
              <td>
                <Button size="small" onClick={() => setLooking(a)}>
                  {a.state === 'open' ? say('核对', 'Check') : say('查看', 'Look')}
                </Button>
              </td>
            </tr>
          )}
        />
      </section>
      <QualificationChecks />
      {looking && (
        <AdmitDialog
          of={looking}
          close={() => setLooking(undefined)}
          done={(made) => {
            setLooking(undefined);
            setHanded(made);
            void client.invalidateQueries({ queryKey: ['organisation-applications'] });
            void client.invalidateQueries({ queryKey: ['qualifications-all'] });
          }}
        />
      )}
      <SecretOnce
        title={say('请将管理员邀请转交申请人', 'Hand the manager’s invitation over')}
        secret={handed?.link}
        close={() => setHanded(undefined)}
      />
    </>
  );
}

function QualificationChecks() {
  const say = useSay();
  const [refusing, setRefusing] = useState<QualificationView>();
  const [reason, setReason] = useState('');
  const [state, setState] = useState('pending');
  const list = usePages<QualificationView>(
    ['qualifications-all', state],
    `/qualifications?limit=20${state ? `&state=${state}` : ''}`,
  );
  const { problem, act } = useAct(['qualifications-all']);
  const decide = async (path: string, body: object) => {
    if (!(await act(() => send('POST', path, body)))) return;
    setRefusing(undefined);
    setReason('');
  };
  const acts = (q: QualificationView) => (
    <>
      {q.state === 'pending' && (
        <Button
          size="small"
          type="primary"
          onClick={() => void decide(`/qualifications/${q.id}/decision`, { accepted: true })}
        >
          {say('通过', 'Confirm')}
        </Button>
      )}
      {(q.state === 'pending' || q.state === 'valid') && (
        <Button size="small" danger onClick={() => setRefusing(q)}>
          {q.state === 'pending' ? say('不通过', 'Refuse') : say('注销', 'End it')}
        </Button>
      )}
    </>
  );
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const ends = refusing?.state !== 'pending';
  const title = ends ? say('资质不再有效', 'The qualification ends') : say('不予通过', 'Refuse it');
  return (
    <section className="card" aria-label={say('资质核对', 'Qualifications')}>
      <div className="bar">
        <h2>{say('资质核对', 'Qualifications')}</h2>
        <Segmented
          size="small"
          value={state}
          onChange={setState}
          options={[
            { value: 'pending', label: say('待核对', 'To be checked') },
            { value: '', label: say('全部', 'All') },
          ]}
        />
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      <ShownPages list={list}>{(items) => <QualificationTable items={items} acts={acts} />}</ShownPages>
      {refusing && (
        <Modal
          open
          title={title}
          okText={say('确定', 'Do it')}
          okButtonProps={{ disabled: reason.trim() === '' }}
          onCancel={() => setRefusing(undefined)}
          onOk={() =>
            void (ends
              ? decide(`/qualifications/${refusing.id}/ending`, { endedOn: today, reason })
              : decide(`/qualifications/${refusing.id}/decision`, { accepted: false, reason }))
          }
        >
          <div className="field">
            <label htmlFor="qualification-reason">{say('理由', 'Reason')}</label>
            <Input.TextArea
              id="qualification-reason"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
        </Modal>
      )}
    </section>
  );
}
