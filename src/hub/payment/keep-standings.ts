// What is said of an enterprise before it is registered here is kept, and told again once it is (SC 19, 22; P11): nothing is lost, and the enterprise
// finds its guarantees and its entry in the directory on its first day.
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import type { RegistrationEvents } from '../registration/contract.ts';
import type { MoneyFact } from './contract.ts';
import type { MoneyTold } from './money-told.ts';
import { insertKept, lockEnterprise, takeKept } from './store-kept.ts';

const emit = emitter<ExchangeEvents>();

/** `isRegistered` is asked under a lock: who registers at this very moment is either seen here, or finds what is kept. */
export async function keepUnlessRegistered(
  context: Context,
  told: MoneyTold,
  { standing }: Extract<MoneyFact, { fact: 'standing-said' }>,
  isRegistered: () => Promise<boolean>,
): Promise<void> {
  await lockEnterprise(context, standing.uscc);
  if (await isRegistered()) await emit(context, 'money.told', told.messageId, told);
  else await insertKept(context, told, standing);
}

/** In the order they came; what was said last stands, as ever. */
export async function tellKeptStandings(
  context: Context,
  event: StoredEvent<RegistrationEvents['organisation.approved']>,
): Promise<void> {
  const { uscc } = event.payload;
  await lockEnterprise(context, uscc);
  for (const told of await takeKept(context, uscc)) await emit(context, 'money.told', told.messageId, told);
}
