// Space booked in the portal (N11): from the form to the carrier and its number back into the form, by keyboard, in both languages and widths.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type Client, signIn, until } from '../support/application.ts';
import { bookSpace, draftByWater, untilBooking, untilConfirmed } from '../support/bookings.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
let trader: Client;
before(async () => {
  portal = await startPortal({ pace: 0.05 });
  trader = await signIn(portal.application, 'trader');
});
after(() => portal.stop());

test('[N11] a trader books from what the form knows; the carrier’s answer appears by itself and its number is taken over into the form', async () => {
  const id = await draftByWater(trader, 'CLEAN-PORTAL-1', { consigneeName: 'Lion City Optics' });
  const page = await portal.enter('trader', `/shipments/${id}`);
  const card = page.getByRole('region', { name: '订舱' });
  await card.getByRole('button', { name: '订舱' }).press('Enter');
  const dialog = page.getByRole('dialog');
  assert.equal(await dialog.getByLabel('收货地（UN/LOCODE）').inputValue(), 'CNCKG');
  assert.equal(await dialog.getByLabel('箱型（ISO 6346，如 22G1） (1)').inputValue(), '22G1');
  assert.equal(await dialog.getByLabel('毛重（千克） (1)').inputValue(), '2100');
  await dialog.getByLabel('交货地（UN/LOCODE）').fill('sgsin');
  const send = dialog.getByRole('button', { name: '向承运人订舱' });
  await send.press('Enter');
  await dialog.getByText('服务合同号与报价号须填且只填其一').waitFor();
  await dialog.getByLabel('服务合同号').fill('SC2026CKG001');
  await portal.look(page, 'booking-dialog-1440');
  await send.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const { bookingReference = '' } = await untilConfirmed(trader, id);
  await card.getByText('已确认', { exact: true }).waitFor();
  await portal.look(page, 'booking-1440');
  await card.getByRole('link', { name: '打开表单填入' }).press('Enter');
  await page.getByRole('button', { name: '填入表单' }).press('Enter');
  await until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    ({ form }) => form.bookingNumber === bookingReference,
    'the number is saved with the draft',
  );
});

test('[N11] on a phone, in English: the carrier wants another day, the booking is changed and cancelled', async () => {
  const id = await draftByWater(trader, 'SPACE-PORTAL-2');
  const { reference } = await bookSpace(trader, id);
  await untilBooking(trader, id, (one) => one.state === 'pending-update', 'an update is wanted');
  const page = await portal.enter('trader', `/shipments/${id}`, 390);
  await page.getByRole('button', { name: 'English' }).click();
  const card = page.getByRole('region', { name: 'Carrier booking' });
  await card.getByText('the next is two days later').waitFor();
  await card.getByRole('button', { name: `Change booking ${reference}` }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('To leave on').fill('2026-12-22');
  await portal.look(page, 'booking-dialog-390');
  await dialog.getByRole('button', { name: 'Send the change' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await untilConfirmed(trader, id);
  await card.getByText('confirmed', { exact: true }).waitFor();
  await portal.look(page, 'booking-390');
  await card.getByRole('button', { name: `Cancel booking ${reference}` }).press('Enter');
  const asked = page.getByRole('dialog');
  await asked.getByLabel('Reason').fill('the buyer waits');
  await asked.getByRole('button', { name: 'Send the cancellation' }).press('Enter');
  await asked.waitFor({ state: 'detached' });
  await card.getByText('cancelled', { exact: true }).waitFor();
});

for (const width of [1440, 390] as const)
  test(`[N11] ${width} px: boxes are given to a barge by keyboard, and where they are appears by itself`, async () => {
    const id = await draftByWater(trader, 'CLEAN-PORTAL-3');
    const page = await portal.enter('trader', `/shipments/${id}`, width);
    const card = page.getByRole('region', { name: '驳船运输' });
    await card.getByRole('button', { name: '委托驳船' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('起运码头').fill('果园港');
    await dialog.getByLabel('到达码头').fill('外高桥四期');
    await dialog.getByLabel('最迟到达').fill('2026-12-10');
    await portal.look(page, `barge-dialog-${width}`);
    await dialog.getByRole('button', { name: '发出委托' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await card.getByText('已全部卸船').waitFor();
    await portal.look(page, `barge-${width}`);
  });
