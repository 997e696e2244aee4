// What counts for a channel at this moment: profile and settings together, and what there is to choose from.
import type { Context } from '../../runtime/context.ts';
import type { ChannelCare } from './contract.ts';
import { knownChannel, operators } from './change-settings.ts';
import { openWindow, windowsOf } from './maintenance.ts';
import { listCredentials, settingsInForce } from './store-settings.ts';

export async function readCare(context: Context, id: string): Promise<ChannelCare> {
  const { name, promise, profile } = knownChannel(id);
  const [row] = await settingsInForce(context, [id]);
  const settings = row?.settings ?? { maintenance: [], tell: [] };
  const { endpoint: _, hostKey: __, credential: ___, withoutTls: ____, ...set } = settings;
  const { budget, maxBytes, retryAfterMs } = profile;
  const maintenance = windowsOf(profile, row?.settings);
  const open = openWindow(maintenance, context.now);
  return {
    channel: id,
    channelName: name,
    promise,
    endpoint: settings.endpoint ?? context.settings.endpointOf?.(id) ?? '',
    simulated: context.settings.mode === 'demo' && settings.endpoint === undefined,
    counts: { ...budget, maxBytes, retryAfterMs, ...set, maintenance },
    settings,
    ...(row ? { since: row.effective_from } : {}),
    ...(open ? { maintenanceUntil: open.until } : {}),
    credentials: (await listCredentials(context, id)).map((one) => ({
      name: one.name,
      keptBy: one.kept_by,
      keptAt: one.kept_at,
    })),
    people: (await operators(context)).map(({ id: person, name: called }) => ({ id: person, name: called })),
  };
}
