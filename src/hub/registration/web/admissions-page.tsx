// The port office admits organisations and checks their qualifications (P11; SC 22).
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { SecretOnce } from '../../../web/secret-once.tsx';
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
  const applications = useQuery({
    queryKey: ['organisation-applications'],
    queryFn: () => get<{ items: ApplicationView[] }>('/organisation-applications?limit=100'),
  });
  return (
    <>
      <h1>{say('单位注册', 'Admissions')}</h1>
      <section className="card" aria-label={say('注册申请', 'Applications')}>
        <h2>{say('注册申请', 'Applications')}</h2>
        {handed?.sentTo && (
          <p role="status">{say(`邮件已发往 ${handed.sentTo}`, `A letter went to ${handed.sentTo}`)}</p>
        )}
        <Shown query={applications} empty={(l) => l.items.length === 0}>
          {(l) => (
            <table className="plain stack">
              <thead>
                <tr>
                  <th>{say('单位', 'Organisation')}</th>
                  <th>{say('类型', 'Kind')}</th>
                  <th>{say('提交', 'Sent')}</th>
                  <th>{say('状态', 'State')}</th>
                  <th>{say('操作', 'Acts')}</th>
                </tr>
              </thead>
              <tbody>
                {l.items.map((a) => (
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
                ))}
              </tbody>
            </table>
          )}
        </Shown>
      </section>
      <PendingQualifications />
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

function PendingQualifications() {
  const say = useSay();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const [refusing, setRefusing] = useState<QualificationView>();
  const [reason, setReason] = useState('');
  const list = useQuery({
    queryKey: ['qualifications-all'],
    queryFn: () => get<{ items: QualificationView[] }>('/qualifications?limit=200'),
  });
  const act = async (path: string, body: object) => {
    setProblem(undefined);
    try {
      await send('POST', path, body);
      setRefusing(undefined);
      setReason('');
    } catch (error) {
      setProblem(error);
    }
    await client.invalidateQueries({ queryKey: ['qualifications-all'] });
  };
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const ends = refusing?.state !== 'pending';
  const title = ends ? say('资质不再有效', 'The qualification ends') : say('不予通过', 'Refuse it');
  return (
    <section className="card" aria-label={say('资质核对', 'Qualifications')}>
      <h2>{say('资质核对', 'Qualifications')}</h2>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={list} empty={(l) => l.items.length === 0}>
        {(l) => (
          <QualificationTable
            items={[...l.items].sort((a, b) => Number(b.state === 'pending') - Number(a.state === 'pending'))}
            acts={(q) => (
              <>
                {q.state === 'pending' && (
                  <Button
                    size="small"
                    type="primary"
                    onClick={() => void act(`/qualifications/${q.id}/decision`, { accepted: true })}
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
            )}
          />
        )}
      </Shown>
      {refusing && (
        <Modal
          open
          title={title}
          okText={say('确定', 'Do it')}
          okButtonProps={{ disabled: reason.trim() === '' }}
          onCancel={() => setRefusing(undefined)}
          onOk={() =>
            void (ends
              ? act(`/qualifications/${refusing.id}/ending`, { endedOn: today, reason })
              : act(`/qualifications/${refusing.id}/decision`, { accepted: false, reason }))
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
