// The page behind a link: a new password, for whoever forgot his or signs in for the first time. The token stands after # and goes to the
// server only with the password.
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { NewPassword } from './password-fields.tsx';

export default function PasswordPage() {
  const say = useSay();
  const navigate = useNavigate();
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [done, setDone] = useState(false);
  const set = async () => {
    setProblem(undefined);
    try {
      await send('POST', '/passwords', { token, password });
      setDone(true);
      history.replaceState(null, '', location.pathname);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <section className="card narrow">
      <h1>{say('设置密码', 'Set a password')}</h1>
      {problem !== undefined && <ProblemNote error={problem} />}
      {!/^[\w-]{43}$/.test(token) && !done && (
        <Alert type="warning" showIcon title={say('请打开邮件中的完整链接', 'Open the whole link of the letter')} />
      )}
      {done ? (
        <>
          <Alert type="success" showIcon title={say('密码已设置，请登录', 'The password is set; please sign in')} />
          <p>
            <Button type="primary" onClick={() => void navigate({ to: '/' })}>
              {say('去登录', 'Sign in')}
            </Button>
          </p>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void set();
          }}
        >
          <NewPassword value={password} onChange={setPassword} />
          <Button type="primary" htmlType="submit" disabled={password === '' || token === ''}>
            {say('设置', 'Set it')}
          </Button>
        </form>
      )}
    </section>
  );
}
