// An authority withholds its own looks at a case from the owner, where the law says so: reason, basis and end are asked, and stay in the
// ledger (P11).
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import type { LookMark } from '../contract.ts';

type Mark = { reason: string; legalBasis: string; until: { toISOString(): string } };

export function LookMarks({ id }: { id: string }) {
  const say = useSay();
  const time = useTime();
  const [form] = Form.useForm<Mark>();
  const [asking, setAsking] = useState(false);
  const marks = useQuery({
    queryKey: ['look-marks', id],
    queryFn: () => get<{ items: LookMark[] }>(`/shipments/${id}/look-marks`),
  });
  const { problem, act } = useAct(['look-marks', id]);
  const inForce = marks.data?.items.some((m) => !m.liftedAt && Date.parse(m.until) > Date.now()) ?? false;
  const needed = [{ required: true, message: say('必填', 'Needed') }];
  return (
    <section className="card" aria-label={say('查看告知', 'Telling the owner of looks')}>
      <div className="bar">
        <h2>{say('查看告知货主', 'The owner is told who looked')}</h2>
        {inForce ? (
          <Button size="small" onClick={() => void act(() => send('DELETE', `/shipments/${id}/look-marks`))}>
            {say('解除不告知', 'Tell again')}
          </Button>
        ) : (
          <Button size="small" onClick={() => setAsking(true)}>
            {say('依法暂不告知', 'Withhold by law')}
          </Button>
        )}
      </div>
      {problem !== undefined && !asking && <ProblemNote error={problem} />}
      <Shown query={marks}>
        {({ items }) => (
          <ul className="soft">
            {items.length === 0 && <li>{say('本部门的查看均告知货主', 'Every look of ours is shown to the owner')}</li>}
            {items.map((m) => (
              <li key={m.id}>
                {m.reason}（{m.legalBasis}） · {m.setBy} {time(m.setAt)} → {time(m.liftedAt ?? m.until)}
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <Modal
        open={asking}
        title={say('依法暂不告知本部门的查看', 'Withhold our looks from the owner')}
        okText={say('确定', 'Withhold')}
        onOk={form.submit}
        onCancel={() => setAsking(false)}
      >
        {problem !== undefined && <ProblemNote error={problem} />}
        <Form
          form={form}
          layout="vertical"
          onFinish={({ until, ...mark }) =>
            void act(async () => {
              await send('POST', `/shipments/${id}/look-marks`, { ...mark, until: until.toISOString() });
              setAsking(false);
            })
          }
        >
          <Form.Item name="reason" label={say('理由', 'Reason')} rules={needed}>
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item name="legalBasis" label={say('法律依据', 'Legal basis')} rules={needed}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="until" label={say('截止（最长 180 天）', 'Until (180 days at the most)')} rules={needed}>
            <DatePicker showTime style={{ width: '100%' }} />
          </Form.Item>
        </Form>
      </Modal>
    </section>
  );
}
