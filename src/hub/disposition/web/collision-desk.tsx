// The collision desk (指令对碰, P5): contradicting instructions side by side with the published precedence, settled by an instruction.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { authorityName, objectName, PagedTable, ProblemNote, ShownPages, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useLive } from '../../../web/live.ts';
import { useSession } from '../../../web/session.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { Collision, ParkedWord } from '../contract.ts';
import { kindName } from './kind-name.ts';

export default function CollisionDesk() {
  const say = useSay();
  useLive();
  const collisions = usePages<Collision>(['live', 'collisions'], '/collisions?limit=30');
  return (
    <>
      <h1>{say('对碰台', 'Collision desk')}</h1>
      <ShownPages list={collisions}>
        {(items) => items.map((one) => <CollisionCard key={one.id} collision={one} />)}
      </ShownPages>
      <ParkedWords />
    </>
  );
}

/** What the authority has said of goods nobody has filed yet. */
function ParkedWords() {
  const say = useSay();
  const time = useTime();
  const parked = usePages<ParkedWord>(['live', 'parked'], '/parked-instructions?limit=30');
  return (
    <section aria-labelledby="parked">
      <h2 id="parked">{say('等待对象的指令', 'Instructions that wait for their object')}</h2>
      <p className="soft">
        {say(
          '所指货物尚未申报；一经申报，指令自动并入，不必重发。',
          'What they name is not filed yet; once it is they join by themselves and need not be sent again.',
        )}
      </p>
      <PagedTable
        list={parked}
        head={[say('编号', 'Number'), say('指令', 'Instruction'), say('等待', 'Waits for'), say('收到', 'Received')]}
        row={({ id, instruction: i, waitsFor }) => (
          <tr key={id}>
            <td>
              {i.number} #{i.sequence}
            </td>
            <td>
              {say(kindName(i.kind))}：{say(i.reason)}
            </td>
            <td>{waitsFor.map((one) => say(objectName(one))).join(say('、', ', '))}</td>
            <td>{time(i.receivedAt)}</td>
          </tr>
        )}
      />
    </section>
  );
}

function CollisionCard({ collision: c }: { collision: Collision }) {
  const say = useSay();
  const time = useTime();
  return (
    <section className="card">
      <div className="bar">
        <StateTag state={c.state} />
        <Link to="/shipments/$id" params={{ id: c.shipmentId }}>
          {c.objectIds.map((id) => say(objectName(id))).join(say('、', ', '))}
        </Link>
        <span className="soft">{say(c.precedence)}</span>
      </div>
      <div className="grid">
        {c.instructions.map((i) => (
          <div key={i.id} className="holder">
            <strong>
              {say(authorityName(i.authority))} · {say(kindName(i.kind))}
            </strong>
            <div>{say(i.reason)}</div>
            <div className="soft">
              {i.number} #{i.sequence} · {time(i.issuedAt)}
            </div>
          </div>
        ))}
      </div>
      {c.state === 'open' ? <Settle collision={c} /> : <p className="soft">{c.resolution}</p>}
    </section>
  );
}

/** The officer's word: an instruction of his own authority on the objects of the collision. */
function Settle({ collision: c }: { collision: Collision }) {
  const say = useSay();
  const client = useQueryClient();
  const own = useSession().data?.organisation.authority;
  const mine = c.instructions.filter((i) => i.authority === own);
  const [kind, setKind] = useState('');
  const [reason, setReason] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [what = '', number] = kind.split(' ', 2);
  const settle = () =>
    send('POST', `/collisions/${c.id}/resolution`, {
      kind: what,
      reason: reason.trim(),
      ...(number ? { number } : {}),
      ...(legalBasis.trim() ? { legalBasis: legalBasis.trim() } : {}),
    })
      .then(() => client.invalidateQueries({ queryKey: ['live'] }))
      .catch(setProblem);
  return (
    <>
      {problem !== undefined && <ProblemNote error={problem} />}
      <div className="bar">
        <select
          className="native"
          style={{ maxWidth: 280 }}
          aria-label={say('本部门的决定', 'Your authority’s decision')}
          value={kind}
          onChange={(e) => setKind(e.target.value)}
        >
          <option value="">{say('本部门的决定…', 'Your authority’s decision…')}</option>
          {decisions.map((value) => (
            <option key={value} value={value}>
              {say(kindName(value))}
            </option>
          ))}
          {mine.map((i) => (
            <option key={i.id} value={`withdraw ${i.number}`}>
              {say(kindName('withdraw'))} {i.number}
            </option>
          ))}
        </select>
        <Input
          aria-label={say('理由', 'Reason')}
          placeholder={say('理由', 'Reason')}
          value={reason}
          maxLength={500}
          onChange={(e) => setReason(e.target.value)}
          style={{ maxWidth: 280 }}
        />
        <Input
          aria-label={say('法律依据', 'Legal basis')}
          placeholder={say('法律依据', 'Legal basis')}
          value={legalBasis}
          maxLength={200}
          onChange={(e) => setLegalBasis(e.target.value)}
          style={{ maxWidth: 220 }}
        />
        <Button type="primary" disabled={what === '' || reason.trim() === ''} onClick={() => void settle()}>
          {say('下达指令并了结', 'Instruct and settle')}
        </Button>
      </div>
    </>
  );
}
const decisions = ['release', 'inspect', 'hold', 'refuse'] as const;
