// Events of licences and quotas in words (N8). Pure.
import { type LicenceKind, licenceKindNames } from '../licence/contract.ts';
import { both, type Payload, type Telling } from './telling.ts';

const states: Readonly<Record<string, ReturnType<typeof both>>> = {
  issued: both('已签发', 'issued'),
  amended: both('已变更', 'amended'),
  revoked: both('已注销', 'revoked'),
};
const kind = (p: Payload) => licenceKindNames[p.kind as LicenceKind];

export const licenceTellings: Readonly<Record<string, (p: Payload) => Telling>> = {
  'licence.exceeded': (p) => ({
    tone: 'attention',
    text: both(
      `许可证 ${p.licenceNumber} 的余额不足以抵扣本次申报，以商务部门的答复为准`,
      `Less is left of licence ${p.licenceNumber} than this filing asks for; commerce’s answer decides`,
    ),
  }),
};
/** What is about no case: the enterprise's own affair. */
export const licenceAffairs: Readonly<Record<string, (p: Payload) => Telling>> = {
  'licence.changed': (p) => ({
    tone: p.state === 'revoked' ? 'bad' : 'neutral',
    text: both(
      `${kind(p).zh} ${p.number}：${states[String(p.state)]?.zh}`,
      `${kind(p).en} ${p.number}: ${states[String(p.state)]?.en}`,
    ),
  }),
  'licence.corrected': (p) => ({
    tone: 'attention',
    text: both(
      `${kind(p).zh} ${p.number} 的余额与商务部门账上不符，已按其更正`,
      `What is left of ${kind(p).en.toLowerCase()} ${p.number} was corrected by commerce’s books`,
    ),
  }),
};
