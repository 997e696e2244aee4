// What the officer has to know at any moment: is there a network, who is at the phone, what waits; and the sign-in, where one is due.
import { Alert, Button, Skeleton } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { useSay } from '../../../../web/language.tsx';
import type { Field } from './use-field.ts';

const SignIn = lazy(() => import('../../../account/web/sign-in.tsx'));

export function FieldStatus({ field, children }: { field: Field; children: ReactNode }) {
  const say = useSay();
  if (field.standing === 'asking') return <Skeleton active paragraph={{ rows: 4 }} />;
  if (field.standing === 'not-an-officer')
    return (
      <Alert
        type="info"
        title={say('本页供查验部门的关员使用', 'This page is for officers of authorities that inspect')}
      />
    );
  if (field.standing === 'out')
    return (
      <>
        <Alert
          type="warning"
          showIcon
          title={say('您已退出登录', 'You are signed out')}
          description={say(
            '已填写的内容仍在本机；登录后继续，等待中的记录随即上传。',
            'What you entered is still on this phone: sign in and go on; what waits is sent then.',
          )}
        />
        <Suspense fallback={<Skeleton active />}>
          <SignIn />
        </Suspense>
      </>
    );
  const waiting = field.entries.filter((entry) => entry.state === 'waiting').length;
  return (
    <>
      <p role="status" className="bar">
        <span className={`tag tag-${field.online ? 'green' : 'orange'}`}>
          {field.online ? say('已联网', 'Online') : say('无网络，照常填写', 'No network: go on entering')}
        </span>
        <span className="soft">{field.who?.name}</span>
        {waiting > 0 && <span>{say(`${waiting} 项等待上传`, `${waiting} waiting to be sent`)}</span>}
        {waiting > 0 && field.online && (
          <Button size="small" onClick={() => void field.sendNow()}>
            {say('立即上传', 'Send now')}
          </Button>
        )}
      </p>
      {field.takenAway > 0 && (
        <Alert
          type="warning"
          title={say(
            `您已不在原单位任职：该单位的 ${field.takenAway} 项记录已从本机删除`,
            `You no longer work for an organisation: ${field.takenAway} records of it were taken off this phone`,
          )}
        />
      )}
      {children}
    </>
  );
}
