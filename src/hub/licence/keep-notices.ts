// What commerce says of a licence before its holder is registered here is kept, and told again once the holder is (N8, P11): nothing is lost, and the
// enterprise finds its licences on its first day.
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import type { RegistrationEvents } from '../registration/contract.ts';
import { insertNotice, lockHolder, takeNotices } from './store-notices.ts';

const emit = emitter<ExchangeEvents>();
type Told = ExchangeEvents['licence.told'];

/** `isRegistered` is asked under a lock: who registers at this very moment is either seen here, or finds the notice. */
export async function keepUnlessRegistered(
  context: Context,
  told: Told,
  isRegistered: () => Promise<boolean>,
): Promise<void> {
  const { holderUscc, number } = told.fact.licence;
  await lockHolder(context, holderUscc);
  if (await isRegistered()) await emit(context, 'licence.told', number, told);
  else await insertNotice(context, { message_id: told.messageId, number, holder_uscc: holderUscc, told });
}

/** Each in the line of its number, in the order they came; which of them stands is decided as ever. */
export async function tellKeptLicences(
  context: Context,
  event: StoredEvent<RegistrationEvents['organisation.approved']>,
): Promise<void> {
  const { uscc } = event.payload;
  await lockHolder(context, uscc);
  for (const told of await takeNotices(context, uscc))
    await emit(context, 'licence.told', told.fact.licence.number, told);
}
