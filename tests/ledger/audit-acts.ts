// Acts of the two who watch over the platform: exports of the trail, and how long records are kept.
import { tryToSignIn } from '../support/identity.ts';
import { demoPassword } from '../../src/hub/enterprise/index.ts';
import type { World } from '../support/world.ts';
import type { Acts } from './act.ts';

export const retention = { classId: 'trail', keepDays: 1096, basis: '海关稽查条例第三条', reason: '与申报同期' };
const proposed = async ({ clients }: World) =>
  (await clients.security.send<{ id: string }>('POST', '/retention-changes', retention)).id;

export const auditActs: Acts = {
  'POST /audit-exports': ({ ids }) => ({
    path: '/audit-exports',
    by: 'auditor',
    body: { shipmentId: ids.released, reason: '月度审计' },
  }),
  'POST /retention-changes': () => ({ path: '/retention-changes', by: 'security', body: retention }),
  'POST /retention-changes/:id/confirmation': async (world) => ({
    path: `/retention-changes/${await proposed(world)}/confirmation`,
    // A second person, as it takes.
    cookie: (await tryToSignIn(world.application, { account: 'security2', password: demoPassword })).cookie,
  }),
  'POST /retention-changes/:id/withdrawal': async (world) => ({
    path: `/retention-changes/${await proposed(world)}/withdrawal`,
    by: 'security',
  }),
};
