// What was drawn, for the authority whose draw it is (M6): the case or the object, who goes, and how he is replaced where he must not or cannot.
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { objectName, ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { useAct } from '../../../web/use-act.ts';
import type { DrawnView, DrawView, Replacement } from '../contract.ts';

const names: Readonly<Record<Replacement, readonly [zh: string, en: string]>> = {
  conflict: ['回避', 'conflict of interest'],
  absence: ['缺勤', 'absence'],
};

export function DrawnTargets({ draw }: { draw: DrawView }) {
  const say = useSay();
  const me = useSession().data;
  const { problem, act } = useAct(['draws']);
  const [replacing, setReplacing] = useState<string>();
  const mine = me?.organisation.authority === draw.authority && (me?.actions.includes('draw.conduct') ?? false);
  const replace = async (one: DrawnView, kind: Replacement, reason: string) => {
    const body = { target: one.target, officer: one.officers.at(-1)?.officer ?? '', kind, reason };
    if (await act(() => send('POST', `/draws/${draw.id}/replacements`, body))) setReplacing(undefined);
  };
  return (
    <>
      {problem !== undefined && <ProblemNote error={problem} />}
      <table className="plain stack">
        <thead>
          <tr>
            <th>{draw.rule.unit ? say('货物与对象', 'Case and object') : say('货物', 'Case')}</th>
            <th>{say('查验指令', 'Order')}</th>
            <th>{say('查验人员', 'Officer')}</th>
          </tr>
        </thead>
        <tbody>
          {draw.drawnTargets.map((one) => (
            <tr key={one.target}>
              <td>
                <Link to="/shipments/$id" params={{ id: one.shipmentId }}>
                  {one.shipmentNumber}
                </Link>
                {one.objectId && <div>{say(objectName(one.objectId))}</div>}
              </td>
              <td>{one.instructionNumber}</td>
              <td>
                {one.officers.length === 0 && say('值班表中无人可派', 'nobody is on a roster there')}
                {one.officers.map((o) => (
                  <div key={o.officer} className={o.replaced ? 'soft' : ''}>
                    {o.name}
                    {o.replaced && ` · ${say(...names[o.replaced])}: ${o.reason ?? ''}`}
                  </div>
                ))}
                {mine &&
                  one.replaceable &&
                  (replacing === one.target ? (
                    <ReplaceForm close={() => setReplacing(undefined)} replace={(...why) => replace(one, ...why)} />
                  ) : (
                    <Button size="small" onClick={() => setReplacing(one.target)}>
                      {say('按次序递补', 'The next in order goes')}
                    </Button>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function ReplaceForm({
  close,
  replace,
}: {
  close: () => void;
  replace: (kind: Replacement, reason: string) => Promise<void>;
}) {
  const say = useSay();
  const [kind, setKind] = useState<Replacement>('conflict');
  const [reason, setReason] = useState('');
  return (
    <div className="bar">
      <select
        className="native"
        aria-label={say('为何递补', 'Why he is replaced')}
        value={kind}
        onChange={(e) => setKind(e.target.value as Replacement)}
      >
        {(Object.keys(names) as Replacement[]).map((one) => (
          <option key={one} value={one}>
            {say(...names[one])}
          </option>
        ))}
      </select>
      <Input
        aria-label={say('理由', 'Reason')}
        placeholder={say('理由', 'Reason')}
        value={reason}
        maxLength={300}
        onChange={(e) => setReason(e.target.value)}
      />
      <Button size="small" disabled={reason.trim() === ''} onClick={() => void replace(kind, reason.trim())}>
        {say('确定递补', 'Replace him')}
      </Button>
      <Button size="small" onClick={close}>
        {say('取消', 'Cancel')}
      </Button>
    </div>
  );
}
