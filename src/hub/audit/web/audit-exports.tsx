// Bundles for audit: asked for with what is searched for and a reason, made in the background, fetched once ready (R18).
import { Button, Input, Progress } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { PagedTable, ProblemNote, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { AuditExport } from '../contract.ts';
import { fromOf, toOf, type TrailFilter } from './trail-filter.tsx';

const AGAIN_MS = 3000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function AuditExports({ filter }: { filter: TrailFilter }) {
  const say = useSay();
  const time = useTime();
  const [reason, setReason] = useState('');
  const list = usePages<AuditExport>(['audit-exports'], '/audit-exports?limit=10', { refetchInterval: AGAIN_MS });
  const { problem, act } = useAct(['audit-exports']);
  const [from, to] = [fromOf(filter), toOf(filter)];
  const wanted = {
    ...(UUID.test(filter.about) ? { shipmentId: filter.about } : {}),
    ...(UUID.test(filter.organisationId) ? { organisationId: filter.organisationId } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
  const ask = async () => {
    if (await act(() => send('POST', '/audit-exports', { ...wanted, reason }))) setReason('');
  };
  return (
    <section className="card" aria-label={say('审计导出', 'Exports')}>
      <h2>{say('审计导出', 'Exports')}</h2>
      <p className="soft">
        {say(
          '按下方所查的货物、单位、时间导出凭证（含内容与证明），用 tools/verify_ledger.py 与 sha256sum 即可核验，不依赖本平台。',
          'Exports the receipts, contents and proofs, of the case, organisation and time searched for below; tools/verify_ledger.py and sha256sum check it without us.',
        )}
      </p>
      {problem !== undefined && <ProblemNote error={problem} />}
      <p>
        {wantedText(wanted) ? (
          <code className="breaks">{wantedText(wanted)}</code>
        ) : (
          say('请先在下方查询中给出范围', 'Say below what of')
        )}
      </p>
      <div className="fields">
        <label htmlFor="export-reason">
          {say('事由', 'Reason')}
          <Input
            id="export-reason"
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <span>
          <Button
            type="primary"
            disabled={
              reason.trim().length < 2 || !('shipmentId' in wanted || 'organisationId' in wanted || 'from' in wanted)
            }
            onClick={() => void ask()}
          >
            {say('要求导出', 'Ask for an export')}
          </Button>
        </span>
      </div>
      <PagedTable
        list={list}
        head={[
          say('时间', 'When'),
          say('范围', 'What of'),
          say('事由', 'Reason'),
          say('进度', 'Progress'),
          say('取走', 'Fetch'),
        ]}
        row={(one) => (
          <tr key={one.id}>
            <td>
              {time(one.askedAt)}
              <div className="soft">{one.askedBy}</div>
            </td>
            <td>
              <code className="breaks">{wantedText(one.wanted)}</code>
            </td>
            <td>{one.reason}</td>
            <td>
              {one.state === 'working' ? (
                <Progress percent={one.progress} size="small" aria-label={say('进度', 'Progress')} />
              ) : (
                <StateTag state={`export-${one.state}`} />
              )}
              <div className="soft">{say(`${one.receipts} 条凭证`, `${one.receipts} receipts`)}</div>
            </td>
            <td>
              {one.state === 'ready' &&
                Array.from({ length: one.volumes }, (_, n) => n + 1).map((volume) => (
                  <a key={volume} className="act" href={`/api/v1/audit-exports/${one.id}/volumes/${volume}`} download>
                    {say(`第 ${volume} 卷`, `Volume ${volume}`)}
                  </a>
                ))}
              {one.digest && <code className="breaks">SHA-256 {one.digest.slice(0, 16)}…</code>}
            </td>
          </tr>
        )}
      />
    </section>
  );
}

const wantedText = (wanted: AuditExport['wanted']): string =>
  Object.entries(wanted)
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ');
