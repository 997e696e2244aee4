// The inbox of whoever is signed in (M2): what he has to know, newest first; what lands here; and the same by e-mail.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Empty, Segmented, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { send } from '../../../web/api.ts';
import { MoreButton, ProblemNote, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useHeardForInbox } from '../../../web/live.ts';
import { usePages } from '../../../web/use-pages.ts';
import { ConfirmedNote } from '../../mail/web/confirmed-note.tsx';
import { MailSettingsDialog } from '../../mail/web/mail-settings.tsx';
import type { InboxItem } from '../contract.ts';
import { FiltersDialog } from './filters-dialog.tsx';

type State = 'all' | 'unread';
/** What was heard of lands within a quarter of a second, on a busy machine later: the list asks twice. */
const LANDS_MS = [600, 3000];

export default function InboxPage() {
  const say = useSay();
  const client = useQueryClient();
  const heard = useHeardForInbox();
  const [state, setState] = useState<State>('all');
  const [open, setOpen] = useState<'filters' | 'mail'>();
  const [problem, setProblem] = useState<unknown>();
  const list = usePages<InboxItem>(
    ['inbox', 'items', state],
    `/inbox?limit=30${state === 'unread' ? '&state=unread' : ''}`,
  );
  useEffect(() => {
    if (heard === 0) return;
    const timers = LANDS_MS.map((ms) =>
      setTimeout(() => void client.invalidateQueries({ queryKey: ['inbox', 'items'] }), ms),
    );
    return () => timers.forEach(clearTimeout);
  }, [client, heard]);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const mark = async (which: { read: boolean; positions?: number[]; upTo?: number }) => {
    setProblem(undefined);
    try {
      await send('POST', '/inbox/marks', which);
    } catch (error) {
      setProblem(error);
    }
    await client.invalidateQueries({ queryKey: ['inbox'] });
  };
  return (
    <>
      <div className="bar">
        <h1>{say('收件箱', 'Inbox')}</h1>
        <Segmented<State>
          value={state}
          onChange={setState}
          aria-label={say('显示', 'Show')}
          options={[
            { value: 'all', label: say('全部', 'All') },
            { value: 'unread', label: say('未读', 'Unread') },
          ]}
        />
        <Button
          size="small"
          disabled={!items.some((item) => !item.read)}
          onClick={() => void mark({ read: true, upTo: items[0]?.position ?? 0 })}
        >
          {say('全部标为已读', 'Mark all as read')}
        </Button>
        <span className="grow" />
        <Button size="small" onClick={() => setOpen('filters')}>
          {say('接收哪些', 'What lands here')}
        </Button>
        <Button size="small" onClick={() => setOpen('mail')}>
          {say('邮件通知', 'E-mail notices')}
        </Button>
      </div>
      <ConfirmedNote />
      {problem !== undefined && <ProblemNote error={problem} />}
      {list.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {list.isError && <ProblemNote error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            state === 'unread' ? say('没有未读通知', 'Nothing is unread') : say('还没有通知', 'No notices yet')
          }
        />
      )}
      {items.length > 0 && (
        <ul className="notices card" aria-label={say('通知', 'Notices')}>
          {items.map((item) => (
            <Notice key={item.position} item={item} mark={(read) => void mark({ read, positions: [item.position] })} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      {open === 'filters' && <FiltersDialog close={() => setOpen(undefined)} />}
      {open === 'mail' && <MailSettingsDialog close={() => setOpen(undefined)} />}
    </>
  );
}

function Notice({ item, mark }: { item: InboxItem; mark: (read: boolean) => void }) {
  const say = useSay();
  const time = useTime();
  return (
    <li className={item.read ? '' : 'unread'}>
      <StateTag state={item.tone} />
      <span className="said">
        {!item.read && <span className="sr-only">{say('未读：', 'Unread: ')}</span>}
        {say(item.text)}
      </span>
      <Button size="small" onClick={() => mark(!item.read)}>
        {item.read ? say('标为未读', 'Mark as unread') : say('标为已读', 'Mark as read')}
      </Button>
      <span className="about soft">
        {item.shipmentId && (
          <Link to="/shipments/$id" params={{ id: item.shipmentId }} onClick={() => !item.read && mark(true)}>
            {item.number ?? say('查看货物', 'Open the shipment')}
          </Link>
        )}
        {item.type === 'draw.nonce-wanted' && (
          <Link to="/draws" onClick={() => !item.read && mark(true)}>
            {say('去给出随机数', 'Give the nonce')}
          </Link>
        )}{' '}
        {time(item.at)} <SimulatedTag shown={item.simulated} />
      </span>
    </li>
  );
}
