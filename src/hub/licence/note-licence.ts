// What commerce says of a licence: issued, amended, revoked, and what is left of it in its own books (N8). Of an enterprise that is not registered
// here it is kept as it came (`keep-notices.ts`). At least once, so it may run twice.
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import { organisationByUscc } from '../enterprise/index.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import { balanceOf } from './balance.ts';
import type { LicenceEvents } from './contract.ts';
import { keepUnlessRegistered } from './keep-notices.ts';
import { recount } from './recount-licence.ts';
import { findLicence, keepLicence } from './store.ts';

const emit = emitter<LicenceEvents>();

export async function noteLicence(context: Context, event: StoredEvent<ExchangeEvents['licence.told']>): Promise<void> {
  const { channel, messageId, simulated, fact } = event.payload;
  const { licence } = fact;
  const findHolder = () => organisationByUscc(context, licence.holderUscc);
  const holder = await findHolder();
  if (!holder) return keepUnlessRegistered(context, event.payload, async () => (await findHolder()) !== undefined);
  const { short: _, ...balance } = balanceOf(licence.granted, []);
  const news = await keepLicence(context, {
    id: context.newId(),
    number: licence.number,
    channel,
    kind: licence.kind,
    organisation_id: holder.id,
    state: licence.state,
    goods: licence.goods,
    granted: licence.granted,
    unit: licence.unit ?? null,
    currency: licence.currency ?? null,
    valid_from: licence.validFrom,
    valid_to: licence.validTo,
    year: licence.year ?? null,
    issuer: licence.issuer,
    said_at: licence.at,
    books_left: licence.left ?? null,
    books_at: licence.left ? licence.at : null,
    balance,
    correction: null,
    message_id: messageId,
    simulated,
  });
  const kept = news && (await findLicence(context, licence.number));
  if (!kept) return;
  await recount(context, licence.number);
  await emit(context, 'licence.changed', kept.id, {
    organisationId: holder.id,
    licenceId: kept.id,
    number: kept.number,
    kind: kept.kind,
    state: kept.state,
  });
}
