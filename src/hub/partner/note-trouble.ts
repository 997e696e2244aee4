// A partner went away, came back, or a document to it has died (issue 6): kept for the status page, and told to the people whom the settings of
// its channel name; a flood of dead letters is one notice in ten minutes.
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter, type Reaction } from '../../runtime/context.ts';
import { channelById } from '../mapping/index.ts';
import { operators } from './change-settings.ts';
import type { PartnerEvents, PartnerTrouble } from './contract.ts';
import { claimTelling, closeOutage, openOutage } from './store-pulse.ts';
import { settingsInForce } from './store-settings.ts';

const emit = emitter<PartnerEvents>();
const TELL_AGAIN_MS = 600_000;

export const noteOutage: Reaction<{ channel: string }> = async (context, { id, payload: { channel }, occurredAt }) => {
  if (await openOutage(context, { id, channel, since: occurredAt })) await tell(context, channel, 'away');
};
export const noteReturn: Reaction<{ channel: string }> = async (context, { payload: { channel }, occurredAt }) => {
  if (await closeOutage(context, channel, occurredAt)) await tell(context, channel, 'back');
};
export const noteDeadLetter: Reaction<{ channel: string; document: string }> = async (context, { payload }) => {
  const { channel, document } = payload;
  if (await claimTelling(context, channel, plusMs(context.now, -TELL_AGAIN_MS)))
    await tell(context, channel, 'dead-letter', document);
};

async function tell(context: Context, channel: string, trouble: PartnerTrouble, document?: string): Promise<void> {
  const people = await operators(context);
  const [first] = people;
  if (!first) return;
  const [set] = await settingsInForce(context, [channel]);
  const named = people.filter(({ id }) => set?.settings.tell.includes(id));
  // Nobody is named: who has the role that the profile says; nobody has it: everybody who can do something about it.
  const role = channelById(channel)?.profile.tells;
  const usual = people.filter(({ roles }) => roles.some((one) => one === role));
  const told = [named, usual, people].find((some) => some.length > 0) ?? people;
  const personIds = told.map(({ id }) => id);
  const { organisationId } = first;
  await emit(context, 'partner.troubled', channel, {
    channel,
    trouble,
    organisationId,
    personIds,
    ...(document ? { document } : {}),
  });
}
