// The composite form (综合表格, P10), drawn from the element dictionary: sections, findings in place with proposals, code
// search, goods and container rows, "who receives this field", and the counter of boxes filled for the trader.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { AutoComplete, Button, Input, Popover, Switch } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../../kernel/finding.ts';
import { get, send, sendFile } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type {
  CheckResult,
  Dictionary,
  ElementView,
  Form,
  FormRow,
  RecipientIndex,
  SaveResult,
  ShipmentView,
  SubmitResult,
} from '../contract.ts';

export default function CompositeForm() {
  const { id } = useParams({ strict: false }) as { id: string };
  const shipment = useQuery({
    queryKey: ['form', id],
    queryFn: () => get<ShipmentView>(`/shipments/${id}`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const dictionary = useQuery({
    queryKey: ['elements'],
    queryFn: () => get<Dictionary>('/elements'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Shown query={shipment}>
      {(view) => <Shown query={dictionary}>{(words) => <Editor view={view} dictionary={words} />}</Shown>}
    </Shown>
  );
}

function Editor({ view, dictionary }: { view: ShipmentView; dictionary: Dictionary }) {
  const say = useSay();
  const navigate = useNavigate();
  const [form, setForm] = useState<Form>(view.form);
  const [revision, setRevision] = useState(view.revision);
  const [check, setCheck] = useState<Partial<CheckResult>>({ findings: view.findings });
  const [all, setAll] = useState(false);
  const [saved, setSaved] = useState(true);
  const [problem, setProblem] = useState<unknown>();
  const [reason, setReason] = useState('');
  const goodsFile = useRef<HTMLInputElement>(null);
  const recipients = useQuery({
    queryKey: ['recipients'],
    queryFn: () => get<RecipientIndex>('/elements/recipients'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const editable = view.can.includes('edit');

  const attempt = useCallback(async (act: () => Promise<void>) => {
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(error);
    }
  }, []);
  const save = useCallback(async () => {
    const result = await send<SaveResult>('PUT', `/shipments/${view.id}/form`, { form, revision });
    setRevision(result.revision);
    setCheck(result);
    setSaved(true);
    return result.revision;
  }, [form, revision, view.id]);
  const checkAll = useCallback(
    async () => setCheck(await send<CheckResult>('POST', `/shipments/${view.id}/check`, { step: 'declare', form })),
    [form, view.id],
  );
  const submit = async () => {
    const at = await save();
    await send<SubmitResult>('POST', `/shipments/${view.id}/submit`, { revision: at, ...(reason ? { reason } : {}) });
    await navigate({ to: '/shipments/$id', params: { id: view.id } });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !editable) return;
      if (event.key === 's') void attempt(async () => void (await save()));
      else if (event.key === 'Enter') void attempt(checkAll);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [attempt, save, checkAll, editable]);

  const change = (next: Form) => {
    setForm(next);
    setSaved(false);
  };
  const findings = useMemo(() => new Map(Map.groupBy(check.findings ?? [], (f) => f.path)), [check]);
  const errors = (check.findings ?? []).filter((f) => f.severity === 'error');
  const shownElements = (section: string) =>
    dictionary.elements.filter(
      (e) => e.section === section && (all || e.usual || e.need !== 'optional' || hasValue(form, e)),
    );
  const field = (element: ElementView, path: string, value: string, set: (v: string) => void) => (
    <Field
      key={path}
      element={element}
      path={path}
      value={value}
      disabled={!editable}
      findings={findings.get(path) ?? []}
      recipients={recipients.data?.[element.id] ?? []}
      onChange={set}
    />
  );
  return (
    <>
      <div className="bar">
        <h1 style={{ margin: 0 }}>
          <Link to="/shipments/$id" params={{ id: view.id }}>
            {view.number}
          </Link>{' '}
          {view.amending ? say('修改申报', 'Amendment') : say('综合申报表', 'Composite form')}
        </h1>
        <span className="soft" role="status">
          {saved ? say('已保存', 'Saved') : say('有未保存的修改', 'Unsaved changes')}
        </span>
      </div>
      <div className="card bar" style={{ position: 'sticky', top: 0, zIndex: 5 }}>
        <Button disabled={!editable} onClick={() => void attempt(async () => void (await save()))}>
          {say('保存', 'Save')} (Ctrl+S)
        </Button>
        <Button onClick={() => void attempt(checkAll)}>{say('检查', 'Check')} (Ctrl+Enter)</Button>
        {view.amending && (
          <Input
            aria-label={say('修改原因', 'Reason of the amendment')}
            placeholder={say('修改原因', 'Reason of the amendment')}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
            style={{ width: 200 }}
          />
        )}
        <Button type="primary" disabled={!editable} onClick={() => void attempt(submit)}>
          {say('一次申报', 'File once')}
        </Button>
        <span>
          <Switch size="small" checked={all} onChange={setAll} aria-label={say('显示全部项', 'Show all elements')} />{' '}
          {say('显示全部项', 'All elements')}
        </span>
        {check.plan && (
          <span>
            {say(
              `您填 ${check.plan.typed} 项 → ${check.plan.documents.length} 份单证 ${check.plan.filed} 栏`,
              `You typed ${check.plan.typed} → ${check.plan.filed} boxes in ${check.plan.documents.length} documents`,
            )}
          </span>
        )}
        {errors.length > 0 && (
          <span style={{ color: '#a8071a' }}>{say(`${errors.length} 处错误`, `${errors.length} errors`)}</span>
        )}
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      {dictionary.sections.map((section) => {
        const elements = shownElements(section.id);
        if (section.group === 'head') {
          if (elements.length === 0) return null;
          return (
            <section key={section.id} className="card" aria-label={say(section.label)}>
              <h2>{say(section.label)}</h2>
              <div className="grid">
                {elements.map((e) => field(e, e.id, textOf(form, e.id), (v) => change({ ...form, [e.id]: v })))}
              </div>
            </section>
          );
        }
        const group = section.group;
        const rows = rowsOf(form, group);
        if (group === 'carried' && rows.length === 0) return null;
        if (!all && rows.length === 0 && !['goods', 'containers', 'licences'].includes(group)) return null;
        const setRows = (next: readonly FormRow[]) =>
          change({
            ...form,
            [group]: group === 'goods' ? next.map((r, i) => ({ ...r, lineNumber: String(i + 1) })) : next,
          });
        return (
          <section key={section.id} className="card" aria-label={say(section.label)}>
            <div className="bar">
              <h2 style={{ margin: 0 }}>
                {say(section.label)} ({rows.length})
              </h2>
              <Button size="small" disabled={!editable} onClick={() => setRows([...rows, {}])}>
                {say('添加一行', 'Add a row')}
              </Button>
              {group === 'goods' && (
                <Button size="small" disabled={!editable} onClick={() => goodsFile.current?.click()}>
                  {say('从 CSV 导入', 'Import CSV')}
                </Button>
              )}
              {group === 'goods' && <a href="/api/v1/goods-lines-template">{say('模板', 'Template')}</a>}
              {group === 'goods' && (
                <input
                  ref={goodsFile}
                  hidden
                  type="file"
                  accept=".csv"
                  aria-label={say('商品文件', 'Goods file')}
                  onChange={(e) => {
                    const chosen = e.target.files?.[0];
                    if (chosen)
                      void attempt(async () =>
                        setRows([...rows, ...(await sendFile<{ rows: FormRow[] }>('/goods-lines', chosen)).rows]),
                      );
                  }}
                />
              )}
            </div>
            {rows.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              <fieldset key={i} style={{ border: '1px solid var(--line)', borderRadius: 6, marginBottom: 8 }}>
                <legend>
                  #{i + 1}{' '}
                  <Button size="small" disabled={!editable} onClick={() => setRows(rows.filter((_, j) => j !== i))}>
                    {say('删除', 'Remove')}
                  </Button>
                </legend>
                <div className="grid">
                  {elements.map((e) =>
                    field(e, `${group}[${i}].${e.id}`, row[e.id] ?? '', (v) =>
                      setRows(rows.map((r, j) => (j === i ? { ...r, [e.id]: v } : r))),
                    ),
                  )}
                </div>
              </fieldset>
            ))}
          </section>
        );
      })}
    </>
  );
}

const textOf = (form: Form, id: string): string => (typeof form[id] === 'string' ? (form[id] as string) : '');
const rowsOf = (form: Form, group: string): readonly FormRow[] =>
  Array.isArray(form[group]) ? (form[group] as readonly FormRow[]) : [];
const hasValue = (form: Form, element: ElementView): boolean =>
  element.group === 'head' ? textOf(form, element.id) !== '' : rowsOf(form, element.group).some((r) => r[element.id]);

type FieldProps = {
  element: ElementView;
  path: string;
  value: string;
  disabled: boolean;
  findings: readonly Finding[];
  recipients: RecipientIndex[string];
  onChange: (value: string) => void;
};

function Field({ element, path, value, disabled, findings, recipients, onChange }: FieldProps) {
  const say = useSay();
  const label = say(element.label);
  const described = findings.length > 0 ? `${path}-findings` : undefined;
  return (
    <div className="field">
      {recipients.length > 0 && (
        <Popover
          trigger="click"
          title={say('谁收到这一项', 'Who receives this')}
          content={
            <ul>
              {recipients.map((r) => (
                <li key={r.document + r.target}>
                  {say(r.channelName)} · {say(r.documentName)}: <code>{r.target}</code>
                </li>
              ))}
            </ul>
          }
        >
          <button
            type="button"
            className="who"
            aria-label={`${recipients.length}→ ${label}: ${say('谁收到', 'who receives it')}`}
          >
            {recipients.length}→
          </button>
        </Popover>
      )}
      <label htmlFor={path}>
        {label}
        {element.need !== 'optional' && <span aria-hidden="true"> *</span>}
      </label>
      {element.codeList ? (
        <CodeInput
          id={path}
          list={element.codeList}
          value={value}
          disabled={disabled}
          invalid={findings.length > 0}
          onChange={onChange}
          {...(described ? { described } : {})}
        />
      ) : (
        <Input
          id={path}
          value={value}
          disabled={disabled}
          status={findings.length > 0 ? 'error' : ''}
          aria-describedby={described}
          type={element.type === 'date' ? 'date' : 'text'}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
      {findings.length > 0 && (
        <div id={described} className="finding">
          {findings.map((f) => (
            <div key={f.rule}>
              {say(f.message)} — {say(f.remedy)}{' '}
              {f.proposal !== undefined && (
                <Button size="small" onClick={() => onChange(f.proposal ?? '')}>
                  {say('采用', 'Apply')} {f.proposal}
                </Button>
              )}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** A code by typing or searching its name in the table; any text stays possible, the check judges it. */
function CodeInput({
  id,
  list,
  value,
  disabled,
  invalid,
  described,
  onChange,
}: {
  id: string;
  list: string;
  value: string;
  disabled: boolean;
  invalid: boolean;
  described?: string;
  onChange: (value: string) => void;
}) {
  const say = useSay();
  const [text, setText] = useState('');
  const [active, setActive] = useState(false);
  const path =
    list === 'tariff'
      ? `/reference/tariff?limit=20&query=${encodeURIComponent(text)}`
      : `/reference/code-lists/${list}/entries?limit=30&query=${encodeURIComponent(text)}`;
  const found = useQuery({
    queryKey: ['codes', list, text],
    queryFn: () => get<{ items: { code: string; name: { zh: string; en: string } }[] }>(path),
    enabled: active,
    staleTime: 300_000,
  });
  return (
    <AutoComplete
      id={id}
      value={value}
      disabled={disabled}
      status={invalid ? 'error' : ''}
      style={{ width: '100%' }}
      aria-describedby={described}
      options={(found.data?.items ?? []).map((e) => ({ value: e.code, label: `${e.code} ${say(e.name)}` }))}
      onFocus={() => setActive(true)}
      onSearch={setText}
      onChange={(v: string | undefined) => onChange(v ?? '')}
    />
  );
}
