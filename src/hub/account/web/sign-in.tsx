// Sign-in; in demo mode the accounts are listed by the server and one click away.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { ApiProblem, get, send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { Forgotten } from './forgotten.tsx';

type DemoAccount = { account: string; password: string; name: string; organisation: string; organisationEn: string };

export default function SignIn() {
  const say = useSay();
  const client = useQueryClient();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>();
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [forgotten, setForgotten] = useState(false);
  const demo = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: () => get<{ items: DemoAccount[] }>('/demo-accounts'),
  });
  const enter = async (as: { account: string; password: string; code?: string }) => {
    setError(undefined);
    try {
      await send('POST', '/session', as);
      await client.invalidateQueries();
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === 'SECOND_FACTOR_NEEDED') return setAsksCode(true);
      setCode('');
      setError(problem);
    }
  };
  return (
    <div className="two">
      {forgotten ? (
        <Forgotten account={account} back={() => setForgotten(false)} />
      ) : (
        <section className="card">
          <h1>{say('登录', 'Sign in')}</h1>
          {error !== undefined && <ProblemNote error={error} />}
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void enter({ account, password, ...(asksCode ? { code } : {}) });
            }}
          >
            <div className="field">
              <label htmlFor="account">{say('账号', 'Account')}</label>
              <Input
                id="account"
                autoComplete="username"
                value={account}
                onChange={(e) => setAccount(e.target.value)}
              />
            </div>
            <div className="field">
              <label htmlFor="password">{say('密码', 'Password')}</label>
              <Input
                id="password"
                type="password"
                autoComplete="current-password"
                value={password}
                onChange={(e) => setPassword(e.target.value)}
              />
            </div>
            {asksCode && (
              <div className="field">
                <label htmlFor="code">
                  {say('动态口令（或恢复码）', 'Code of your authenticator (or a recovery code)')}
                </label>
                <Input
                  id="code"
                  autoFocus
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  maxLength={20}
                  value={code}
                  onChange={(e) => setCode(e.target.value)}
                />
              </div>
            )}
            <p>
              <Button type="primary" htmlType="submit">
                {say('登录', 'Sign in')}
              </Button>{' '}
              <Button type="link" onClick={() => setForgotten(true)}>
                {say('忘记密码', 'Forgotten password')}
              </Button>
            </p>
          </form>
        </section>
      )}
      {(demo.data?.items.length ?? 0) > 0 && (
        <section className="card">
          <h2>{say('演示账号', 'Demo accounts')}</h2>
          <table className="plain">
            <tbody>
              {demo.data?.items.map((a) => (
                <tr key={a.account}>
                  <td>
                    <Button size="small" onClick={() => void enter({ account: a.account, password: a.password })}>
                      {a.account}
                    </Button>
                  </td>
                  <td>{say(a.organisation, a.organisationEn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
