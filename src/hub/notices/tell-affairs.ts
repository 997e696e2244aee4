// What is about no case, in words: told to those whose affair it is (`look-at-events.ts`). Pure.
import { partnerDay, toPartnerTime } from '../../kernel/instant.ts';
import { type QualificationKind, qualificationNames } from '../enterprise/index.ts';
import { directoryAffairs } from './tell-directory.ts';
import { licenceAffairs } from './tell-licence.ts';
import { paymentAffairs } from './tell-payment.ts';
import { both, type Payload, said, type Telling, who } from './telling.ts';

/** To the minute, on the clocks of whoever reads it (UTC+8). */
const atPartner = (instant: unknown): string => toPartnerTime(String(instant), 'yyyy-MM-dd HH:mm:ss').slice(0, 16);
const qualified = (p: Payload) =>
  qualificationNames[p.kind as QualificationKind] ?? both(String(p.kind), String(p.kind));

export const affairs: Readonly<Record<string, (p: Payload) => Telling>> = {
  ...paymentAffairs,
  ...licenceAffairs,
  ...directoryAffairs,
  'authorisation.running-out': (p) => ({
    tone: 'attention',
    text:
      p.because === 'period'
        ? both(
            `${p.ownerName} 给 ${p.brokerName} 的委托 ${p.left} 到期`,
            `The authorisation of ${p.ownerName} for ${p.brokerName} ends on ${p.left}`,
          )
        : both(
            `${p.ownerName} 给 ${p.brokerName} 的委托即将用完，剩余 ${p.left}`,
            `The authorisation of ${p.ownerName} for ${p.brokerName} is nearly used up: ${p.left} left`,
          ),
    links: { authorisationId: String(p.authorisationId) },
  }),
  'subscription.disabled': (p) => ({
    tone: 'bad',
    text: both(`推送已停用：${said(p.because).zh}`, `A webhook was disabled: ${said(p.because).en}`),
    links: { subscriptionId: String(p.subscriptionId) },
  }),
  'api-key.expiring': (p) => ({
    tone: 'attention',
    text: both(
      `API 密钥“${String(p.name)}”将于 ${partnerDay(String(p.expiresAt))} 到期，请及时更换`,
      `API key "${String(p.name)}" ends on ${partnerDay(String(p.expiresAt))}; renew it in time`,
    ),
  }),
  'demo-accounts.shut': (p) => ({
    tone: 'bad',
    text: both(
      `本库有演示账号，已停用 ${(p.accounts as unknown[]).length} 个`,
      `The database had accounts of a demonstration: ${(p.accounts as unknown[]).length} are shut`,
    ),
  }),
  'qualification.confirmed': (p) => ({
    tone: 'good',
    text: both(`资质“${qualified(p).zh}”已核对通过`, `Qualification "${qualified(p).en}" is confirmed`),
  }),
  'qualification.refused': (p) => ({
    tone: 'bad',
    text: both(
      `资质“${qualified(p).zh}”未通过核对：${p.reason}`,
      `Qualification "${qualified(p).en}" did not pass: ${p.reason}`,
    ),
  }),
  'qualification.ended': (p) => ({
    tone: 'bad',
    text: both(
      `资质“${qualified(p).zh}”自 ${p.endedOn} 起不再有效：${p.reason}`,
      `Qualification "${qualified(p).en}" does not count from ${p.endedOn} on: ${p.reason}`,
    ),
  }),
  'qualification.expiring': (p) => ({
    tone: 'attention',
    text: both(
      `资质“${qualified(p).zh}”将于 ${p.validTo} 到期，请及时办理延续`,
      `Qualification "${qualified(p).en}" ends on ${p.validTo}; renew it in time`,
    ),
  }),
  'dishonest-mark.set': (p) => ({
    tone: 'bad',
    text: both(`被标记为失信企业：${p.reason}`, `Marked dishonest: ${p.reason}`),
  }),
  'dishonest-mark.lifted': (p) => ({
    tone: 'good',
    text: both(`失信标记已解除：${p.reason}`, `The mark of dishonesty is lifted: ${p.reason}`),
  }),
  'draw.nonce-wanted': (p) => ({
    tone: 'attention',
    text: both(
      `${who(p.authority).zh}的双随机抽取 ${p.number} 等待本部门的随机数，最迟 ${atPartner(p.contributeBy)}`,
      `Draw ${p.number} of ${who(p.authority).en} waits for your authority’s nonce, until ${atPartner(p.contributeBy)}`,
    ),
    links: { drawId: String(p.drawId) },
  }),
  'mail.disabled': (p) => ({
    tone: 'bad',
    text: both(`邮件通知已停用：${said(p.because).zh}`, `E-mail notices were disabled: ${said(p.because).en}`),
  }),
};
