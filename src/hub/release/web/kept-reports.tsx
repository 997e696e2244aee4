// What the station's own messages said too early (N10): what each waits for, and until when.
import { objectName, PagedTable, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { usePages } from '../../../web/use-pages.ts';
import type { KeptReport, Movement } from '../contract.ts';

const names: Readonly<Record<Movement, { readonly zh: string; readonly en: string }>> = {
  'gate-in': { zh: '进闸', en: 'Gate-in' },
  loaded: { zh: '装车', en: 'Loaded' },
  'gate-out': { zh: '出场', en: 'Gate-out' },
};

export function KeptReports() {
  const say = useSay();
  const time = useTime();
  const list = usePages<KeptReport>(['live', 'kept-reports'], '/kept-reports?limit=30');
  return (
    <section className="card scroll" aria-labelledby="kept-reports">
      <h2 id="kept-reports">{say('先到的场站报告', 'Reports that came too early')}</h2>
      <PagedTable
        list={list}
        head={[say('货物', 'Goods'), say('报告', 'Report'), say('等待', 'Waits for'), say('保留至', 'Kept until')]}
        row={(one) => (
          <tr key={one.id}>
            <td>{say(objectName(one.objectId))}</td>
            <td>
              {one.reverse && say('撤销', 'Taken back: ')}
              {say(names[one.movement])} · {time(one.at)}
            </td>
            <td>{say(one.text)}</td>
            <td>
              {time(one.until)} {one.dead && <StateTag state="expired" />}
            </td>
          </tr>
        )}
      />
    </section>
  );
}
