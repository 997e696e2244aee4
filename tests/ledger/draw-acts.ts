// Acts of the draws (M6), each so that it takes effect: a draw over what the world has filed and no authority has answered.
import type { DrawView } from '../../src/hub/draw/contract.ts';
import { until } from '../support/application.ts';
import type { World } from '../support/world.ts';
import type { Acts } from './act.ts';

export const drawRule = () => ({
  basis: '“双随机、一公开”工作制度',
  kind: 'manual',
  filedFrom: '2020-01-01T00:00:00Z',
  count: 1,
  contributors: ['border-inspection'],
  contributeHours: 1,
});
export const openedDraw = (world: World) => world.clients.customs.send<DrawView>('POST', '/draws', drawRule());
const inState = (world: World, id: string, state: DrawView['state']) =>
  until(
    () => world.clients.customs.get<DrawView>(`/draws/${id}`),
    (draw) => draw.state === state,
    `the draw is ${state}`,
  );
const nonce = { nonce: '5f'.repeat(32) };

async function revealedDraw(world: World): Promise<DrawView> {
  const { id } = await openedDraw(world);
  await inState(world, id, 'frozen');
  await world.clients.border.send('POST', `/draws/${id}/contributions`, nonce);
  return inState(world, id, 'revealed');
}

export const drawActs: Acts = {
  'POST /draws': () => ({ path: '/draws', by: 'customs', body: drawRule() }),
  'POST /draws/:id/contributions': async (world) => {
    const { id } = await openedDraw(world);
    await inState(world, id, 'frozen');
    return { path: `/draws/${id}/contributions`, by: 'border', body: nonce };
  },
  'POST /draws/:id/replacements': async (world) => {
    // What may have been drawn before is under an order now.
    const fresh = await world.fileable('SILENT-DRAWN');
    await world.clients.trader.send('POST', `/shipments/${fresh}/submit`, {});
    await until(
      () => world.clients.customs.get<{ objects: unknown[] }>(`/shipments/${fresh}/disposition`),
      ({ objects }) => objects.length > 0,
      'its objects',
    );
    const { id, drawnTargets } = await revealedDraw(world);
    const [one] = drawnTargets;
    const officer = one?.officers[0]?.officer;
    const body = { target: one?.target, officer, kind: 'absence', reason: '病假' };
    return { path: `/draws/${id}/replacements`, by: 'customs', body };
  },
};
