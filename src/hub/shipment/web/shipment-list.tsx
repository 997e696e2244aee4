// My shipments: search by any number, filters, paging by key, live (P1, P2).
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { get, send, sendFile } from '../../../web/api.ts';
import { MoreButton, ProblemNote, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useLive } from '../../../web/live.ts';
import { useSession } from '../../../web/session.ts';
import { goodsWords } from '../../../web/goods-words.ts';
import { usePages } from '../../../web/use-pages.ts';
import { SheetUpload } from '../../erp/web/sheet-upload.tsx';
import { type ShipmentSummary, type ShipmentView, shipmentProgresses, type TemplateView } from '../contract.ts';

const modes: Readonly<Record<string, readonly [string, string]>> = {
  '2': ['水路', 'Water'],
  '3': ['铁路', 'Rail'],
  '4': ['公路', 'Road'],
  '5': ['航空', 'Air'],
  '9': ['其他', 'Other'],
};

export default function ShipmentList() {
  const say = useSay();
  const time = useTime();
  const navigate = useNavigate();
  const session = useSession();
  useLive();
  const given = useSearch({ strict: false }) as { state?: string; progress?: string; query?: string };
  const [query, setQuery] = useState(given.query ?? '');
  useEffect(() => setQuery(given.query ?? ''), [given.query]);
  const [progress, setProgress] = useState<string | undefined>(given.progress);
  const [problem, setProblem] = useState<unknown>();
  const file = useRef<HTMLInputElement>(null);
  const filter = new URLSearchParams({
    ...(query ? { query } : {}),
    ...(progress ? { progress } : {}),
    ...(given.state ? { state: given.state } : {}),
  });
  const list = usePages<ShipmentSummary>(['live', 'shipments', filter.toString()], `/shipments?${filter}`);
  const open = (view: ShipmentView) => navigate({ to: '/shipments/$id/form', params: { id: view.id } });
  const attempt = async (act: () => Promise<ShipmentView>) => {
    setProblem(undefined);
    try {
      await open(await act());
    } catch (error) {
      setProblem(error);
    }
  };
  const start = (direction: string, transportMode: string) =>
    attempt(() => send<ShipmentView>('POST', '/shipments', { from: 'empty', direction, transportMode }));
  const items = list.data?.pages.flatMap((p) => p.items) ?? [];
  const mayWrite = session.data?.actions.includes('shipment.write');
  return (
    <>
      <h1>{say('货物', 'Shipments')}</h1>
      {mayWrite && (
        <div className="bar">
          <span>{say('新建', 'New')}:</span>
          {(['3', '5', '2'] as const).flatMap((mode) =>
            (['import', 'export'] as const).map((direction) => (
              <Button key={mode + direction} size="small" onClick={() => void start(direction, mode)}>
                {say(
                  `${modes[mode]?.[0]}${direction === 'import' ? '进口' : '出口'}`,
                  `${direction} by ${modes[mode]?.[1]?.toLowerCase()}`,
                )}
              </Button>
            )),
          )}
          <Templates
            onPick={(templateId) =>
              void attempt(() => send<ShipmentView>('POST', '/shipments', { from: 'template', templateId }))
            }
          />
          <Button size="small" onClick={() => file.current?.click()}>
            {say('导入报关单 XML', 'Import DecMessage XML')}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".xml"
            hidden
            aria-label={say('报关单文件', 'Declaration file')}
            onChange={(e) => {
              const chosen = e.target.files?.[0];
              if (chosen) void attempt(() => sendFile<ShipmentView>('/shipments/import', chosen));
            }}
          />
        </div>
      )}
      {mayWrite && <SheetUpload />}
      {problem !== undefined && <ProblemNote error={problem} />}
      <div className="bar">
        <Input.Search
          aria-label={say('按任意编号查找', 'Search by any number')}
          placeholder={say(
            '单号、箱号、提运单号、航次、企业代码…',
            'Any number: bill, container, declaration, voyage…',
          )}
          allowClear
          key={given.query}
          defaultValue={query}
          onSearch={setQuery}
          style={{ maxWidth: 380 }}
        />
        <Select
          aria-label={say('状态', 'State')}
          allowClear
          placeholder={say('全部状态', 'All states')}
          value={progress ?? null}
          onChange={(v) => setProgress(v ?? undefined)}
          style={{ minWidth: 180 }}
          options={shipmentProgresses.map((p) => ({ value: p, label: <StateTag state={p} /> }))}
        />
      </div>
      <div className="card scroll">
        {list.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
        {list.isError && <ProblemNote error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && (
          <table className="plain stack">
            <thead>
              <tr>
                <th>{say('编号', 'Number')}</th>
                <th>{say('货物', 'Goods')}</th>
                <th>{say('运输', 'Transport')}</th>
                <th>{say('提运单 / 集装箱', 'Bill / containers')}</th>
                <th>{say('状态', 'State')}</th>
                <th>{say('更新', 'Updated')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((s) => (
                <tr key={s.id}>
                  <td>
                    <Link to="/shipments/$id" params={{ id: s.id }}>
                      {s.number}
                    </Link>
                    <div className="soft">{s.traderReference}</div>
                  </td>
                  <td>
                    {goodsWords(s, say)}
                    <div className="soft">{s.owner.name}</div>
                  </td>
                  <td>
                    {say(s.direction === 'import' ? '进口' : '出口', s.direction)} ·{' '}
                    {say(
                      modes[s.transportMode]?.[0] ?? s.transportMode,
                      modes[s.transportMode]?.[1] ?? s.transportMode,
                    )}
                    <div className="soft">{s.conveyance}</div>
                  </td>
                  <td>
                    {s.billNumber}
                    <div className="soft">{s.containers.join(' ')}</div>
                  </td>
                  <td>
                    <StateTag state={s.progress} />
                    <SimulatedTag shown={s.simulated} />
                  </td>
                  <td>{time(s.updatedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {list.isSuccess && items.length === 0 && (
          <p className="soft">{say('没有符合条件的货物', 'No shipments match')}</p>
        )}
        <MoreButton list={list} />
      </div>
    </>
  );
}

/** Templates of the organisation to start from. */
function Templates({ onPick }: { onPick: (id: string) => void }) {
  const say = useSay();
  const templates = useQuery({
    queryKey: ['templates'],
    queryFn: () => get<{ items: TemplateView[] }>('/shipment-templates'),
  });
  const items = templates.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Select
      size="small"
      aria-label={say('从模板新建', 'New from a template')}
      placeholder={say('从模板…', 'From a template…')}
      value={null}
      style={{ minWidth: 140 }}
      onChange={(id: string | null) => id && onPick(id)}
      options={items.map((t) => ({ value: t.id, label: t.name }))}
    />
  );
}
