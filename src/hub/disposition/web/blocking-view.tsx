// The blocking view (P5): per object who holds it, why, on what legal basis, what frees it and whose clock runs.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { authorityName, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { BlockingView, Holder } from '../contract.ts';
import { InstructDialog } from './instruct-dialog.tsx';
import { NextSteps } from './next-steps-list.tsx';
import { PartnerNote } from './partner-note.tsx';
import { ConditionTests } from './test-results.tsx';
import { useCountdown } from './use-countdown.ts';
import { WhyDetails } from './why-details.tsx';

export function BlockingPanel({
  shipmentId,
  mayInstruct,
  mayAttach,
}: {
  shipmentId: string;
  mayInstruct: boolean;
  mayAttach: boolean;
}) {
  const say = useSay();
  const [instructing, setInstructing] = useState(false);
  const view = useQuery({
    queryKey: ['live', 'disposition', 'of', shipmentId],
    queryFn: () => get<BlockingView>(`/shipments/${shipmentId}/disposition`),
  });
  return (
    <section className="card" aria-label={say('谁在管控', 'Who holds the goods')}>
      <div className="bar">
        <h2 style={{ margin: 0 }}>{say('谁在管控、为何、如何解除', 'Who holds it, why, and what frees it')}</h2>
        {mayInstruct && (
          <Button size="small" type="primary" onClick={() => setInstructing(true)}>
            {say('下达指令', 'Instruct')}
          </Button>
        )}
      </div>
      <Shown query={view} empty={(v) => v.objects.length === 0}>
        {(v) => (
          <>
            <PartnerNote
              authorities={new Set(v.objects.flatMap((o) => o.disposition.holders.map((h) => h.authority)))}
            />
            <NextSteps view={v} />
            <ConditionTests view={v} mayFile={mayAttach} />
            <HeldObjects view={v} />
            {instructing && <InstructDialog view={v} close={() => setInstructing(false)} />}
          </>
        )}
      </Shown>
    </section>
  );
}

/** So many that hold are drawn at once; the rest when asked for. */
const DRAWN = 30;

/** What is held stands open, what may go is folded away: of forty boxes one sees the one that blocks. */
function HeldObjects({ view }: { view: BlockingView }) {
  const say = useSay();
  const [all, setAll] = useState(false);
  const [held, free] = [
    view.objects.filter((o) => o.disposition.holders.length > 0),
    view.objects.filter((o) => o.disposition.holders.length === 0),
  ];
  const own = (o: BlockedObject) => Number(o.disposition.holders.some((h) => h.via === undefined));
  const ordered = held.toSorted((a, b) => own(b) - own(a));
  return (
    <>
      {(all ? ordered : ordered.slice(0, DRAWN)).map((o) => (
        <OneObject key={o.id} object={o} view={view} />
      ))}
      {!all && held.length > DRAWN && (
        <Button onClick={() => setAll(true)}>
          {say(`显示全部 ${held.length} 项`, `Show all ${held.length} objects`)}
        </Button>
      )}
      {free.length > 0 && (
        <details className="may-go">
          <summary>
            {say(`已放行 ${free.length} 项`, `${free.length} released`)}
            <span className="soft">
              {say('：', ': ')}
              {free
                .slice(0, 4)
                .map((o) => say(o.label))
                .join(say('、', ', '))}
              {free.length > 4 && ' …'}
            </span>
          </summary>
          {free.map((o) => (
            <OneObject key={o.id} object={o} view={view} />
          ))}
        </details>
      )}
    </>
  );
}

type BlockedObject = BlockingView['objects'][number];
function OneObject({ object: o, view }: { object: BlockedObject; view: BlockingView }) {
  const say = useSay();
  return (
    <div style={{ marginBottom: 12 }}>
      <div>
        <strong>{say(o.label)}</strong> <StateTag state={o.disposition.outcome} />{' '}
        {o.disposition.joint && <StateTag state={say('联合查验', 'Joint inspection')} />}
      </div>
      {o.disposition.holders
        .filter((h) => h.via === undefined)
        .map((h) => (
          <HolderLine key={`${h.authority}${h.kind}${h.instructionId ?? ''}`} holder={h} />
        ))}
      <Inherited holders={o.disposition.holders} objects={view.objects} />
      <WhyDetails of={o.disposition.explanation} instructions={view.instructions} />
    </div>
  );
}

/** What other objects bring with them, in a line each: their own entry says the rest. */
function Inherited({ holders, objects }: { holders: readonly Holder[]; objects: BlockingView['objects'] }) {
  const say = useSay();
  const byObject = Map.groupBy(
    holders.filter((h) => h.via !== undefined),
    (h) => h.via ?? '',
  );
  return [...byObject].map(([via, inherited]) => {
    const label = objects.find((o) => o.id === via)?.label;
    const authorities = [...new Set(inherited.map((h) => say(authorityName(h.authority))))].join(say('、', ', '));
    return (
      <div key={via} className="holder soft">
        {say('随', 'With')} {label ? say(label) : via}: {authorities}
      </div>
    );
  });
}

function HolderLine({ holder: h }: { holder: Holder }) {
  const say = useSay();
  const time = useTime();
  const left = useCountdown(h.clock.dueAt);
  const bad = h.kind === 'hold' || h.kind === 'refuse' || h.kind === 'rejected';
  return (
    <div className={bad ? 'holder bad' : 'holder'}>
      <div>
        {say(authorityName(h.authority))}
        {say('：', ': ')}
        {say(h.reason)}
      </div>
      <div className="soft">
        {say('依据', 'Basis')}: {h.legalBasis ?? '–'} · {say('解除条件', 'Frees it')}: {say(h.frees)}
      </div>
      <div className="soft">
        {say('计时方', 'Clock of')}: {say(h.clock.name)}
        {h.clock.dueAt && ` · ${say('至', 'until')} ${time(h.clock.dueAt)} (${left})`}
      </div>
    </div>
  );
}
