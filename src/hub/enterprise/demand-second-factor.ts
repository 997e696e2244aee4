// Who needs a second factor: an organisation says it of its people, and the port office from which day on everybody of the enterprises needs
// one. It holds for the sessions that are open too (P11; ASVS 6.3.3; 等保 身份鉴别; decision 0054).
import { partnerDay, plusMs } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { isLess, leastDemand } from '../../runtime/identity/demand-factor.ts';
import type { EnterpriseEvents, FactorDemand, FactorStart } from './contract.ts';
import { refuse } from './refusals.ts';
import { demandFactor, findFactorStart, insertFactorStart, type OrganisationRow } from './store.ts';

const emit = emitter<EnterpriseEvents>();
/** Long enough to hand out authenticators to the staff of a district, too short to be forgotten. */
const MOST_DAYS = 180;
const DAY_MS = 86_400_000;

/** What holds for an organisation at the least, and until when it holds. */
export async function leastOf(
  context: Context,
  { kind }: Pick<OrganisationRow, 'kind'>,
): Promise<{ least: FactorDemand; start?: FactorStart }> {
  const start = await findFactorStart(context);
  const today = partnerDay(context.now);
  const least = leastDemand(context.settings.mode, kind, { today, startsOn: start?.startsOn });
  return { least, ...(start && today < start.startsOn ? { start } : {}) };
}

export async function demandSecondFactor(context: Context, of: FactorDemand): Promise<void> {
  const organisationId = context.actor.organisationId ?? '';
  const kind = context.actor.organisationKind ?? 'trader';
  const { least } = await leastOf(context, { kind });
  if (isLess(of, least)) throw refuse('SECOND_FACTOR_LEAST', { given: of, least });
  await demandFactor(context, organisationId, of);
  await emit(context, 'second-factor.demanded', organisationId, { organisationId, of });
}

/** Today or a day that is past: at once. */
export async function setFactorStart(context: Context, { startsOn, reason }: FactorStart): Promise<void> {
  const latest = partnerDay(plusMs(context.now, MOST_DAYS * DAY_MS));
  if (startsOn > latest) throw refuse('SECOND_FACTOR_START_UNFIT', { given: startsOn, latest });
  await insertFactorStart(context, { startsOn, reason });
  await emit(context, 'second-factor.scheduled', context.actor.organisationId ?? '', { startsOn, reason });
}
