// Where one is signed in: what one does not know is ended with one press.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import type { OwnSession } from '../contract.ts';

export function OwnSessions() {
  const say = useSay();
  const time = useTime();
  const list = useQuery({ queryKey: ['sessions'], queryFn: () => get<{ items: OwnSession[] }>('/sessions') });
  const { problem, act } = useAct(['sessions']);
  return (
    <section className="card" aria-label={say('我的登录', 'My sessions')}>
      <div className="bar">
        <h2>{say('我的登录', 'My sessions')}</h2>
        {(list.data?.items.length ?? 0) > 1 && (
          <Button size="small" danger onClick={() => void act(() => send('DELETE', '/sessions'))}>
            {say('结束其他全部登录', 'End all the others')}
          </Button>
        )}
        <span className="soft">{say('结束立即生效', 'Ending works at once')}</span>
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={list}>
        {({ items }) => (
          <table className="plain stack">
            <thead>
              <tr>
                <th>{say('设备', 'Device')}</th>
                <th>{say('地址', 'Address')}</th>
                <th>{say('登录于', 'Opened')}</th>
                <th>{say('最近使用', 'Last seen')}</th>
                <th>{say('操作', 'Acts')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <td>{one.device || say('未知设备', 'Unknown device')}</td>
                  <td>{one.address || '–'}</td>
                  <td>{time(one.openedAt)}</td>
                  <td>{time(one.lastSeenAt)}</td>
                  <td>
                    {one.current ? (
                      <span className="tag tag-green">{say('当前', 'This one')}</span>
                    ) : (
                      <Button size="small" danger onClick={() => void act(() => send('DELETE', `/sessions/${one.id}`))}>
                        {say('结束', 'End')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Shown>
    </section>
  );
}
