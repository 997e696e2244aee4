// What two persons have set for channels, as this node knows it, and the count of how their partners answer: what lanes ask and tell.
import { isOpen } from './kernel/open-way.ts';
import type { Channel } from './hub/mapping/contract.ts';
import { createAttemptCount, createSettingsWatch } from './hub/partner/index.ts';
import type { Clock } from './runtime/clock.ts';
import { isDatabaseAway } from './runtime/database/is-away.ts';
import type { Loop } from './runtime/loop.ts';
import type { UnitOfWork } from './runtime/unit-of-work.ts';

export function careForChannels(options: {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  /** Lanes of this node, and the channel of each. */
  readonly lanes: () => readonly { readonly channel: Channel; readonly worker: Loop | undefined }[];
  readonly onFault: (error: unknown, where: string) => void;
}) {
  const { unitOfWork, clock } = options;
  const faultOf = (where: string) => (error: unknown) =>
    isDatabaseAway(error) ? undefined : options.onFault(error, where);
  const settings = createSettingsWatch({
    unitOfWork,
    clock,
    onChange: (channelIds) => {
      for (const { channel, worker } of options.lanes()) if (channelIds.includes(channel.id)) worker?.wake();
    },
    onFault: faultOf('channel settings'),
  });
  const attempts = createAttemptCount({ unitOfWork, clock, onFault: faultOf('attempt count') });
  return {
    settings,
    attempts,
    /** Before anything goes out: what is set, and a word about each address that nothing goes to (ASVS 12.3.1). */
    begin: async (configured: Readonly<Record<string, { readonly url: string }>>, report: (line: string) => void) => {
      await settings.load();
      for (const [id, endpoint] of Object.entries(configured)) {
        const now = settings.endpointOf(id, endpoint);
        if (now?.tls && isOpen(now.url))
          report(`通道 ${id} 的地址未加密，不会投递 / Channel ${id} has an address without TLS: nothing goes out`);
      }
    },
  };
}
