// For other modules: until when what a station reports too early waits (P7), by the rule of the day it came.
import type { Context } from '../../runtime/context.ts';
import { waitsUntil } from './expiry.ts';
import { lawOf } from './rules-in-force.ts';
import { listApproved } from './store-rule-changes.ts';

export async function readEarlyReportPeriod(context: Context): Promise<(receivedAt: string) => string> {
  const rules = lawOf(await listApproved(context)).expiry;
  return (since) => waitsUntil(rules, { period: 'early-report', since });
}
