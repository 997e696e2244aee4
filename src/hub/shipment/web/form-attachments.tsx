// The trader's own papers, kept with the case while the form is typed (P2): uploaded at once, their type decided by content.
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useRef, useState } from 'react';
import { get, send, sendFile } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { ScanNote } from '../../../web/scan-note.tsx';
import type { DocumentView } from '../../documents/contract.ts';

export function FormAttachments({ shipmentId, disabled }: { shipmentId: string; disabled: boolean }) {
  const say = useSay();
  const time = useTime();
  const file = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const documents = useQuery({
    queryKey: ['documents', 'of', shipmentId],
    queryFn: () => get<{ items: DocumentView[] }>(`/shipments/${shipmentId}/documents`),
    refetchInterval: ({ state }) => (state.data?.items.some((d) => d.scan?.state === 'scanning') ? 2000 : false),
  });
  const papers = documents.data?.items.filter((d) => d.flow === 'attachment') ?? [];
  const act = async (what: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await what();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
      await documents.refetch();
    }
  };
  const upload = (chosen: FileList | null) =>
    act(async () => {
      for (const one of chosen ?? []) await sendFile(`/shipments/${shipmentId}/attachments`, one, one.name);
    });
  const takeAway = (id: string) => act(() => send('DELETE', `/documents/${id}`));
  return (
    <section className="card" aria-label={say('发票、箱单等文件', 'Invoices, packing lists and other papers')}>
      <div className="bar">
        <h2>
          {say('发票、箱单等文件', 'Papers')} ({papers.length})
        </h2>
        <Button size="small" disabled={disabled} loading={busy} onClick={() => file.current?.click()}>
          {say('上传', 'Upload')}
        </Button>
        <span className="soft">{say('PDF、图片、OFD，每个不超过 10 MB', 'PDF, images, OFD; up to 10 MB each')}</span>
        <input
          ref={file}
          hidden
          multiple
          type="file"
          aria-label={say('随附文件', 'Attachment')}
          onChange={(e) => void upload(e.target.files)}
        />
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      {papers.length > 0 && (
        <ul>
          {papers.map((d) => (
            <li key={d.id}>
              <a href={`/api/v1/documents/${d.id}/content`}>{d.fileName}</a>{' '}
              <span className="soft">{time(d.createdAt)}</span> {d.scan && <ScanNote scan={d.scan} />}{' '}
              {d.unfiled && (
                <Popconfirm
                  title={say('尚未随申报提交，取回后不再保存', 'Nothing was filed with it; it is not kept any longer')}
                  okText={say('取回', 'Take away')}
                  cancelText={say('保留', 'Keep it')}
                  onConfirm={() => takeAway(d.id)}
                >
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={say(`取回 ${d.fileName}`, `Take ${d.fileName} away`)}
                  >
                    {say('取回', 'Take away')}
                  </Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
