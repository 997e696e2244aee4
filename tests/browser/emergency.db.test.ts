// Emergency mode at the desks (M10): the port office declares, a customs officer enters a paper, the port office confirms it, everybody
// sees the band, and a difference is settled.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { accessibilityFaults, launchBrowser, openPage, screenshot } from '../support/browser.ts';
import { railImport } from '../support/forms.ts';

let application: TestApplication;
let browser: Browser;
let trader: Client;
before(async () => {
  application = await startTestApplication({ web: true });
  browser = await launchBrowser();
  trader = await signIn(application, 'trader');
});
after(async () => {
  await browser.close();
  await application.stop();
  assert.deepEqual(application.faults, []);
});
async function at(account: string, path: string, width = 1440): Promise<Page> {
  const page = await openPage(browser, application.url, width);
  await page.getByRole('button', { name: account, exact: true }).click();
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  await page.goto(application.url + path);
  return page;
}

test('[M10] declared by the port office, entered by customs, confirmed by a second person, seen by all, ended and settled', async () => {
  const office = await at('operator', '/emergencies');
  await office.getByRole('button', { name: '宣布应急' }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: '海关' }).check();
  await dialog.getByLabel('理由').fill('海关系统故障');
  await dialog.getByLabel('依据').fill('渝府办〔2018〕6号 第15条');
  assert.deepEqual(await accessibilityFaults(office), []);
  await screenshot(office, 'emergency-declare-1440');
  await dialog.getByRole('button', { name: '宣布', exact: true }).click();
  await office.getByText('应急中').waitFor();

  const { id } = await fileShipment(trader, { ...railImport('INSPECT-EMERGENCY-1'), billNumber: 'RWEMERGENCY1' });
  const { number } = await trader.get<{ number: string }>(`/shipments/${id}`);
  const watching = await at('trader', `/shipments/${id}`, 390);
  await watching.getByRole('alert').getByText('海关系统故障').waitFor();
  assert.deepEqual(await accessibilityFaults(watching), []);
  await screenshot(watching, 'emergency-band-390');

  const customs = await at('customs', '/emergencies');
  await customs.getByRole('button', { name: '录入文书' }).click();
  const sheet = customs.getByRole('dialog');
  await sheet.getByLabel('货物').fill('RWEMERGENCY1');
  await sheet.getByText(`已找到 ${number}`).waitFor();
  await sheet.getByLabel('文书号').fill('渝关应急放 2026-001');
  await sheet.getByLabel('签署人').fill('张关员');
  await sheet.getByLabel('签署时间').fill('2026-11-20T09:00');
  await sheet.getByLabel('理由').fill('系统故障期间纸面放行');
  assert.deepEqual(await accessibilityFaults(customs), []);
  await screenshot(customs, 'emergency-paper-1440');
  await sheet.getByRole('button', { name: '录入，待第二人确认' }).click();
  await customs.getByText('待第二人确认', { exact: true }).waitFor();
  await customs.getByRole('button', { name: '核对无误，确认' }).click();
  await customs.getByText('录入人不能自己确认').waitFor();

  await office.getByRole('button', { name: '核对无误，确认' }).click();
  await office.getByText('有效，待核对').waitFor();
  await until(
    () => trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`),
    ({ items }) => items.some((release) => release.state === 'granted'),
    'customs’ paper and border inspection’s own word release it',
  );
  await watching.getByText('放行有效').first().waitFor();
  assert.deepEqual(await accessibilityFaults(office), []);
  await screenshot(office, 'emergency-desk-1440');

  await office.getByRole('button', { name: '结束应急' }).click();
  await office.getByRole('button', { name: '结束并补发' }).click();
  await office.getByText('已完成').waitFor();
  await customs.getByText('不一致', { exact: true }).waitFor();
  await customs.getByLabel('处理说明').fill('以纸面放行为准');
  await customs.getByRole('button', { name: '处理', exact: true }).click();
  await customs.getByText('已处理').waitFor();
  await screenshot(customs, 'emergency-settled-1440');
  const small = await at('operator', '/emergencies', 390);
  await small.getByText('渝关应急放 2026-001').waitFor();
  await small.getByRole('button', { name: 'English' }).click();
  await small.getByText('Settled').waitFor();
  assert.deepEqual(await accessibilityFaults(small), []);
  await screenshot(small, 'emergency-desk-390-en');
});
