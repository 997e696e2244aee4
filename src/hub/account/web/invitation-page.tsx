// The page behind the link of an invitation: joined with the account that is signed in, or with a new one.
import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { NewPassword } from './password-fields.tsx';
import { goTo, ProviderButtons } from './providers.tsx';
import { useRoleName } from './role-names.ts';

type Look = {
  readonly organisation: string;
  readonly organisationEn: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly expiresAt: string;
};

export default function InvitationPage() {
  const say = useSay();
  const time = useTime();
  const roleName = useRoleName();
  const navigate = useNavigate();
  const client = useQueryClient();
  const me = useSession().data;
  const [token] = useState(() => location.hash.slice(1));
  const [look, setLook] = useState<Look>();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [done, setDone] = useState(false);
  useEffect(() => {
    send<Look>('POST', '/invitation-looks', { token }).then(setLook, setProblem);
  }, [token]);
  const accept = async (how: object) => {
    setProblem(undefined);
    try {
      await send('POST', '/invitation-acceptances', { token, ...how });
      history.replaceState(null, '', location.pathname);
      setDone(true);
      await client.invalidateQueries({ queryKey: ['session'] });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <section className="card narrow">
      <h1>{say('邀请', 'Invitation')}</h1>
      {problem !== undefined && <ProblemNote error={problem} />}
      {!look && problem === undefined && <Skeleton active />}
      {look && !done && (
        <p>
          {say(`${look.organisation} 邀请 ${look.name} 担任：`, `${look.organisationEn} invites ${look.name} as: `)}
          <strong>{look.roles.map(roleName).join('、')}</strong>
          <span className="soft">
            {' '}
            {say('有效至 ', 'until ')}
            {time(look.expiresAt)}
          </span>
        </p>
      )}
      {done && (
        <>
          <Alert type="success" showIcon title={say('已加入', 'You have joined')} />
          <p>
            <Button type="primary" onClick={() => void navigate({ to: '/' })}>
              {me ? say('去办事大厅', 'To the service hall') : say('去登录', 'Sign in')}
            </Button>
          </p>
        </>
      )}
      {look && !done && me && (
        <Button type="primary" onClick={() => void accept({})}>
          {say(`以 ${me.user.name}（${me.user.account}）的账号接受`, `Accept as ${me.user.name} (${me.user.account})`)}
        </Button>
      )}
      {look && !done && !me && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void accept({ account, password });
          }}
        >
          <p className="soft">
            {say(
              '已有账号？请先登录，再打开此链接。',
              'You have an account? Sign in first, then open this link again.',
            )}
          </p>
          <div className="field">
            <label htmlFor="new-account">
              {say('账号名（小写字母、数字）', 'Account name (small letters, figures)')}
            </label>
            <Input
              id="new-account"
              autoComplete="username"
              maxLength={40}
              value={account}
              onChange={(e) => setAccount(e.target.value)}
            />
          </div>
          <NewPassword value={password} onChange={setPassword} />
          <Button type="primary" htmlType="submit" disabled={account === '' || password === ''}>
            {say('建立账号并接受', 'Make the account and accept')}
          </Button>
          <ProviderButtons
            words={(name) => say(`不设密码，用${name}加入`, `Without a password, join with ${name}`)}
            disabled={account === ''}
            go={(provider) => {
              setProblem(undefined);
              goTo('/provider-sign-ins', { provider, invitation: { token, account } }).catch(setProblem);
            }}
          />
        </form>
      )}
    </section>
  );
}
