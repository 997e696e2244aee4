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
      <Cards
        title={say('待办，时限最先到的在前', 'Still to be done, the next clock first')}
        of="queue"
        path="/inspection-queue"
      />
      <Cards title={say('已结束', 'Ended')} of="ended" path="/inspections?state=ended" />
    </>
  );
}

export function InspectionCards({ shipmentId }: { shipmentId: string }) {
  const say = useSay();
  return (
    <Cards
      title={say('查验', 'Inspections')}
      of={shipmentId}
      path={`/inspections?shipmentId=${shipmentId}`}
      orNothing
    />
  );
}

function Cards({ title, of, path, orNothing }: { title: string; of: string; path: string; orNothing?: boolean }) {
  const session = useSession();
  const list = usePages<InspectionView>(['live', 'inspections', of], path, {
    enabled: session.data?.actions.includes('inspection.read') ?? false,
  });
  if (orNothing && (list.data?.pages[0]?.items.length ?? 0) === 0) return null;
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
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
