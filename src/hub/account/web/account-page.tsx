// One's own account (P11): sessions, password, the address for letters about it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { AccountView } from '../contract.ts';
import { OwnIdentities } from './own-identities.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { SecondFactor } from './second-factor.tsx';
import { CurrentPassword, NewPassword } from './password-fields.tsx';

export default function AccountPage() {
  const say = useSay();
  const account = useQuery({ queryKey: ['account'], queryFn: () => get<AccountView>('/account') });
  return (
    <>
      <h1>{say('我的账号', 'My account')}</h1>
      <Shown query={account}>
        {(mine) => (
          <>
            <SecondFactor mine={mine} />
            <OwnSessions />
            <OwnIdentities />
            <div className="two">
              <ChangePassword mine={mine} />
              <Address mine={mine} />
            </div>
          </>
        )}
      </Shown>
    </>
  );
}

function ChangePassword({ mine }: { mine: AccountView }) {
  const say = useSay();
  const time = useTime();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [changed, setChanged] = useState(false);
  const change = async () => {
    setProblem(undefined);
    setChanged(false);
    try {
      await send('PUT', '/password', { current, password });
      setChanged(true);
      setCurrent('');
      setPassword('');
      await client.invalidateQueries({ queryKey: ['sessions'] });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <section className="card" aria-label={say('修改密码', 'Change the password')}>
      <h2>{say('修改密码', 'Change the password')}</h2>
      {mine.passwordChangedAt && (
        <p className="soft">
          {say('上次更换：', 'Last changed: ')}
          {time(mine.passwordChangedAt)}
        </p>
      )}
      {problem !== undefined && <ProblemNote error={problem} />}
      {changed && (
        <Alert
          type="success"
          showIcon
          title={say('密码已更换，其他登录已结束', 'The password is changed; all other sessions have ended')}
        />
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <input type="text" autoComplete="username" value={mine.account} readOnly hidden />
        <CurrentPassword value={current} onChange={setCurrent} />
        <NewPassword value={password} onChange={setPassword} />
        <Button type="primary" htmlType="submit" disabled={current === '' || password === ''}>
          {say('更换', 'Change')}
        </Button>
      </form>
    </section>
  );
}

function Address({ mine }: { mine: AccountView }) {
  const say = useSay();
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [current, setCurrent] = useState('');
  const [sentTo, setSentTo] = useState('');
  const [problem, setProblem] = useState<unknown>();
  // The link of the letter leads here; what follows # is sent to nobody but by this call.
  useEffect(() => {
    const token = location.hash.slice(1);
    if (!/^[\w-]{43}$/.test(token)) return;
    history.replaceState(null, '', location.pathname);
    send('POST', '/account/address-confirmation', { token }).then(
      () => client.invalidateQueries({ queryKey: ['account'] }),
      setProblem,
    );
  }, [client]);
  const ask = async () => {
    setProblem(undefined);
    try {
      await send('POST', '/account/address', { email, current });
      setSentTo(email);
      setCurrent('');
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <section className="card" aria-label={say('账号邮箱', 'Address of the account')}>
      <h2>{say('账号邮箱', 'Address of the account')}</h2>
      <p className="soft">
        {say('忘记密码时，链接发往此邮箱。', 'When the password is forgotten, the link goes to this address.')}
      </p>
      <p>
        {mine.email ? (
          <>
            <strong>{mine.email}</strong> <span className="tag tag-green">{say('已确认', 'Confirmed')}</span>
          </>
        ) : (
          <span className="tag tag-orange">{say('尚未设置', 'Not set')}</span>
        )}
      </p>
      {problem !== undefined && <ProblemNote error={problem} />}
      {sentTo !== '' && (
        <Alert
          type="info"
          showIcon
          title={say(
            `确认邮件已发往 ${sentTo}，24 小时内有效`,
            `A letter went to ${sentTo}; its link works for 24 hours`,
          )}
        />
      )}
      {mine.mailAvailable ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <div className="field">
            <label htmlFor="account-email">{say('新邮箱', 'New address')}</label>
            <Input
              id="account-email"
              type="email"
              autoComplete="email"
              maxLength={254}
              value={email}
              onChange={(e) => setEmail(e.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor="email-password">{say('当前密码', 'Present password')}</label>
            <Input.Password
              id="email-password"
              autoComplete="current-password"
              maxLength={200}
              value={current}
              onChange={(e) => setCurrent(e.target.value)}
            />
          </div>
          <Button htmlType="submit" disabled={email === '' || current === ''}>
            {say('发送确认邮件', 'Send the letter')}
          </Button>
        </form>
      ) : (
        <Alert
          type="info"
          showIcon
          title={say('尚未配置邮件服务器', 'No mail server is set up here')}
          description={say(
            '忘记密码时，请本单位管理员发给您设置密码的链接',
            'If you forget the password, your organisation’s manager hands you a link',
          )}
        />
      )}
    </section>
  );
}
