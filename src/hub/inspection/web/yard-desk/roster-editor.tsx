// The officers of one's own authority: skills, and where they are on duty when (P6).
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { get } from '../../../../web/api.ts';
import { Shown } from '../../../../web/kit.tsx';
import { useSay } from '../../../../web/language.tsx';
import { skills, type YardOfficer, type YardSite } from '../../contract.ts';
import { HoursFields } from './hours-fields.tsx';
import { skillNames } from '../skill-names.ts';
import { useKeyedRows } from './keyed-rows.ts';
import { EditProblem, seen, useEdit } from './keep-edit.tsx';

const nobody: YardOfficer = { id: '', name: '', skills: ['manual'], duties: [], revision: '' };

export function RosterEditor() {
  const say = useSay();
  const [chosen, setChosen] = useState('');
  const [turn, setTurn] = useState(0);
  const officers = useQuery({
    queryKey: ['yard-officers'],
    queryFn: () => get<{ items: YardOfficer[] }>('/yard-officers'),
  });
  const sites = useQuery({ queryKey: ['yard-sites'], queryFn: () => get<{ items: YardSite[] }>('/yard-sites') });
  return (
    <section className="card" aria-label={say('关员排班', 'Officers and rosters')}>
      <h2>{say('本部门查验关员：技能与排班', 'Officers of your authority: skills and rosters')}</h2>
      <Shown query={officers}>
        {({ items }) => (
          <>
            <div className="bar">
              <label htmlFor="edit-officer">{say('关员', 'Officer')}</label>
              <select id="edit-officer" className="native" value={chosen} onChange={(e) => setChosen(e.target.value)}>
                <option value="">{say('请选择', 'Choose')}</option>
                {items.map((officer) => (
                  <option key={officer.id} value={officer.id}>
                    {officer.name}
                  </option>
                ))}
                <option value="new">{say('新关员', 'A new officer')}</option>
              </select>
            </div>
            {chosen !== '' && (
              <OfficerForm
                key={`${chosen} ${turn}`}
                officer={items.find((officer) => officer.id === chosen) ?? nobody}
                sites={sites.data?.items ?? []}
                left={() => setChosen('')}
                takeTheirs={() => setTurn(turn + 1)}
              />
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

function OfficerForm({
  officer,
  sites,
  left,
  takeTheirs,
}: {
  officer: YardOfficer;
  sites: readonly YardSite[];
  left: () => void;
  takeTheirs: () => void;
}) {
  const say = useSay();
  const [given, setGiven] = useState(officer);
  const duties = useKeyedRows(officer.duties);
  const { problem, submit, again } = useEdit<YardOfficer>(['yard-officers'], left);
  const set = (more: Partial<YardOfficer>) => setGiven({ ...given, ...more });
  const { id, revision, ...rest } = given;
  const body = { ...rest, ...seen({ revision }), duties: duties.rows.map(({ row }) => row) };
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return (
    <>
      <div className="field">
        <label htmlFor="officer-name">{say('姓名', 'Name')}</label>
        <Input id="officer-name" maxLength={60} value={given.name} onChange={(e) => set({ name: e.target.value })} />
      </div>
      <div className="bar">
        {skills.map((skill) => (
          <label key={skill}>
            <input
              type="checkbox"
              checked={given.skills.includes(skill)}
              onChange={(e) =>
                set({
                  skills: e.target.checked ? [...given.skills, skill] : given.skills.filter((other) => other !== skill),
                })
              }
            />{' '}
            {say(skillNames[skill])}
          </label>
        ))}
      </div>
      <h3>{say('排班', 'Roster')}</h3>
      {duties.rows.map(({ key, row: duty }, i) => (
        <div className="bar" key={key}>
          <select
            className="native"
            aria-label={say(`排班 ${i + 1} 查验场`, `Yard of duty ${i + 1}`)}
            value={duty.siteId}
            onChange={(e) => duties.set(key, { ...duty, siteId: e.target.value })}
          >
            {sites.map((site) => (
              <option key={site.id} value={site.id}>
                {say(site.name)}
              </option>
            ))}
          </select>
          <HoursFields id={`duty-${i}`} hours={duty} change={(next) => duties.set(key, next)} />
          <Input
            type="date"
            style={{ width: 150 }}
            aria-label={say(`排班 ${i + 1} 自`, `Duty ${i + 1} from`)}
            value={duty.validFrom}
            onChange={(e) => duties.set(key, { ...duty, validFrom: e.target.value || today })}
          />
          <Button
            size="small"
            aria-label={say(`移除排班 ${i + 1}`, `Remove duty ${i + 1}`)}
            onClick={() => duties.remove(key)}
          >
            {say('移除', 'Remove')}
          </Button>
        </div>
      ))}
      <div className="bar">
        <Button
          disabled={sites.length === 0}
          onClick={() =>
            duties.add({
              siteId: sites[0]?.id ?? '',
              weekdays: [1, 2, 3, 4, 5],
              fromMinute: 480,
              toMinute: 1200,
              validFrom: today,
            })
          }
        >
          {say('加入排班', 'Add a duty')}
        </Button>
      </div>
      <EditProblem problem={problem} again={again} takeTheirs={takeTheirs} />
      <div className="bar">
        <Button
          type="primary"
          disabled={given.name.trim() === ''}
          onClick={() =>
            void submit(
              id === ''
                ? { method: 'POST', path: '/yard-officers', body }
                : { method: 'PUT', path: `/yard-officers/${id}`, body },
            )
          }
        >
          {say('保存关员', 'Save the officer')}
        </Button>
      </div>
    </>
  );
}
