// A code by typing it or searching its name in the table; the name of the code stands beside it. Any text stays possible: the
// check judges it, not the keyboard.
import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { memo, useState } from 'react';
import type { Bilingual } from '../../../kernel/bilingual.ts';
import { get } from '../../../web/api.ts';
import { useSay } from '../../../web/language.tsx';

export type CodeName = { readonly code: string; readonly name: Bilingual };
/** Small tables are fetched once, whole; larger ones are searched. */
const WHOLE = 200;

/** A table's first entries, and whether that is all of it. */
function useCodeTable(list: string, enabled = true) {
  const query = useQuery({
    queryKey: ['code-table', list],
    queryFn: () => get<{ items: CodeName[] }>(`/reference/code-lists/${list}/entries?limit=${WHOLE}`),
    enabled: enabled && list !== 'tariff',
    staleTime: 3_600_000,
  });
  const items = query.data?.items ?? [];
  return { items, whole: items.length < WHOLE };
}

export function useCodeSearch(list: string, text: string, enabled: boolean): readonly CodeName[] {
  const table = useCodeTable(list, enabled);
  const remote = list === 'tariff' || !table.whole;
  const path = list === 'tariff' ? '/reference/tariff' : `/reference/code-lists/${list}/entries`;
  const found = useQuery({
    queryKey: ['codes', list, text],
    queryFn: () => get<{ items: CodeName[] }>(`${path}?limit=30&query=${encodeURIComponent(text)}`),
    enabled: enabled && remote,
    staleTime: 300_000,
    placeholderData: (before) => before,
  });
  if (remote) return found.data?.items ?? [];
  const wanted = text.trim().toLowerCase();
  return table.items.filter(
    (e) =>
      e.code.toLowerCase().startsWith(wanted) ||
      e.name.zh.includes(text.trim()) ||
      e.name.en.toLowerCase().includes(wanted),
  );
}

/** The name of a code: from the table where it was fetched whole, else asked for by the code once typing rests. */
function useCodeName(list: string, code: string, active: boolean): Bilingual | undefined {
  const table = useCodeTable(list, code !== '');
  const near = table.items.find((e) => e.code === code)?.name;
  const asked = useCodeSearch(list, code, code !== '' && !active && near === undefined);
  return near ?? asked.find((e) => e.code === code)?.name;
}

export const CodeInput = memo(function CodeInput(props: {
  id: string;
  list: string;
  value: string;
  disabled: boolean;
  invalid: boolean;
  described?: string;
  onChange: (value: string) => void;
}) {
  const { id, list, value, disabled, invalid, described, onChange } = props;
  const say = useSay();
  const [text, setText] = useState('');
  const [active, setActive] = useState(false);
  const found = useCodeSearch(list, text, active);
  const name = useCodeName(list, value, active);
  return (
    <div className="code">
      <AutoComplete
        id={id}
        value={value}
        disabled={disabled}
        status={invalid ? 'error' : ''}
        aria-describedby={described}
        options={found.map((e) => ({ value: e.code, label: `${e.code} ${say(e.name)}` }))}
        popupMatchSelectWidth={320}
        onFocus={() => setActive(true)}
        onBlur={() => setActive(false)}
        showSearch={{ onSearch: setText }}
        onChange={(v: string | undefined) => onChange(v ?? '')}
      />
      <span className="code-name" title={name && say(name)}>
        {name ? say(name) : ''}
      </span>
    </div>
  );
});
