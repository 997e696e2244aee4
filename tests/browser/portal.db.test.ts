// The portal in a real browser: sign in, file, watch live, joint inspection, gate; axe on every page seen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type Client, signIn, startTestApplication, type TestApplication } from '../support/application.ts';
import { accessibilityFaults, launchBrowser, openPage, screenshot } from '../support/browser.ts';
import { airImport, waterExport } from '../support/forms.ts';

let application: TestApplication;
let browser: Browser;
let trader: Client;
before(async () => {
  application = await startTestApplication({ web: true, pace: 0.1 });
  browser = await launchBrowser();
  trader = await signIn(application, 'trader');
});
after(async () => {
  await browser.close();
  await application.stop();
  assert.deepEqual(application.faults, []);
});

async function enter(account: string, width = 1440): Promise<Page> {
  const page = await openPage(browser, application.url, width);
  await page.getByRole('button', { name: account, exact: true }).click();
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  return page;
}
const seen = async (page: Page, name: string) => {
  await screenshot(page, name);
  assert.deepEqual(await accessibilityFaults(page), [], name);
};
async function draftOf(form: ReturnType<typeof airImport>): Promise<ShipmentView> {
  const draft = await trader.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: form.direction,
    transportMode: form.transportMode,
  });
  await trader.send('PUT', `/shipments/${draft.id}/form`, { form, revision: draft.revision });
  return draft;
}

test('[P1] sign-in, service hall and an empty list are accessible on desktop and phone', async () => {
  for (const width of [1440, 390]) {
    const page = await openPage(browser, application.url, width);
    await page.getByRole('heading', { name: '演示账号' }).waitFor();
    await seen(page, `sign-in-${width}`);
    await page.getByRole('button', { name: 'trader', exact: true }).click();
    await page.getByRole('heading', { name: '办事大厅' }).waitFor();
    await seen(page, `hall-${width}`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Service hall' }).waitFor();
    await page.context().close();
  }
});

test('[P10] the form shows findings in place, who receives a field, and files once', async () => {
  const draft = await draftOf({ ...waterExport('REFUSE-BROWSER-1'), grossMassKg: '1' });
  const page = await enter('trader');
  await page.goto(`${application.url}/shipments/${draft.id}/form`);
  await page.getByRole('button', { name: '检查' }).click();
  await page.getByText('毛重 1 小于净重 2000').first().waitFor();
  await page.getByRole('button', { name: /毛重（千克）: 谁收到/ }).click();
  await page.getByText('DecHead/GrossWet').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[id="grossMassKg"]').fill('2100');
  await seen(page, 'form-1440');
  await page.getByRole('button', { name: '一次申报' }).click();
  await page.getByText('退单待改').first().waitFor({ timeout: 20_000 });
  await page.getByText('GrossWet').first().waitFor();
  await seen(page, 'rejected-1440');
  await page.getByRole('button', { name: '修改申报' }).click();
  await page.getByLabel('修改原因').fill('更正毛重');
  await page.locator('[id="grossMassKg"]').fill('2250');
  await page.getByRole('button', { name: '一次申报' }).click();
  await page.getByText('已出场').first().waitFor({ timeout: 30_000 });
  await page.context().close();
});

test('[P5][P6][P7] joint inspection by two officers, live to the trader, and the release at the gate', async () => {
  const draft = await draftOf(airImport('JOINT-BROWSER-1'));
  await trader.send('POST', `/shipments/${draft.id}/submit`, {});
  const page = await enter('trader');
  await page.goto(`${application.url}/shipments/${draft.id}`);
  await page.getByText('联合查验').first().waitFor({ timeout: 20_000 });
  await seen(page, 'blocking-1440');
  for (const account of ['customs', 'border']) {
    const officer = await enter(account, 390);
    await officer.getByRole('link', { name: '查验', exact: true }).click();
    await officer.getByRole('button', { name: '登记结果' }).click();
    await officer.getByLabel('情况').fill('货物与申报相符');
    await officer.getByRole('button', { name: /登\s?记$/ }).click();
    await officer.getByText('正常 · 货物与申报相符').waitFor();
    await seen(officer, `inspection-${account}-390`);
    await officer.context().close();
  }
  await page.getByText('一次放行', { exact: false }).first().waitFor({ timeout: 20_000 });
  await screenshot(page, 'released-1440');
  await page.context().close();
  const gate = await enter('airport');
  await gate.getByRole('link', { name: '闸口' }).click();
  await gate.getByText(draft.number).first().waitFor();
  await seen(gate, 'gate-1440');
  await gate.context().close();
});

test('[P3] the operator sees partners, deliveries and the collision desk is reachable', async () => {
  const page = await enter('operator');
  await page.getByRole('link', { name: '交换运行' }).click();
  await page.getByText('海关').first().waitFor();
  await page.getByText('正常').first().waitFor();
  await seen(page, 'exchange-1440');
  await page.context().close();
  const officer = await enter('customs');
  await officer.getByRole('link', { name: '对碰台' }).click();
  await officer.getByText('暂无内容').waitFor();
  await seen(officer, 'collisions-1440');
  await officer.context().close();
});
