// What a token is worth here and now (P7).
import type { Context } from '../../runtime/context.ts';
import type { VerifyResult } from './contract.ts';
import { toView } from './read-releases.ts';
import { isHere } from './report-movement.ts';
import { readToken } from './sign-claims.ts';
import { positionOf, possibleReports, standingOf } from './states.ts';
import { findByNumber } from './store.ts';
import { listMovements } from './store-movements.ts';

export async function verifyRelease(context: Context, token: string): Promise<VerifyResult> {
  const claims = await readToken(context, token.trim());
  if (!claims)
    return {
      valid: false,
      reason: {
        zh: '签名不符：不是本平台签发的放行凭证',
        en: 'The signature does not fit: not a release of this platform',
      },
    };
  // Who shows it stands at the gate: that it is for another station is what the clerk has to tell him.
  const row = await context.beyondLock((open) => findByNumber(open, claims.jti));
  if (!row) return { valid: false, reason: { zh: '没有此放行记录', en: 'There is no such release' } };
  const release = toView(row, context.now, false);
  if (!isHere(context, row))
    return { valid: false, reason: { zh: '此放行不在本场站提货', en: 'This release is for another station' }, release };
  const standing = standingOf(await listMovements(context, row.id), row.state);
  const found = {
    release,
    position: positionOf(standing),
    may: possibleReports({ state: release.state, standing }),
  };
  if (release.state === 'granted')
    return { valid: true, reason: { zh: '有效，可以放行出场', en: 'Valid: the goods may leave' }, ...found };
  const reasons = {
    revoked: { zh: '已被撤销，不得放行', en: 'Revoked: the goods must not leave' },
    used: { zh: '已使用，货物已出场', en: 'Used: the goods have left' },
    expired: { zh: '已过有效期', en: 'It has expired' },
  } as const;
  return { valid: false, reason: reasons[release.state], ...found };
}
