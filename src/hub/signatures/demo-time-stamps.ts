// The demonstration's time stamping authority, as its simulator needs it.
import type { Context } from '../../runtime/context.ts';
import type { StampingAuthority } from '../../runtime/signatures/issue-time-stamp.ts';
import { ownAuthority } from './own-authority.ts';

/** Of the arc for examples; means nothing. */
const DEMO_POLICY = '2.999.1';

/** Undefined where there is none: never in production. */
export async function openDemoClock(context: Context): Promise<StampingAuthority | undefined> {
  const own = await ownAuthority(context);
  if (!own?.clock) return undefined;
  const signer = await own.signerOf('time-stamping');
  return { certificate: own.clock, signer, chain: [own.issuing], policy: DEMO_POLICY };
}
