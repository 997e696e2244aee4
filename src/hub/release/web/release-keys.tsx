// Keys that sign releases, and their change by two persons (P7, R25).
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import type { KeyChangeView, ReleaseKeyView } from '../contract.ts';

export function ReleaseKeys() {
  const say = useSay();
  const time = useTime();
  const [reason, setReason] = useState('');
  const [stolen, setStolen] = useState(false);
  const shown = useQuery({
    queryKey: ['release-keys'],
    queryFn: async () => ({
      keys: (await get<{ items: ReleaseKeyView[] }>('/release-key-states')).items,
      changes: (await get<{ items: KeyChangeView[] }>('/release-key-changes')).items,
    }),
  });
  const { problem, act } = useAct(['release-keys']);
  const propose = () =>
    act(async () => {
      await send('POST', '/release-key-changes', { reason, ...(stolen ? { stolen } : {}) });
      setReason('');
      setStolen(false);
    });
  return (
    <section className="card" aria-label={say('放行签名密钥', 'Keys of releases')}>
      <h2>{say('放行签名密钥', 'Keys of releases')}</h2>
      <p className="soft">
        {say(
          '由一名安全管理员提出更换，另一名确认后启用新密钥；旧公钥公布到其签发的凭证全部失效。',
          'One security administrator proposes a new key, another confirms it; the old one stays published until nothing it signed can be valid.',
        )}
      </p>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={shown}>
        {({ keys, changes }) => (
          <>
            <table className="plain stack">
              <thead>
                <tr>
                  <th>{say('密钥', 'Key')}</th>
                  <th>{say('算法', 'Algorithm')}</th>
                  <th>{say('启用', 'Since')}</th>
                  <th>{say('状态', 'State')}</th>
                </tr>
              </thead>
              <tbody>
                {keys.map((key) => (
                  <tr key={key.kid}>
                    <td>
                      <code className="breaks">{key.kid}</code>
                      <div className="soft">{key.reason}</div>
                    </td>
                    <td>{key.algorithm}</td>
                    <td>{time(key.madeAt)}</td>
                    <td>
                      {key.inUse
                        ? say('在用', 'In use')
                        : `${say('停用，公布至 ', 'Retired, published until ')}${time(key.publishedUntil)}`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {changes
              .filter((change) => change.state === 'proposed')
              .map((change) => (
                <div key={change.id} className="bar">
                  <StateTag state="bulk-proposed" />
                  {change.proposedBy} {time(change.proposedAt)}
                  {say('：', ': ')}
                  {change.reason}
                  {change.stolen && (
                    <span className="tag tag-red">{say('在用密钥泄露', 'The key in use was stolen')}</span>
                  )}
                  {!change.mine && (
                    <Button
                      size="small"
                      type="primary"
                      onClick={() => void act(() => send('POST', `/release-key-changes/${change.id}/confirmation`))}
                    >
                      {say('确认更换', 'Confirm the change')}
                    </Button>
                  )}
                  <Button
                    size="small"
                    danger
                    onClick={() => void act(() => send('POST', `/release-key-changes/${change.id}/withdrawal`))}
                  >
                    {say('撤回', 'Withdraw')}
                  </Button>
                </div>
              ))}
            {changes.every((change) => change.state !== 'proposed') && (
              <form
                className="bar"
                onSubmit={(event) => {
                  event.preventDefault();
                  void propose();
                }}
              >
                <label htmlFor="key-change-reason">{say('更换原因', 'Why change it')}</label>
                <Input
                  id="key-change-reason"
                  value={reason}
                  maxLength={200}
                  style={{ maxWidth: 320 }}
                  onChange={(event) => setReason(event.target.value)}
                />
                <label>
                  <input type="checkbox" checked={stolen} onChange={(event) => setStolen(event.target.checked)} />{' '}
                  {say(
                    '在用密钥泄露：其签发的放行全部撤销并另行签发',
                    'The key in use was stolen: what it signed is revoked and granted again',
                  )}
                </label>
                <Button htmlType="submit" disabled={reason.trim().length < 2}>
                  {say('提出更换', 'Propose a new key')}
                </Button>
              </form>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}
