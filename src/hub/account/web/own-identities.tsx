// Identity providers linked to one's own account: added and taken away with the password (P11).
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { IdentityView } from '../contract.ts';
import { CurrentPassword } from './password-fields.tsx';
import { goTo, ProviderButtons, useProviders } from './providers.tsx';

export function OwnIdentities() {
  const say = useSay();
  const time = useTime();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const providers = useProviders();
  const linked = useQuery({
    queryKey: ['identities'],
    queryFn: () => get<{ items: IdentityView[] }>('/account/identities'),
  });
  const items = linked.data?.items ?? [];
  if (providers.length === 0 && items.length === 0) return null;
  const attempt = async (act: () => Promise<unknown>) => {
    setProblem(undefined);
    try {
      await act();
      setCurrent('');
    } catch (error) {
      setProblem(error);
    }
    await client.invalidateQueries({ queryKey: ['identities'] });
  };
  return (
    <section className="card" aria-label={say('其他登录方式', 'Other ways to sign in')}>
      <h2>{say('其他登录方式', 'Other ways to sign in')}</h2>
      <p className="soft">
        {say(
          '关联后可用该身份登录；动态口令照常要求。添加和取消都须当前密码。',
          'Once linked you can sign in with it; the code of your authenticator is asked for all the same. Adding and taking away need the password.',
        )}
      </p>
      {problem !== undefined && <ProblemNote error={problem} />}
      <ul>
        {items.map((one) => (
          <li key={one.id}>
            {say(one.name)} · {say('关联于 ', 'linked ')}
            {time(one.linkedAt)}{' '}
            <Button
              size="small"
              danger
              disabled={current === ''}
              onClick={() => void attempt(() => send('POST', `/account/identities/${one.id}/removal`, { current }))}
            >
              {say('取消关联', 'Take away')}
            </Button>
          </li>
        ))}
      </ul>
      <CurrentPassword id="identity-password" value={current} onChange={setCurrent} />
      <ProviderButtons
        words={(name) => say(`关联${name}`, `Link ${name}`)}
        disabled={current === ''}
        go={(provider) => void attempt(() => goTo('/provider-links', { provider, current }))}
      />
    </section>
  );
}
