// The collision desk (指令对碰, P5): contradicting instructions side by side with the published precedence.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { authorityName, objectName, ProblemNote, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useLive } from '../../../web/live.ts';
import type { Collision } from '../contract.ts';
import { kindName } from './kind-name.ts';

export default function CollisionDesk() {
  const say = useSay();
  useLive();
  const collisions = useQuery({
    queryKey: ['live', 'collisions'],
    queryFn: () => get<{ items: Collision[] }>('/collisions'),
  });
  return (
    <>
      <h1>{say('对碰台', 'Collision desk')}</h1>
      <Shown query={collisions} empty={(c) => c.items.length === 0}>
        {(c) => c.items.map((one) => <CollisionCard key={one.id} collision={one} />)}
      </Shown>
    </>
  );
}

function CollisionCard({ collision: c }: { collision: Collision }) {
  const say = useSay();
  const time = useTime();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const resolve = (instructionId: string) =>
    send('POST', `/collisions/${c.id}/resolution`, { instructionId, resolution: words })
      .then(() => client.invalidateQueries({ queryKey: ['live'] }))
      .catch(setProblem);
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
      {problem !== undefined && <ProblemNote error={problem} />}
      {c.state === 'open' ? (
        <div className="bar">
          <Input
            aria-label={say('处理说明', 'Resolution')}
            placeholder={say('处理说明', 'Resolution')}
            value={words}
            onChange={(e) => setWords(e.target.value)}
            style={{ maxWidth: 320 }}
          />
          <Button disabled={words === ''} onClick={() => void resolve(c.instructions.at(-1)?.id ?? '')}>
            {say('标记已处理', 'Mark resolved')}
          </Button>
        </div>
      ) : (
        <p className="soft">{c.resolution}</p>
      )}
    </section>
  );
}
