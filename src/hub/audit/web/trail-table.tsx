// The trail, newest first: each line in words where the timeline has some, its content to open; who, for whom and about what lead on.
import { Button } from 'antd';
import { PagedTable } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { usePages } from '../../../web/use-pages.ts';
import type { TrailEntry, TrailPage } from '../contract.ts';
import { noFilter, queryOf, type TrailFilter } from './trail-filter.tsx';

export function TrailTable({ filter, change }: { filter: TrailFilter; change: (filter: TrailFilter) => void }) {
  const say = useSay();
  const time = useTime();
  const query = queryOf(filter);
  const list = usePages<TrailEntry, Pick<TrailPage, 'lookedBackTo'>>(
    ['audit-trail', query],
    `/audit-trail?limit=30${query === '' ? '' : `&${query}`}`,
  );
  const lookedBackTo = list.data?.pages.at(-1)?.lookedBackTo;
  const lead = (name: string, value: string, to: Partial<TrailFilter>) => (
    <Button
      type="link"
      size="small"
      className="in-text"
      aria-label={say(`只看 ${name}`, `Only ${name}`)}
      onClick={() => change({ ...noFilter, from: filter.from, to: filter.to, ...to })}
    >
      {value}
    </Button>
  );
  return (
    <>
      <PagedTable
        list={list}
        head={[
          say('时间', 'When'),
          say('何人', 'Who'),
          say('何事', 'What'),
          say('何物', 'About'),
          say('内容', 'Content'),
        ]}
        row={(entry) => (
          <tr key={entry.position}>
            <td>{time(entry.at)}</td>
            <td>
              {lead(entry.by.name, entry.by.name, { actor: entry.by.id })}
              {entry.by.organisationId !== undefined &&
                lead(say('该单位', 'this organisation'), say('该单位', 'organisation'), {
                  organisationId: entry.by.organisationId,
                })}
            </td>
            <td>
              {entry.text && <div>{say(entry.text)}</div>}
              {lead(entry.type, entry.type, { type: entry.type })}
            </td>
            <td>{lead(entry.subject, entry.subject.slice(0, 13), { about: entry.subject })}</td>
            <td>
              <details>
                <summary>{say('展开', 'Open')}</summary>
                <code className="breaks">{entry.content}</code>
                <div className="soft">
                  {say('凭证', 'Receipt')} <code className="breaks">{entry.receiptId}</code>
                </div>
              </details>
            </td>
          </tr>
        )}
      />
      {lookedBackTo && (
        <p role="status" className="soft">
          {say(
            `已翻查至 ${time(lookedBackTo)}，更早的请点“更多”。`,
            `Looked back to ${time(lookedBackTo)}; “More” goes on.`,
          )}
        </p>
      )}
    </>
  );
}
