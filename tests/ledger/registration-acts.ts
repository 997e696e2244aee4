// Acts by which organisations come in and their qualifications count.
import { exampleApplication } from '../../src/hub/registration/replies.ts';
import { callFromElsewhere } from '../support/identity.ts';
import type { World } from '../support/world.ts';
import type { Acts } from './act.ts';

const applied = async ({ application }: World, uscc: string, number: string) => {
  const given = {
    ...exampleApplication,
    uscc,
    qualifications: [{ ...exampleApplication.qualifications[0], number }],
  };
  return (await callFromElsewhere(application, '', '/organisation-applications', given)).body as {
    id: string;
    token: string;
  };
};
const qualification = { kind: 'bonded-site', number: 'B-1', issuer: '重庆海关', validFrom: '2026-01-01' };
const declared = ({ clients }: World) => clients.trader.send<{ id: string }>('POST', '/qualifications', qualification);

export const registrationActs: Acts = {
  'POST /organisation-applications': () => ({ path: '/organisation-applications', body: exampleApplication }),
  'POST /organisation-applications/:id/decision': async (world) => ({
    path: `/organisation-applications/${(await applied(world, '91500107MA5UNBR025', '5003160A11')).id}/decision`,
    by: 'operator',
    body: { approved: true },
  }),
  'POST /organisation-application-claims': async (world) => {
    const { id, token } = await applied(world, '91500000MA5UNBK03U', '5003160A12');
    await world.clients.operator.send('POST', `/organisation-applications/${id}/decision`, { approved: true });
    return { path: '/organisation-application-claims', body: { token } };
  },
  'POST /qualifications': () => ({ path: '/qualifications', body: qualification }),
  'POST /qualifications/:id/decision': async (world) => ({
    path: `/qualifications/${(await declared(world)).id}/decision`,
    by: 'operator',
    body: { accepted: true },
  }),
  'POST /qualifications/:id/ending': async (world) => {
    const { id } = await declared(world);
    await world.clients.operator.send('POST', `/qualifications/${id}/decision`, { accepted: true });
    return { path: `/qualifications/${id}/ending`, by: 'operator', body: { endedOn: '2026-11-01', reason: '注销' } };
  },
};
