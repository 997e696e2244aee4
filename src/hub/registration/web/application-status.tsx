// What became of an application, for whoever holds its link; once admitted the first administrator goes on to his account from here.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { ApplicationLook } from '../contract.ts';
import { useKindName } from './kind-name.ts';

export function ApplicationStatus({ token, again }: { token: string; again: () => void }) {
  const say = useSay();
  const time = useTime();
  const kindName = useKindName();
  const [problem, setProblem] = useState<unknown>();
  const look = useQuery({
    queryKey: ['organisation-application', token],
    queryFn: () => send<ApplicationLook>('POST', '/organisation-application-looks', { token }),
    retry: false,
  });
  const claim = async () => {
    setProblem(undefined);
    try {
      const { link } = await send<{ link: string }>('POST', '/organisation-application-claims', { token });
      // The page of the invitation, wherever this portal is served.
      location.assign(`/invitation${new URL(link).hash}`);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <section className="card narrow">
      <h1>{say('注册进度', 'Your application')}</h1>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={look}>
        {(a) => (
          <>
            <p>
              <strong>{say(a.name, a.nameEn)}</strong> {a.uscc} · {kindName(a.kind)}
            </p>
            <p>
              <StateTag state={`application-${a.state}`} /> {say('提交于 ', 'sent on ')}
              {time(a.createdAt)}
              {a.decidedAt && (
                <>
                  {say('，决定于 ', ', decided on ')}
                  {time(a.decidedAt)}
                </>
              )}
            </p>
            {a.state === 'open' && (
              <Alert
                type="info"
                showIcon
                title={say('请收藏本页地址', 'Keep the address of this page')}
                description={say(
                  '凭此地址查看进度；批准后从这里建立管理员账号',
                  'It shows what is decided; once admitted, the manager’s account is set up from here',
                )}
              />
            )}
            {a.state === 'refused' && (
              <>
                <Alert type="error" showIcon title={say('未获批准', 'Refused')} description={a.reason} />
                <p>
                  <Button type="primary" onClick={again}>
                    {say('更正后重新申请', 'Correct it and apply again')}
                  </Button>
                </p>
              </>
            )}
            {a.claimable && (
              <Button type="primary" onClick={() => void claim()}>
                {say('建立管理员账号', 'Set up the manager’s account')}
              </Button>
            )}
            {a.state === 'approved' && !a.claimable && (
              <Alert type="success" showIcon title={say('已注册，请登录', 'Registered; sign in')} />
            )}
            <p>
              <a href="/">{say('返回登录', 'Back to signing in')}</a>
            </p>
          </>
        )}
      </Shown>
    </section>
  );
}
