// A draw is opened (M6): its rule is published as it is typed here, so it is typed once and not changed.
import { Button } from 'antd';
import { useState } from 'react';
import { type AuthorityId, authorityIds } from '../../../kernel/party.ts';
import { send } from '../../../web/api.ts';
import { authorityName, objectTypeName, ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { useTextFields } from '../../../web/text-fields.tsx';
import { useAct } from '../../../web/use-act.ts';
import { drawKinds, type DrawUnit, drawUnits, type OpenDraw } from '../contract.ts';
import { kindName } from './kind-name.ts';
import { unitName } from './unit-name.ts';

/** As the route takes them. */
const MOST_CONTRIBUTORS = 3;
const DAY_MS = 86_400_000;
/** What a `datetime-local` field takes, in the port's own time. */
const localTime = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16);
const instantOf = (local: string): string => new Date(`${local}:00+08:00`).toISOString();

export function DrawForm({ close }: { close: () => void }) {
  const say = useSay();
  const me = useSession().data;
  const { problem, act } = useAct(['draws']);
  const { words, field, choice } = useTextFields('draw', () => ({
    basis: '',
    kind: 'manual',
    drawnUnit: '',
    filedFrom: localTime(Date.now() - DAY_MS),
    filedTo: '',
    direction: '',
    amount: '5',
    unit: 'percent',
    contributeHours: '24',
  }));
  const [contributors, setContributors] = useState<readonly AuthorityId[]>([]);
  const own = me?.organisation.authority;
  const body = (): OpenDraw => ({
    basis: words('basis'),
    kind: words('kind') as OpenDraw['kind'],
    ...(words('drawnUnit') ? { unit: words('drawnUnit') as DrawUnit } : {}),
    filedFrom: instantOf(words('filedFrom')),
    ...(words('filedTo') ? { filedTo: instantOf(words('filedTo')) } : {}),
    ...(words('direction') ? { direction: words('direction') as 'import' | 'export' } : {}),
    ...(words('unit') === 'percent' ? { percent: words('amount') } : { count: Number(words('amount')) }),
    contributors,
    contributeHours: Number(words('contributeHours')),
  });
  const ready = contributors.length > 0 && ['basis', 'filedFrom', 'amount', 'contributeHours'].every((n) => words(n));
  const open = async () => {
    if (await act(() => send('POST', '/draws', body()))) close();
  };
  return (
    <section className="card" aria-label={say('发起抽取', 'Open a draw')}>
      <h2>{say('发起抽取', 'Open a draw')}</h2>
      {problem !== undefined && <ProblemNote error={problem} />}
      <div className="grid">
        {field('basis', '依据', 'Legal basis', { maxLength: 200 })}
        {choice(
          'kind',
          '查验方式',
          'Kind of inspection',
          drawKinds.map((kind) => [kind, say(kindName(kind))] as const),
        )}
        {choice('drawnUnit', '抽取单位', 'What is drawn', [
          ['', say('整票货物', 'Whole cases')],
          ...drawUnits.map((unit) => [unit, say(objectTypeName(unit))] as const),
        ])}
        {field('filedFrom', '申报时间从', 'First filed from', { type: 'datetime-local' })}
        {field('filedTo', '申报时间至（空为到现在）', 'First filed before (empty: until now)', {
          type: 'datetime-local',
        })}
        {choice('direction', '进出口', 'Direction', [
          ['', say('不限', 'Any')],
          ['import', say('进口', 'Import')],
          ['export', say('出口', 'Export')],
        ])}
        {field('amount', '抽取', 'Draw')}
        {choice('unit', '单位', 'Of what', [
          ['percent', say('百分比', 'per cent')],
          ['count', say(unitName(words('drawnUnit')))],
        ])}
        {field('contributeHours', '随机数时限（小时）', 'Hours to give nonces')}
      </div>
      <fieldset>
        <legend>{say('由哪些部门给出随机数', 'Which authorities give nonces')}</legend>
        {authorityIds
          .filter((id) => id !== own)
          .map((id) => (
            <label key={id} style={{ marginRight: 16 }}>
              <input
                type="checkbox"
                checked={contributors.includes(id)}
                disabled={contributors.length === MOST_CONTRIBUTORS && !contributors.includes(id)}
                onChange={(e) =>
                  setContributors(e.target.checked ? [...contributors, id] : contributors.filter((one) => one !== id))
                }
              />{' '}
              {say(authorityName(id))}
            </label>
          ))}
      </fieldset>
      <div className="bar">
        <Button type="primary" disabled={!ready} onClick={() => void open()}>
          {say('发起', 'Open')}
        </Button>
        <Button onClick={close}>{say('取消', 'Cancel')}</Button>
      </div>
    </section>
  );
}
