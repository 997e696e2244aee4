// Messages that could not be read, and those that came before the number they name; the raw bytes are a click away (P3).
import { Button, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { getText } from '../../../web/api.ts';
import { PagedTable, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { usePages } from '../../../web/use-pages.ts';
import type { InboundView } from '../contract.ts';
import { type Act, REFRESH_MS } from './act.ts';
import { Trace } from './trace.tsx';

export function InboundList({ act, traceId }: { act: Act; traceId: string }) {
  const say = useSay();
  const time = useTime();
  const [state, setState] = useState('quarantined');
  const [raw, setRaw] = useState<{ title: string; text: string }>();
  const list = usePages<InboundView>(
    ['exchange', 'messages', state, traceId],
    `/exchange/messages?limit=20${traceId ? `&traceId=${traceId}` : state ? `&state=${state}` : ''}`,
    { refetchInterval: REFRESH_MS },
  );
  const open = async (one: InboundView) =>
    setRaw({
      title: `${say(one.channelName)} ${time(one.receivedAt)}`,
      text: await getText(`/documents/${one.id}/content`),
    });
  return (
    <section className="card scroll" aria-label={say('来文', 'Received messages')}>
      <div className="bar">
        <h2>{say('来文', 'Received messages')}</h2>
        <Segmented
          value={traceId ? '' : state}
          disabled={traceId !== ''}
          onChange={(v) => setState(String(v))}
          options={[
            { value: 'quarantined', label: say('被隔离', 'Quarantined') },
            { value: 'waiting', label: say('等待编号', 'Waiting') },
            { value: 'duplicate', label: say('重复', 'Duplicate') },
            { value: '', label: say('全部', 'All') },
          ]}
        />
      </div>
      <PagedTable
        list={list}
        head={[
          say('通道', 'Channel'),
          say('状态', 'State'),
          say('格式 / 原因', 'Format or reason'),
          say('操作', 'Acts'),
        ]}
        row={(one) => (
          <tr key={one.id}>
            <td>
              {say(one.channelName)} <SimulatedTag shown={one.simulated} />
              <div className="soft">
                {time(one.receivedAt)} · {one.sizeBytes} B
              </div>
              <Trace id={one.traceId} />
            </td>
            <td>
              <StateTag state={one.state} />
            </td>
            <td>{one.reason ? say(one.reason) : one.format}</td>
            <td>
              <Button size="small" onClick={() => void open(one)}>
                {say('原文', 'Raw')}
              </Button>{' '}
              {one.state === 'quarantined' && (
                <Button size="small" onClick={() => act(`/exchange/messages/${one.id}/replay`)}>
                  {say('重新读取', 'Read again')}
                </Button>
              )}
            </td>
          </tr>
        )}
      />
      <Modal open={raw !== undefined} title={raw?.title} footer={null} width={820} onCancel={() => setRaw(undefined)}>
        <pre className="raw">{raw?.text}</pre>
      </Modal>
    </section>
  );
}
