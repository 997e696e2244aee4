// The form of an application: its boxes by kind, filled with what is registered; what is wrong stands at its box.
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem, get, send } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import {
  type ApplicationKind,
  type ApplicationView,
  applicationKinds,
  type BlankForm,
  type DirectoryForm as Form,
  type FormField,
  fieldsOf,
  kindNames,
} from '../contract.ts';

export function DirectoryForm({ returned, done }: { returned?: ApplicationView; done: () => void }) {
  const [kind, setKind] = useState<ApplicationKind | undefined>(returned?.kind);
  const query = kind ? `?kind=${kind}` : '';
  const blank = useQuery({
    queryKey: ['directory-form', kind ?? 'usual'],
    queryFn: () => get<BlankForm>(`/directory-form${query}`),
    enabled: returned === undefined,
    gcTime: 0,
  });
  if (returned) return <Boxes kind={returned.kind} initial={returned.form} returned={returned} done={done} />;
  return (
    <Shown query={blank}>
      {(begun) => <Boxes key={begun.kind} kind={begun.kind} initial={begun.form} choose={setKind} done={done} />}
    </Shown>
  );
}

type Wanted = {
  readonly kind: ApplicationKind;
  readonly initial: Form;
  readonly returned?: ApplicationView;
  readonly choose?: (kind: ApplicationKind) => void;
  readonly done: () => void;
};
function Boxes({ kind, initial, returned, choose, done }: Wanted) {
  const say = useSay();
  const head = useRef<HTMLHeadingElement>(null);
  const [form, setForm] = useState<Form>(initial);
  const [busy, setBusy] = useState(false);
  const { problem, act } = useAct(['live', 'directory-applications'], ['live', 'directory-form']);
  useEffect(() => head.current?.focus(), []);
  const faultOf = (id: string) => {
    const finding = problem instanceof ApiProblem ? problem.findings.find(({ path }) => path === id) : undefined;
    const asked = returned?.answers.findLast((a) => a.outcome === 'returned' && a.field === id)?.text;
    return finding ? `${say(finding.message)}；${say(finding.remedy)}` : asked && say(asked);
  };
  const apply = async () => {
    setBusy(true);
    const path = returned ? `/directory-applications/${returned.id}/corrections` : '/directory-applications';
    const wasDone = await act(() => send('POST', path, returned ? { form } : { kind, form }));
    setBusy(false);
    if (wasDone) done();
    else head.current?.scrollIntoView({ block: 'start' });
  };
  const title = returned ? say('补正申请', 'Correct the application') : say('填写申请', 'Fill in the application');
  return (
    <section className="card" aria-label={title}>
      <h2 ref={head} tabIndex={-1}>
        {title}
      </h2>
      {problem !== undefined && <ProblemNote error={problem} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        {choose && (
          <div className="field">
            <label htmlFor="directory-kind">{say('申请事项', 'What is applied for')}</label>
            <select
              id="directory-kind"
              className="native"
              value={kind}
              onChange={(event) => choose(event.target.value as ApplicationKind)}
            >
              {applicationKinds.map((one) => (
                <option key={one} value={one}>
                  {say(kindNames[one])}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="fields">
          {fieldsOf(kind).map((field) => (
            <Box
              key={field.id}
              field={field}
              value={form[field.id] ?? ''}
              fault={faultOf(field.id)}
              change={(value) => setForm({ ...form, [field.id]: value })}
            />
          ))}
        </div>
        <p>
          <Button type="primary" htmlType="submit" loading={busy}>
            {returned ? say('重新提交', 'Send it again') : say('提交给外汇局', 'Send to the administration')}
          </Button>{' '}
          <Button onClick={done}>{say('取消', 'Cancel')}</Button>
        </p>
      </form>
    </section>
  );
}

type Given = { readonly field: FormField; readonly value: string; readonly fault?: string | undefined };
function Box({ field, value, fault, change }: Given & { change: (value: string) => void }) {
  const say = useSay();
  const id = `directory-${field.id}`;
  const told = fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-fault` };
  return (
    <div className="field">
      <label htmlFor={id}>
        {say(field.name)}
        {field.optional && <span className="soft"> {say('（选填）', '(optional)')}</span>}
      </label>
      {field.flag ? (
        <select id={id} className="native" value={value} onChange={(event) => change(event.target.value)} {...told}>
          <option value="0">{say('否', 'No')}</option>
          <option value="1">{say('是', 'Yes')}</option>
        </select>
      ) : (
        <Input
          id={id}
          value={value}
          maxLength={field.length}
          readOnly={field.own === true}
          {...(fault === undefined ? {} : { status: 'error' as const })}
          onChange={(event) => change(event.target.value)}
          {...told}
        />
      )}
      {fault !== undefined && (
        <div id={`${id}-fault`} className="finding">
          {fault}
        </div>
      )}
    </div>
  );
}
