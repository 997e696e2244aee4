// The statistics page (P8): one's own figures, narrowed by a choice; the port office of each far end; wide and narrow, zh and en.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { fileShipment, signIn, until } from '../support/application.ts';
import { railExport, railImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
before(async () => {
  portal = await startPortal();
  const trader = await signIn(portal.application, 'trader');
  const { id } = await fileShipment(trader, railImport('CLEAN-FIGURES-1'));
  await fileShipment(trader, railExport('SILENT-FIGURES-2'));
  await until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    (s) => s.state === 'closed',
    'it closes',
  );
});
after(() => portal.stop());

test('[P8] a trader sees where his cases stand and how long they took, and narrows the figures by keyboard', async () => {
  const page = await portal.enter('trader', '/statistics');
  const cases = page.getByRole('region', { name: '票数' });
  await cases.getByRole('heading', { name: /本单位：2 票/ }).waitFor();
  await cases.getByRole('listitem').filter({ hasText: '已出场' }).getByText('1', { exact: true }).waitFor();
  await page
    .getByRole('region', { name: '从首次申报到全部放行' })
    .getByText(/^1 票，平均/)
    .waitFor();
  await page
    .getByRole('region', { name: '各部门首次答复' })
    .getByRole('row', { name: /海关 \d+ 票，平均/ })
    .waitFor();
  const offices = page.getByRole('region', { name: '按申报地海关' });
  await offices.getByRole('button').first().waitFor();
  const link = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
  assert.match(link ?? '', /\/statistics\/table\?.*format=csv/);
  await portal.look(page, 'statistics-1440');
  await page.getByRole('combobox', { name: '进出口' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: '出口' }).waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await cases.getByRole('heading', { name: /本单位：1 票/ }).waitFor();
  assert.equal(await cases.getByText('已出场').count(), 0);
  await page.getByRole('region', { name: '全平台按月' }).getByText('过少，不列出').first().waitFor();
  await page.context().close();
});

test('[P8] the port office sees the figures of all and of one far end, on a phone in English', async () => {
  const page = await portal.enter('operator', '/statistics', 390);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: /The whole platform: 2 cases/ }).waitFor();
  // Chosen by what it shows, by keyboard: an open list moves under a pointer.
  await page.getByRole('combobox', { name: 'Authority or station' }).fill('Railway');
  await page.getByTitle('Railway yard').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Railway yard: 2 cases/ }).waitFor();
  await portal.look(page, 'statistics-390');
  await page.context().close();
});
