// Keys of the organisation's programs (P12): made, narrowed, renewed with an overlap, revoked; a secret is shown once.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { SecretOnce } from '../../../web/secret-once.tsx';
import { useAct } from '../../../web/use-act.ts';
import type { ApiKeyView } from '../contract.ts';
import { NewKeyDialog, RenewKeyDialog } from './key-dialogs.tsx';

export function ApiKeys() {
  const say = useSay();
  const time = useTime();
  const [making, setMaking] = useState(false);
  const [renewing, setRenewing] = useState<ApiKeyView>();
  const [made, setMade] = useState<ApiKeyView & { secret?: string }>();
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: () => get<{ items: ApiKeyView[] }>('/api-keys') });
  const { problem, act, askAgain } = useAct(['api-keys']);
  const done = async (key: ApiKeyView & { secret?: string }) => {
    setMaking(false);
    setRenewing(undefined);
    if (key.secret) setMade(key);
    await askAgain();
  };
  return (
    <section className="card" aria-label={say('API 密钥', 'API keys')}>
      <div className="bar">
        <h2>{say('API 密钥', 'API keys')}</h2>
        <Button size="small" type="primary" onClick={() => setMaking(true)}>
          {say('新建密钥', 'New key')}
        </Button>
        <a href="/api/v1/openapi.json">OpenAPI</a>
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={keys} empty={(k) => k.items.length === 0}>
        {(k) => (
          <table className="plain stack">
            <thead>
              <tr>
                <th>{say('名称', 'Name')}</th>
                <th>{say('前缀', 'Prefix')}</th>
                <th>{say('可做的事', 'May do')}</th>
                <th>{say('最近使用', 'Last used')}</th>
                <th>{say('到期', 'Expires')}</th>
                <th>{say('操作', 'Acts')}</th>
              </tr>
            </thead>
            <tbody>
              {k.items.map((key) => (
                <tr key={key.id}>
                  <td>{key.name}</td>
                  <td>
                    <code>{key.prefix}…</code>
                    {key.signs && <span className="tag tag-blue">{say('签名', 'Signs')}</span>}
                    {key.waitsSince && (
                      <span className="tag tag-orange">{say('待安全管理员确认', 'To be confirmed')}</span>
                    )}
                  </td>
                  <td>
                    {key.actions?.join(' ') ?? say('其角色允许的全部', 'All that its roles allow')}
                    {key.channels && ` · ${key.channels.join(' ')}`}
                  </td>
                  <td>{time(key.lastUsedAt)}</td>
                  <td>
                    {key.expiresAt?.slice(0, 10) ?? '–'}
                    {key.expiresSoon && <span className="tag tag-orange">{say('将到期', 'Soon')}</span>}
                    {key.previousUntil && (
                      <div className="soft">
                        {say('旧密钥用到 ', 'The old one works until ')}
                        {time(key.previousUntil)}
                      </div>
                    )}
                  </td>
                  <td>
                    <Button size="small" onClick={() => setRenewing(key)}>
                      {say('更换', 'Renew')}
                    </Button>{' '}
                    <Button size="small" danger onClick={() => void act(() => send('DELETE', `/api-keys/${key.id}`))}>
                      {say('吊销', 'Revoke')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Shown>
      {making && <NewKeyDialog close={() => setMaking(false)} done={done} />}
      {renewing && <RenewKeyDialog of={renewing} close={() => setRenewing(undefined)} done={done} />}
      <SecretOnce title={made?.name} secret={made?.secret} close={() => setMade(undefined)} />
    </section>
  );
}
