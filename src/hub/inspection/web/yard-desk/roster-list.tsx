// The officers of one's own authority as they are entered (P6): for whoever works with them and does not keep the roster.
import { useQuery } from '@tanstack/react-query';
import { get } from '../../../../web/api.ts';
import { Shown } from '../../../../web/kit.tsx';
import { useSay } from '../../../../web/language.tsx';
import type { YardOfficer, YardSite } from '../../contract.ts';
import { skillNames } from '../skill-names.ts';
import { useHoursText } from './hours-fields.tsx';

export function RosterList() {
  const say = useSay();
  const hours = useHoursText();
  const officers = useQuery({
    queryKey: ['yard-officers'],
    queryFn: () => get<{ items: YardOfficer[] }>('/yard-officers'),
  });
  const sites = useQuery({ queryKey: ['yard-sites'], queryFn: () => get<{ items: YardSite[] }>('/yard-sites') });
  const siteName = (id: string) => {
    const found = sites.data?.items.find((site) => site.id === id);
    return found ? say(found.name) : id;
  };
  return (
    <section className="card" aria-label={say('关员排班', 'Officers and rosters')}>
      <h2>{say('本部门查验关员：技能与排班', 'Officers of your authority: skills and rosters')}</h2>
      <p className="soft">{say('由本部门的排班员登记。', 'Kept by the roster keeper of your authority.')}</p>
      <Shown query={officers}>
        {({ items }) => (
          <table className="plain stack">
            <thead>
              <tr>
                <th>{say('关员', 'Officer')}</th>
                <th>{say('技能', 'Skills')}</th>
                <th>{say('排班', 'Roster')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((officer) => (
                <tr key={officer.id}>
                  <td>{officer.name}</td>
                  <td>{officer.skills.map((skill) => say(skillNames[skill])).join(say('、', ', '))}</td>
                  <td>
                    {officer.duties.length === 0 && say('不在班', 'no duty')}
                    {officer.duties.map((duty) => (
                      <div key={`${duty.siteId} ${duty.validFrom} ${duty.fromMinute}`}>
                        {siteName(duty.siteId)} {hours(duty)}
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Shown>
    </section>
  );
}
