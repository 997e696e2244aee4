// The auditor's page (R18, R25): the trail searched by who, for whom, what, about what and when, and the bundles he takes away.
import { useState } from 'react';
import { useSay } from '../../../web/language.tsx';
import { AuditExports } from './audit-exports.tsx';
import { noFilter, type TrailFilter, TrailFilterForm } from './trail-filter.tsx';
import { TrailTable } from './trail-table.tsx';

export default function AuditPage() {
  const say = useSay();
  const [filter, setFilter] = useState<TrailFilter>(noFilter);
  return (
    <>
      <h1>{say('审计', 'Audit')}</h1>
      <p className="soft">
        {say(
          '全部留痕只增不改；查询、导出、取走本身也留痕。审计员不能更改任何数据。',
          'The trail only grows; searching, exporting and fetching are recorded too. An auditor changes nothing.',
        )}
      </p>
      <AuditExports filter={filter} />
      <section className="card" aria-label={say('审计留痕', 'Audit trail')}>
        <h2>{say('审计留痕', 'Audit trail')}</h2>
        <TrailFilterForm key={JSON.stringify(filter)} filter={filter} change={setFilter} />
        <TrailTable filter={filter} change={setFilter} />
      </section>
    </>
  );
}
