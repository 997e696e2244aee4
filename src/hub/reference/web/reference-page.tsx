// Looking codes and tariff lines up (P10): one live search over any table, as of any day, with the origin of every row.
import { useQuery } from '@tanstack/react-query';
import { Input, Segmented, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { get } from '../../../web/api.ts';
import { Shown } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { CodeListView } from '../contract.ts';
import { CodeResults } from './code-results.tsx';
import { OriginMark } from './origin-mark.tsx';
import { TariffResults } from './tariff-results.tsx';
import { TariffTree } from './tariff-tree.tsx';

export default function ReferencePage() {
  const say = useSay();
  const [what, setWhat] = useState<'tariff' | 'codes'>('tariff');
  const [list, setList] = useState('customs-district');
  const [text, setText] = useState('');
  const [day, setDay] = useState('');
  const query = useDeferredValue(text.trim());
  const lists = useQuery({
    queryKey: ['reference', 'lists', day],
    queryFn: () => get<{ items: CodeListView[] }>(`/reference/code-lists${day ? `?day=${day}` : ''}`),
  });
  const shown = lists.data?.items.find((l) => l.id === (what === 'tariff' ? 'tariff' : list));
  return (
    <>
      <h1>{say('基础数据', 'Reference data')}</h1>
      <section className="card">
        <div className="bar">
          <Segmented<'tariff' | 'codes'>
            aria-label={say('查什么', 'What to look up')}
            value={what}
            onChange={(value) => {
              setWhat(value);
              setText('');
            }}
            options={[
              { value: 'tariff', label: say('税则', 'Tariff') },
              { value: 'codes', label: say('代码表', 'Code tables') },
            ]}
          />
          {what === 'codes' && (
            <Select
              aria-label={say('代码表', 'Code table')}
              showSearch={{ optionFilterProp: 'label' }}
              style={{ minWidth: 240 }}
              value={list}
              onChange={setList}
              options={(lists.data?.items ?? [])
                .filter((l) => l.id !== 'tariff')
                .map((l) => ({ value: l.id, label: `${say(l.name)}（${l.size}）` }))}
            />
          )}
          <Input
            aria-label={say('检索', 'Search')}
            placeholder={say('代码、名称或拼音首字母', 'Code, name or pinyin initials')}
            style={{ maxWidth: 360 }}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
          <span>
            {say('截至', 'As of')}{' '}
            <Input
              type="date"
              style={{ width: 150 }}
              value={day}
              onChange={(e) => setDay(e.target.value)}
              aria-label={say('截至日期', 'As of day')}
            />
          </span>
        </div>
        <Shown query={lists}>
          {() =>
            shown ? (
              <p className="soft">
                {say(shown.name)} · {shown.size} {say('行', 'rows')} · {shown.edition} · {shown.source} ·{' '}
                {say(`自 ${shown.validFrom} 起`, `from ${shown.validFrom}`)} <OriginMark official={shown.official} />{' '}
                {!shown.complete &&
                  say(
                    '本表不完整：表外代码不会被判为错误。',
                    'This table is not complete: codes outside it are not refused.',
                  )}
              </p>
            ) : (
              <p className="soft">{say('该日尚无此表', 'This table did not exist on that day')}</p>
            )
          }
        </Shown>
        {what === 'tariff' && query === '' && <TariffTree day={day} choose={setText} />}
        {what === 'tariff' && query !== '' && <TariffResults query={query} day={day} />}
        {what === 'codes' && <CodeResults list={list} query={query} day={day} />}
      </section>
    </>
  );
}
