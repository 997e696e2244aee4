// Guarantees, letters of credit and the directory of foreign exchange, as those who keep them last said (SC 19, 22).
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../../web/api.ts';
import { Shown, SimulatedTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import type { StandingKind, StandingView } from '../contract.ts';

const names: Readonly<Record<StandingKind, readonly [zh: string, en: string]>> = {
  guarantee: ['关税保函', 'Tax guarantee'],
  'letter-of-credit': ['信用证', 'Letter of credit'],
  'forex-directory': ['外汇收支企业名录', 'Directory of foreign exchange'],
};
const states: Readonly<Record<StandingView['state'], readonly [zh: string, en: string]>> = {
  issued: ['已开立（登记）', 'issued'],
  amended: ['已变更', 'amended'],
  used: ['已使用', 'used'],
  ended: ['已终止', 'ended'],
  refused: ['未通过', 'refused'],
};

export function StandingCard() {
  const say = useSay();
  const time = useTime();
  const session = useSession();
  const mayRead = session.data?.actions.includes('payment.read') ?? false;
  const list = useQuery({
    queryKey: ['financial-standing'],
    queryFn: () => get<{ items: StandingView[] }>('/financial-standing'),
    enabled: mayRead,
  });
  if (!mayRead) return null;
  return (
    <section className="card" aria-label={say('保函、信用证与外汇名录', 'Guarantees, credits, directory')}>
      <h2>{say('保函、信用证与外汇名录', 'Guarantees, letters of credit, directory')}</h2>
      <Shown query={list} empty={(l) => l.items.length === 0}>
        {(l) => (
          <ul>
            {l.items.map((one) => (
              <li key={one.id} style={{ overflowWrap: 'anywhere' }}>
                <strong>{say(...names[one.kind])}</strong> {one.number} · {say(...states[one.state])}
                <SimulatedTag shown={one.simulated} />
                <div className="soft">
                  {one.amount && `${one.amount} ${one.currency}`}
                  {one.used && ` · ${say('已用', 'used')} ${one.used}`}
                  {one.grade && say(`${one.grade} 类`, `class ${one.grade}`)}
                  {one.validTo && ` · ${say('有效至', 'valid until')} ${one.validTo}`} · {one.issuer} · {time(one.at)}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      {session.data?.actions.includes('directory.read') && (
        <p>
          <Link to="/directory">{say('办理外汇名录登记', 'Apply for the directory of foreign exchange')}</Link>
        </p>
      )}
    </section>
  );
}
