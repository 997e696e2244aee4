// Space booked for a case (N11): how each booking stands by the carrier's own words, changing and cancelling it, booking another, and the number that
// the form lacks.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown, SimulatedTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { useAct } from '../../../web/use-act.ts';
import { type BookingsOfCase, type BookingView, bookingStateNames, requestStateNames } from '../contract.ts';
import { BookingDialog } from './booking-dialog.tsx';

const colours: Readonly<Partial<Record<BookingView['state'], string>>> = {
  confirmed: 'green',
  completed: 'green',
  'pending-update': 'orange',
  'pending-amendment': 'orange',
  rejected: 'red',
  declined: 'red',
  cancelled: 'default',
};
const cutOffNames: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  DCO: ['截单', 'documents'],
  VCO: ['截 VGM', 'verified gross mass'],
  FCO: ['截重箱', 'full containers'],
  LCO: ['截拼箱货', 'shared cargo'],
  EFC: ['最早进重箱', 'full containers from'],
};

export const useBookings = (shipmentId: string) => {
  const session = useSession();
  return useQuery({
    queryKey: ['live', 'carrier-bookings', 'of', shipmentId],
    queryFn: () => get<BookingsOfCase>(`/shipments/${shipmentId}/carrier-bookings`),
    enabled: session.data?.actions.includes('carriage.read') ?? false,
  });
};

export function BookingCard({ shipmentId, mayFill }: { shipmentId: string; mayFill: boolean }) {
  const say = useSay();
  const list = useBookings(shipmentId);
  const [open, setOpen] = useState<{ booking?: BookingView }>();
  const [cancelling, setCancelling] = useState<BookingView>();
  if (!list.data || (list.data.items.length === 0 && !list.data.mayBook)) return null;
  return (
    <section className="card" aria-label={say('订舱', 'Carrier booking')}>
      <h2>{say('订舱', 'Carrier booking')}</h2>
      <Shown query={list}>
        {({ items, mayBook, suggested, offered }) => (
          <>
            {items.map((one) => (
              <Booking
                key={one.id}
                booking={one}
                amend={() => setOpen({ booking: one })}
                cancel={() => setCancelling(one)}
              />
            ))}
            {offered && (
              <p>
                {say(
                  `已确认的订舱号 ${offered} 尚未填入表单。`,
                  `The confirmed booking ${offered} is not in the form yet.`,
                )}{' '}
                {mayFill && (
                  <Link to="/shipments/$id/form" params={{ id: shipmentId }} search={{ at: 'bookingNumber' } as never}>
                    {say('打开表单填入', 'Open the form to take it over')}
                  </Link>
                )}
              </p>
            )}
            {mayBook && (
              <div className="bar">
                <Button onClick={() => setOpen({})}>{say('订舱', 'Book space')}</Button>
              </div>
            )}
            {open && (
              <BookingDialog
                shipmentId={shipmentId}
                booking={open.booking}
                content={open.booking?.content ?? suggested ?? {}}
                close={() => setOpen(undefined)}
              />
            )}
          </>
        )}
      </Shown>
      {cancelling && <CancelDialog booking={cancelling} close={() => setCancelling(undefined)} />}
    </section>
  );
}

function Booking({ booking, amend, cancel }: { booking: BookingView; amend: () => void; cancel: () => void }) {
  const say = useSay();
  const time = useTime();
  const { content } = booking;
  const bad = booking.state === 'rejected' || booking.state === 'declined';
  return (
    <div className={bad ? 'holder bad' : ''} style={{ marginBottom: 12, overflowWrap: 'anywhere' }}>
      <strong>
        {content.from} → {content.to}
      </strong>{' '}
      <span className={`tag tag-${colours[booking.state] ?? 'blue'}`}>{say(bookingStateNames[booking.state])}</span>
      <SimulatedTag shown={booking.simulated} />
      <div>
        {booking.bookingReference && `${say('订舱号', 'Booking number')} ${booking.bookingReference} · `}
        {content.equipment.map((one) => `${one.units} × ${one.isoCode}`).join(', ')} ·{' '}
        {content.cargo.map((one) => `${one.description} ${one.grossMassKg} kg`).join(', ')}
        {content.cargo.some((one) => one.dangerous) && ` · ${say('危险货物', 'dangerous goods')}`}
      </div>
      {booking.updating && (
        <div>{say('更正已发出，待承运人答复', 'The update is sent; the carrier has not answered')}</div>
      )}
      {booking.amendment && (
        <div>
          {say('变更', 'Amendment')}: {say(requestStateNames[booking.amendment])}
        </div>
      )}
      {booking.cancellation && (
        <div>
          {say('取消', 'Cancellation')}: {say(requestStateNames[booking.cancellation])}
        </div>
      )}
      {booking.feedbacks.map((one) => (
        <div key={`${one.field} ${one.text}`}>
          {say('承运人', 'Carrier')}: {one.text} {one.field && <code>{one.field}</code>}
        </div>
      ))}
      {booking.plan.map((leg) => (
        <div key={`${leg.from} ${leg.departsOn}`}>
          {leg.departsOn} {leg.from} → {leg.arrivesOn} {leg.to} {leg.vessel} {leg.voyage}
        </div>
      ))}
      {booking.cutOffs.length > 0 && (
        <div>
          {booking.cutOffs
            .map(({ code, at }) => `${say(...(cutOffNames[code] ?? [code, code]))} ${time(at)}`)
            .join(' · ')}
        </div>
      )}
      <div className="soft">
        {booking.reference} · {say(`第 ${booking.version} 版`, `version ${booking.version}`)} ·{' '}
        {time(booking.orderedAt)} {booking.orderedBy}
      </div>
      {booking.can.length > 0 && (
        <div className="bar">
          {booking.can.includes('amend') && (
            <Button
              size="small"
              aria-label={say(`变更订舱 ${booking.reference}`, `Change booking ${booking.reference}`)}
              onClick={amend}
            >
              {say('变更', 'Change')}
            </Button>
          )}
          {booking.can.includes('cancel') && (
            <Button
              size="small"
              danger
              aria-label={say(`取消订舱 ${booking.reference}`, `Cancel booking ${booking.reference}`)}
              onClick={cancel}
            >
              {say('取消订舱', 'Cancel')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function CancelDialog({ booking, close }: { booking: BookingView; close: () => void }) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const { problem, act } = useAct(['live']);
  const cancel = async () => {
    if (await act(() => send('POST', `/carrier-bookings/${booking.id}/cancellation`, { reason }))) close();
  };
  return (
    <Modal
      open
      title={say(`取消订舱 ${booking.reference}`, `Cancel booking ${booking.reference}`)}
      okText={say('发出取消', 'Send the cancellation')}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }}
      onCancel={close}
      onOk={() => void cancel()}
    >
      {booking.bookingReference && (
        <p className="soft">
          {say(
            '已确认的订舱须承运人同意才取消；可能产生费用。',
            'A confirmed booking ends when the carrier agrees; it may charge for it.',
          )}
        </p>
      )}
      <label htmlFor="cancel-booking-reason">{say('原因', 'Reason')}</label>
      <Input id="cancel-booking-reason" maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
      {problem !== undefined && <ProblemNote error={problem} />}
    </Modal>
  );
}
