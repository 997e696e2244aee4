// Says what became of the confirmation link that led here (M2): used once, then out of the address bar.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { MailSettings } from '../contract.ts';

export function ConfirmedNote() {
  const say = useSay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const token = useRouterState({ select: (s) => (s.location.search as { confirm?: unknown }).confirm });
  const [done, setDone] = useState<MailSettings>();
  const [problem, setProblem] = useState<unknown>();
  const used = useRef('');
  useEffect(() => {
    if (typeof token !== 'string' || used.current === token) return;
    used.current = token;
    send<MailSettings>('POST', '/mail-confirmations', { token })
      .then(setDone, setProblem)
      .finally(() => {
        void client.invalidateQueries({ queryKey: ['mail-settings'] });
        void navigate({ to: '/inbox', search: {} as never, replace: true });
      });
  }, [token, client, navigate]);
  if (problem !== undefined) return <ProblemNote error={problem} />;
  if (!done) return null;
  return (
    <Alert
      type="success"
      showIcon
      title={say(
        `邮箱 ${done.address} 已确认，将按设置发送通知`,
        `${done.address} is confirmed; notices go there as set`,
      )}
    />
  );
}
