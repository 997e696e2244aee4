// Boxes given to barges (N11): how each order stands, where each box is, ordering and asking back.
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown, SimulatedTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { useTextFields } from '../../../web/text-fields.tsx';
import { useAct } from '../../../web/use-act.ts';
import { type BargeOrdersOfCase, type BargeOrderView, bargeStateNames, bargeStepNames } from '../contract.ts';

const colours: Readonly<Partial<Record<BargeOrderView['state'], string>>> = { delivered: 'green', cancelled: 'red' };

export function BargeCard({ shipmentId }: { shipmentId: string }) {
  const say = useSay();
  const session = useSession();
  const [ordering, setOrdering] = useState(false);
  const [cancelling, setCancelling] = useState<BargeOrderView>();
  const list = useQuery({
    queryKey: ['live', 'barge-orders', 'of', shipmentId],
    queryFn: () => get<BargeOrdersOfCase>(`/shipments/${shipmentId}/barge-orders`),
    enabled: session.data?.actions.includes('carriage.read') ?? false,
  });
  if (!list.data || (list.data.items.length === 0 && list.data.boxes.length === 0)) return null;
  return (
    <section className="card" aria-label={say('驳船运输', 'Barge')}>
      <h2>{say('驳船运输', 'Barge')}</h2>
      <Shown query={list}>
        {({ items, boxes }) => (
          <>
            {items.map((one) => (
              <Order key={one.id} order={one} cancel={() => setCancelling(one)} />
            ))}
            {boxes.length > 0 && (
              <div className="bar">
                <Button onClick={() => setOrdering(true)}>{say('委托驳船', 'Order a barge')}</Button>
              </div>
            )}
            {ordering && <OrderDialog shipmentId={shipmentId} boxes={boxes} close={() => setOrdering(false)} />}
          </>
        )}
      </Shown>
      {cancelling && <CancelDialog order={cancelling} close={() => setCancelling(undefined)} />}
    </section>
  );
}

function Order({ order, cancel }: { order: BargeOrderView; cancel: () => void }) {
  const say = useSay();
  const time = useTime();
  const { content } = order;
  return (
    <div
      className={order.state === 'cancelled' ? 'holder bad' : ''}
      style={{ marginBottom: 12, overflowWrap: 'anywhere' }}
    >
      <strong>
        {content.fromPort} {content.fromTerminal} → {content.toPort} {content.toTerminal}
      </strong>{' '}
      <span className={`tag tag-${colours[order.state] ?? 'blue'}`}>{say(bargeStateNames[order.state])}</span>
      <SimulatedTag shown={order.simulated} />
      {order.boxes.map(({ box, step, place, at }) => (
        <div key={box}>
          {box} {step && `${say(bargeStepNames[step])} ${place} ${at ? time(at) : ''}`}
        </div>
      ))}
      {order.cancelling && <div>{say('已要求取消', 'Asked back')}</div>}
      {order.note && <div>{order.note}</div>}
      <div className="soft">
        {order.reference} · {say('最迟', 'by')} {content.by} {order.vessel && `· ${order.vessel} `}·{' '}
        {time(order.orderedAt)} {order.orderedBy}
      </div>
      {order.can.includes('cancel') && (
        <div className="bar">
          <Button
            size="small"
            danger
            aria-label={say(`取消委托 ${order.reference}`, `Cancel ${order.reference}`)}
            onClick={cancel}
          >
            {say('取消委托', 'Cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}

function OrderDialog({
  shipmentId,
  boxes,
  close,
}: {
  shipmentId: string;
  boxes: readonly string[];
  close: () => void;
}) {
  const say = useSay();
  const [chosen, setChosen] = useState<readonly string[]>(boxes);
  const { words, field } = useTextFields('barge', () => ({ fromPort: 'CNCKG', toPort: 'CNSHA' }));
  const { problem, act } = useAct(['live']);
  const order = async () => {
    const readyOn = words('readyOn');
    const content = {
      boxes: chosen,
      fromPort: words('fromPort').toUpperCase(),
      fromTerminal: words('fromTerminal'),
      toPort: words('toPort').toUpperCase(),
      toTerminal: words('toTerminal'),
      by: words('by'),
      ...(readyOn ? { readyOn } : {}),
    };
    if (await act(() => send('POST', `/shipments/${shipmentId}/barge-orders`, content))) close();
  };
  return (
    <Modal
      open
      title={say('委托驳船', 'Order a barge')}
      okText={say('发出委托', 'Send the order')}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onCancel={close}
      onOk={() => void order()}
    >
      <Checkbox.Group options={[...boxes]} value={[...chosen]} onChange={setChosen} />
      <div className="grid">
        {field('fromPort', '起运港（UN/LOCODE）', 'From port (UN/LOCODE)', { maxLength: 5 })}
        {field('fromTerminal', '起运码头', 'From terminal', { maxLength: 35 })}
        {field('toPort', '到达港（UN/LOCODE）', 'To port (UN/LOCODE)', { maxLength: 5 })}
        {field('toTerminal', '到达码头', 'To terminal', { maxLength: 35 })}
        {field('readyOn', '备妥日期', 'Ready on', { type: 'date' })}
        {field('by', '最迟到达', 'There by', { type: 'date' })}
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
    </Modal>
  );
}

function CancelDialog({ order, close }: { order: BargeOrderView; close: () => void }) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const { problem, act } = useAct(['live']);
  const cancel = async () => {
    if (await act(() => send('POST', `/barge-orders/${order.id}/cancellation`, { reason }))) close();
  };
  return (
    <Modal
      open
      title={say(`取消委托 ${order.reference}`, `Cancel ${order.reference}`)}
      okText={say('发出取消', 'Send the cancellation')}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }}
      onCancel={close}
      onOk={() => void cancel()}
    >
      <label htmlFor="cancel-barge-reason">{say('原因', 'Reason')}</label>
      <Input id="cancel-barge-reason" maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />
      {problem !== undefined && <ProblemNote error={problem} />}
    </Modal>
  );
}
