// Rows of one code table.
import { useSay } from '../../../web/language.tsx';
import type { CodeEntry } from '../contract.ts';
import { useFound } from './found-pages.ts';
import { FoundTable } from './found-table.tsx';
import { OriginMark } from './origin-mark.tsx';

export function CodeResults({ list, query, day }: { list: string; query: string; day: string }) {
  const say = useSay();
  const found = useFound<CodeEntry>(`/reference/code-lists/${list}/entries`, { query, day });
  const heads = [
    say('代码', 'Code'),
    say('中文', 'Chinese'),
    say('英文', 'English'),
    say('其他', 'Other'),
    say('有效期', 'Valid'),
    say('来源', 'Source'),
  ];
  return (
    <FoundTable
      found={found}
      heads={heads}
      row={(entry) => (
        <tr key={`${entry.code} ${entry.validFrom}`}>
          <td>
            <code>{entry.code}</code>
          </td>
          <td>{entry.name.zh}</td>
          <td>{entry.name.en}</td>
          <td>{Object.values(entry.other ?? {}).join(' · ')}</td>
          <td>
            {entry.validFrom} – {entry.validTo ?? ''}
          </td>
          <td>
            {entry.edition} <OriginMark official={entry.official} />
          </td>
        </tr>
      )}
    />
  );
}
