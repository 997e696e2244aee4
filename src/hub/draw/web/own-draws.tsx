// The draws that a case was in (M6): number and salt find it in the public proof, with the object where single objects were drawn; nothing is
// shown where there was no draw.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../../web/api.ts';
import { objectName } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { OwnTarget } from '../contract.ts';

export function OwnDraws({ shipmentId }: { shipmentId: string }) {
  const say = useSay();
  const list = useQuery({
    queryKey: ['live', 'draws', 'of', shipmentId],
    queryFn: () => get<{ items: OwnTarget[] }>(`/shipments/${shipmentId}/draws`),
  });
  const draws = Map.groupBy(list.data?.items ?? [], (one) => one.drawNumber);
  if (draws.size === 0) return null;
  return (
    <section className="card" aria-label={say('双随机抽取', 'Random draws')}>
      <h2>{say('双随机抽取', 'Random draws')}</h2>
      {[...draws].map(([number, targets]) => (
        <OwnDraw key={number} number={number} targets={targets} />
      ))}
    </section>
  );
}

function OwnDraw({ number, targets }: { number: string; targets: readonly OwnTarget[] }) {
  const say = useSay();
  const drawn = targets.filter((one) => one.drawn);
  const names = drawn.flatMap((one) => (one.objectId ? [say(objectName(one.objectId))] : []));
  const finds = targets.map((one) => (
    <div className="soft" key={one.commitment}>
      {one.objectId
        ? say(`在证明中找到 ${one.objectId}：编号`, `Finds ${one.objectId} in the proof: number`)
        : say('在证明中找到本票：编号', 'Finds this case in the proof: number')}{' '}
      {one.shipmentNumber}
      {say('，盐值 ', ', salt ')}
      <code className="breaks">{one.salt}</code>
    </div>
  ));
  return (
    <div>
      <Link to="/draw-proofs/$id" params={{ id: number }}>
        {number}
      </Link>{' '}
      {drawn.length > 0 ? say('抽中查验', 'drawn for inspection') : say('未抽中', 'not drawn')}
      {names.length > 0 && say(`：${names.join('、')}`, `: ${names.join(', ')}`)}
      {targets.some((one) => one.objectId) ? (
        <details>
          <summary>
            {say(`${targets.length} 个对象在抽取范围内`, `${targets.length} of its objects were in the population`)}
          </summary>
          {finds}
        </details>
      ) : (
        finds
      )}
    </div>
  );
}
