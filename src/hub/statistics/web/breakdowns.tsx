// The figures by who answered and by customs office (P8).
import { Button } from 'antd';
import { useSay } from '../../../web/language.tsx';
import type { CaseStatistics } from '../contract.ts';
import { spanText } from './figures.tsx';

export function Answers({ answers }: Pick<CaseStatistics, 'answers'>) {
  const say = useSay();
  const title = say('各部门首次答复', 'First words of the authorities');
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <p className="soft">
        {say(
          '从首次申报到该部门第一个指令到达本平台。',
          'From the first filing until the authority’s first instruction came to the platform.',
        )}
      </p>
      {answers.length === 0 ? (
        <p className="soft">{say('所选期间没有答复', 'No answers in this period')}</p>
      ) : (
        <table className="plain stack">
          <thead>
            <tr>
              <th>{say('部门', 'Authority')}</th>
              <th>{say('用时', 'Time taken')}</th>
            </tr>
          </thead>
          <tbody>
            {answers.map(({ authority, name, span }) => (
              <tr key={authority}>
                <td>{say(name)}</td>
                <td>{spanText(say, span)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function Offices({
  offices,
  choose,
}: Pick<CaseStatistics, 'offices'> & { readonly choose: (office: string) => void }) {
  const say = useSay();
  const title = say('按申报地海关', 'By customs office of declaration');
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <table className="plain stack">
        <thead>
          <tr>
            <th>{say('关区', 'Customs office')}</th>
            <th>{say('票数', 'Cases')}</th>
            <th>{say('从首次申报到全部放行', 'From the first filing to the last release')}</th>
          </tr>
        </thead>
        <tbody>
          {offices.map(({ office, name, cases, clearance }) => (
            <tr key={office}>
              <td>
                <Button size="small" type="link" onClick={() => choose(office)}>
                  {office} {say(name)}
                </Button>
              </td>
              <td>{cases}</td>
              <td>{clearance.cases > 0 ? spanText(say, clearance) : <span className="soft">–</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
