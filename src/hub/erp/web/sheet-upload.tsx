// Several shipments from one sheet (N12, P10): the template, the upload, and the answer to each with line and column of what is wrong.
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { sendFile } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { FileAnswer } from '../contract.ts';
import { Findings } from './findings.tsx';

export function SheetUpload() {
  const say = useSay();
  const client = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [answer, setAnswer] = useState<FileAnswer>();
  const take = async (chosen: File) => {
    setBusy(true);
    setProblem(undefined);
    setAnswer(undefined);
    try {
      setAnswer(await sendFile<FileAnswer>('/shipment-sheets', chosen, chosen.name));
      await client.invalidateQueries({ queryKey: ['live', 'shipments'] });
      await client.invalidateQueries({ queryKey: ['enterprise-files'] });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className="bar">
        <Button size="small" loading={busy} onClick={() => file.current?.click()}>
          {say('上传多票表格', 'Upload a sheet of shipments')}
        </Button>
        <a href="/api/v1/shipment-sheet-template?format=xlsx">{say('XLSX 模板', 'XLSX template')}</a>
        <a href="/api/v1/shipment-sheet-template">{say('CSV 模板', 'CSV template')}</a>
        <span className="soft">
          {say('一行一项商品，企业内部编号相同为一票', 'A line for each goods line; one own reference is one shipment')}
        </span>
        <input
          ref={file}
          type="file"
          accept=".xlsx,.csv,.json,.xml"
          hidden
          aria-label={say('多票表格文件', 'Sheet of shipments')}
          onChange={(e) => {
            const chosen = e.target.files?.[0];
            e.target.value = '';
            if (chosen) void take(chosen);
          }}
        />
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      {answer && <Answers answer={answer} close={() => setAnswer(undefined)} />}
    </>
  );
}

function Answers({ answer, close }: { answer: FileAnswer; close: () => void }) {
  const say = useSay();
  const count = answer.shipments.length;
  return (
    <section className="card" aria-label={say('表格的答复', 'Answer to the sheet')}>
      <div className="bar">
        <h2>{answer.file}</h2>
        <span>{say(`${count} 票已成草稿`, `${count} shipments are drafts now`)}</span>
        <span className="grow" />
        <Button size="small" onClick={close}>
          {say('收起', 'Close')}
        </Button>
      </div>
      <Findings of={answer.findings} />
      {answer.shipments.map((one) => (
        <div key={one.shipmentId ?? one.reference} className="row">
          <strong>{one.reference}</strong>{' '}
          {one.shipmentId && (
            <Link to="/shipments/$id/form" params={{ id: one.shipmentId }}>
              {one.number}
            </Link>
          )}{' '}
          {one.findings.length === 0 && <span className="soft">{say('可以申报', 'Can be filed')}</span>}
          <Findings of={one.findings} />
        </div>
      ))}
    </section>
  );
}
