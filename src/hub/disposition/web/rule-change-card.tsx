// One change of a rule (P5): what, from when, why; how its rehearsal went and whose outcome it changes; what can be done next.
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { authorityName, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { Rehearsal, RuleChangeView } from '../contract.ts';
import { ruleText, ruleTitle } from './rule-names.ts';
import { rehearsalWords } from './rehearsal-words.ts';

export function RuleChangeCard({
  one,
  act,
}: {
  one: RuleChangeView;
  act: (doing: () => Promise<unknown>) => Promise<boolean>;
}) {
  const say = useSay();
  const time = useTime();
  const [days, setDays] = useState('7');
  const at = (step: string, body?: object) =>
    void act(() => send('POST', `/jurisdiction-changes/${one.id}/${step}`, body));
  const { rule } = one;
  return (
    <section className="card" aria-label={`${say('规则变更', 'Change')} ${rule.id}`}>
      <div className="bar">
        <StateTag state={`rule-${one.state}`} />
        <strong>{say(ruleTitle(rule))}</strong>
        <span>{one.ends ? say('终止', 'Ends') : say(ruleText(rule))}</span>
        <span>{say(`自 ${rule.validFrom} 起`, `from ${rule.validFrom}`)}</span>
      </div>
      <div className="soft">
        {rule.id} {rule.version} · {say('依据', 'Basis')}: {rule.clauseText}
      </div>
      <div>
        {say('理由', 'Reason')}: {one.reason} · {one.proposedBy} {time(one.proposedAt)}
        {one.decidedBy && ` · ${one.decidedBy} ${time(one.decidedAt)}`}
      </div>
      {one.rehearsal && <RehearsalNote of={one.rehearsal} />}
      {one.state === 'proposed' && (
        <div className="bar">
          {one.rehearsable ? (
            <>
              <label htmlFor={`days-${one.id}`}>{say('最近天数', 'Last days')}</label>
              <input
                id={`days-${one.id}`}
                type="number"
                min={1}
                max={90}
                value={days}
                onChange={(e) => setDays(e.target.value)}
                style={{ width: 70 }}
              />
              <Button size="small" onClick={() => at('rehearsal', { days: Number(days) })}>
                {say('预演', 'Rehearse')}
              </Button>
            </>
          ) : (
            <span className="soft">{say('不影响处置，无须预演', 'Decides no outcome: not rehearsed')}</span>
          )}
          {one.mine ? (
            <span className="soft">{say('须由另一人批准', 'Another person approves')}</span>
          ) : (
            <Button
              size="small"
              type="primary"
              disabled={one.rehearsable && !one.rehearsal}
              onClick={() => at('approval')}
            >
              {say('批准', 'Approve')}
            </Button>
          )}
          <Button size="small" onClick={() => at('withdrawal')}>
            {say('撤回', 'Withdraw')}
          </Button>
        </div>
      )}
    </section>
  );
}

function RehearsalNote({ of }: { of: Rehearsal }) {
  const say = useSay();
  const time = useTime();
  return (
    <div>
      <p>
        {rehearsalWords(of, time(of.at))
          .map((sentence) => say(sentence))
          .join(say('', ' '))}
      </p>
      <ul>
        {of.listed.map((c) => (
          <li key={c.shipmentId + c.objectId}>
            <Link to="/shipments/$id" params={{ id: c.shipmentId }}>
              {c.shipmentNumber}
            </Link>{' '}
            {say(c.objectLabel)}: <StateTag state={c.before} /> → <StateTag state={c.after} />{' '}
            {c.waitsFor.map((a) => say(authorityName(a))).join(say('、', ', '))}
          </li>
        ))}
      </ul>
    </div>
  );
}
