// Holidays, and weekend days that are worked (调休), as the port office enters them when they are announced (M4).
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { get } from '../../../../web/api.ts';
import { Shown } from '../../../../web/kit.tsx';
import { useSay } from '../../../../web/language.tsx';
import type { HolidayRow } from '../../contract.ts';
import { EditProblem, seen, useEdit } from './keep-edit.tsx';

const empty = { day: '', zh: '', en: '', worked: false };

export function HolidayEditor() {
  const say = useSay();
  const [given, setGiven] = useState(empty);
  const list = useQuery({
    queryKey: ['yard-holidays'],
    queryFn: () => get<{ items: HolidayRow[] }>('/yard-holidays'),
  });
  const { problem, submit, again } = useEdit<unknown>(['yard-holidays'], () => setGiven(empty));
  const { day, zh, en, worked } = given;
  // What stands in the list above is what somebody sees when he enters the day again.
  const entered = list.data?.items.find((row) => row.day === day);
  return (
    <section className="card" aria-label={say('节假日', 'Holidays')}>
      <h2>{say('节假日与调休', 'Holidays and worked weekend days')}</h2>
      <Shown query={list}>
        {({ items }) => (
          <ul className="plain-list">
            {items.map((row) => (
              <li key={row.day} className="bar">
                {row.day} {say(row.name)} {row.worked && <span className="tag">{say('上班', 'worked')}</span>}
                <Button
                  size="small"
                  aria-label={say(`删除 ${row.day}`, `Remove ${row.day}`)}
                  onClick={() =>
                    void submit({ method: 'DELETE', path: `/yard-holidays/${row.day}?revision=${row.revision}` })
                  }
                >
                  {say('删除', 'Remove')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <div className="fields">
        <div className="field">
          <label htmlFor="holiday-day">{say('哪一天', 'Which day')}</label>
          <Input
            id="holiday-day"
            type="date"
            value={day}
            onChange={(e) => setGiven({ ...given, day: e.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="holiday-zh">{say('节日中文名', 'Name in Chinese')}</label>
          <Input
            id="holiday-zh"
            maxLength={80}
            value={zh}
            onChange={(e) => setGiven({ ...given, zh: e.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="holiday-en">{say('节日英文名', 'Name in English')}</label>
          <Input
            id="holiday-en"
            maxLength={80}
            value={en}
            onChange={(e) => setGiven({ ...given, en: e.target.value })}
          />
        </div>
      </div>
      <EditProblem problem={problem} again={again} takeTheirs={() => setGiven(empty)} />
      <div className="bar">
        <label>
          <input type="checkbox" checked={worked} onChange={(e) => setGiven({ ...given, worked: e.target.checked })} />{' '}
          {say('周末上班（调休）', 'a weekend day that is worked')}
        </label>
        <Button
          disabled={day === '' || zh === '' || en === ''}
          onClick={() =>
            void submit({
              method: 'PUT',
              path: `/yard-holidays/${day}`,
              body: { name: { zh, en }, worked, ...(entered ? seen(entered) : {}) },
            })
          }
        >
          {say('登记节假日', 'Enter the day')}
        </Button>
      </div>
    </section>
  );
}
