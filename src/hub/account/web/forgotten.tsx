// A forgotten password: the answer says nothing of whether there is such an account.
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';

export function Forgotten({ account, back }: { account: string; back: () => void }) {
  const say = useSay();
  const [name, setName] = useState(account);
  const [problem, setProblem] = useState<unknown>();
  const [asked, setAsked] = useState(false);
  const ask = async () => {
    setProblem(undefined);
    try {
      await send('POST', '/password-resets', { account: name });
      setAsked(true);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <section className="card">
      <h1>{say('忘记密码', 'Forgotten password')}</h1>
      {problem !== undefined && <ProblemNote error={problem} />}
      {asked ? (
        <Alert
          type="info"
          showIcon
          title={say(
            '如有此账号且已确认邮箱，链接已发出',
            'If there is such an account with an address, a link is on its way',
          )}
          description={say(
            '请查收邮件，30 分钟内有效。没有收到时，请联系本单位管理员。',
            'Look into your mail; the link works for 30 minutes. If nothing comes, ask your organisation’s manager.',
          )}
        />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <div className="field">
            <label htmlFor="forgotten-account">{say('账号或邮箱', 'Account or address')}</label>
            <Input
              id="forgotten-account"
              autoComplete="username"
              maxLength={254}
              value={name}
              onChange={(e) => setName(e.target.value)}
            />
          </div>
          <Button type="primary" htmlType="submit" disabled={name.trim() === ''}>
            {say('发送链接', 'Send a link')}
          </Button>
        </form>
      )}
      <p>
        <Button type="link" onClick={back}>
          {say('返回登录', 'Back to sign-in')}
        </Button>
      </p>
    </section>
  );
}
