// An officer at the desk: holds what is released, sees his own contradiction at the collision desk, lets go again; the trader
// watches it live.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { fileShipment, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { accessibilityFaults, launchBrowser, openPage, screenshot } from '../support/browser.ts';
import { airImport } from '../support/forms.ts';

let application: TestApplication;
let browser: Browser;
before(async () => {
  application = await startTestApplication({ web: true, pace: 1 });
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await application.stop();
  assert.deepEqual(application.faults, []);
});
async function at(account: string, path: string): Promise<Page> {
  const page = await openPage(browser, application.url);
  await page.getByRole('button', { name: account, exact: true }).click();
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  await page.goto(application.url + path);
  return page;
}
async function instruct(officer: Page, what: { kind: string; reason: string }): Promise<void> {
  await officer.getByRole('button', { name: '下达指令' }).click();
  const dialog = officer.getByRole('dialog');
  await dialog.getByLabel('种类').selectOption(what.kind);
  await dialog.getByRole('checkbox', { name: /整批货物/ }).check();
  await dialog.getByLabel('理由').fill(what.reason);
  await dialog.getByLabel('法律依据').fill('《海关法》第二十八条');
  assert.deepEqual(await accessibilityFaults(officer), []);
  await screenshot(officer, `instruct-${what.reason}-1440`);
  await dialog.getByRole('button', { name: '下达', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

test('[P5][P7] a hold after the release revokes it at once, and the trader sees who, why and on what basis', async () => {
  const trader = await signIn(application, 'trader');
  const { id } = await fileShipment(trader, airImport('CLEAN-OFFICER-1'));
  await until(
    () => trader.get<{ items: { state: string }[] }>(`/shipments/${id}/releases`),
    (r) => r.items[0]?.state === 'granted',
    'the release',
  );
  const watching = await at('trader', `/shipments/${id}`);
  await watching.getByText('放行有效').first().waitFor();
  const officer = await at('border', `/shipments/${id}`);
  await instruct(officer, { kind: '布控', reason: '情报布控' });
  await watching.getByText('放行已撤销').first().waitFor({ timeout: 20_000 });
  await watching.getByText('边检：情报布控').first().waitFor();
  await watching
    .getByText(/依据: 《海关法》第二十八条/)
    .first()
    .waitFor();
  assert.deepEqual(await accessibilityFaults(watching), []);
  await screenshot(watching, 'held-after-release-1440');
  await watching.context().close();
  await officer.context().close();
});
