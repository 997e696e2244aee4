// Where a draw stands, and whose fault it is where it does not go on (M6): refusing to go on is seen by everybody. Pure.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { plusMs } from '../../kernel/instant.ts';
import { authorities, isAuthority } from '../../kernel/party.ts';
import type { DrawFault, DrawState } from './contract.ts';

/** What the platform does by itself it does within the hour. */
const PLATFORM_MS = 3_600_000;

export type Standing = {
  readonly openedAt: string;
  readonly frozenAt?: string;
  readonly revealedAt?: string;
  readonly contributors: readonly string[];
  readonly contributed: readonly string[];
  readonly contributeBy: string;
  readonly lastContributedAt?: string;
};

export function stateOf({ frozenAt, revealedAt, contributors, contributed }: Standing): DrawState {
  if (revealedAt) return 'revealed';
  if (!frozenAt) return 'opened';
  return contributors.every((one) => contributed.includes(one)) ? 'contributed' : 'frozen';
}
/** After that nobody gives a nonce any more: whoever comes late would know that the others wait for him alone. */
export const mayContribute = (draw: Standing, now: string): boolean =>
  stateOf(draw) === 'frozen' && now <= draw.contributeBy;

export function faultOf(draw: Standing, now: string): DrawFault | undefined {
  switch (stateOf(draw)) {
    case 'revealed':
      return undefined;
    case 'opened':
      return platform(now, plusMs(draw.openedAt, PLATFORM_MS), {
        zh: '平台未在一小时内承诺并冻结抽取范围',
        en: 'The platform did not commit and freeze the population within the hour',
      });
    case 'contributed':
      return platform(now, plusMs(draw.lastContributedAt ?? draw.contributeBy, PLATFORM_MS), {
        zh: '随机数已齐，平台未在一小时内公开秘密',
        en: 'All nonces are there, and the platform did not reveal the secret within the hour',
      });
    case 'frozen': {
      if (now <= draw.contributeBy) return undefined;
      const parties = draw.contributors.filter((one) => !draw.contributed.includes(one));
      const names = parties.map((id) => (isAuthority(id) ? authorities[id] : { zh: id, en: id }));
      return {
        parties,
        since: draw.contributeBy,
        text: {
          zh: `${names.map((n) => n.zh).join('、')}未按时给出随机数，本次抽取作废`,
          en: `${names.map((n) => n.en).join(', ')} gave no nonce in time: the draw came to nothing`,
        },
      };
    }
  }
}
const platform = (now: string, due: string, text: Bilingual): DrawFault | undefined =>
  now > due ? { parties: ['platform'], since: due, text } : undefined;
