// Inspections (P6): place and time, each authority's part; who may does his share from the card.
import { ShownPages } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useLive } from '../../../web/live.ts';
import { useSession } from '../../../web/session.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { InspectionView } from '../contract.ts';
import { InspectionCard } from './inspection-card.tsx';

export default function InspectionList() {
  const say = useSay();
  useLive();
  return (
    <>
      <h1>{say('查验', 'Inspections')}</h1>
      <InspectionCards />
    </>
  );
}

export function InspectionCards({ shipmentId }: { shipmentId?: string }) {
  const say = useSay();
  const session = useSession();
  const list = usePages<InspectionView>(
    ['live', 'inspections', ...(shipmentId ? ['of', shipmentId] : [])],
    `/inspections${shipmentId ? `?shipmentId=${shipmentId}` : ''}`,
    { enabled: session.data?.actions.includes('inspection.read') ?? false },
  );
  if (shipmentId && (list.data?.pages[0]?.items.length ?? 0) === 0) return null;
  return (
    <section className="card" aria-label={say('查验', 'Inspections')}>
      {shipmentId && <h2>{say('查验', 'Inspections')}</h2>}
      <ShownPages list={list}>
        {(items) =>
          items.map((i) => (
            <InspectionCard
              key={i.id}
              inspection={i}
              authority={session.data?.organisation.authority}
              maySchedule={session.data?.actions.includes('inspection.schedule') ?? false}
            />
          ))
        }
      </ShownPages>
    </section>
  );
}
