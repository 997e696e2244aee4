// Says at the top of the desk that the database goes on from a backup, and what that leaves to be settled with the partners (P3).
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { get } from '../../../web/api.ts';
import { useSay, useTime } from '../../../web/language.tsx';
import type { RestoreView } from '../contract.ts';
import { type Act, REFRESH_MS } from './act.ts';

export function RestoreNote({ act }: { act: Act }) {
  const say = useSay();
  const time = useTime();
  const { data } = useQuery({
    queryKey: ['exchange', 'restores'],
    queryFn: () => get<{ items: RestoreView[] }>('/exchange/restores'),
    refetchInterval: REFRESH_MS,
  });
  return (data?.items ?? [])
    .filter((restore) => !restore.checkedAt)
    .map((restore) => (
      <Alert
        key={restore.id}
        type="warning"
        showIcon
        title={say(
          `数据库已恢复到 ${time(restore.restoredTo)}（时间线 ${restore.timeline}）`,
          `The database was restored to ${time(restore.restoredTo)} (timeline ${restore.timeline})`,
        )}
        description={say(
          `此后办理的事项，各方知道而这里没有：请各方重发该时刻之后的报文，并请企业核对其申报。恢复后收到 ${restore.unknownMessages} 份所指不明的来文，见“来文”。`,
          `Partners know what was done after that, and nothing here does: have them send again what they sent since, and have traders look at their filings. ${restore.unknownMessages} messages about unknown documents have come since; see "Received messages".`,
        )}
        action={
          <Button size="small" onClick={() => act(`/exchange/restores/${restore.id}/check`)}>
            {say('已核对', 'Settled')}
          </Button>
        }
      />
    ));
}
