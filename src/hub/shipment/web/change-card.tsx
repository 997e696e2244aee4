// Applications to amend or withdraw what an authority has taken (修撤单): who still decides, what was decided and why, field by field.
import { Button, Tag } from 'antd';
import { useSay, useTime } from '../../../web/language.tsx';
import type { ChangeState, ChangeView, ShipmentView } from '../contract.ts';
import { PathName } from './path-name.tsx';

const states: Readonly<Record<ChangeState, { readonly colour: string; readonly zh: string; readonly en: string }>> = {
  applied: { colour: 'gold', zh: '待决定', en: 'undecided' },
  approved: { colour: 'green', zh: '已同意', en: 'agreed' },
  refused: { colour: 'red', zh: '未同意', en: 'not agreed' },
  'taken-back': { colour: 'default', zh: '已撤回', en: 'taken back' },
};

/** Newest first; shown open while it is undecided. */
export function ChangeCard({ shipment: { changes, can }, retract }: { shipment: ShipmentView; retract: () => void }) {
  const say = useSay();
  if (changes.length === 0) return null;
  return (
    <section className="card" aria-label={say('修撤单申请', 'Applications to amend or withdraw')}>
      <h2>{say('修撤单申请', 'Applications to amend or withdraw')}</h2>
      {[...changes].reverse().map((change) => (
        <Change key={change.number} change={change} {...(can.includes('retract') ? { retract } : {})} />
      ))}
    </section>
  );
}

function Change({ change: c, retract }: { change: ChangeView; retract?: () => void }) {
  const say = useSay();
  const time = useTime();
  const state = states[c.state];
  const waits = c.waitsFor.map((name) => say(name)).join('、');
  return (
    <div>
      <p>
        <strong>{c.kind === 'withdraw' ? say('撤销', 'Withdraw') : say('修改', 'Amend')}</strong> {c.number}{' '}
        <Tag color={state.colour}>{say(state.zh, state.en)}</Tag>
        <span className="soft">
          {time(c.appliedAt)} {c.appliedBy} · {say(`针对第 ${c.version} 版`, `of version ${c.version}`)} · {c.reason}
        </span>
      </p>
      {waits !== '' && (
        <p role="status">
          {say(
            `等待${waits}决定。决定前以第 ${c.version} 版为准，不能再修改或撤回。`,
            `Waiting for ${waits}. Until then version ${c.version} stays in force and cannot be amended or withdrawn.`,
          )}
        </p>
      )}
      {c.state === 'applied' && c.retractedAt && (
        <p role="status">
          {time(c.retractedAt)}{' '}
          {say('已要求撤回；部门先作出的决定仍有效。', 'Asked back; a decision made before counts.')}
        </p>
      )}
      {c.state === 'applied' && retract && (
        <Button size="small" onClick={retract}>
          {say('撤回申请', 'Take the application back')}
        </Button>
      )}
      {c.decision && (
        <p>
          {c.decidedAt && time(c.decidedAt)} {say(c.decision)}
        </p>
      )}
      {c.changed.length > 0 && (
        <ul>
          {c.changed.map((one) => (
            <li key={one.path}>
              <PathName path={one.path} />: {one.before ?? '–'} → {one.after ?? '–'}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
