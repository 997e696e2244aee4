// The blocking view (P5): per object who holds it, why, on what legal basis, what frees it and whose clock runs.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { get } from '../../../web/api.ts';
import { authorityName, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { BlockingView, Holder } from '../contract.ts';
import { InstructDialog } from './instruct-dialog.tsx';
import { WhyDetails } from './why-details.tsx';

export function BlockingPanel({ shipmentId, mayInstruct }: { shipmentId: string; mayInstruct: boolean }) {
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
            {v.objects.map((o) => (
              <div key={o.id} style={{ marginBottom: 12 }}>
                <div>
                  <strong>{say(o.label)}</strong> <StateTag state={o.disposition.outcome} />{' '}
                  {o.disposition.joint && <StateTag state={say('联合查验', 'Joint inspection')} />}
                </div>
                {o.disposition.holders.length === 0 && (
                  <div className="soft">{say(o.disposition.explanation.text)}</div>
                )}
                {o.disposition.holders
                  .filter((h) => h.via === undefined)
                  .map((h) => (
                    <HolderLine key={`${h.authority}${h.kind}${h.instructionId ?? ''}`} holder={h} />
                  ))}
                <Inherited holders={o.disposition.holders} objects={v.objects} />
                <WhyDetails of={o.disposition.explanation} instructions={v.instructions} />
              </div>
            ))}
            {instructing && <InstructDialog view={v} close={() => setInstructing(false)} />}
          </>
        )}
      </Shown>
    </section>
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

function useCountdown(dueAt: string | undefined): string {
  const say = useSay();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  if (!dueAt) return '';
  const minutes = Math.round((Date.parse(dueAt) - now) / 60_000);
  const size = `${Math.floor(Math.abs(minutes) / 60)}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
  return minutes >= 0 ? say(`剩余 ${size}`, `${size} left`) : say(`超时 ${size}`, `${size} overdue`);
}
