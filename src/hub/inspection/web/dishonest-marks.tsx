// Enterprises marked dishonest (SC 4): set and lifted by the port office and customs, with reason and basis.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { PagedTable, ProblemNote } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { DishonestMark } from '../contract.ts';

const nothing = { uscc: '', reason: '', legalBasis: '' };

export function DishonestMarks() {
  const say = useSay();
  const time = useTime();
  const list = usePages<DishonestMark>(['dishonest-marks'], '/dishonest-marks?limit=20');
  const { problem, act } = useAct(['dishonest-marks']);
  const [given, setGiven] = useState(nothing);
  const [lifting, setLifting] = useState<{ id: string; reason: string }>();
  const field = (name: keyof typeof nothing, zh: string, en: string) => (
    <div className="field">
      <label htmlFor={`mark-${name}`}>{say(zh, en)}</label>
      <Input id={`mark-${name}`} value={given[name]} onChange={(e) => setGiven({ ...given, [name]: e.target.value })} />
    </div>
  );
  const ready = Object.values(given).every((text) => text.trim() !== '');
  const mark = async () => {
    if (await act(() => send('POST', '/dishonest-marks', { ...given, uscc: given.uscc.trim().toUpperCase() })))
      setGiven(nothing);
  };
  const lift = async () => {
    if (!lifting) return;
    const { id, reason } = lifting;
    if (await act(() => send('POST', `/dishonest-marks/${id}/lifting`, { reason }))) setLifting(undefined);
  };
  return (
    <section className="card" aria-label={say('失信企业', 'Enterprises marked dishonest')}>
      <h2>{say('失信企业：不得预约非工作时间查验', 'Marked dishonest: no appointments out of hours')}</h2>
      {problem !== undefined && <ProblemNote error={problem} />}
      <div className="fields">
        {field('uscc', '统一社会信用代码', 'Social credit code')}
        {field('reason', '原因', 'Reason')}
        {field('legalBasis', '依据', 'Legal basis')}
      </div>
      <div className="bar">
        <Button disabled={!ready} onClick={() => void mark()}>
          {say('标记', 'Mark')}
        </Button>
      </div>
      <PagedTable
        list={list}
        head={[
          say('企业', 'Enterprise'),
          say('原因与依据', 'Reason and basis'),
          say('标记', 'Marked'),
          say('解除', 'Lifted'),
        ]}
        row={(m) => (
          <tr key={m.id}>
            <td>{say(m.name)}</td>
            <td>
              {m.reason} <span className="soft">{m.legalBasis}</span>
            </td>
            <td>
              {time(m.markedAt)} {m.markedBy}
            </td>
            <td>
              {m.liftedAt ? (
                `${time(m.liftedAt)} ${m.liftedReason ?? ''}`
              ) : lifting?.id === m.id ? (
                <span className="bar">
                  <Input
                    aria-label={say('解除原因', 'Reason for lifting')}
                    value={lifting.reason}
                    onChange={(e) => setLifting({ id: m.id, reason: e.target.value })}
                  />
                  <Button size="small" disabled={lifting.reason.trim() === ''} onClick={() => void lift()}>
                    {say('确定解除', 'Lift it')}
                  </Button>
                </span>
              ) : (
                <Button size="small" onClick={() => setLifting({ id: m.id, reason: '' })}>
                  {say('解除', 'Lift')}
                </Button>
              )}
            </td>
          </tr>
        )}
      />
    </section>
  );
}
