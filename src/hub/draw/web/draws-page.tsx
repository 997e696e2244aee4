// Random draws (双随机, M6): open to everybody; authorities open them, give their nonces, and see what was drawn of their own.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { authorityName, ProblemNote, Shown, ShownPages, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { useAct } from '../../../web/use-act.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { DrawSummary, DrawView } from '../contract.ts';
import { DrawForm } from './draw-form.tsx';
import { DrawnTargets } from './drawn-targets.tsx';
import { kindName } from './kind-name.ts';
import { unitName } from './unit-name.ts';
import { freshNonce } from './fresh-nonce.ts';

/** The platform's own steps take a moment. */
const AGAIN_MS = 3000;

export default function DrawsPage() {
  const say = useSay();
  const me = useSession().data;
  const [opening, setOpening] = useState(false);
  const list = usePages<DrawSummary>(['draws', 'list'], '/draws?limit=20', { refetchInterval: AGAIN_MS });
  const opens = me?.actions.includes('draw.conduct') ?? false;
  return (
    <>
      <div className="bar">
        <h1>{say('双随机抽取', 'Random draws')}</h1>
        {opens && !opening && (
          <Button type="primary" size="small" onClick={() => setOpening(true)}>
            {say('发起抽取', 'Open a draw')}
          </Button>
        )}
      </div>
      <p className="soft">
        {say(
          '随机抽取查验对象、随机选派查验人员、过程与结果公开。平台先承诺秘密并冻结抽取范围，其他部门再给出随机数；任何一方都左右不了结果，任何人都可以重新计算。',
          'What is inspected and by whom is drawn, and both are open. The platform commits to a secret and freezes the population, then other authorities give nonces: nobody can steer the outcome, and anybody can recompute it.',
        )}
      </p>
      {opening && <DrawForm close={() => setOpening(false)} />}
      <ShownPages list={list}>
        {(items) =>
          items.map((one) => <DrawCard key={one.id} one={one} mayLook={me?.actions.includes('draw.read') ?? false} />)
        }
      </ShownPages>
    </>
  );
}

function DrawCard({ one, mayLook }: { one: DrawSummary; mayLook: boolean }) {
  const say = useSay();
  const time = useTime();
  const [shown, setShown] = useState(false);
  const { rule, fault } = one;
  const share = rule.quantity.percent ? `${rule.quantity.percent}%` : String(rule.quantity.count ?? '');
  const waiting = rule.contributors.filter((id) => !one.contributed.some((given) => given === id));
  const names = (ids: readonly string[]) => ids.map((id) => say(authorityName(id))).join(say('、', ', '));
  return (
    <section className="card" aria-label={one.number}>
      <div className="bar">
        <h2>{one.number}</h2>
        <StateTag state={fault ? 'draw-failed' : `draw-${one.state}`} />
        <strong>{say(authorityName(one.authority))}</strong>
        {one.demonstration && <span className="tag tag-purple">{say('演示', 'Demonstration')}</span>}
      </div>
      {fault && (
        <p role="status" className="finding">
          {say(fault.text)}
        </p>
      )}
      <dl className="facts">
        <dt>{say('依据', 'Basis')}</dt>
        <dd>{rule.basis}</dd>
        <dt>{say('抽取范围', 'Population')}</dt>
        <dd>
          {time(rule.filedFrom)} – {time(rule.filedTo)} {say('申报', 'filed')}
          {rule.direction && ` · ${rule.direction === 'import' ? say('进口', 'import') : say('出口', 'export')}`}
          {` · ${one.targets} ${say(unitName(rule.unit))}, ${one.officers} ${say('名人员', 'officers')}`}
        </dd>
        <dt>{say('比例或数量', 'Share or number')}</dt>
        <dd>
          {share} · {say(kindName(rule.kind))}
          {one.state === 'revealed' && ` · ${say('抽中', 'drawn')} ${one.drawn}`}
        </dd>
        <dt>{say('随机数', 'Nonces')}</dt>
        <dd>
          {one.contributed.length > 0 && `${say('已给出', 'given by')} ${names(one.contributed)} `}
          {waiting.length > 0 && `${say('等待', 'waiting for')} ${names(waiting)} (${time(rule.contributeBy)})`}
        </dd>
      </dl>
      <div className="bar">
        <Link to="/draw-proofs/$id" params={{ id: one.number }}>
          {say('公开证明', 'Public proof')} {one.number}
        </Link>
        {mayLook && (
          <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? say('收起', 'Close') : say('办理与结果', 'Act, and outcome')}
          </Button>
        )}
      </div>
      {shown && <DrawDetails id={one.id} state={one.state} />}
    </section>
  );
}

/** A nonce that did not arrive is given again as it was: whoever could have another one could choose. */
function DrawDetails({ id, state }: { id: string; state: string }) {
  const say = useSay();
  const [nonce] = useState(freshNonce);
  const draw = useQuery({ queryKey: ['draws', id, state], queryFn: () => get<DrawView>(`/draws/${id}`) });
  const { problem, act } = useAct(['draws']);
  const give = () => act(() => send('POST', `/draws/${id}/contributions`, { nonce }));
  return (
    <>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={draw}>
        {(view) => (
          <>
            {view.awaitsMe && (
              <div>
                <p>
                  {say(
                    '本规则指定贵部门给出随机数。它由您的浏览器产生，给出后不可更改；请自行记下。',
                    'The rule names your authority for a nonce. Your browser has made it, and once given it stays: write it down.',
                  )}
                </p>
                <p>
                  <code className="breaks">{nonce}</code>
                </p>
                <Button type="primary" onClick={() => void give()}>
                  {say('给出随机数', 'Give the nonce')}
                </Button>
              </div>
            )}
            {view.drawnTargets.length > 0 && <DrawnTargets draw={view} />}
            {!view.awaitsMe && view.drawnTargets.length === 0 && (
              <p className="soft">
                {say('此处没有需要贵部门办理的事项', 'There is nothing here for your authority to do')}
              </p>
            )}
          </>
        )}
      </Shown>
    </>
  );
}
