// The order of outcomes and the periods (P5, decision 0052): the versions in force and to come, each changed by proposing another.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { Shown } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { ExpiryView, PrecedenceView } from '../contract.ts';
import { RuleLine } from './rule-line.tsx';
import { ExpiryForm, PrecedenceForm } from './version-forms.tsx';

type Act = (doing: () => Promise<unknown>) => Promise<boolean>;
type View = PrecedenceView | ExpiryView;

export function PrecedenceRules({ act }: { act: Act }) {
  const say = useSay();
  const [editing, setEditing] = useState<PrecedenceView>();
  const propose = async (body: object) => {
    if (await act(() => send('POST', '/precedence-changes', body))) setEditing(undefined);
  };
  const close = () => setEditing(undefined);
  return (
    <Rules<PrecedenceView>
      kind="precedence"
      title={say('几个部门意见不一时，哪个处置算数', 'Which outcome counts where several apply')}
      note={say(
        '只可调整扣货处置之间的先后；放行永远不得先于任何扣货的处置。按申报之日适用，不溯及既往。',
        'Only the order among what keeps goods back may change; no release ever comes before any of it. The rule is that of the day of filing and does not reach back.',
      )}
      edit={setEditing}
    >
      {editing && <PrecedenceForm key={editing.version} of={editing} propose={propose} close={close} />}
    </Rules>
  );
}

export function ExpiryRules({ act }: { act: Act }) {
  const say = useSay();
  const [editing, setEditing] = useState<ExpiryView>();
  const propose = async (body: object) => {
    if (await act(() => send('POST', '/expiry-changes', body))) setEditing(undefined);
  };
  const close = () => setEditing(undefined);
  return (
    <Rules<ExpiryView>
      kind="expiry"
      title={say('先到的指令和报告等多久', 'How long what comes too early waits')}
      note={say(
        '先到的放行指令按申报之日的期限，场站报告按收到之日的期限。',
        'A release that came early goes by the period of the day of filing, a station’s report by that of the day it came.',
      )}
      edit={setEditing}
    >
      {editing && <ExpiryForm key={editing.period + editing.version} of={editing} propose={propose} close={close} />}
    </Rules>
  );
}

function Rules<V extends View>({
  kind,
  title,
  note,
  edit,
  children,
}: {
  kind: V['kind'];
  title: string;
  note: string;
  edit: (rule: V) => void;
  children: ReactNode;
}) {
  const rules = useQuery({
    queryKey: ['jurisdiction', 'rules', kind],
    queryFn: () => get<{ items: V[] }>(`/jurisdiction-rules?kind=${kind}`),
  });
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <p className="soft">{note}</p>
      <Shown query={rules} empty={(r) => r.items.length === 0}>
        {(r) => r.items.map((rule) => <RuleLine key={rule.id + rule.version} rule={rule} edit={() => edit(rule)} />)}
      </Shown>
      {children}
    </section>
  );
}
