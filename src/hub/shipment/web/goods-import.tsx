// Goods lines from a spreadsheet: chosen, or dropped on the section; what was left out is said (P10).
import { Alert, Button } from 'antd';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import type { Finding } from '../../../kernel/finding.ts';
import { sendFile } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { FormRow } from '../contract.ts';

type Read = { readonly rows: FormRow[]; readonly findings: Finding[] };

export function GoodsImport({
  disabled,
  onRows,
  children,
}: {
  disabled: boolean;
  onRows: (rows: readonly FormRow[]) => void;
  children: ReactNode;
}) {
  const say = useSay();
  const file = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [result, setResult] = useState<Read>();
  const take = async (chosen: File | undefined) => {
    if (!chosen || disabled) return;
    setBusy(true);
    setProblem(undefined);
    setResult(undefined);
    try {
      const read = await sendFile<Read>('/goods-lines', chosen);
      onRows(read.rows);
      setResult(read);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div
      role="group"
      aria-label={say('商品行', 'Goods lines')}
      className={over ? 'drop over' : 'drop'}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className="bar">
        <Button size="small" disabled={disabled} loading={busy} onClick={() => file.current?.click()}>
          {say('从 XLSX / CSV 导入', 'Import XLSX or CSV')}
        </Button>
        <a href="/api/v1/goods-lines-template?format=xlsx">{say('XLSX 模板', 'XLSX template')}</a>
        <a href="/api/v1/goods-lines-template">{say('CSV 模板', 'CSV template')}</a>
        <span className="soft">
          {say(
            '可把文件拖到此处，或从表格软件复制后粘贴到任一格',
            'Drop a file here, or paste cells from a spreadsheet',
          )}
        </span>
        <input
          ref={file}
          hidden
          type="file"
          accept=".csv,.xlsx"
          aria-label={say('商品文件', 'Goods file')}
          onChange={(e) => {
            void take(e.target.files?.[0]);
            e.target.value = '';
          }}
        />
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      {result && (
        <Alert
          type={result.findings.length > 0 ? 'warning' : 'success'}
          closable
          showIcon
          title={say(`已导入 ${result.rows.length} 行`, `${result.rows.length} lines imported`)}
          description={result.findings.map((f) => <div key={f.path}>{say(f.message)}</div>)}
        />
      )}
      {children}
    </div>
  );
}
