// The page that an identity provider leads back to: it hands the answer over once, asks for the code where one is enrolled, and goes on.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Skeleton } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';

type Outcome = 'signed-in' | 'linked' | 'joined' | 'code-needed';

export default function ProviderPage() {
  const say = useSay();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const [asksCode, setAsksCode] = useState(false);
  const [code, setCode] = useState('');
  const handed = useRef(false);
  const arrived = useCallback(
    async (to: '/' | '/account') => {
      await client.invalidateQueries();
      await navigate({ to });
    },
    [client, navigate],
  );
  // An answer works once, however often the page is drawn.
  useEffect(() => {
    if (handed.current) return;
    handed.current = true;
    const provider = location.pathname.split('/').at(-1) ?? '';
    const query = location.search.slice(1);
    history.replaceState(null, '', location.pathname);
    send<{ outcome: Outcome }>('POST', '/provider-answers', { provider, query }).then(({ outcome }) => {
      if (outcome === 'code-needed') setAsksCode(true);
      else void arrived(outcome === 'linked' ? '/account' : '/');
    }, setProblem);
  }, [arrived]);
  const enter = async () => {
    setProblem(undefined);
    try {
      await send('POST', '/provider-codes', { code });
      await arrived('/');
    } catch (error) {
      setCode('');
      setProblem(error);
    }
  };
  return (
    <section className="card narrow">
      <h1>{say('登录', 'Sign in')}</h1>
      {problem !== undefined && <ProblemNote error={problem} />}
      {problem === undefined && !asksCode && <Skeleton active />}
      {asksCode && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void enter();
          }}
        >
          <div className="field">
            <label htmlFor="provider-code">
              {say('动态口令（或恢复码）', 'Code of your authenticator (or a recovery code)')}
            </label>
            <Input
              id="provider-code"
              autoFocus
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={20}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </div>
          <Button type="primary" htmlType="submit" disabled={code === ''}>
            {say('登录', 'Sign in')}
          </Button>
        </form>
      )}
      {problem !== undefined && (
        <p>
          <a href="/">{say('回到登录页', 'Back to the sign-in page')}</a>
        </p>
      )}
    </section>
  );
}
