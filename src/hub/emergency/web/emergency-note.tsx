// The band over every page while an emergency holds (M10): which channels, since when; everybody signed in sees it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../../web/api.ts';
import { useSay, useTime } from '../../../web/language.tsx';
import type { EmergencyView } from '../contract.ts';

const LOOK_MS = 10_000;
const activeKey = ['emergencies', 'active'] as const;

export default function EmergencyNote() {
  const say = useSay();
  const time = useTime();
  const active = useQuery({
    queryKey: activeKey,
    queryFn: () => get<{ items: EmergencyView[] }>('/emergencies?state=active'),
    refetchInterval: LOOK_MS,
  });
  if (!active.data || active.data.items.length === 0) return null;
  return (
    <div className="emergency-banner" role="alert">
      {active.data.items.map((one) => (
        <div key={one.id}>
          <Link to="/emergencies">
            {say('应急处置', 'Emergency')} {one.number}
          </Link>{' '}
          {one.channels.map((channel) => say(channel.name)).join(say('、', ', '))}：{one.reason}
          {say('；自', '; since ')}
          {time(one.declaredAt)}
          {say('起按纸面办理，单证照常申报、留存待发', ', by paper; filings are kept and sent later')}
        </div>
      ))}
    </div>
  );
}
