// How long is left until an instant, or by how much it has passed; looked at twice a minute.
import { useEffect, useState } from 'react';
import { useSay } from '../../../web/language.tsx';

export function useCountdown(dueAt: string | undefined): string {
  const say = useSay();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  if (!dueAt) return '';
  const minutes = Math.round((Date.parse(dueAt) - now) / 60_000);
  const size = `${Math.floor(Math.abs(minutes) / 60)}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
  return minutes >= 0 ? say(`剩余 ${size}`, `${size} left`) : say(`超时 ${size}`, `${size} overdue`);
}
