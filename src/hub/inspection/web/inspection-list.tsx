// Inspections (P6): place and time, each authority's part; officers record their own result on any screen size.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import {
  authorityName,
  objectName,
  ProblemNote,
  Shown,
  ShownPages,
  SimulatedTag,
  StateTag,
} from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useLive } from '../../../web/live.ts';
import { useSession } from '../../../web/session.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { InspectionSlot, InspectionView } from '../contract.ts';

export default function InspectionList() {
  const say = useSay();
  useLive();
  return (
    <>
      <h1>{say('查验', 'Inspections')}</h1>
      <InspectionCards />
    </>
  );
}

export function InspectionCards({ shipmentId }: { shipmentId?: string }) {
  const say = useSay();
  const session = useSession();
  const list = usePages<InspectionView>(
    ['live', 'inspections', ...(shipmentId ? ['of', shipmentId] : [])],
    `/inspections${shipmentId ? `?shipmentId=${shipmentId}` : ''}`,
    { enabled: session.data?.actions.includes('inspection.read') ?? false },
  );
  if (shipmentId && (list.data?.pages[0]?.items.length ?? 0) === 0) return null;
  return (
    <section className="card" aria-label={say('查验', 'Inspections')}>
      {shipmentId && <h2>{say('查验', 'Inspections')}</h2>}
      <ShownPages list={list}>
        {(items) =>
          items.map((i) => (
            <InspectionCard
              key={i.id}
              inspection={i}
              authority={session.data?.organisation.authority}
              maySchedule={session.data?.actions.includes('inspection.schedule') ?? false}
            />
          ))
        }
      </ShownPages>
    </section>
  );
}

function InspectionCard({
  inspection: i,
  authority,
  maySchedule,
}: {
  inspection: InspectionView;
  authority: string | undefined;
  maySchedule: boolean;
}) {
  const say = useSay();
  const time = useTime();
  const [recording, setRecording] = useState(false);
  const [moving, setMoving] = useState(false);
  const mine = i.parts.find((p) => p.authority === authority);
  return (
    <div style={{ marginBottom: 12 }}>
      <div>
        <strong>{i.number}</strong> <StateTag state={i.overdue ? 'overdue' : i.state} />
        {i.joint && <StateTag state={say('联合查验', 'Joint inspection')} />}
        <SimulatedTag shown={i.simulated} />{' '}
        <Link to="/shipments/$id" params={{ id: i.shipmentId }}>
          {i.shipmentNumber}
        </Link>
      </div>
      <div>
        {say(i.slot.siteName)} {i.slot.bay} · {time(i.slot.startsAt)} – {time(i.slot.endsAt)}{' '}
        <span className="soft">{say(i.slotReason)}</span>
      </div>
      <div className="soft">{i.objectIds.map((id) => say(objectName(id))).join(say('、', ', '))}</div>
      {i.parts.map((p) => (
        <div key={p.authority}>
          {say(authorityName(p.authority))}:{' '}
          {p.result
            ? `${p.result.outcome === 'normal' ? say('正常', 'normal') : say('异常', 'abnormal')} · ${p.result.findings}`
            : say('待查验', 'to inspect')}
        </div>
      ))}
      <div className="bar">
        {mine && !mine.result && (i.state === 'planned' || i.state === 'started') && (
          <Button type="primary" onClick={() => setRecording(true)}>
            {say('登记结果', 'Record result')}
          </Button>
        )}
        {maySchedule && i.state === 'planned' && (
          <Button size="small" onClick={() => setMoving(true)}>
            {say('改期', 'Move')}
          </Button>
        )}
      </div>
      {recording && <ResultDialog id={i.id} close={() => setRecording(false)} />}
      {moving && <MoveDialog id={i.id} close={() => setMoving(false)} />}
    </div>
  );
}

const handling = [
  ['11', '正常放行', 'Released, normal'],
  ['1', '补税放行', 'Released after duty'],
  ['2', '补证放行', 'Released after papers'],
  ['9', '改单放行', 'Released after amendment'],
  ['6', '处罚后放行', 'Released after penalty'],
  ['3', '退运', 'Returned'],
  ['4', '移送缉私', 'To anti-smuggling'],
  ['7', '没收', 'Confiscated'],
  ['12', '其他', 'Other'],
] as const;

function ResultDialog({ id, close }: { id: string; close: () => void }) {
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
        onChange={(e) => setOutcome(e.target.value)}
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
          options={handling.map(([value, zh, en]) => ({ value, label: `${value} ${say(zh, en)}` }))}
        />
      </div>
      <div className="field">
        <label htmlFor="findings">{say('情况', 'Findings')}</label>
        <Input.TextArea id="findings" rows={3} value={findings} onChange={(e) => setFindings(e.target.value)} />
      </div>
    </Modal>
  );
}

function MoveDialog({ id, close }: { id: string; close: () => void }) {
  const say = useSay();
  const time = useTime();
  const client = useQueryClient();
  const [slotId, setSlotId] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const slots = useQuery({
    queryKey: ['slots', id],
    queryFn: () => get<{ items: InspectionSlot[] }>(`/inspections/${id}/slots`),
    gcTime: 0,
  });
  const move = () =>
    send('POST', `/inspections/${id}/reschedule`, { slotId, reason })
      .then(async () => {
        await client.invalidateQueries({ queryKey: ['live'] });
        close();
      })
      .catch(setProblem);
  return (
    <Modal
      open
      title={say('改期', 'Move the inspection')}
      okButtonProps={{ disabled: slotId === '' || reason === '' }}
      onOk={() => void move()}
      onCancel={close}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={slots}>
        {(s) => (
          <Radio.Group
            style={{ display: 'grid' }}
            value={slotId}
            onChange={(e) => setSlotId(e.target.value)}
            options={s.items.map((slot) => ({
              value: slot.id,
              label: `${time(slot.startsAt)} ${say(slot.siteName)} ${slot.bay}`,
            }))}
          />
        )}
      </Shown>
      <div className="field">
        <label htmlFor="move-reason">{say('原因', 'Reason')}</label>
        <Input id="move-reason" value={reason} onChange={(e) => setReason(e.target.value)} />
      </div>
    </Modal>
  );
}
