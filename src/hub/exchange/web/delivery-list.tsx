// Deliveries by state, newest first, with every attempt and its reason; one can be sent again (P3).
import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { PagedTable, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { usePages } from '../../../web/use-pages.ts';
import type { DeliveryView } from '../contract.ts';
import { type Act, REFRESH_MS } from './act.ts';
import { Trace } from './trace.tsx';

export function DeliveryList({ act, traceId }: { act: Act; traceId: string }) {
  const say = useSay();
  const [state, setState] = useState('dead');
  const list = usePages<DeliveryView>(
    ['exchange', 'deliveries', state, traceId],
    `/exchange/deliveries?limit=20${traceId ? `&traceId=${traceId}` : state ? `&state=${state}` : ''}`,
    { refetchInterval: REFRESH_MS },
  );
  return (
    <section className="card scroll" aria-label={say('投递', 'Deliveries')}>
      <div className="bar">
        <h2>{say('投递', 'Deliveries')}</h2>
        <Segmented
          value={traceId ? '' : state}
          disabled={traceId !== ''}
          onChange={(v) => setState(String(v))}
          options={[
            { value: 'dead', label: say('死信', 'Dead') },
            { value: 'queued', label: say('待发', 'Queued') },
            { value: 'delivered', label: say('已送达', 'Delivered') },
            { value: '', label: say('全部', 'All') },
          ]}
        />
      </div>
      <PagedTable
        list={list}
        head={[
          say('单证', 'Document'),
          say('通道', 'Channel'),
          say('状态', 'State'),
          say('各次尝试', 'Attempts'),
          say('操作', 'Acts'),
        ]}
        row={(one) => <DeliveryRow key={one.id} delivery={one} act={act} />}
      />
    </section>
  );
}

function DeliveryRow({ delivery: d, act }: { delivery: DeliveryView; act: Act }) {
  const say = useSay();
  const time = useTime();
  return (
    <tr>
      <td>
        {say(d.documentName)}
        <div className="soft">
          {d.shipmentId ? (
            <Link to="/shipments/$id" params={{ id: d.shipmentId }}>
              {d.shipmentNumber}
            </Link>
          ) : (
            d.shipmentNumber
          )}
        </div>
        <Trace id={d.traceId} />
      </td>
      <td>{say(d.channelName)}</td>
      <td>
        <StateTag state={d.state} />
      </td>
      <td>
        {d.attempts.map((a) => (
          <div key={a.at}>
            {time(a.at)} <StateTag state={a.outcome} /> {a.detail} {a.durationMs} ms
          </div>
        ))}
        {d.nextAttemptAt && (
          <div className="soft">
            {say('下次', 'next')} {time(d.nextAttemptAt)}
          </div>
        )}
      </td>
      <td>
        {(d.state === 'dead' || d.state === 'queued') && (
          <Button size="small" onClick={() => act(`/exchange/deliveries/${d.id}/replay`)}>
            {say('重发', 'Send again')}
          </Button>
        )}
      </td>
    </tr>
  );
}
