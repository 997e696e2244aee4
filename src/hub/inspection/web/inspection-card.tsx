// One inspection: where, when and why then, whose part is done; officers record, enterprises book, move and give back (P6, M4).
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { authorityName, objectName, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { InspectionPart, InspectionView } from '../contract.ts';
import { ResultDetails } from './result-details.tsx';
import { ResultDialog } from './result-dialog.tsx';
import { type SlotAct, SlotDialog } from './slot-dialog.tsx';

export function InspectionCard({
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
  const [doing, setDoing] = useState<SlotAct | 'record'>();
  const mine = i.parts.find((p) => p.authority === authority);
  return (
    <div style={{ marginBottom: 12 }}>
      <div>
        <strong>{i.number}</strong> <StateTag state={i.overdue ? 'overdue' : i.state} />
        {i.joint && <StateTag state={say('联合查验', 'Joint inspection')} />}
        {i.byAppointment && <StateTag state={say('预约 · 非工作时间', 'By appointment, out of hours')} />}
        <SimulatedTag shown={i.simulated} />{' '}
        <Link to="/shipments/$id" params={{ id: i.shipmentId }}>
          {i.shipmentNumber}
        </Link>
      </div>
      <div>
        {say(i.slot.siteName)} {i.slot.bay} · {time(i.slot.startsAt)} – {time(i.slot.endsAt)}{' '}
        <span className="soft">{say(i.slotReason)}</span>
      </div>
      {i.cutOff && (
        <div>
          {say('截关', 'Cut-off')} {time(i.cutOff)} {i.late && i.state !== 'finished' && <StateTag state="too-late" />}
          {i.virtuallyReturnedAt && <StateTag state="virtually-returned" />}
        </div>
      )}
      {i.booked && (
        <div className="soft">
          {say('预约', 'Booked by')} {i.booked.by} · {time(i.booked.at)}
        </div>
      )}
      <div className="soft">{i.objectIds.map((id) => say(objectName(id))).join(say('、', ', '))}</div>
      {i.parts.map((p) => (
        <PartLine key={p.authority} inspectionId={i.id} part={p} />
      ))}
      <div className="bar">
        {mine && !mine.result && (i.state === 'planned' || i.state === 'started') && (
          <>
            <Button type="primary" onClick={() => setDoing('record')}>
              {say('登记结果', 'Record result')}
            </Button>
            <Link to="/field/$id" params={{ id: i.id }}>
              {say('现场登记（照片、封志、样品）', 'Record in the yard (photos, seals, samples)')}
            </Link>
          </>
        )}
        {maySchedule && i.state === 'planned' && (
          <>
            {!i.booked && (
              <Button size="small" onClick={() => setDoing('book')}>
                {say('预约', 'Book')}
              </Button>
            )}
            <Button size="small" onClick={() => setDoing('move')}>
              {say('改期', 'Move')}
            </Button>
            {i.booked && (
              <Button size="small" onClick={() => setDoing('give-back')}>
                {say('退回预约', 'Give back')}
              </Button>
            )}
          </>
        )}
      </div>
      {doing === 'record' && <ResultDialog id={i.id} close={() => setDoing(undefined)} />}
      {doing !== undefined && doing !== 'record' && (
        <SlotDialog inspection={i} act={doing} close={() => setDoing(undefined)} />
      )}
    </div>
  );
}

function PartLine({ inspectionId, part: p }: { inspectionId: string; part: InspectionPart }) {
  const say = useSay();
  return (
    <div>
      {say(authorityName(p.authority))}
      {p.officer && <span className="soft"> {p.officer}</span>}:{' '}
      {p.result
        ? `${p.result.outcome === 'normal' ? say('正常', 'normal') : say('异常', 'abnormal')} · ${p.result.findings}`
        : say('待查验', 'to inspect')}
      {p.result && <ResultDetails inspectionId={inspectionId} result={p.result} />}
    </div>
  );
}
