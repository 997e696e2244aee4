// The shipment page: who holds what and why, the live timeline, documents with raw messages, inspections, releases (P5, P7, M2).
import { useIsFetching, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input, Modal, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useLive } from '../../../web/live.ts';
import { useSession } from '../../../web/session.ts';
import { useAct } from '../../../web/use-act.ts';
import { BlockingPanel } from '../../disposition/web/blocking-view.tsx';
import { BargeCard } from '../../carriage/web/barge-card.tsx';
import { BookingCard } from '../../carriage/web/booking-card.tsx';
import { CaseCredentials } from '../../credentials/web/credential-cards.tsx';
import { OwnDraws } from '../../draw/web/own-draws.tsx';
import { InspectionCards } from '../../inspection/web/inspection-list.tsx';
import { ShipmentProofs } from '../../ledger/web/shipment-proofs.tsx';
import type { TimelineEntry } from '../../notices/contract.ts';
import { ShipmentSignatures } from '../../signatures/web/shipment-signatures.tsx';
import { PaymentCard } from '../../payment/web/payment-card.tsx';
import { ReleaseCards } from '../../release/web/release-cards.tsx';
import { goodsWords } from '../../../web/goods-words.ts';
import type { ShipmentVersion, ShipmentView } from '../contract.ts';
import { CaseDocuments } from './case-documents.tsx';
import { ChangeCard } from './change-card.tsx';
import { CompletionNote } from './completion-note.tsx';
import { LookMarks } from './look-marks.tsx';
import { PathName } from './path-name.tsx';
import { Rejections } from './rejections.tsx';

export default function ShipmentPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const say = useSay();
  const navigate = useNavigate();
  const session = useSession();
  useLive(id);
  const { problem, act } = useAct(['live']);
  const [withdrawing, setWithdrawing] = useState(false);
  const [reason, setReason] = useState('');
  const shipment = useQuery({
    queryKey: ['live', 'shipment', 'of', id],
    queryFn: () => get<ShipmentView>(`/shipments/${id}`),
  });
  const settled = useSettled(id, shipment.isSuccess);
  /** Opens the amendment, or the one that is open already, at this place of the form. */
  const amend = (at?: string) =>
    act(async () => {
      if (shipment.data?.can.includes('amend')) await send('POST', `/shipments/${id}/amendment`);
      await navigate({ to: '/shipments/$id/form', params: { id }, search: (at ? { at } : {}) as never });
    });
  const copy = () =>
    act(async () => {
      const made = await send<ShipmentView>('POST', '/shipments', { from: 'copy', shipmentId: id });
      await navigate({ to: '/shipments/$id/form', params: { id: made.id } });
    });
  return (
    <Shown query={shipment}>
      {(s) => (
        <>
          <div className="bar">
            <h1 style={{ margin: 0 }}>{s.number}</h1>
            <StateTag state={s.progress} />
            <SimulatedTag shown={s.simulated} />
            <span className="soft">
              {[s.owner.name, goodsWords(s, say), s.conveyance, s.declarationNumber].filter(Boolean).join(' · ')}
            </span>
            <span style={{ flex: 1 }} />
            {s.can.includes('edit') && (
              <Link to="/shipments/$id/form" params={{ id }}>
                {say('填写表单', 'Open the form')}
              </Link>
            )}
            {s.can.includes('copy') && <Button onClick={() => void copy()}>{say('复制新建', 'Copy')}</Button>}
            {s.can.includes('amend') && (
              <Button onClick={() => void amend()}>
                {s.state === 'closed' ? say('申请修改', 'Apply for a change') : say('修改申报', 'Amend')}
              </Button>
            )}
            {s.can.includes('withdraw') && (
              <Button danger onClick={() => setWithdrawing(true)}>
                {say('撤回', 'Withdraw')}
              </Button>
            )}
          </div>
          {problem !== undefined && <ProblemNote error={problem} />}
          <Rejections shipment={s} mend={(at) => void amend(at)} />
          <CompletionNote shipment={s} />
          <ChangeCard shipment={s} retract={() => void act(() => send('DELETE', `/shipments/${id}/amendment`))} />
          {!settled && <Skeleton active paragraph={{ rows: 10 }} />}
          <div className="two" style={settled ? undefined : { visibility: 'hidden' }}>
            <div>
              {s.version > 0 && (
                <BlockingPanel
                  shipmentId={id}
                  mayInstruct={s.can.includes('instruct')}
                  mayAttach={s.can.includes('attach')}
                />
              )}
              {s.version > 0 && <InspectionCards shipmentId={id} />}
              {s.version > 0 && <ReleaseCards shipmentId={id} />}
              {s.version > 0 && <PaymentCard shipmentId={id} />}
              {s.transportMode === '2' && <BargeCard shipmentId={id} />}
              <BookingCard shipmentId={id} mayFill={s.can.includes('edit')} />
              {s.can.includes('documents') && session.data?.actions.includes('document.read') && (
                <CaseDocuments id={id} />
              )}
              {s.version > 0 && session.data?.actions.includes('document.read') && <CaseCredentials shipmentId={id} />}
              <Versions id={id} />
              <ShipmentSignatures shipmentId={id} />
              {s.version > 0 && <OwnDraws shipmentId={id} />}
              <ShipmentProofs shipmentId={id} />
              {s.can.includes('withhold') && <LookMarks id={id} />}
            </div>
            <Timeline id={id} />
          </div>
          <Modal
            open={withdrawing}
            title={say('撤回申报', 'Withdraw the filing')}
            okButtonProps={{ danger: true, disabled: reason === '' }}
            onCancel={() => setWithdrawing(false)}
            onOk={() =>
              void act(() => send('POST', `/shipments/${id}/withdrawal`, { reason })).then(() => setWithdrawing(false))
            }
          >
            {s.declarationNumber && (
              <p className="soft">
                {say(
                  '海关已接受申报的，撤销须经海关同意；同意前申报继续有效。',
                  'Once customs has taken the declaration it has to agree; until then the filing stays in force.',
                )}
              </p>
            )}
            <label htmlFor="why">{say('原因', 'Reason')}</label>
            <Input id="why" value={reason} onChange={(e) => setReason(e.target.value)} />
          </Modal>
        </>
      )}
    </Shown>
  );
}

