// Dead letters sent again many at once, by two persons (P3): one proposes with his reason, another confirms or withdraws.
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { PagedTable, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { usePages } from '../../../web/use-pages.ts';
import type { BulkReplayView, ChannelHealth } from '../contract.ts';
import { type Act, REFRESH_MS } from './act.ts';

export function BulkReplayList({ act }: { act: Act }) {
  const say = useSay();
  const list = usePages<BulkReplayView>(['exchange', 'bulk-replays'], '/exchange/bulk-replays?limit=10', {
    refetchInterval: REFRESH_MS,
  });
  return (
    <section className="card scroll" aria-label={say('批量重发', 'Bulk replays')}>
      <h2>{say('批量重发（两人办理）', 'Bulk replays (by two persons)')}</h2>
      <Propose act={act} />
      <PagedTable
        list={list}
        head={[
          say('通道', 'Channel'),
          say('理由', 'Reason'),
          say('份数', 'Count'),
          say('经手', 'By'),
          say('状态', 'State'),
          say('操作', 'Acts'),
        ]}
        row={(one) => <BulkReplayRow key={one.id} one={one} act={act} />}
      />
    </section>
  );
}

function Propose({ act }: { act: Act }) {
  const say = useSay();
  const [channel, setChannel] = useState<string>();
  const [reason, setReason] = useState('');
  const channels = useQuery({
    queryKey: ['exchange', 'channels'],
    queryFn: () => get<{ items: ChannelHealth[] }>('/exchange/channels'),
    refetchInterval: REFRESH_MS,
  });
  const dead = (channels.data?.items ?? []).filter((one) => one.dead > 0);
  if (dead.length === 0) return null;
  return (
    <div className="bar">
      <Select
        aria-label={say('通道', 'Channel')}
        placeholder={say('有死信的通道', 'A channel with dead letters')}
        value={channel ?? null}
        onChange={setChannel}
        style={{ minWidth: 180 }}
        options={dead.map((one) => ({ value: one.id, label: `${say(one.name)}（${one.dead}）` }))}
      />
      <Input
        aria-label={say('理由', 'Reason')}
        placeholder={say('理由，如：伙伴已修复', 'Reason, e.g. the partner has been mended')}
        value={reason}
        maxLength={500}
        onChange={(e) => setReason(e.target.value)}
        style={{ maxWidth: 320 }}
      />
      <Button
        disabled={!channel || reason.trim() === ''}
        onClick={() => {
          act('/exchange/bulk-replays', { channel, reason: reason.trim() });
          setReason('');
        }}
      >
        {say('提出重发', 'Propose')}
      </Button>
    </div>
  );
}

function BulkReplayRow({ one, act }: { one: BulkReplayView; act: Act }) {
  const say = useSay();
  const time = useTime();
  const at = (step: string) => act(`/exchange/bulk-replays/${one.id}/${step}`);
  return (
    <tr>
      <td>
        {say(one.channelName)}
        {one.documentName && <div className="soft">{say(one.documentName)}</div>}
      </td>
      <td>{one.reason}</td>
      <td>
        {one.count}
        {one.replayed !== undefined && (
          <div className="soft">{say(`已重发 ${one.replayed}`, `${one.replayed} sent again`)}</div>
        )}
      </td>
      <td>
        {one.proposedBy} <span className="soft">{time(one.proposedAt)}</span>
        {one.decidedBy && (
          <div>
            {one.decidedBy} <span className="soft">{time(one.decidedAt)}</span>
          </div>
        )}
      </td>
      <td>
        <StateTag state={`bulk-${one.state}`} />
      </td>
      <td>
        {one.state === 'proposed' && (
          <>
            {one.mine ? (
              <span className="soft">{say('须由另一人确认', 'Another person confirms')}</span>
            ) : (
              <Button size="small" type="primary" onClick={() => at('confirmation')}>
                {say('确认重发', 'Confirm')}
              </Button>
            )}{' '}
            <Button size="small" onClick={() => at('withdrawal')}>
              {say('撤回', 'Withdraw')}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}
