// The document library (P2): one search over everything the reader may see; cases by number first, then forms and documents by words.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import type { Bilingual } from '../../../kernel/bilingual.ts';
import { get } from '../../../web/api.ts';
import { PagedTable, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { ScanNote } from '../../../web/scan-note.tsx';
import { type LibraryFlow, type LibraryItem, type LibraryPage, libraryFlows, type NumberHit } from '../contract.ts';
import { FoundText } from './found-text.tsx';
import { Versions } from './versions.tsx';

const flowNames: Readonly<Record<LibraryFlow, Bilingual>> = {
  form: { zh: '表单', en: 'Forms' },
  outbound: { zh: '发出', en: 'Sent' },
  inbound: { zh: '收到', en: 'Received' },
  attachment: { zh: '附件', en: 'Attachments' },
};
const filterNames = ['query', 'flow', 'channel', 'direction', 'from', 'to'] as const;
type Filter = { readonly [K in (typeof filterNames)[number]]?: string };

export default function LibraryDesk() {
  const say = useSay();
  const navigate = useNavigate();
  const given = useSearch({ strict: false }) as Record<string, unknown>;
  // The address is the state: a search can be sent to a colleague, and "back" undoes it.
  const filter: Filter = Object.fromEntries(
    filterNames.flatMap((name) =>
      given[name] === undefined || given[name] === '' ? [] : [[name, String(given[name])]],
    ),
  );
  const set = (change: Filter) => {
    const next = Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value));
    void navigate({ to: '/library', search: next as never, replace: filter.query !== undefined });
  };
  const parameters = new URLSearchParams(filter as Record<string, string>);
  const list = useInfiniteQuery({
    queryKey: ['library', parameters.toString()],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      get<LibraryPage>(`/library?${parameters}&limit=20${pageParam ? `&after=${pageParam}` : ''}`),
    getNextPageParam: (last) => last.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((item) => item.scan?.state === 'scanning')) ? 2000 : false,
  });
  const cases = list.data?.pages[0]?.cases ?? [];
  const filtered = Object.keys(filter).length > 0;
  return (
    <>
      <h1>{say('单证库', 'Document library')}</h1>
      <Filters filter={filter} set={set} />
      {cases.length > 0 && <Cases cases={cases} />}
      <section className="card scroll library" aria-label={say('单证', 'Documents')} aria-busy={list.isFetching}>
        <PagedTable
          list={list as never}
          head={[
            say('种类', 'Kind'),
            say('单证', 'Document'),
            say('货物', 'Shipment'),
            say('状态', 'State'),
            say('时间', 'Time'),
            say('操作', 'Actions'),
          ]}
          row={(item: LibraryItem) => <Row key={item.id} item={item} />}
        />
        {list.isSuccess && list.data.pages[0]?.items.length === 0 && filtered && (
          <p className="soft">
            {say(
              '没有单证同时符合以上条件。中文须连续出现，字母数字从词首开始匹配；PDF 和图片只按文件名检索。',
              'Nothing fits all of this. Chinese must stand together, letters and digits begin a word; PDF and pictures are found by file name only.',
            )}{' '}
            <Button size="small" onClick={() => void navigate({ to: '/library' })}>
              {say('清除条件', 'Clear')}
            </Button>
          </p>
        )}
      </section>
    </>
  );
}

function Filters({ filter, set }: { filter: Filter; set: (change: Filter) => void }) {
  const say = useSay();
  const channels = useQuery({
    queryKey: ['library-channels'],
    queryFn: () => get<{ items: { id: string; name: Bilingual }[] }>('/library/channels'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const choose = (name: keyof Filter, label: string, options: { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      value={filter[name] ?? null}
      onChange={(value: string | null) => set({ [name]: value ?? '' })}
      style={{ minWidth: 130 }}
      options={options}
    />
  );
  return (
    <search className="bar" aria-label={say('筛选单证', 'Filter documents')}>
      <Input.Search
        key={filter.query ?? ''}
        defaultValue={filter.query ?? ''}
        aria-label={say('按编号或文字检索', 'Search by number or words')}
        placeholder={say('编号、品名、企业、备注…', 'Numbers, goods, parties, remarks…')}
        maxLength={100}
        onSearch={(query) => set({ query: query.trim() })}
        style={{ maxWidth: 340 }}
      />
      {choose(
        'flow',
        say('全部种类', 'All kinds'),
        libraryFlows.map((value) => ({ value, label: say(flowNames[value]) })),
      )}
      {choose(
        'channel',
        say('全部通道', 'All channels'),
        (channels.data?.items ?? []).map(({ id, name }) => ({ value: id, label: say(name) })),
      )}
      {choose('direction', say('进出口', 'Direction'), [
        { value: 'import', label: say('进口', 'Import') },
        { value: 'export', label: say('出口', 'Export') },
      ])}
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="day" htmlFor={`library-${name}`}>
          {name === 'from' ? say('自', 'From') : say('至', 'To')}{' '}
          <Input
            id={`library-${name}`}
            type="date"
            value={filter[name] ?? ''}
            onChange={(event) => set({ [name]: event.target.value })}
          />
        </label>
      ))}
    </search>
  );
}

function Cases({ cases }: { cases: readonly NumberHit[] }) {
  const say = useSay();
  return (
    <section className="card" aria-label={say('按编号找到的货物', 'Shipments by number')}>
      <h2>{say('按编号找到的货物', 'Shipments by number')}</h2>
      <ul className="plain-list">
        {cases.map((hit) => (
          <li key={hit.id}>
            <Link to="/shipments/$id" params={{ id: hit.id }}>
              {hit.number}
            </Link>{' '}
            <StateTag state={hit.progress} /> {hit.goodsName} <span className="soft">{hit.billNumber}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ item }: { item: LibraryItem }) {
  const say = useSay();
  const time = useTime();
  const waits = item.scan?.state === 'scanning' || item.scan?.state === 'infected';
  return (
    <tr>
      <td>
        {say(flowNames[item.flow])}
        <div className="soft">{item.channelName && say(item.channelName)}</div>
      </td>
      <td className="library-name">
        {item.flow === 'form' ? say(item.name) : item.fileName}
        <div className="soft">{item.flow !== 'form' && item.flow !== 'attachment' && say(item.name)}</div>
        {item.found.map((found) => (
          <FoundText key={found.text} found={found} />
        ))}
      </td>
      <td>
        {item.shipmentId && (
          <Link to="/shipments/$id" params={{ id: item.shipmentId }}>
            {item.shipmentNumber}
          </Link>
        )}
        <div className="soft">
          {item.direction && (item.direction === 'import' ? say('进口', 'Import') : say('出口', 'Export'))}
          {item.version ? ` · ${say(`第 ${item.version} 版`, `version ${item.version}`)}` : ''}
        </div>
      </td>
      <td>
        {item.state && <StateTag state={item.state} />}
        {item.scan && <ScanNote scan={item.scan} />}
        <SimulatedTag shown={item.simulated} />
      </td>
      <td>{time(item.createdAt)}</td>
      <td>
        {item.flow !== 'form' && (
          <div className="library-acts">
            {!waits && (
              <a href={`/api/v1/documents/${item.id}/content`} download>
                {say('下载', 'Download')}
                <span className="unseen"> {item.fileName}</span>
              </a>
            )}
            <Versions id={item.id} name={item.fileName ?? say(item.name)} />
          </div>
        )}
      </td>
    </tr>
  );
}
