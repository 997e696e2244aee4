// A slot chosen from those offered, each with its reason; moved with a reason, or given back (P6, M4). Keyboard alone is enough.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Empty, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import type { InspectionView, OfferedSlot } from '../contract.ts';

export type SlotAct = 'book' | 'move' | 'give-back';
const titles = {
  book: { zh: '预约查验时段', en: 'Book a slot' },
  move: { zh: '改期', en: 'Move the inspection' },
  'give-back': { zh: '退回预约', en: 'Give the slot back' },
};
const ways = { book: 'booking', move: 'reschedule', 'give-back': 'booking-cancellation' } as const;

export function SlotDialog({
  inspection,
  act: wanted,
  close,
}: {
  inspection: Pick<InspectionView, 'id' | 'number' | 'slot' | 'slotReason'>;
  act: SlotAct;
  close: () => void;
}) {
  const say = useSay();
  const [slotId, setSlotId] = useState('');
  const [reason, setReason] = useState('');
  const [night, setNight] = useState(false);
  const [day, setDay] = useState('');
  const { problem, act } = useAct(['live'], ['slots', inspection.id]);
  const chooses = wanted !== 'give-back';
  const explains = wanted !== 'book';
  const confirm = async () => {
    const body = { ...(chooses ? { slotId } : {}), ...(explains ? { reason } : {}) };
    if (await act(() => send('POST', `/inspections/${inspection.id}/${ways[wanted]}`, body))) close();
  };
  return (
    <Modal
      open
      title={`${say(titles[wanted])} ${inspection.number}`}
      okText={say('确定', 'OK')}
      cancelText={say('取消', 'Cancel')}
      okButtonProps={{ disabled: (chooses && slotId === '') || (explains && reason.trim() === '') }}
      onOk={() => void confirm()}
      onCancel={close}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      {chooses ? (
        <>
          <div className="bar">
            <Checkbox checked={night} onChange={(e) => setNight(e.target.checked)}>
              {say('只看非工作时间（预约，7×24）', 'Outside opening hours only (by appointment)')}
            </Checkbox>
            <label htmlFor="slot-day">{say('不早于', 'Not before')}</label>
            <Input
              id="slot-day"
              type="date"
              style={{ width: 160 }}
              value={day}
              onChange={(e) => setDay(e.target.value)}
            />
          </div>
          <Offers
            id={inspection.id}
            given={wanted === 'book' ? inspection : undefined}
            night={night}
            day={day}
            slotId={slotId}
            choose={setSlotId}
          />
        </>
      ) : (
        <p>
          {say(
            '查验仍须进行，将改到工作时间内最早的时段。',
            'The inspection stays ordered and goes to the earliest slot in opening hours.',
          )}
        </p>
      )}
      {explains && (
        <div className="field">
          <label htmlFor="move-reason">{say('原因', 'Reason')}</label>
          <Input id="move-reason" maxLength={300} value={reason} onChange={(e) => setReason(e.target.value)} />
        </div>
      )}
    </Modal>
  );
}

function Offers({
  id,
  given,
  night,
  day,
  slotId,
  choose,
}: {
  id: string;
  /** What the platform has given: it may be kept. */
  given: Pick<InspectionView, 'slot' | 'slotReason'> | undefined;
  night: boolean;
  day: string;
  slotId: string;
  choose: (slotId: string) => void;
}) {
  const say = useSay();
  const time = useTime();
  const hour = new Date(Date.now() + 3_600_000).toISOString();
  const kept = !night && !day && given && given.slot.startsAt > hour ? given : undefined;
  // The partner's midnight.
  const from = day ? new Date(`${day}T00:00:00+08:00`).toISOString() : '';
  const query = new URLSearchParams({ ...(night ? { outOfHours: 'true' } : {}), ...(from ? { from } : {}) });
  const slots = useQuery({
    queryKey: ['slots', id, night, day],
    queryFn: () => get<{ items: OfferedSlot[] }>(`/inspections/${id}/slots?${query}`),
    gcTime: 0,
  });
  return (
    <Shown query={slots}>
      {({ items: others }) => {
        const items = kept ? [{ ...kept.slot, reason: kept.slotReason }, ...others] : others;
        return items.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('没有可用时段', 'No slot is free')} />
        ) : (
          <Radio.Group
            aria-label={say('可选时段', 'Free slots')}
            style={{ display: 'grid' }}
            value={slotId}
            onChange={(e) => choose(e.target.value)}
            options={items.map((slot) => ({
              value: slot.id,
              label: (
                <>
                  {time(slot.startsAt)} {say(slot.siteName)} {slot.bay} <span className="soft">{say(slot.reason)}</span>
                </>
              ),
            }))}
          />
        );
      }}
    </Shown>
  );
}
