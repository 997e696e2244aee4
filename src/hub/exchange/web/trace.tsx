// The trace id on the operator's desk: shown with what bears it, and asked for: everything one request led to, out and in (P3).
import { Input } from 'antd';
import { useSay } from '../../../web/language.tsx';

export function Trace({ id }: { id: string | undefined }) {
  const say = useSay();
  return id ? (
    <div className="soft" title={say('追踪号', 'Trace id')}>
      <code>{id}</code>
    </div>
  ) : null;
}

export function TraceSearch({ onSearch }: { onSearch: (traceId: string) => void }) {
  const say = useSay();
  return (
    <section className="card bar" aria-label={say('按追踪号查找', 'Find by trace id')}>
      <Input.Search
        allowClear
        aria-label={say('追踪号', 'Trace id')}
        placeholder={say('追踪号：32 位十六进制', 'Trace id: 32 hex digits')}
        maxLength={55}
        onSearch={(typed) => onSearch(/[0-9a-f]{32}/.exec(typed.trim().toLowerCase())?.[0] ?? '')}
      />
    </section>
  );
}
