// 当班船出运率 (M12): of the inspected export containers whose conveyance has closed, how many made it; and which will not, as it stands.
import { useQuery } from '@tanstack/react-query';
import { get } from '../../../web/api.ts';
import { Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { VesselShare } from '../contract.ts';

export function VesselShareCard() {
  const say = useSay();
  const time = useTime();
  const share = useQuery({
    queryKey: ['live', 'vessel-share'],
    queryFn: () => get<VesselShare>('/vessel-share'),
  });
  const percent = (value: string | undefined) => (value === undefined ? '–' : `${value}%`);
  return (
    <section className="card" aria-label={say('当班船出运率', 'Making the conveyance')}>
      <h2>{say('查验集装箱当班船（班列）出运率', 'Inspected export containers that make their conveyance')}</h2>
      <Shown query={share}>
        {(s) => (
          <>
            <p>
              <strong>{percent(s.percent)}</strong>{' '}
              <span className="soft">
                {s.from} – {s.to} · {say('箱，按截关时刻计', 'containers, by their cut-off')}
              </span>
            </p>
            <ul className="plain-list">
              {[...s.sites, { ...s, siteId: 'all', siteName: { zh: '合计', en: 'Together' } }].map((row) => (
                <li key={row.siteId}>
                  {say(row.siteName)}: <strong>{percent(row.percent)}</strong>{' '}
                  {say(
                    `赶上 ${row.made} · 未赶上 ${row.missed} · 未截关 ${row.toCome}（其中将赶不上 ${row.atRisk}）`,
                    `made it ${row.made} · missed it ${row.missed} · still to close ${row.toCome} (of these too late ${row.atRisk})`,
                  )}
                </li>
              ))}
            </ul>
            {s.listed.map((one) => (
              <div key={one.number}>
                <StateTag state={one.standing === 'missed' ? 'missed' : 'too-late'} /> {one.number}{' '}
                {one.conveyance ?? ''} · {say('截关', 'cut-off')} {time(one.cutOff)} ·{' '}
                {say(`${one.containers} 箱`, `${one.containers} containers`)}
              </div>
            ))}
          </>
        )}
      </Shown>
    </section>
  );
}
