// What is set for each channel, on this node, at most half a second behind the database (issue 6): lanes, the receiving door and the desk ask
// it without a query. A confirmed change rouses it at once; the look is what no lost wake-up can take away.
import { createLoop, type Loop } from '../../runtime/loop.ts';
import type { Clock } from '../../runtime/clock.ts';
import { portico } from '../../runtime/context.ts';
import { unseal } from '../../runtime/identity/seal.ts';
import type { AddressPolicy } from '../../runtime/transport/address-guard.ts';
import type { PickUp } from '../../runtime/transport/transport.ts';
import type { CommittedEvent, UnitOfWork } from '../../runtime/unit-of-work.ts';
import type { Channel, ChannelBudget } from '../mapping/contract.ts';
import { channelById, registeredChannels } from '../mapping/index.ts';
import { addressPolicy, credentialLabel } from './change-settings.ts';
import type { ChannelSettings } from './contract.ts';
import { openWindow, windowsOf } from './maintenance.ts';
import { mayGoOpen } from './rules-tls.ts';
import { listCredentialsOf, settingsInForce } from './store-settings.ts';

const LOOK_MS = 500;
/** How a lane works now. */
export type LaneManner = {
  readonly budget: ChannelBudget;
  readonly retryAfterMs: readonly number[];
  /** The partner's system is looked after: what is queued waits. */
  readonly resting: boolean;
};
export type SettingsWatch = Loop & {
  /** Once before anything goes out. */
  load(): Promise<void>;
  /** Where documents go: as set, and as configured where nothing is. */
  endpointOf(channelId: string, configured: Endpoint | undefined): Endpoint | undefined;
  mannerOf(channel: Channel): LaneManner;
  mostBytesOf(channelId: string): number | undefined;
  maintenanceOf(channelId: string): string | undefined;
};
type Endpoint = PickUp;
type InForce = {
  readonly id: string;
  readonly settings: ChannelSettings;
  readonly key?: string;
  readonly budget: ChannelBudget;
};

export const changesSettings = (event: CommittedEvent): boolean => event.type === 'channel-settings.confirmed';

export function createSettingsWatch(options: {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  /** Something counts that did not before. */
  readonly onChange: (channelIds: readonly string[]) => void;
  readonly onFault: (error: unknown) => void;
}): SettingsWatch {
  let inForce: ReadonlyMap<string, InForce> = new Map();
  let policy: AddressPolicy = 'public';

  async function load(): Promise<void> {
    const channels = registeredChannels();
    const found = await options.unitOfWork.read(portico, async (context) => {
      policy = addressPolicy(context);
      const rows = await settingsInForce(
        context,
        channels.map((channel) => channel.id),
      );
      const fresh = rows.filter((row) => inForce.get(row.channel)?.id !== row.id);
      const secrets = await listCredentialsOf(
        context,
        fresh.flatMap(({ channel, settings }) => (settings.credential ? [{ channel, name: settings.credential }] : [])),
      );
      return rows.map((row): [string, InForce] => {
        const known = inForce.get(row.channel);
        if (known?.id === row.id) return [row.channel, known];
        const secret = secrets.find((one) => one.channel === row.channel && one.name === row.settings.credential);
        const profile = channels.find((channel) => channel.id === row.channel)?.profile;
        return [
          row.channel,
          {
            id: row.id,
            settings: row.settings,
            budget: { ...(profile?.budget ?? NOTHING), ...budgetIn(row.settings) },
            ...(secret
              ? { key: unseal(context.settings, credentialLabel(secret.channel, secret.name), secret.sealed) }
              : {}),
          },
        ];
      });
    });
    const changed = found.filter(([channel, one]) => inForce.get(channel)?.id !== one.id).map(([channel]) => channel);
    inForce = new Map(found);
    if (changed.length > 0) options.onChange(changed);
  }

  const loop = createLoop({
    name: 'channel settings',
    pollMs: LOOK_MS,
    onFault: options.onFault,
    step: async () => {
      await load();
      return false;
    },
  });
  const maintenanceOf = (channelId: string): string | undefined => {
    const profile = channelById(channelId)?.profile;
    const windows = profile ? windowsOf(profile, inForce.get(channelId)?.settings) : [];
    return windows.length === 0 ? undefined : openWindow(windows, options.clock.now().toISOString())?.until;
  };
  return {
    ...loop,
    load,
    endpointOf: (channelId, configured) => {
      const one = inForce.get(channelId);
      const set = one?.settings.endpoint;
      const url = set ?? configured?.url;
      const key = one?.key ?? configured?.key;
      const hostKey = set ? one?.settings.hostKey : configured?.hostKey;
      // What people typed is judged again on the address it resolves to; what the machine is configured with is its owner's.
      if (!url) return undefined;
      const open = policy !== 'public' || mayGoOpen(one?.settings, url, options.clock.now().toISOString());
      return {
        url,
        ...(key ? { key } : {}),
        ...(set ? { guard: policy } : {}),
        // Of the address that counts: a pinned key never goes along with another's address.
        ...(hostKey ? { hostKey } : {}),
        ...(open ? {} : { tls: 'needed' as const }),
      };
    },
    mannerOf: ({ id, profile }) => ({
      budget: inForce.get(id)?.budget ?? profile.budget,
      retryAfterMs: inForce.get(id)?.settings.retryAfterMs ?? profile.retryAfterMs,
      resting: maintenanceOf(id) !== undefined,
    }),
    mostBytesOf: (channelId) => inForce.get(channelId)?.settings.maxBytes,
    maintenanceOf,
  };
}

const NOTHING: ChannelBudget = {
  connections: 1,
  requestBytes: 0,
  answerBytes: 0,
  connectMs: 1,
  firstByteMs: 1,
  totalMs: 1,
};
/** The part of settings that is a budget. */
function budgetIn(settings: ChannelSettings): Partial<ChannelBudget> {
  const { connections, requestBytes, answerBytes, connectMs, firstByteMs, totalMs } = settings;
  const given = Object.entries({ connections, requestBytes, answerBytes, connectMs, firstByteMs, totalMs });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}
