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
  until,
} from '../support/application.ts';
import { accessibilityFaults, launchBrowser, openPage, screenshot } from '../support/browser.ts';
import { letDie } from '../support/dead-letter.ts';
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
  await panel('投递').getByRole('row').filter({ hasText: number }).filter({ hasText: '提箱计划' }).waitFor();
  assert.deepEqual(await accessibilityFaults(desk), []);
  await screenshot(desk, 'exchange-paused-1440');
  await rowOf('铁路场站').getByRole('button', { name: '恢复' }).click();
  await panel('投递').getByText('已送达', { exact: true }).first().click();
  await panel('投递').getByRole('row').filter({ hasText: number }).filter({ hasText: '提箱计划' }).waitFor();
});

test('[P3] dead letters are sent again by two persons: one proposes, the other confirms', async () => {
  const office = await signIn(application, 'operator');
  const { items } = await office.get<{ items: { id: string; channel: string }[] }>('/exchange/deliveries?limit=100');
  const customs = items.filter((one) => one.channel === 'customs');
  assert.ok(customs[0]);
  await letDie(application.unitOfWork, customs[0].id);
  const narrow = await openPage(browser, application.url, 390);
  await narrow.getByRole('button', { name: 'operator2', exact: true }).click();
  await narrow.getByRole('heading', { name: '办事大厅' }).waitFor();
  await narrow.goto(`${application.url}/exchange`);

  await panel('批量重发').getByRole('combobox').click();
  await desk.getByTitle('海关（1）').click();
  await panel('批量重发').getByLabel('理由').fill('海关系统已修复');
  await panel('批量重发').getByRole('button', { name: '提出重发' }).click();
  await panel('批量重发').getByText('须由另一人确认').waitFor();
  assert.equal(await panel('批量重发').getByRole('button', { name: '确认重发' }).count(), 0);
  assert.deepEqual(await accessibilityFaults(desk), []);
  await screenshot(desk, 'exchange-bulk-replay-1440');

  const theirs = narrow.getByRole('region', { name: '批量重发' });
  await theirs.getByText('海关系统已修复').waitFor();
  assert.deepEqual(await accessibilityFaults(narrow), []);
  await screenshot(narrow, 'exchange-bulk-replay-390');
  await theirs.getByRole('button', { name: '确认重发' }).click();
  await theirs.getByText('已重发', { exact: true }).waitFor();
  await until(
    () => office.get<{ state: string }>(`/exchange/deliveries/${customs[0]?.id}`),
    (one) => one.state === 'delivered',
    'sent again',
  );
  await narrow.getByRole('button', { name: 'English' }).click();
  await narrow.getByRole('region', { name: 'Bulk replays' }).getByText('Sent again', { exact: true }).waitFor();
  await narrow.context().close();
});

test('[P3] a message that cannot be read lies in quarantine with its reason and its bytes', async () => {
  await fileShipment(trader, { ...airImport('GARBAGE-DESK-1'), billNumber: '112-20000013' });
  const row = panel('来文').getByRole('row').filter({ hasText: '无法解析' }).first();
  await row.waitFor();
  await row.getByRole('button', { name: '原文' }).click();
  await desk.getByRole('dialog').getByText('<broken').waitFor();
  await screenshot(desk, 'exchange-quarantine-1440');
});
