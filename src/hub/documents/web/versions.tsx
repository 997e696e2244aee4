// The versions of one document, asked for when they are opened (P2: every version kept).
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { DocumentView } from '../contract.ts';

export function Versions({ id, name }: { id: string; name: string }) {
  const say = useSay();
  const time = useTime();
  const [open, setOpen] = useState(false);
  const versions = useQuery({
    queryKey: ['document-versions', id],
    queryFn: () => get<{ items: DocumentView[] }>(`/documents/${id}/versions`),
    enabled: open,
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {say('各版本', 'Versions')}
        <span className="unseen"> {name}</span>
      </summary>
      {open && (
        <Shown query={versions} empty={(list) => list.items.length === 0}>
          {(list) => (
            <ol className="plain-list">
              {list.items.map((version, i) => (
                <li key={version.id} aria-current={version.id === id ? 'true' : undefined}>
                  <a href={`/api/v1/documents/${version.id}/content`} download>
                    {say(`第 ${i + 1} 份`, `No. ${i + 1}`)}
                  </a>{' '}
                  <span className="soft">
                    {time(version.createdAt)} · {version.digest.slice(0, 8)}
                    {version.id === id ? ` · ${say('本行', 'this one')}` : ''}
                  </span>
                </li>
              ))}
            </ol>
          )}
        </Shown>
      )}
    </details>
  );
}
