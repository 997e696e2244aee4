// The frame of a result: waiting, failing and empty states, the table, and the button for more rows.
import { Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { MoreButton, ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { useFound } from './found-pages.ts';

export function FoundTable<T>({
  found,
  heads,
  row,
}: {
  found: ReturnType<typeof useFound<T>>;
  heads: readonly string[];
  row: (item: T) => ReactNode;
}) {
  const say = useSay();
  if (found.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (found.isError) return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0)
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={say(
          '没有匹配的代码；请换用代码、名称或拼音首字母',
          'Nothing matches; try a code, a name or initials',
        )}
      />
    );
  return (
    <>
      <section className="scroll" aria-label={say('检索结果', 'Results')}>
        <table className="plain">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>{found.data.map(row)}</tbody>
        </table>
      </section>
      <MoreButton list={found} />
    </>
  );
}
