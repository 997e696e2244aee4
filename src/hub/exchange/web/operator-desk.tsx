// The operator desk (P3): partners' health, deliveries and dead letters with their attempts, quarantined messages, replay.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { ChannelHealth, DeliveryView, InboundView } from '../contract.ts';

const REFRESH_MS = 5000;

export default function OperatorDesk() {
  const say = useSay();
  const time = useTime();
  const client = useQueryClient();
  const [state, setState] = useState('dead');
  const [problem, setProblem] = useState<unknown>();
  const channels = useQuery({
    queryKey: ['exchange', 'channels'],
    queryFn: () => get<{ items: ChannelHealth[] }>('/exchange/channels'),
    refetchInterval: REFRESH_MS,
  });
  const deliveries = useQuery({
    queryKey: ['exchange', 'deliveries', state],
    queryFn: () => get<{ items: DeliveryView[] }>(`/exchange/deliveries?limit=50${state ? `&state=${state}` : ''}`),
    refetchInterval: REFRESH_MS,
  });
  const messages = useQuery({
    queryKey: ['exchange', 'messages'],
    queryFn: () => get<{ items: InboundView[] }>('/exchange/messages?state=quarantined'),
    refetchInterval: REFRESH_MS,
  });
  const act = (path: string) => {
    setProblem(undefined);
    send('POST', path)
      .then(() => client.invalidateQueries({ queryKey: ['exchange'] }))
      .catch(setProblem);
  };
  return (
    <>
      <h1>{say('交换运行', 'Exchange')}</h1>
      {problem !== undefined && <ProblemNote error={problem} />}
      <section className="card scroll">
        <h2>{say('伙伴通道', 'Partner channels')}</h2>
        <Shown query={channels}>
          {(c) => (
            <table className="plain">
              <thead>
                <tr>
                  <th>{say('通道', 'Channel')}</th>
                  <th>{say('状态', 'State')}</th>
                  <th>{say('待发 / 死信 / 隔离', 'Queued / dead / quarantined')}</th>
                  <th>{say('最近送达', 'Last delivered')}</th>
                  <th>{say('最近来文', 'Last received')}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {c.items.map((ch) => (
                  <tr key={ch.id}>
                    <td>
                      {say(ch.name)} <SimulatedTag shown={ch.simulated} />
                      <div className="soft">
                        {ch.promise} · {ch.endpoint}
                      </div>
                    </td>
                    <td>
                      <StateTag state={ch.state} />
                    </td>
                    <td>
                      {ch.queued} / {ch.dead} / {ch.quarantined}
                    </td>
                    <td>{time(ch.lastDeliveredAt)}</td>
                    <td>{time(ch.lastReceivedAt)}</td>
                    <td>
                      <Button
                        size="small"
                        onClick={() => act(`/exchange/channels/${ch.id}/${ch.paused ? 'resume' : 'pause'}`)}
                      >
                        {ch.paused ? say('恢复', 'Resume') : say('暂停', 'Pause')}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Shown>
      </section>
      <section className="card scroll">
        <div className="bar">
          <h2 style={{ margin: 0 }}>{say('投递', 'Deliveries')}</h2>
          <Segmented
            value={state}
            onChange={(v) => setState(String(v))}
            options={[
              { value: 'dead', label: say('死信', 'Dead') },
              { value: 'queued', label: say('待发', 'Queued') },
              { value: 'delivered', label: say('已送达', 'Delivered') },
              { value: '', label: say('全部', 'All') },
            ]}
          />
        </div>
        <Shown query={deliveries} empty={(d) => d.items.length === 0}>
          {(d) => (
            <table className="plain">
              <thead>
                <tr>
                  <th>{say('单证', 'Document')}</th>
                  <th>{say('通道', 'Channel')}</th>
                  <th>{say('状态', 'State')}</th>
                  <th>{say('尝试', 'Attempts')}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {d.items.map((one) => (
                  <tr key={one.id}>
                    <td>
                      {say(one.documentName)}
                      <div className="soft">{one.shipmentNumber}</div>
                    </td>
                    <td>{say(one.channelName)}</td>
                    <td>
                      <StateTag state={one.state} />
                    </td>
                    <td>
                      {one.attempts.map((a) => (
                        <div key={a.at}>
                          {time(a.at)} {a.detail} {a.durationMs} ms
                        </div>
                      ))}
                      {one.nextAttemptAt && (
                        <div className="soft">
                          {say('下次', 'next')} {time(one.nextAttemptAt)}
                        </div>
                      )}
                    </td>
                    <td>
                      {(one.state === 'dead' || one.state === 'queued') && (
                        <Button size="small" onClick={() => act(`/exchange/deliveries/${one.id}/replay`)}>
                          {say('重发', 'Send again')}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Shown>
      </section>
      <section className="card scroll">
        <h2>{say('被隔离的来文', 'Quarantined messages')}</h2>
        <Shown query={messages} empty={(m) => m.items.length === 0}>
          {(m) => (
            <table className="plain">
              <tbody>
                {m.items.map((one) => (
                  <tr key={one.id}>
                    <td>
                      {say(one.channelName)}
                      <div className="soft">
                        {time(one.receivedAt)} · {one.sizeBytes} B
                      </div>
                    </td>
                    <td>{one.reason && say(one.reason)}</td>
                    <td>
                      <Button size="small" onClick={() => act(`/exchange/messages/${one.id}/replay`)}>
                        {say('重新读取', 'Read again')}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Shown>
      </section>
    </>
  );
}
