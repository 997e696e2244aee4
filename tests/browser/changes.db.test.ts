// Changes by consent and two-step declarations in the portal (N1, P10): what was applied for and decided, and what is owed by which day.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type Client, fileShipment, signIn, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
let trader: Client;
before(async () => {
  portal = await startPortal({ pace: 0.05 });
  trader = await signIn(portal.application, 'trader');
});
after(() => portal.stop());
const view = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);

test('[N1][P10] a trader reads what customs decided on his amendment, field by field, in both languages', async () => {
  const { id } = await fileShipment(trader, railImport('NOAMEND-PORTAL-1'));
  await until(
    () => view(id),
    (s) => s.answers.some((a) => a.text.zh.startsWith('海关入库')),
    'customs takes it',
  );
  await trader.send('POST', `/shipments/${id}/amendment`);
  const draft = await view(id);
  const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...draft.form, contractNumber: 'HT-PORTAL' },
    revision: draft.revision,
  });
  await trader.send('POST', `/shipments/${id}/submit`, { revision, reason: '按合同更正' });
  const page = await portal.enter('trader', `/shipments/${id}`);
  const card = page.getByRole('region', { name: '修撤单申请' });
  await card.getByText(/海关不予同意：货物已列入布控/).waitFor();
  await card.getByText('HT-PORTAL').waitFor();
  await portal.look(page, 'change-application-1440');
  const phone = await portal.enter('trader', `/shipments/${id}`, 390);
  await phone.getByRole('button', { name: 'English' }).click();
  await phone.getByRole('region', { name: 'Applications to amend or withdraw' }).getByText('not agreed').waitFor();
  await portal.look(phone, 'change-application-390');
});

test('[N1][P10][M3] after a summary the page says by when the rest is owed, and a key opens the complete declaration', async () => {
  const { id } = await fileShipment(trader, { ...railImport('SILENT-PORTAL-2'), declarationStep: 'summary' });
  const phone = await portal.enter('trader', `/shipments/${id}`, 390);
  await phone.getByText(/概要申报：须在 \d{4}-\d\d-\d\d 前/).waitFor();
  await portal.look(phone, 'completion-390');
  const page = await portal.enter('trader', `/shipments/${id}`);
  await portal.look(page, 'completion-1440');
  await page.getByRole('button', { name: '办理完整申报' }).press('Enter');
  await page.waitForURL(/\/form$/);
  const draft = await view(id);
  assert.deepEqual([draft.amending, draft.form.declarationStep], [true, 'complete']);
});
