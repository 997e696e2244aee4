// Applications for the foreign exchange directory, for journeys and walks over routes.
import type { ApplicationView, BlankForm, DirectoryForm } from '../../src/hub/directory/contract.ts';
import { type Client, until } from './application.ts';

/** What a manager adds to the form he is given. */
const added: DirectoryForm = {
  address: '重庆市渝中区民生路 1 号',
  postcode: '400010',
  legalRepresentative: '周演示',
  contactPhone: '023-60000000',
};
/** An application that can be filed now, whether the enterprise is listed or not. */
export async function rightApplication(
  client: Client,
  more: DirectoryForm = {},
): Promise<{ kind: BlankForm['kind']; form: DirectoryForm }> {
  await until(
    () => applicationsOf(client),
    (all) => all.every(({ state }) => state !== 'sent' && state !== 'accepted'),
    'no application is under way',
  );
  const { kind, form } = await client.get<BlankForm>('/directory-form');
  // Another address every time, so that a change changes something.
  changes += 1;
  const change = kind === 'change' ? { changes: '注册地址', address: `重庆市渝中区民生路 ${changes + 1} 号` } : {};
  return { kind, form: { ...added, ...form, ...change, ...more } };
}
let changes = 0;

export const applicationsOf = async (client: Client): Promise<ApplicationView[]> =>
  (await client.get<{ items: ApplicationView[] }>('/directory-applications')).items;
export const untilApplication = (
  client: Client,
  id: string,
  state: ApplicationView['state'],
): Promise<ApplicationView> =>
  until(
    async () => (await applicationsOf(client)).find((one) => one.id === id),
    (one) => one?.state === state,
    `the application is ${state}`,
  ) as Promise<ApplicationView>;

/** Filed and decided: the next one may be filed. */
export async function decidedApplication(client: Client, more: DirectoryForm = {}): Promise<ApplicationView> {
  const { id } = await client.send<ApplicationView>(
    'POST',
    '/directory-applications',
    await rightApplication(client, more),
  );
  return untilApplication(client, id, 'approved');
}
/** Sent back by the administration. */
export async function returnedApplication(client: Client): Promise<ApplicationView> {
  const body = await rightApplication(client, { reference: 'LISTBACK-1' });
  const { id } = await client.send<ApplicationView>('POST', '/directory-applications', body);
  return untilApplication(client, id, 'returned');
}
