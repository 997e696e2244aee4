// The classes of records, what law asks of each, and what happens when they are over their time today. `leastDays` bounds every decision.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { RetentionEffect } from './contract.ts';

export type ClassOfRecords = {
  readonly name: Bilingual;
  readonly what: Bilingual;
  readonly effect: RetentionEffect;
  readonly leastDays: number;
  /** Without a decision; absent: everything is kept, unless the site's configuration says otherwise. */
  readonly usualDays?: number;
  /** Tables that are looked after by partitions. */
  readonly table?: string;
  readonly basis: Bilingual;
};
const logs: Bilingual = {
  zh: '网络安全法第二十一条（三）（2025 年修订为第二十三条）：网络日志不少于六个月',
  en: 'Cybersecurity Law art. 21 (3) (art. 23 since 2025): network logs, six months at least',
};
const customs: Bilingual = {
  zh: '海关法第四十五条、海关稽查条例第三条：放行之日起三年内可稽查',
  en: 'Customs Law art. 45, Customs Audit Regulations art. 3: audited within three years of release',
};
const [HALF_YEAR, THREE_YEARS, FIVE_YEARS] = [184, 1096, 1827];

export const retentionClasses = {
  trail: {
    name: { zh: '审计留痕', en: 'Audit trail' },
    what: {
      zh: '全部事件，含登录、查看、权限与密钥变更；树头与叶散列永久保留',
      en: 'All events, sign-ins, looks, rights and keys among them; heads and hashes of leaves stay for ever',
    },
    effect: 'archived',
    leastDays: HALF_YEAR,
    table: 'runtime.event',
    basis: logs,
  },
  'exchange-log': {
    name: { zh: '交换日志', en: 'Exchange log' },
    what: { zh: '每次投递的尝试与结果', en: 'Each attempt of a delivery and what came of it' },
    effect: 'archived',
    leastDays: HALF_YEAR,
    table: 'exchange.attempt',
    basis: logs,
  },
  message: {
    name: { zh: '来文', en: 'Messages received' },
    what: { zh: '各部门、场站发来的报文及其读取结果', en: 'What partners sent, and how it was read' },
    effect: 'archived',
    leastDays: THREE_YEARS,
    table: 'exchange.inbound',
    basis: customs,
  },
  'push-message': {
    name: { zh: '推送记录', en: 'Pushed messages' },
    what: { zh: '已结束的订阅推送', en: 'Messages to subscribers that have ended' },
    effect: 'deleted',
    leastDays: HALF_YEAR,
    basis: logs,
  },
  'audit-export': {
    name: { zh: '审计导出包', en: 'Audit bundles' },
    what: { zh: '已完成的导出包；可随时重新导出', en: 'Bundles that are ready; each can be asked for again' },
    effect: 'deleted',
    leastDays: 1,
    usualDays: 30,
    basis: {
      zh: '个人信息保护法第十九条：保存期限为实现目的所必要的最短时间',
      en: 'PIPL art. 19: no longer than the purpose needs',
    },
  },
  submission: {
    name: { zh: '申报与单证', en: 'Filings and documents' },
    what: {
      zh: '综合表各版本、单证、附件、处置、放行',
      en: 'Versions of the form, documents, attachments, dispositions, releases',
    },
    effect: 'kept',
    leastDays: THREE_YEARS,
    basis: customs,
  },
  look: {
    name: { zh: '查看记录', en: 'Looks' },
    what: { zh: '其他单位查看了哪一票、哪份单证', en: 'Who of another organisation looked at which case or document' },
    effect: 'kept',
    leastDays: THREE_YEARS,
    basis: {
      zh: '个人信息保护法第五十六条：处理情况记录至少保存三年',
      en: 'PIPL art. 56: records of processing, three years at least',
    },
  },
  signature: {
    name: { zh: '签名与时间戳', en: 'Signatures and time stamps' },
    what: { zh: '签名、证书、吊销列表、时间戳', en: 'Signatures, certificates, revocation lists, time stamps' },
    effect: 'kept',
    leastDays: FIVE_YEARS,
    basis: {
      zh: '电子签名法第二十四条：认证信息保存至证书失效后五年',
      en: 'Electronic Signature Law art. 24: five years after the certificate has ended',
    },
  },
} as const satisfies Record<string, ClassOfRecords>;
export type RetentionClassId = keyof typeof retentionClasses;

export const classOf = (id: string): ClassOfRecords | undefined =>
  Object.hasOwn(retentionClasses, id) ? retentionClasses[id as RetentionClassId] : undefined;
/** The class of a table that grows by partitions. */
export const classOfTable = (schema: string, table: string): RetentionClassId | undefined =>
  (Object.keys(retentionClasses) as RetentionClassId[]).find((id) => classOf(id)?.table === `${schema}.${table}`);