/** True once everything about the case has been fetched for the first time, so that the page is drawn once and nothing jumps. */
function useSettled(id: string, shown: boolean): boolean {
  const pending = useIsFetching({ predicate: (q) => q.queryKey.includes(id) && q.state.status === 'pending' });
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!shown || settled) return;
    // A moment for panels that ask once they are drawn; a slow one is not waited for.
    const timer = setTimeout(() => setSettled(true), pending === 0 ? 60 : 3000);
    return () => clearTimeout(timer);
  }, [shown, settled, pending]);
  return settled;
}

/** Lines that tell what a partner’s system said; what an officer did at the desk has his name. */
const fromPartners = new Set(['instruction.received', 'document.answered', 'release.used']);

function Timeline({ id }: { id: string }) {
  const say = useSay();
  const time = useTime();
  const timeline = useQuery({
    queryKey: ['live', 'timeline', 'of', id],
    queryFn: () => get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline`),
  });
  return (
    <section className="card" aria-label={say('轨迹', 'Timeline')}>
      <h2>{say('轨迹（实时）', 'Timeline (live)')}</h2>
      <Shown query={timeline} empty={(t) => t.items.length === 0}>
        {(t) => (
          <ol className="timeline" aria-live="polite">
            {[...t.items].reverse().map((e) => (
              <li key={e.position} className={e.tone}>
                <div className="soft">
                  {time(e.at)} · {e.by}{' '}
                  <SimulatedTag shown={e.simulated && e.by === 'Portico' && fromPartners.has(e.type)} />
                </div>
                {say(e.text)}
              </li>
            ))}
          </ol>
        )}
      </Shown>
    </section>
  );
}

function Versions({ id }: { id: string }) {
  const say = useSay();
  const time = useTime();
  const versions = useQuery({
    queryKey: ['live', 'versions', 'of', id],
    queryFn: () => get<{ items: ShipmentVersion[] }>(`/shipments/${id}/versions`),
  });
  return (
    <section className="card" aria-label={say('版本', 'Versions')}>
      <h2>{say('版本', 'Versions')}</h2>
      <Shown query={versions} empty={(v) => v.items.length === 0}>
        {(v) => (
          <ul>
            {v.items.map((one) => (
              <li key={one.version}>
                v{one.version} ·{' '}
                {one.submittedAt
                  ? `${time(one.submittedAt)} ${one.submittedBy}`
                  : say('未提交的修改', 'amendment not filed')}{' '}
                {one.reason}
                {one.changed.length > 0 && (
                  <ul>
                    {one.changed.map((c) => (
                      <li key={c.path}>
                        <PathName path={c.path} />: {c.before ?? '–'} → {c.after ?? '–'}
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}
