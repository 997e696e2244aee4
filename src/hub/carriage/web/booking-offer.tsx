// In the form: the number that the carrier has confirmed, taken over by a click and never by itself (N11).
import { Alert, Button } from 'antd';
import { useSay } from '../../../web/language.tsx';
import { useBookings } from './booking-card.tsx';

export function BookingOffer({
  shipmentId,
  value,
  set,
}: {
  shipmentId: string;
  value: string;
  set: (number: string) => void;
}) {
  const say = useSay();
  const offered = useBookings(shipmentId).data?.offered;
  if (!offered || offered === value) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={say(`承运人已确认订舱号 ${offered}`, `The carrier has confirmed booking ${offered}`)}
      action={<Button onClick={() => set(offered)}>{say('填入表单', 'Take it over')}</Button>}
    />
  );
}
