// The way to the inbox in the header, with the number of unread notices, live (M2).
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../../web/api.ts';
import { useSay } from '../../../web/language.tsx';
import { useHeardForInbox } from '../../../web/live.ts';
import type { InboxSummary } from '../contract.ts';

/** Until what was heard of has landed; it takes a quarter of a second, more on a busy machine. */
const SOON_MS = 500;
/** So that a number read on another device is seen here too. */
const LATER_MS = 30_000;

export default function InboxLink() {
  const say = useSay();
  const heard = useHeardForInbox();
  const summary = useQuery({
    queryKey: ['inbox', 'summary'],
    queryFn: () => get<InboxSummary>('/inbox/summary'),
    refetchInterval: (query) => ((query.state.data?.upTo ?? 0) < heard ? SOON_MS : LATER_MS),
  });
  const unread = summary.data?.unread ?? 0;
  const shown = summary.data?.more ? `${unread}+` : String(unread);
  return (
    <Link to="/inbox" className="inbox-link" activeProps={{ className: 'active' }}>
      {say('收件箱', 'Inbox')}{' '}
      {unread > 0 && (
        <span className="count">
          {shown}
          <span className="sr-only"> {say('条未读', 'unread')}</span>
        </span>
      )}
    </Link>
  );
}
