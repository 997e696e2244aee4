// How long records are kept, by class, with the law behind it; changed by two security administrators (R25; 网络安全法 21).
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { get, send } from '../../../web/api.ts';
import { PagedTable, ProblemNote, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { useAct } from '../../../web/use-act.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { RetentionChange, RetentionClass, RetentionEffect } from '../contract.ts';
import { ProposeRetention } from './propose-retention.tsx';

const effects: Readonly<Record<RetentionEffect, readonly [zh: string, en: string]>> = {
  archived: ['到期移入归档，不删除', 'goes to the archive, nothing is deleted'],
  deleted: ['到期删除', 'is deleted'],
  kept: ['不自动清理', 'stays: nothing goes by itself'],
};

export default function RetentionPage() {
  const say = useSay();
  const mayManage = useSession().data?.actions.includes('retention.manage') ?? false;
  const classes = useQuery({
    queryKey: ['retention'],
    queryFn: () => get<{ items: RetentionClass[] }>('/retention'),
  });
  const { problem, act } = useAct(['retention'], ['retention-changes']);
  return (
    <>
      <h1>{say('记录保存期限', 'How long records are kept')}</h1>
      {problem !== undefined && <ProblemNote error={problem} />}
      <section className="card" aria-label={say('记录类别', 'Classes of records')}>
        <h2>{say('记录类别', 'Classes of records')}</h2>
        <Shown query={classes}>
          {({ items }) => (
            <>
              <table className="plain stack">
                <thead>
                  <tr>
                    <th>{say('类别', 'Class')}</th>
                    <th>{say('保存', 'Kept')}</th>
                    <th>{say('到期', 'Over its time')}</th>
                    <th>{say('至少', 'At least')}</th>
                    <th>{say('依据', 'Basis')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((one) => (
                    <tr key={one.id}>
                      <td>
                        {say(one.name)}
                        <div className="soft">{say(one.what)}</div>
                      </td>
                      <td>
                        {one.keepDays === undefined
                          ? say('全部', 'All of it')
                          : say(`${one.keepDays} 天`, `${one.keepDays} days`)}
                        {one.source === 'decision' && <div className="soft">{say('两人决定', 'By two persons')}</div>}
                        {one.source === 'configuration' && (
                          <div className="soft">{say('部署配置', 'By the configuration')}</div>
                        )}
                      </td>
                      <td>{say(...effects[one.effect])}</td>
                      <td>{say(`${one.leastDays} 天`, `${one.leastDays} days`)}</td>
                      <td>{say(one.basis)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {mayManage && (
                <ProposeRetention
                  classes={items}
                  propose={(body) => act(() => send('POST', '/retention-changes', body))}
                />
              )}
            </>
          )}
        </Shown>
      </section>
      <Changes mayManage={mayManage} act={act} />
    </>
  );
}

function Changes({ mayManage, act }: { mayManage: boolean; act: (doing: () => Promise<unknown>) => Promise<boolean> }) {
  const say = useSay();
  const time = useTime();
  const list = usePages<RetentionChange>(['retention-changes'], '/retention-changes?limit=20');
  return (
    <section className="card" aria-label={say('期限变更', 'Changes')}>
      <h2>{say('期限变更', 'Changes')}</h2>
      <PagedTable
        list={list}
        head={[
          say('类别', 'Class'),
          say('保存', 'Kept'),
          say('依据与事由', 'Basis and reason'),
          say('状态', 'State'),
          say('操作', 'Acts'),
        ]}
        row={(one) => (
          <tr key={one.id}>
            <td>{say(one.className)}</td>
            <td>{say(`${one.keepDays} 天`, `${one.keepDays} days`)}</td>
            <td>
              {one.basis}
              <div className="soft">{one.reason}</div>
            </td>
            <td>
              <StateTag state={`retention-${one.state}`} />
              <div className="soft">
                {one.proposedBy} {time(one.proposedAt)}
                {one.decidedBy && ` → ${one.decidedBy}`}
              </div>
            </td>
            <td>
              {mayManage && one.state === 'proposed' && !one.mine && (
                <Button
                  size="small"
                  type="primary"
                  onClick={() => void act(() => send('POST', `/retention-changes/${one.id}/confirmation`))}
                >
                  {say('确认', 'Confirm')}
                </Button>
              )}{' '}
              {mayManage && one.state === 'proposed' && (
                <Button
                  size="small"
                  danger
                  onClick={() => void act(() => send('POST', `/retention-changes/${one.id}/withdrawal`))}
                >
                  {say('撤回', 'Withdraw')}
                </Button>
              )}
            </td>
          </tr>
        )}
      />
    </section>
  );
}
