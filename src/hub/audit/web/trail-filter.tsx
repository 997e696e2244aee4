// What is searched for in the trail: fields that are sent when one asks, days as partners count them (UTC+8).
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../web/language.tsx';

export type TrailFilter = {
  readonly actor: string;
  readonly organisationId: string;
  readonly type: string;
  readonly about: string;
  /** Days, both included; empty: no bound. */
  readonly from: string;
  readonly to: string;
};
export const noFilter: TrailFilter = { actor: '', organisationId: '', type: '', about: '', from: '', to: '' };

const DAY_MS = 86_400_000;
const dayStart = (day: string) => new Date(`${day}T00:00:00+08:00`);
export const fromOf = ({ from }: TrailFilter) => (from === '' ? undefined : dayStart(from).toISOString());
export const toOf = ({ to }: TrailFilter) =>
  to === '' ? undefined : new Date(dayStart(to).getTime() + DAY_MS).toISOString();

export function queryOf(filter: TrailFilter): string {
  const { actor, organisationId, type, about } = filter;
  const given = Object.entries({ actor, organisationId, type, about, from: fromOf(filter), to: toOf(filter) }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1].trim() !== '',
  );
  return new URLSearchParams(given.map(([name, value]) => [name, value.trim()])).toString();
}

export function TrailFilterForm({ filter, change }: { filter: TrailFilter; change: (filter: TrailFilter) => void }) {
  const say = useSay();
  const [draft, setDraft] = useState(filter);
  const fields = [
    ['actor', say('何人（姓名或编号）', 'Who (name or id)'), 'text'],
    ['organisationId', say('单位编号', 'Organisation (id)'), 'text'],
    ['type', say('何事（事件类型）', 'What (type of event)'), 'text'],
    ['about', say('何物（货物等的编号）', 'About (id of the case)'), 'text'],
    ['from', say('自', 'From'), 'date'],
    ['to', say('至', 'To'), 'date'],
  ] as const;
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        change(draft);
      }}
    >
      {fields.map(([name, label, type]) => (
        <label key={name} htmlFor={`trail-${name}`}>
          {label}
          <Input
            id={`trail-${name}`}
            type={type}
            maxLength={80}
            value={draft[name]}
            onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
          />
        </label>
      ))}
      <span>
        <Button type="primary" htmlType="submit">
          {say('查询', 'Search')}
        </Button>{' '}
        <Button onClick={() => change(noFilter)}>{say('清空', 'Clear')}</Button>
      </span>
    </form>
  );
}
