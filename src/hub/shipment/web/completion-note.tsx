// What is owed after a summary declaration (两步申报): by which day, and the way to the complete one.
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { get, send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import type { ShipmentView } from '../contract.ts';

export function CompletionNote({ shipment: s }: { shipment: ShipmentView }) {
  const say = useSay();
  const navigate = useNavigate();
  const { problem, act } = useAct(['live']);
  if (!s.completion || s.completion.state === 'done' || s.state !== 'submitted') return null;
  const { dueOn, state, goodsLeft } = s.completion;
  const mayFile = s.can.includes('amend') || s.can.includes('edit');
  const complete = () =>
    act(async () => {
      if (s.can.includes('amend')) await send('POST', `/shipments/${s.id}/amendment`);
      const draft = await get<ShipmentView>(`/shipments/${s.id}`);
      await send('PUT', `/shipments/${s.id}/form`, {
        form: { ...draft.form, declarationStep: 'complete' },
        revision: draft.revision,
      });
      await navigate({ to: '/shipments/$id/form', params: { id: s.id } });
    });
  return (
    <div
      className={`card holder bar${state === 'overdue' ? ' bad' : ''}`}
      role={state === 'overdue' ? 'alert' : 'status'}
    >
      <span>
        {state === 'overdue'
          ? say(
              `概要申报已放行，完整申报已于 ${dueOn} 逾期，请立即办理`,
              `The complete declaration was due on ${dueOn}: file it now`,
            )
          : say(
              `概要申报：须在 ${dueOn} 前（含当日）完成完整申报`,
              `Summary declared: the complete declaration is due by ${dueOn}`,
            )}
        {goodsLeft && say('；货物已提离', '; the goods have left')}
      </span>
      {mayFile && (
        <Button size="small" type="primary" onClick={() => void complete()}>
          {say('办理完整申报', 'Complete the declaration')}
        </Button>
      )}
      {problem !== undefined && <ProblemNote error={problem} />}
    </div>
  );
}
