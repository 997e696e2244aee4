// Lines of the tariff: units, documents, rates and declaration elements, each line with its origin.
import { useSay } from '../../../web/language.tsx';
import type { TariffLine } from '../contract.ts';
import { useFound } from './found-pages.ts';
import { FoundTable } from './found-table.tsx';
import { OriginMark } from './origin-mark.tsx';

/** 0.13 → 13%, moved as text: a rate never becomes a binary float. */
function percent(rate: string | undefined): string {
  if (rate === undefined) return '–';
  const [whole = '0', fraction = ''] = rate.split('.');
  const digits = (whole + fraction.padEnd(2, '0').slice(0, 2)).replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(2).replace(/0+$/, '');
  return `${digits}${rest ? `.${rest}` : ''}%`;
}

export function TariffResults({ query, day }: { query: string; day: string }) {
  const say = useSay();
  const found = useFound<TariffLine>('/reference/tariff', { query, day });
  const heads = [
    say('编码', 'Code'),
    say('品名', 'Name'),
    say('法定单位', 'Legal units'),
    say('监管证件', 'Documents'),
    say('最惠国 / 普通', 'MFN / general'),
    say('增值税 / 退税', 'VAT / rebate'),
    say('消费税 / 出口税', 'Consumption / export'),
    say('有效期与来源', 'Validity and source'),
  ];
  return (
    <FoundTable
      found={found}
      heads={heads}
      row={(line) => (
        <tr key={`${line.code} ${line.validFrom}`}>
          <td>
            <code>{line.code}</code>
          </td>
          <td>
            {say(line.name)}
            <details>
              <summary>
                {say('申报要素', 'Declaration elements')} {line.elements.length}
              </summary>
              {line.elements.map((element, i) => `${i + 1} ${element}`).join('；')}
            </details>
          </td>
          <td>
            {line.firstUnit}
            {line.secondUnit ? ` / ${line.secondUnit}` : ''}
          </td>
          <td>{line.documents.join(' ') || '–'}</td>
          <td>
            {percent(line.mfnRate)} / {percent(line.generalRate)}
          </td>
          <td>
            {percent(line.vatRate)} / {percent(line.rebateRate)}
          </td>
          <td>
            {percent(line.consumptionRate)} / {percent(line.exportRate)}
          </td>
          <td>
            {line.validFrom} – {line.validTo ?? ''} <OriginMark official={line.official} />
            <div className="soft">{line.edition}</div>
          </td>
        </tr>
      )}
    />
  );
}
