// One element of the form: label, input by its type, findings in place with what to do, and who receives it (P10).
import { Button, Input, Popover } from 'antd';
import { memo, useCallback } from 'react';
import type { Finding } from '../../../kernel/finding.ts';
import { fromPartnerTime, toPartnerTime } from '../../../kernel/instant.ts';
import { useSay } from '../../../web/language.tsx';
import type { ElementView, RecipientIndex } from '../contract.ts';
import { CodeInput } from './code-input.tsx';

type FieldProps = {
  readonly element: ElementView;
  readonly path: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly needed: boolean;
  readonly findings: readonly Finding[] | undefined;
  readonly recipients: RecipientIndex[string] | undefined;
  readonly onChange: (elementId: string, value: string) => void;
};

/** Memoised: a keystroke draws its own field again, not the hundred others. */
export const Field = memo(function Field({
  element,
  path,
  value,
  disabled,
  needed,
  findings = [],
  recipients = [],
  onChange,
}: FieldProps) {
  const say = useSay();
  const set = useCallback((v: string) => onChange(element.id, v), [onChange, element.id]);
  const described = findings.length > 0 ? `${path}-findings` : undefined;
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={path}>
          {say(element.label)}
          {needed && <span aria-hidden="true"> *</span>}
        </label>
        {recipients.length > 0 && <Recipients label={say(element.label)} recipients={recipients} />}
      </div>
      <ValueInput
        element={element}
        id={path}
        value={value}
        disabled={disabled}
        invalid={findings.some((f) => f.severity === 'error')}
        onChange={set}
        {...(described ? { described } : {})}
      />
      {findings.length > 0 && (
        <div id={described} className="finding">
          {findings.map((f) => (
            <div key={f.rule} className={f.severity}>
              {say(f.message)} — {say(f.remedy)}{' '}
              {f.proposal !== undefined && !disabled && (
                <Button size="small" onClick={() => set(f.proposal ?? '')}>
                  {say('采用', 'Apply')} {f.proposal}
                </Button>
              )}
            </div>
          ))}
        </div>
      )}
    </div>
  );
});

function ValueInput(props: {
  element: ElementView;
  id: string;
  value: string;
  disabled: boolean;
  invalid: boolean;
  described?: string;
  onChange: (value: string) => void;
}) {
  const { element, id, value, disabled, invalid, described, onChange } = props;
  const say = useSay();
  if (element.codeList) return <CodeInput {...props} list={element.codeList} />;
  const shared = { id, disabled, 'aria-describedby': described, 'aria-invalid': invalid } as const;
  if (element.type === 'flag')
    return (
      <select {...shared} className="native" value={value} onChange={(e) => onChange(e.target.value)}>
        <option value="" />
        <option value="1">{say('是', 'Yes')}</option>
        <option value="0">{say('否', 'No')}</option>
      </select>
    );
  // Kept as an instant, typed as the port's own time (UTC+8).
  if (element.type === 'instant')
    return (
      <Input
        {...shared}
        type="datetime-local"
        status={invalid ? 'error' : ''}
        value={Number.isNaN(Date.parse(value)) ? '' : toPartnerTime(value, 'yyyy-MM-ddTHH:mm:ss').slice(0, 16)}
        onChange={(e) => onChange(fromPartnerTime(`${e.target.value}:00`, 'yyyy-MM-ddTHH:mm:ss') ?? '')}
      />
    );
  return (
    <Input
      {...shared}
      type={element.type === 'date' ? 'date' : 'text'}
      inputMode={element.type === 'decimal' ? 'decimal' : element.type === 'integer' ? 'numeric' : 'text'}
      status={invalid ? 'error' : ''}
      value={value}
      onChange={(e) => onChange(e.target.value)}
    />
  );
}

export function Recipients({ label, recipients }: { label: string; recipients: RecipientIndex[string] }) {
  const say = useSay();
  return (
    <Popover
      trigger="click"
      title={say('谁收到这一项、作何字段', 'Who receives this, as what')}
      content={
        <ul className="recipients">
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
  );
}
