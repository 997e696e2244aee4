// Another order of outcomes, or another period, proposed (P5, decision 0052): the clause and the reason are asked for; it holds from tomorrow on
// at the earliest. What lets goods go stays behind what keeps them back.
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { StateTag, stateName } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useTextFields } from '../../../web/text-fields.tsx';
import type { ExpiryView, Outcome, PrecedenceView, ProposeExpiry, ProposePrecedence } from '../contract.ts';

const FIXED: readonly Outcome[] = ['conditionally-released', 'released'];
type Given<View, Body> = {
  readonly of: View;
  readonly propose: (body: Body) => Promise<void>;
  readonly close: () => void;
};

export function PrecedenceForm({ of, propose, close }: Given<PrecedenceView, ProposePrecedence>) {
  const say = useSay();
  const [order, setOrder] = useState(() => of.order.filter((outcome) => !FIXED.includes(outcome)));
  const fields = useVersionFields('precedence', of.clause);
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ readonly to: number }>();
  const moveUp = (at: number) => {
    setOrder(order.toSpliced(at - 1, 2, ...order.slice(at - 1, at + 1).reverse()));
    setMoved({ to: at - 1 });
  };
  // Whoever works with the keyboard stays with what he has moved; at the top it has no button any more.
  useEffect(() => {
    const item = moved && list.current?.children[moved.to];
    if (item instanceof HTMLElement) item.focus();
  }, [moved]);
  return (
    <section className="card" aria-label={say('提出新的宽严次序', 'Propose another order')}>
      <h2>{say('新的宽严次序', 'Another order')}</h2>
      <ol ref={list}>
        {order.map((outcome, at) => (
          <li key={outcome} tabIndex={-1}>
            <StateTag state={outcome} />{' '}
            {at > 0 && (
              <Button
                size="small"
                aria-label={say(`上移：${stateName(outcome).zh}`, `Move up: ${stateName(outcome).en}`)}
                onClick={() => moveUp(at)}
              >
                {say('上移', 'Move up')}
              </Button>
            )}
          </li>
        ))}
        {FIXED.map((outcome) => (
          <li key={outcome}>
            <StateTag state={outcome} /> <span className="soft">{say('位置固定', 'fixed')}</span>
          </li>
        ))}
      </ol>
      {fields.boxes}
      <Send
        ready={fields.ready}
        send={() => propose({ order: [...order, ...FIXED], ...fields.body() })}
        close={close}
      />
    </section>
  );
}

export function ExpiryForm({ of, propose, close }: Given<ExpiryView, ProposeExpiry>) {
  const say = useSay();
  const { words, field } = useTextFields('period', () => ({ days: String(of.days) }));
  const fields = useVersionFields('expiry', of.clause);
  const days = Number(words('days'));
  return (
    <section className="card" aria-label={say('提出新的期限', 'Propose another period')}>
      <h2>{say(of.name)}</h2>
      <div className="grid">{field('days', '期限（天，1–3650）', 'Period (days, 1–3650)', { type: 'number' })}</div>
      {fields.boxes}
      <Send
        ready={fields.ready && Number.isInteger(days) && words('days') !== ''}
        send={() => propose({ period: of.period, days, ...fields.body() })}
        close={close}
      />
    </section>
  );
}

function useVersionFields(prefix: string, clause: string) {
  const { words, field } = useTextFields(prefix, () => ({ clause, validFrom: '', reason: '' }));
  const boxes = (
    <div className="grid">
      {field('clause', '依据条款', 'Clause')}
      {field('validFrom', '施行日期', 'First day', { type: 'date' })}
      {field('reason', '理由', 'Reason')}
    </div>
  );
  const body = () => ({ clause: words('clause'), validFrom: words('validFrom'), reason: words('reason') });
  return { boxes, body, ready: Object.values(body()).every((text) => text !== '') };
}

function Send({ ready, send, close }: { ready: boolean; send: () => Promise<void>; close: () => void }) {
  const say = useSay();
  return (
    <div className="bar">
      <Button type="primary" disabled={!ready} onClick={() => void send()}>
        {say('提出变更', 'Propose')}
      </Button>
      <Button onClick={close}>{say('取消', 'Cancel')}</Button>
    </div>
  );
}
