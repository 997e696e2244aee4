// Files that were taken from the enterprise's folder or stream (N12): when, which bytes, and what became of every shipment in them. The port office
// sees those of all enterprises; the bytes have only those whose they are.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { PagedTable, Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { usePages } from '../../../web/use-pages.ts';
import type { ShipmentAnswer, TakenFile, TakenFileDetail } from '../contract.ts';
import { Findings } from './findings.tsx';

const REFRESH_MS = 5000;

export function FileList() {
  const say = useSay();
  const time = useTime();
  const [opened, setOpened] = useState<TakenFile>();
  const list = usePages<TakenFile>(['enterprise-files'], '/enterprise-files?limit=20', { refetchInterval: REFRESH_MS });
  const title = say('收取的企业文件', 'Files taken from enterprises');
  return (
    <section className="card scroll" aria-label={title}>
      <div className="bar">
        <h2>{title}</h2>
        <span className="soft">
          {say(
            '取自 SFTP 文件夹或 NATS 的 to-portico，或由人员上传',
            'From to-portico of the SFTP folder or NATS stream, or uploaded by people',
          )}
        </span>
      </div>
      <PagedTable
        list={list}
        head={[say('文件', 'File'), say('时间', 'Time'), say('结果', 'Result'), say('操作', 'Acts')]}
        row={(one) => (
          <tr key={one.id}>
            <td>
              {one.name}
              {one.organisation && <div>{say(one.organisation)}</div>}
              {one.uploadedBy && (
                <div className="soft">{say(`由 ${one.uploadedBy} 上传`, `uploaded by ${one.uploadedBy}`)}</div>
              )}
              <div className="soft">
                SHA-256 <code title={one.digest}>{one.digest.slice(0, 16)}…</code>
              </div>
            </td>
            <td>{time(one.receivedAt)}</td>
            <td>
              <Result of={one} />
            </td>
            <td>
              <Button size="small" onClick={() => setOpened(one)}>
                {say('逐票结果', 'Shipments')}
              </Button>{' '}
              {!one.organisation && (
                <a href={`/api/v1/enterprise-files/${one.id}/content`} download>
                  {say('下载原文', 'Download the file')}
                </a>
              )}
            </td>
          </tr>
        )}
      />
      <Modal
        open={opened !== undefined}
        title={opened?.name}
        footer={null}
        width={820}
        onCancel={() => setOpened(undefined)}
      >
        {opened && <Detail id={opened.id} />}
      </Modal>
    </section>
  );
}

function Result({ of: one }: { of: TakenFile }) {
  const say = useSay();
  if (one.problem)
    return (
      <>
        {say(one.problem.message)} <div className="soft">{say(one.problem.remedy)}</div>
      </>
    );
  if (one.uploadedBy) return <>{say(`${one.drafted} 票已成草稿`, `${one.drafted} shipments became drafts`)}</>;
  const counts = say(`申报 ${one.filed} 票，退回 ${one.refused} 票`, `${one.filed} filed, ${one.refused} refused`);
  return <>{one.answeredAt ? counts : `${counts} · ${say('读取中', 'being read')}`}</>;
}

function Detail({ id }: { id: string }) {
  const say = useSay();
  const query = useQuery({
    queryKey: ['enterprise-files', id],
    queryFn: () => get<TakenFileDetail>(`/enterprise-files/${id}`),
  });
  return (
    <Shown query={query} empty={(file) => file.shipments.length === 0 && !file.problem}>
      {(file) => (
        <>
          <p className="soft">
            SHA-256 <code className="breaks">{file.digest}</code>
          </p>
          {file.problem && (
            <p>
              {say(file.problem.message)} <span className="soft">{say(file.problem.remedy)}</span>
            </p>
          )}
          <Findings of={file.findings} />
          {file.shipments.map((one) => (
            <Answer key={one.reference} of={one} />
          ))}
        </>
      )}
    </Shown>
  );
}

function Answer({ of: one }: { of: ShipmentAnswer }) {
  const say = useSay();
  return (
    <div className="row">
      <strong>{one.reference}</strong>{' '}
      {one.shipmentId ? (
        <Link to={one.outcome === 'drafted' ? '/shipments/$id/form' : '/shipments/$id'} params={{ id: one.shipmentId }}>
          {one.number}
        </Link>
      ) : (
        say('退回', 'Refused')
      )}
      {one.refusal && (
        <>
          {' '}
          {say(one.refusal.message)} <span className="soft">{say(one.refusal.remedy)}</span>
        </>
      )}
      <Findings of={one.findings} />
    </div>
  );
}
