// The port office at its desk: a channel is paused and resumed, a message that cannot be read is looked at.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
} from '../support/application.ts';
import { accessibilityFaults, launchBrowser, openPage, screenshot } from '../support/browser.ts';
import { airImport, railImport } from '../support/forms.ts';

let application: TestApplication;
let browser: Browser;
let trader: Client;
let desk: Page;
before(async () => {
  application = await startTestApplication({ web: true });
  browser = await launchBrowser();
  trader = await signIn(application, 'trader');
  desk = await openPage(browser, application.url);
  await desk.getByRole('button', { name: 'operator', exact: true }).click();
  await desk.getByRole('link', { name: '交换运行' }).click();
});
after(async () => {
  await browser.close();
  await application.stop();
  assert.deepEqual(application.faults, []);
});
const panel = (name: string) => desk.getByRole('region', { name });
const rowOf = (channel: string) => panel('伙伴通道').getByRole('row').filter({ hasText: channel });

test('[P3] a paused channel keeps its documents, and sends them when it is resumed', async () => {
  await rowOf('铁路场站').getByRole('button', { name: '暂停' }).click();
  await rowOf('铁路场站').getByText('已暂停').waitFor();
  const { id } = await fileShipment(trader, railImport('CLEAN-PAUSED-1'));
  const { number } = await trader.get<{ number: string }>(`/shipments/${id}`);
  await panel('投递').getByText('待发', { exact: true }).click();
  await panel('投递')
    .getByRole('row')
    .filter({ hasText: number })
    .filter({ hasText: '提箱计划' })
    .waitFor({ timeout: 20_000 });
  assert.deepEqual(await accessibilityFaults(desk), []);
  await screenshot(desk, 'exchange-paused-1440');
  await rowOf('铁路场站').getByRole('button', { name: '恢复' }).click();
  await panel('投递').getByText('已送达', { exact: true }).first().click();
  await panel('投递')
    .getByRole('row')
    .filter({ hasText: number })
    .filter({ hasText: '提箱计划' })
    .waitFor({ timeout: 20_000 });
});

test('[P3] a message that cannot be read lies in quarantine with its reason and its bytes', async () => {
  await fileShipment(trader, { ...airImport('GARBAGE-DESK-1'), billNumber: '112-20000013' });
  const row = panel('来文').getByRole('row').filter({ hasText: '无法解析' }).first();
  await row.waitFor({ timeout: 20_000 });
  await row.getByRole('button', { name: '原文' }).click();
  await desk.getByRole('dialog').getByText('<broken').waitFor();
  await screenshot(desk, 'exchange-quarantine-1440');
});
