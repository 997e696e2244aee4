// An organisation says of whom it asks a second factor; it holds for the sessions that are open too (P11; 等保 身份鉴别).
import { type Context, emitter } from '../../runtime/context.ts';
import type { EnterpriseEvents, FactorDemand } from './contract.ts';
import { demandFactor } from './store.ts';

const emit = emitter<EnterpriseEvents>();

export async function demandSecondFactor(context: Context, of: FactorDemand): Promise<void> {
  const organisationId = context.actor.organisationId ?? '';
  await demandFactor(context, organisationId, of);
  await emit(context, 'second-factor.demanded', organisationId, { organisationId, of });
}
