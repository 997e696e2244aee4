// Acts of the port office on its partners: settings by two persons, credentials, certifications.
import { signIn } from '../support/application.ts';
import type { World } from '../support/world.ts';
import type { Acts } from './act.ts';

export const settings = { settings: { totalMs: 20_000, maintenance: [], tell: [] }, reason: '伙伴来函' };
const propose = (world: World) =>
  world.clients.operator.send<{ id: string }>('POST', '/channel-settings/forex/changes', settings);
/** The test system of a partner's simulator; a channel has one certification at a time. */
export const certification = (world: World, channel: string) => {
  const known = world.application.endpoints.of(channel);
  return { channel, endpoint: new URL('/test', known?.url).href, key: known?.key ?? '', contact: '测试联系人' };
};

export const partnerActs: Acts = {
  'POST /channel-settings/:id/changes': () => ({
    path: '/channel-settings/forex/changes',
    by: 'operator',
    body: settings,
  }),
  'POST /channel-settings-changes/:id/confirmation': async (world) => {
    const { id } = await propose(world);
    const { cookie } = await signIn(world.application, 'operator2');
    return { path: `/channel-settings-changes/${id}/confirmation`, by: 'operator', cookie };
  },
  'POST /channel-settings-changes/:id/withdrawal': async (world) => ({
    path: `/channel-settings-changes/${(await propose(world)).id}/withdrawal`,
    by: 'operator',
  }),
  'POST /channel-settings/:id/credentials': () => ({
    path: '/channel-settings/forex/credentials',
    by: 'operator',
    body: { name: 'forex-2027', secret: 'agreed-with-the-partner' },
  }),
  'POST /certifications': (world) => ({
    path: '/certifications',
    by: 'operator',
    body: certification(world, 'commerce'),
  }),
  'POST /certifications/:id/cancellation': async (world) => {
    const { id } = await world.clients.operator.send<{ id: string }>(
      'POST',
      '/certifications',
      certification(world, 'bank'),
    );
    return { path: `/certifications/${id}/cancellation`, by: 'operator' };
  },
};
