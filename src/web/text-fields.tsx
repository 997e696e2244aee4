// Forms whose fields are all texts: what was typed, and a labelled box or choice for each by its name.
import { Input } from 'antd';
import { useState } from 'react';
import { useSay } from './language.tsx';

type More = { readonly type?: string; readonly disabled?: boolean; readonly maxLength?: number };

/** `prefix` keeps the ids of several forms of a page apart. */
export function useTextFields(prefix: string, initial: () => Readonly<Record<string, string>>) {
  const say = useSay();
  const [text, setText] = useState(initial);
  const set = (name: string) => (e: { target: { value: string } }) => setText({ ...text, [name]: e.target.value });
  return {
    /** Without blanks around it; empty for what was not typed. */
    words: (name: string): string => (text[name] ?? '').trim(),
    field: (name: string, zh: string, en: string, more: More = {}) => (
      <div className="field">
        <label htmlFor={`${prefix}-${name}`}>{say(zh, en)}</label>
        <Input id={`${prefix}-${name}`} value={text[name] ?? ''} onChange={set(name)} {...more} />
      </div>
    ),
    choice: (name: string, zh: string, en: string, options: readonly (readonly [value: string, label: string])[]) => (
      <div className="field">
        <label htmlFor={`${prefix}-${name}`}>{say(zh, en)}</label>
        <select id={`${prefix}-${name}`} className="native" value={text[name]} onChange={set(name)}>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    ),
  };
}
