// What a conditional release obliges to, and what becomes of what is refused, in words (P5, M5, M7). Pure data, each with its clause.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { FollowUp, ReleaseTerm } from './contract.ts';

type Term = {
  readonly name: Bilingual;
  readonly clause: string;
  /** What the trader has to do, and what he may not do before. */
  readonly obliges: Bilingual;
};
export const terms: Readonly<Record<ReleaseTerm, Term>> = {
  'lift-away': {
    name: { zh: '附条件提离', en: 'lifted away on conditions' },
    clause: 'B16 三(一)3(3)',
    obliges: {
      zh: '可提离口岸；在指定场所完成检查并获放行前，不得拆封、销售或使用',
      en: 'may leave the port; not to be opened, sold or used before the check at the named place is done and it is released',
    },
  },
  surety: {
    name: { zh: '担保放行', en: 'released under surety' },
    clause: 'NB18 二(十二)',
    obliges: {
      zh: '凭税款担保放行；缴清税费后解除担保',
      en: 'released against surety for the duties; the surety ends when they are paid',
    },
  },
  'test-later': {
    name: { zh: '先验放后检测', en: 'released first, tested later' },
    clause: 'GF18 7',
    obliges: {
      zh: '已取样，先予放行；检测结果合格前不得销售或使用，不合格则追回',
      en: 'sampled and let go; not to be sold or used before the test is passed, recalled if it fails',
    },
  },
  'third-party-result': {
    name: { zh: '采信第三方检测结果', en: 'third-party test accepted' },
    clause: 'GF18 8',
    obliges: {
      zh: '由认可的第三方机构检测，结果报送后解除条件',
      en: 'tested by an accepted third party; the condition ends when its result is filed',
    },
  },
  return: {
    name: { zh: '退运放行', en: 'released to be returned' },
    clause: 'B16 三(一)3(3)',
    obliges: { zh: '只可退运出境，不得入境流转', en: 'may only leave for abroad, not enter circulation' },
  },
};

export const followUpNames: Readonly<Record<FollowUp, { readonly name: Bilingual; readonly frees: Bilingual }>> = {
  return: {
    name: { zh: '退运', en: 'return' },
    frees: {
      zh: '办理退运：{authority}下达退运放行后方可运离',
      en: 'It is returned: {authority} releases it to be returned',
    },
  },
  destroy: {
    name: { zh: '销毁', en: 'destruction' },
    frees: {
      zh: '在{authority}监督下销毁，不再放行',
      en: 'It is destroyed under the eyes of {authority} and not released',
    },
  },
  'anti-smuggling': {
    name: { zh: '移交缉私', en: 'transfer to anti-smuggling' },
    frees: {
      zh: '已移交缉私部门，须由{authority}依其处理结果另行下达指令',
      en: 'It is with anti-smuggling; {authority} instructs anew by what comes of it',
    },
  },
};
