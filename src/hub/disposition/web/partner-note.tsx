// Why nothing comes from an authority that is waited for: its system is looked after, cut off or paused (issue 6). Nothing while all are well.
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { get } from '../../../web/api.ts';
import { useSay, useTime } from '../../../web/language.tsx';
import type { ServiceStatus } from '../../partner/contract.ts';

const REFRESH_MS = 30_000;

export function PartnerNote({ authorities }: { authorities: ReadonlySet<string> }) {
  const say = useSay();
  const time = useTime();
  const status = useQuery({
    queryKey: ['service-status'],
    queryFn: () => get<ServiceStatus>('/service-status'),
    refetchInterval: REFRESH_MS,
    enabled: authorities.size > 0,
  });
  const away = (status.data?.partners ?? []).filter(
    ({ authority, state }) =>
      authority !== undefined &&
      authorities.has(authority) &&
      ['maintenance', 'unreachable', 'suspended'].includes(state),
  );
  return away.map(({ channel, name, state, until }) => (
    <Alert
      key={channel}
      type="info"
      showIcon
      title={
        state === 'maintenance'
          ? say(
              `${name.zh}系统维护中，至 ${time(until)}；单证已排队，届时自动发出。`,
              `${name.en} is under maintenance until ${time(until)}; documents wait and go out by themselves.`,
            )
          : say(
              `${name.zh}系统暂时无法连接；单证已排队，恢复后自动发出。`,
              `${name.en} cannot be reached at present; documents wait and go out by themselves.`,
            )
      }
    />
  ));
}
