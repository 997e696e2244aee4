// Who of another organisation has looked at our cases and documents (P11), newest first, of one case where its number is given.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { PagedTable } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { usePages } from '../../../web/use-pages.ts';
import type { LookView } from '../contract.ts';

const words: Readonly<Record<LookView['what'], readonly [zh: string, en: string]>> = {
  case: ['货物页', 'the case'],
  document: ['单证信息', 'what a document is'],
  content: ['单证原文', 'a document itself'],
  found: ['检索结果中的摘录', 'words of it in search results'],
};

export default function LooksPage() {
  const say = useSay();
  const time = useTime();
  const [number, setNumber] = useState('');
  const found = useQuery({
    queryKey: ['looks-case', number],
    queryFn: () => get<{ items: { id: string }[] }>(`/shipments?limit=1&query=${encodeURIComponent(number)}`),
    enabled: number !== '',
  });
  const shipmentId = number === '' ? undefined : found.data?.items[0]?.id;
  const list = usePages<LookView>(
    ['looks', shipmentId ?? ''],
    `/looks?limit=30${shipmentId ? `&shipmentId=${shipmentId}` : ''}`,
    { enabled: number === '' || shipmentId !== undefined },
  );
  return (
    <>
      <h1>{say('谁看过我的单证', 'Who has looked at my documents')}</h1>
      <p className="soft">
        {say(
          '其他单位的人员查看本单位货物与单证的记录；同一人一小时内的重复查看合为一条。依法不告知的查看在解除后显示。',
          'Looks of other organisations at our cases and documents; those of one person within an hour are one line. What the law withholds is shown once that ends.',
        )}
      </p>
      <section className="card scroll" aria-label={say('查看记录', 'Looks')}>
        <Input.Search
          style={{ maxWidth: 360, marginBottom: 12 }}
          maxLength={100}
          aria-label={say('按货物编号筛选', 'Of one case, by any of its numbers')}
          placeholder={say('货物编号、提运单号、箱号', 'Number, bill or container')}
          onSearch={(text) => setNumber(text.trim())}
        />
        {number !== '' && found.isSuccess && shipmentId === undefined ? (
          <p role="status">{say('没有这个编号的货物', 'No case bears that number')}</p>
        ) : (
          <PagedTable
            list={list}
            head={[
              say('时间', 'When'),
              say('货物', 'Shipment'),
              say('看了什么', 'What'),
              say('谁', 'Who'),
              say('次数', 'Times'),
            ]}
            row={(look) => (
              <tr key={look.id}>
                <td>{time(look.lastAt)}</td>
                <td>
                  <Link to="/shipments/$id" params={{ id: look.shipmentId }}>
                    {look.shipmentNumber}
                  </Link>
                </td>
                <td>
                  {say(...words[look.what])}
                  {look.name && <div className="soft">{say(look.name)}</div>}
                </td>
                <td>
                  {look.organisation} · {look.person}
                </td>
                <td>{say(`${look.times} 次`, `${look.times}×`)}</td>
              </tr>
            )}
          />
        )}
      </section>
    </>
  );
}
