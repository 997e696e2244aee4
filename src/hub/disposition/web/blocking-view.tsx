// The blocking view (P5): per object who holds it, why, on what legal basis, what frees it and whose clock runs; and the
// dialog with which an officer instructs for his own authority.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { authorityName, ProblemNote, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { type BlockingView, type Holder, instructionKinds } from '../contract.ts';
import { kindName } from './kind-name.ts';

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

function InstructDialog({ view, close }: { view: BlockingView; close: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const [kind, setKind] = useState<string>('release');
  const [objects, setObjects] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const issue = async () => {
    try {
      await send('POST', '/instructions', {
        shipmentId: view.shipmentId,
        objects,
        kind,
        reason,
        ...(legalBasis ? { legalBasis } : {}),
        ...(number ? { number } : {}),
      });
      await client.invalidateQueries({ queryKey: ['live'] });
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      title={say('下达指令', 'Instruct')}
      okText={say('下达', 'Issue')}
      okButtonProps={{ disabled: objects.length === 0 || reason === '' }}
      onOk={() => void issue()}
      onCancel={close}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <div className="field">
        <label htmlFor="kind">{say('种类', 'Kind')}</label>
        <select id="kind" className="native" value={kind} onChange={(e) => setKind(e.target.value)}>
          {instructionKinds.map((value) => (
            <option key={value} value={value}>
              {say(kindName(value))}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>{say('对象', 'Objects')}</legend>
        <Checkbox.Group
          style={{ display: 'grid' }}
          value={objects}
          onChange={(v) => setObjects(v as string[])}
          options={view.objects.map((o) => ({ value: o.id, label: say(o.label) }))}
        />
      </fieldset>
      <div className="field">
        <label htmlFor="reason">{say('理由', 'Reason')}</label>
        <Input id="reason" value={reason} onChange={(e) => setReason(e.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="basis">{say('法律依据', 'Legal basis')}</label>
        <Input id="basis" value={legalBasis} onChange={(e) => setLegalBasis(e.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="number">{say('编号（撤回时为原指令编号）', 'Number (to withdraw: the instruction’s)')}</label>
        <Input id="number" value={number} onChange={(e) => setNumber(e.target.value)} />
      </div>
    </Modal>
  );
}
