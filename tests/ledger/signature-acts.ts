// Acts on signing keys, seals, what has to be signed, and whom to trust.
import { demoPassword } from '../../src/hub/enterprise/index.ts';
import { tryToSignIn } from '../support/identity.ts';
import { enrol, enrolmentOf, makeDeviceKey, makePartner, type Partner, pemOf } from '../support/signing.ts';
import type { World } from '../support/world.ts';
import type { Acts } from './act.ts';

const anchorOf = ({ anchor }: Partner) => ({
  channel: 'commerce',
  certificate: pemOf(anchor.der),
  validFrom: '2026-01-01',
  validTo: '2030-12-31',
});
async function proposed({ clients }: World, partner: Partner): Promise<string> {
  return (await clients.security.send<{ id: string }>('POST', '/trust-anchors', anchorOf(partner))).id;
}

export const signatureActs: Acts = {
  'POST /signing-keys': async ({ clients }) => ({
    path: '/signing-keys',
    body: await enrolmentOf(clients.trader, makeDeviceKey()),
  }),
  'POST /signing-keys/:serial/revocation': async ({ clients }) => ({
    path: `/signing-keys/${(await enrol(clients.trader)).certificate.serial}/revocation`,
    body: { reason: 'lost' },
  }),
  'POST /seals': () => ({ path: '/seals', body: { algorithm: 'SM2SM3' } }),
  'POST /seals/:serial/revocation': async ({ clients }) => {
    const { serial } = await clients.trader.send<{ serial: string }>('POST', '/seals', { algorithm: 'ES256' });
    return { path: `/seals/${serial}/revocation`, body: { reason: 'replaced' } };
  },
  // The broker files nothing in this world: whoever does would have to sign from now on.
  'PUT /signature-policy': () => ({ path: '/signature-policy', by: 'broker', body: { required: true } }),
  'POST /trust-anchors': async () => ({
    path: '/trust-anchors',
    by: 'security',
    body: anchorOf(await makePartner()),
  }),
  'POST /trust-anchors/:id/confirmation': async (world) => ({
    path: `/trust-anchors/${await proposed(world, await makePartner())}/confirmation`,
    // A second person, as it takes.
    cookie: (await tryToSignIn(world.application, { account: 'security2', password: demoPassword })).cookie,
  }),
  'POST /trust-anchors/:id/withdrawal': async (world) => ({
    path: `/trust-anchors/${await proposed(world, await makePartner())}/withdrawal`,
    by: 'security',
  }),
  'PUT /trust-anchors/:id/revocation-list': async (world) => {
    const partner = await makePartner();
    const at = '2026-01-02T00:00:00.000Z';
    return {
      path: `/trust-anchors/${await proposed(world, partner)}/revocation-list`,
      by: 'security',
      body: await partner.list(at, [{ serial: '2', at }]),
    };
  },
};
