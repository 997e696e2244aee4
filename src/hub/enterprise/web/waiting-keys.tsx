// Keys of the port office that wait for the second person (R25): what each may do, confirmed or sent back.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import type { ApiKeyView } from '../contract.ts';

export function WaitingKeys() {
  const say = useSay();
  const time = useTime();
  const keys = useQuery({
    queryKey: ['api-key-confirmations'],
    queryFn: () => get<{ items: ApiKeyView[] }>('/api-key-confirmations'),
  });
  const { problem, act } = useAct(['api-key-confirmations']);
  const decide = (key: ApiKeyView, accepted: boolean) => () =>
    void act(() => send('POST', `/api-keys/${key.id}/confirmation`, { accepted }));
  return (
    <section className="card" aria-label={say('待确认的密钥', 'Keys to confirm')}>
      <h2>{say('待确认的密钥', 'Keys to confirm')}</h2>
      <p className="soft">
        {say(
          '口岸办的程序密钥由值班员生成，经安全管理员确认后才有效。',
          'An operator makes a key for a program of the port office; it works once a security administrator has confirmed it.',
        )}
      </p>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={keys} empty={(k) => k.items.length === 0}>
        {(k) => (
          <table className="plain stack">
            <thead>
              <tr>
                <th>{say('名称', 'Name')}</th>
                <th>{say('前缀', 'Prefix')}</th>
                <th>{say('可做的事', 'May do')}</th>
                <th>{say('生成时间', 'Made')}</th>
                <th>{say('操作', 'Acts')}</th>
              </tr>
            </thead>
            <tbody>
              {k.items.map((key) => (
                <tr key={key.id}>
                  <td>{key.name}</td>
                  <td>
                    <code>{key.prefix}…</code>
                  </td>
                  <td>{key.actions?.join(' ') ?? say('其角色允许的全部', 'All that its roles allow')}</td>
                  <td>{time(key.createdAt)}</td>
                  <td>
                    <Button size="small" type="primary" onClick={decide(key, true)}>
                      {say('确认', 'Confirm')}
                    </Button>{' '}
                    <Button size="small" danger onClick={decide(key, false)}>
                      {say('退回', 'Send back')}
                    </Button>
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
