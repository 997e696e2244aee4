// Whose turn it is (P5, M3): every act that still stands between the goods and their release, the earliest due first.
import { authorities } from '../../../kernel/party.ts';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import type { BlockingView, NextStep } from '../contract.ts';
import { useCountdown } from './use-countdown.ts';

const NAMED = 3;

export function NextSteps({ view }: { view: BlockingView }) {
  const say = useSay();
  if (view.nextSteps.length === 0)
    return <p className="turns-none">{say('无人管控：全部可以放行', 'Nobody holds anything: all of it may go')}</p>;
  return (
    <ol className="turns" aria-label={say('下一步', 'What comes next')}>
      {view.nextSteps.map((step) => (
        <Step key={JSON.stringify([step.authority, step.kind, step.objectIds, step.frees.zh])} step={step} of={view} />
      ))}
    </ol>
  );
}

function Step({ step, of }: { step: NextStep; of: BlockingView }) {
  const say = useSay();
  const time = useTime();
  const mine = useIsMine()(step);
  const left = useCountdown(step.clock.dueAt);
  const labels = step.objectIds.map((id) => of.objects.find((o) => o.id === id)?.label);
  const named = labels.slice(0, NAMED).map((label, i) => (label ? say(label) : (step.objectIds[i] ?? '')));
  const [name, says] = [say(step.clock.name), say(step.frees)];
  const more = labels.length - named.length;
  return (
    <li className={mine ? 'mine' : ''}>
      {mine && <span className="tag tag-orange">{say('轮到您', 'Your turn')}</span>}
      <strong>
        {says.startsWith(name) ? '' : `${name}${say('：', ': ')}`}
        {says}
      </strong>
      <div className="soft">
        {step.clock.party === 'trader' && `${say(authorities[step.authority])} · `}
        {named.join(say('、', ', '))}
        {more > 0 && say(` 等 ${labels.length} 项`, ` and ${more} more`)}
        {step.clock.dueAt && ` · ${say('至', 'until')} ${time(step.clock.dueAt)} (${left})`}
      </div>
    </li>
  );
}

/** The reader’s own: an authority’s for its officers, the trader’s for whoever files. */
function useIsMine(): (step: NextStep) => boolean {
  const organisation = useSession().data?.organisation;
  return (step) => {
    if (!organisation) return false;
    if (step.clock.party === 'authority') return organisation.authority === step.authority;
    return step.clock.party === 'trader' && ['trader', 'broker', 'forwarder'].includes(organisation.kind);
  };
}
