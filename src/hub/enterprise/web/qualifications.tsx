// What the organisation is qualified for (P11; SC 22): each record with its days and its state, what ends soon, and a new one to be checked.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { qualificationNames, type QualificationView } from '../contract.ts';
import { asGiven, QualificationFields } from './qualification-fields.tsx';

export function Qualifications({ mayDeclare }: { mayDeclare: boolean }) {
  const say = useSay();
  const [declaring, setDeclaring] = useState(false);
  const list = useQuery({
    queryKey: ['qualifications'],
    queryFn: () => get<{ items: QualificationView[] }>('/qualifications?limit=100'),
  });
  const ending = list.data?.items.filter((q) => q.endsSoon) ?? [];
  return (
    <section className="card" aria-label={say('资质', 'Qualifications')}>
      <div className="bar">
        <h2>{say('资质', 'Qualifications')}</h2>
        {mayDeclare && (
          <Button size="small" type="primary" onClick={() => setDeclaring(true)}>
            {say('登记资质', 'Declare one')}
          </Button>
        )}
        <span className="soft">
          {say(
            '经口岸办核对后生效；没有有效备案时不能申报',
            'They count once the port office has checked them; without a valid registration nothing is filed',
          )}
        </span>
      </div>
      {ending.map((q) => (
        <Alert
          key={q.id}
          type="warning"
          showIcon
          title={say(
            `“${qualificationNames[q.kind].zh}”将于 ${q.validTo} 到期，请及时办理延续`,
            `"${qualificationNames[q.kind].en}" ends on ${q.validTo}; renew it in time`,
          )}
        />
      ))}
      <Shown query={list} empty={(l) => l.items.length === 0}>
        {(l) => <QualificationTable items={l.items} />}
      </Shown>
      {declaring && <DeclareDialog close={() => setDeclaring(false)} />}
    </section>
  );
}

export function QualificationTable({
  items,
  acts,
}: {
  items: readonly QualificationView[];
  /** For the port office: whose it is, and what to do with it. */
  acts?: (of: QualificationView) => React.ReactNode;
}) {
  const say = useSay();
  return (
    <table className="plain stack">
      <thead>
        <tr>
          {acts && <th>{say('单位', 'Organisation')}</th>}
          <th>{say('资质', 'Qualification')}</th>
          <th>{say('编号', 'Number')}</th>
          <th>{say('登记机关', 'Kept by')}</th>
          <th>{say('有效期', 'Valid')}</th>
          <th>{say('状态', 'State')}</th>
          {acts && <th>{say('操作', 'Acts')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((q) => (
          <tr key={q.id}>
            {acts && <td>{say(q.organisation.name, q.organisation.nameEn)}</td>}
            <td>{say(qualificationNames[q.kind])}</td>
            <td>{q.number ?? '–'}</td>
            <td>{q.issuer}</td>
            <td>
              {q.validFrom} – {q.validTo ?? say('长期', 'for good')}
            </td>
            <td>
              <StateTag state={`qualification-${q.state}`} />
              {q.source === 'carried-over' && <div className="soft">{say('升级前沿用', 'Carried over')}</div>}
              {q.reason && <div className="soft">{q.reason}</div>}
            </td>
            {acts && <td className="acts">{acts(q)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DeclareDialog({ close }: { close: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const [form] = Form.useForm();
  const [problem, setProblem] = useState<unknown>();
  const declare = async (value: { validTo?: string }) => {
    setProblem(undefined);
    try {
      await send('POST', '/qualifications', asGiven(value));
      await client.invalidateQueries({ queryKey: ['qualifications'] });
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      title={say('登记资质', 'Declare a qualification')}
      okText={say('提交核对', 'Send it to be checked')}
      onOk={form.submit}
      onCancel={close}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <Form form={form} layout="vertical" onFinish={(value) => void declare(value)}>
        <QualificationFields />
      </Form>
    </Modal>
  );
}
