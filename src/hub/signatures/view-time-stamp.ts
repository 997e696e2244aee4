// A time stamp as it is shown: where it stands, and what a check of it finds now.
import type { Context } from '../../runtime/context.ts';
import { readTimeStampToken } from '../../runtime/signatures/time-stamp-answer.ts';
import type { TimeStampView } from './contract.ts';
import { blankReport } from './judge-signature.ts';
import { judgeTimeStamp } from './judge-time-stamp.ts';
import type { TimeStampRow } from './store-time-stamps.ts';

/** `imprint`: of the signature as it is kept now, not as it was when the stamp was asked for. */
export async function viewTimeStamp(context: Context, row: TimeStampRow, imprint: string): Promise<TimeStampView> {
  const { state, attempts } = row;
  if (!row.token) return { state, attempts, ...(row.detail ? { detail: row.detail } : {}) };
  const kept = { state, attempts, token: row.token.toString('base64') };
  const token = readTimeStampToken(row.token);
  if (!token) {
    const at = row.stamped_at ?? row.signed_at;
    return { ...kept, report: blankReport(context, { format: 'rfc3161', at }, ['STAMP_UNREADABLE']) };
  }
  return {
    ...kept,
    at: token.at,
    serial: token.serial,
    policy: token.policy,
    ...(token.accuracyMs === undefined ? {} : { accuracyMs: token.accuracyMs }),
    report: await judgeTimeStamp(context, token, { imprint, signedAt: row.signed_at }),
  };
}
