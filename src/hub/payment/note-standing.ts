// What a bank says of a guarantee or a letter of credit, and the foreign exchange administration of its directory (SC 19, 22). Of an
// enterprise that is not registered here it is kept as it came (`keep-standings.ts`).
import { toScale } from '../../kernel/decimal.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { organisationByUscc } from '../enterprise/index.ts';
import type { MoneyFact, PaymentEvents } from './contract.ts';
import { keepUnlessRegistered } from './keep-standings.ts';
import type { MoneyTold } from './money-told.ts';
import { keepStanding } from './store-statements.ts';

const emit = emitter<PaymentEvents>();

export async function noteStanding(
  context: Context,
  told: MoneyTold,
  fact: Extract<MoneyFact, { fact: 'standing-said' }>,
): Promise<void> {
  const { standing } = fact;
  const find = () => organisationByUscc(context, standing.uscc);
  const enterprise = await find();
  if (!enterprise) return keepUnlessRegistered(context, told, fact, async () => (await find()) !== undefined);
  const id = await keepStanding(context, {
    id: context.newId(),
    channel: told.channel,
    kind: standing.kind,
    number: standing.number,
    organisation_id: enterprise.id,
    state: standing.state,
    grade: standing.grade ?? null,
    currency: standing.currency ?? null,
    amount: standing.amount === undefined ? null : toScale(standing.amount, 2),
    used: standing.used === undefined ? null : toScale(standing.used, 2),
    valid_to: standing.validTo ?? null,
    issuer: standing.issuer,
    text: standing.text,
    said_at: standing.at,
    message_id: told.messageId,
    simulated: told.simulated,
  });
  if (id)
    await emit(context, 'payment.standing-changed', id, {
      organisationId: enterprise.id,
      standingId: id,
      kind: standing.kind,
      number: standing.number,
      state: standing.state,
    });
}
