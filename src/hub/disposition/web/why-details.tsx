// The whole explanation of one disposition (P5), folded away: who must speak by which rule and whether he has, what counts, what no longer
// does and why, and what would change it. The same as the API tells.
import { spellClause } from '../../../kernel/clause.ts';
import { authorityName } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { BlockingView, Explanation } from '../contract.ts';
import { kindName, termName } from './kind-name.ts';

export function WhyDetails({ of, instructions }: { of: Explanation; instructions: BlockingView['instructions'] }) {
  const say = useSay();
  const time = useTime();
  const named = (id: string): string => {
    const i = instructions.find((one) => one.id === id);
    if (!i) return id;
    return `${say(authorityName(i.authority))} ${say(kindName(i.kind))} ${i.number} #${i.sequence} ${time(i.issuedAt)}`;
  };
  return (
    <details>
      <summary>{say('为何如此', 'Why so')}</summary>
      <p>{say(of.text)}</p>
      <p className="soft">
        {say('决定规则', 'Decided by')}: {of.rule} {of.ruleVersion} · {spellClause(of.clause)}
      </p>
      <h4>{say('须作出处置的部门', 'Who must speak')}</h4>
      <ul>
        {of.duties.length === 0 && <li>{say('无', 'Nobody')}</li>}
        {of.duties.map((d) => (
          <li key={d.authority + d.rule + d.ruleVersion}>
            {say(authorityName(d.authority))}:{' '}
            {d.spoken ? say('已处置', 'has spoken') : say('尚未处置', 'has not spoken')}{' '}
            <span className="soft">
              {d.rule} {d.ruleVersion} · {spellClause(d.clause)}
            </span>
          </li>
        ))}
      </ul>
      {of.terms && (
        <>
          <h4>{say('放行条件及其依据', 'Terms of release, and what they rest on')}</h4>
          <ul>
            {of.terms.map((t) => (
              <li key={t.instructionId}>
                {say(authorityName(t.authority))}: {say(termName(t.term))}{' '}
                <span className="soft">{spellClause(t.clause)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{say('有效的指令', 'Instructions that count')}</h4>
      <ul>
        {of.counts.length === 0 && <li>{say('无', 'None')}</li>}
        {of.counts.map((id) => (
          <li key={id}>{named(id)}</li>
        ))}
      </ul>
      {of.superseded.length > 0 && (
        <>
          <h4>{say('不再有效的指令', 'Instructions that no longer count')}</h4>
          <ul>
            {of.superseded.map((s) => (
              <li key={s.id}>
                {named(s.id)}: {say(s.why)}
                {s.by !== s.id && instructions.some((i) => i.id === s.by) && ` → ${named(s.by)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{say('怎样会改变', 'What would change it')}</h4>
      <ul>
        {of.wouldChange.map((w) => (
          <li key={w.en}>{say(w)}</li>
        ))}
      </ul>
    </details>
  );
}
