// Whether a filing fits the licence that it names, as far as we know it. Warnings all of them: commerce keeps the licence, and its answer to the
// filing decides (N8; SC 16–18). Pure.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { compareDecimals } from '../../kernel/decimal.ts';
import type { Finding } from '../../kernel/finding.ts';
import { type Amounts, type Dimension, dimensions, type NamedLicence } from './contract.ts';
import { boundsOf } from './counted-claims.ts';
import { measureFiling } from './measure-filing.ts';
import type { LicenceRow } from './rows.ts';

type Asked = {
  readonly named: NamedLicence;
  readonly licence: LicenceRow;
  readonly today: string;
  /** What is left for this filing. */
  readonly left: Amounts;
};

const warning = (rule: string, named: NamedLicence, message: Bilingual, remedy: Bilingual, value = named.number) =>
  ({ rule, ruleVersion: '2026-11', severity: 'warning', path: named.path, value, message, remedy }) as const;

export const heldByAnother = (named: NamedLicence): Finding =>
  warning(
    'licence-of-the-trader',
    named,
    {
      zh: `许可证 ${named.number} 的持证人不是本票境内收发货人`,
      en: `The holder of licence ${named.number} is not the trader of this filing`,
    },
    { zh: '请核对许可证编号和收发货人', en: 'Check the number of the licence, and the trader' },
  );

export function findingsOfLicence({ named, licence, today, left }: Asked): Finding[] {
  const { amounts, strange, unmeasured } = measureFiling(boundsOf(licence), named);
  const found: Finding[] = [];
  if (licence.state === 'revoked')
    found.push(
      warning(
        'licence-in-force',
        named,
        { zh: `许可证 ${named.number} 已注销`, en: `Licence ${named.number} was revoked` },
        { zh: '请使用有效的许可证，或向商务部门查询', en: 'Name one in force, or ask commerce' },
      ),
    );
  else if (today < licence.valid_from || today > licence.valid_to)
    found.push(
      warning(
        'licence-in-force',
        named,
        {
          zh: `许可证 ${named.number} 有效期为 ${licence.valid_from} 至 ${licence.valid_to}，今天是 ${today}`,
          en: `Licence ${named.number} holds from ${licence.valid_from} to ${licence.valid_to}; today is ${today}`,
        },
        { zh: '请使用有效期内的许可证，或申请延期', en: 'Name one that holds today, or apply for an extension' },
      ),
    );
  if (strange.length > 0)
    found.push(
      warning(
        'licence-for-the-goods',
        named,
        {
          zh: `许可证 ${named.number} 适用于 ${licence.goods.join('、')}，不适用于 ${strange.join('、')}`,
          en: `Licence ${named.number} is for ${licence.goods.join(', ')}, not for ${strange.join(', ')}`,
        },
        { zh: '请核对商品编号和许可证', en: 'Check the codes of the goods, and the licence' },
        strange.join(' '),
      ),
    );
  if (unmeasured.length > 0)
    found.push(
      warning(
        'licence-unit',
        named,
        {
          zh: `商品 ${unmeasured.join('、')} 没有以许可证 ${named.number} 的单位（${unitWords(licence)}）填报，无法核对余额`,
          en: `Goods ${unmeasured.join(', ')} are not given in the unit of licence ${named.number} (${unitWords(licence)}): its balance cannot be checked`,
        },
        { zh: '请以许可证的单位填报核销数量', en: 'Give the write-off in the unit of the licence' },
        unmeasured.join(' '),
      ),
    );
  for (const d of dimensions) {
    const asked = amounts[d];
    const rest = left[d];
    if (asked === undefined || rest === undefined || compareDecimals(asked, rest) <= 0) continue;
    const what = words[d](licence);
    found.push(
      warning(
        'licence-balance',
        named,
        {
          zh: `许可证 ${named.number} 的${what.zh}余额为 ${rest}，本次申报 ${asked}`,
          en: `Licence ${named.number} has ${rest} ${what.en} left; this filing asks for ${asked}`,
        },
        {
          zh: '请减少申报数量、改用其他许可证，或先撤回未用的申报；以商务部门的答复为准',
          en: 'Ask for less, name another licence, or withdraw a filing that is not needed; commerce’s answer decides',
        },
        asked,
      ),
    );
  }
  return found;
}

const unitWords = ({ unit, currency }: LicenceRow): string =>
  [unit, currency].filter((one) => one !== null).join(' / ');
const words: Readonly<Record<Dimension, (licence: LicenceRow) => Bilingual>> = {
  quantity: ({ unit }) => ({ zh: `数量（单位 ${unit ?? '–'}）`, en: `of quantity (unit ${unit ?? '–'})` }),
  value: ({ currency }) => ({ zh: `金额（${currency ?? '–'}）`, en: `of value (${currency ?? '–'})` }),
  uses: () => ({ zh: '使用次数', en: 'uses' }),
};
