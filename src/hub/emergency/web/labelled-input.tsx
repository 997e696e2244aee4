// One line of a form with its words above it.
import { Input } from 'antd';
import { useId } from 'react';

export function LabelledInput({
  label,
  value,
  onChange,
  maxLength = 500,
  type = 'text',
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
  type?: 'text' | 'datetime-local';
}) {
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      <Input id={id} type={type} value={value} maxLength={maxLength} onChange={(e) => onChange(e.target.value)} />
    </div>
  );
}
