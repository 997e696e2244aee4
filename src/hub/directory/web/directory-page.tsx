// The foreign exchange directory (N7; SC 22): where the enterprise stands, what it has applied for and what comes next, and the form.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { Shown, ShownPages } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useLive } from '../../../web/live.ts';
import { useSession } from '../../../web/session.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { ApplicationView, BlankForm } from '../contract.ts';
import { ApplicationCard } from './application-card.tsx';
import { DirectoryForm } from './directory-form.tsx';

export default function DirectoryPage() {
  const say = useSay();
  useLive();
  const mayApply = useSession().data?.actions.includes('directory.apply') ?? false;
  const list = usePages<ApplicationView>(['live', 'directory-applications'], '/directory-applications');
  const blank = useQuery({
    queryKey: ['live', 'directory-form'],
    queryFn: () => get<BlankForm>('/directory-form'),
  });
  const [applying, setApplying] = useState(false);
  const isUnderWay = (list.data?.pages ?? []).some((page) =>
    page.items.some(({ state }) => state === 'sent' || state === 'accepted'),
  );
  return (
    <>
      <h1>{say('外汇名录登记', 'Foreign exchange directory')}</h1>
      <section className="card" aria-label={say('本单位状态', 'Where the organisation stands')}>
        <p className="soft">
          {say(
            '有货物贸易外汇收支的企业须列入名录；登记、变更、注销在此提交，由外汇局答复。',
            'Enterprises that pay or collect for goods stand in the directory; apply here, the administration answers.',
          )}
        </p>
        <Shown query={blank}>{({ listed }) => <Listed listed={listed} />}</Shown>
        {mayApply && !applying && (
          <p>
            <Button type="primary" disabled={isUnderWay} onClick={() => setApplying(true)}>
              {say('提交申请', 'Apply')}
            </Button>{' '}
            {isUnderWay && (
              <span className="soft">{say('已有一份申请在办理', 'An application is under way: one at a time')}</span>
            )}
          </p>
        )}
      </section>
      {applying && <DirectoryForm done={() => setApplying(false)} />}
      <section aria-label={say('申请', 'Applications')}>
        <ShownPages list={list}>
          {(items) => items.map((one) => <ApplicationCard key={one.id} application={one} />)}
        </ShownPages>
      </section>
    </>
  );
}

function Listed({ listed }: { listed: BlankForm['listed'] }) {
  const say = useSay();
  if (listed?.state !== 'registered')
    return (
      <p>
        <strong>
          {listed?.state === 'ended'
            ? say('已从名录注销', 'Taken out of the directory')
            : say('外汇局未告知本单位在名录中', 'The administration has not told that the organisation is listed')}
        </strong>
      </p>
    );
  return (
    <p style={{ overflowWrap: 'anywhere' }}>
      <strong>
        {say('已列入名录', 'Listed')} {listed.number}
      </strong>{' '}
      {listed.grade && say(`${listed.grade} 类`, `class ${listed.grade}`)}
    </p>
  );
}
