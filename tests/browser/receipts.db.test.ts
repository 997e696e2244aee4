// The proof of each receipt in the portal: from the shipment page, by number, from a file; altered ones are said to be so (P4).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { fileShipment, signIn, startTestApplication, type TestApplication } from '../support/application.ts';
import { accessibilityFaults, launchBrowser, openPage, screenshot } from '../support/browser.ts';
import { railImport } from '../support/forms.ts';

let application: TestApplication;
let browser: Browser;
before(async () => {
  application = await startTestApplication({ web: true });
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await application.stop();
  assert.deepEqual(application.faults, []);
});
async function at(path: string, width: number): Promise<Page> {
  const page = await openPage(browser, application.url, width);
  page.setDefaultTimeout(60_000);
  await page.getByRole('button', { name: 'trader', exact: true }).click();
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  await page.goto(application.url + path);
  return page;
}

test('[P4] a receipt is checked on the shipment page, by number and from a file, and an altered file does not hold', async () => {
  const trader = await signIn(application, 'trader');
  const { id, submitted } = await fileShipment(trader, railImport('CLEAN-PROOF'));
  const page = await at(`/shipments/${id}`, 1440);
  await page.getByRole('button', { name: '各项行为的凭证，及谁查看过单证' }).click();
  await page.getByRole('button', { name: '核验 一次申报，分送各方' }).click();
  await page.getByText('树头签名有效').waitFor();
  assert.equal(await page.getByText('✗ 不成立').count(), 0);
  assert.deepEqual(await accessibilityFaults(page), []);
  await screenshot(page, 'receipt-shipment-1440');

  const narrow = await at('/receipts', 390);
  await narrow.getByText('本浏览器').first().waitFor();
  await narrow.getByLabel('凭证编号').fill(submitted.receipt.receiptId);
  await narrow.getByLabel('凭证编号').press('Enter');
  await narrow.getByText('叶子在签名树头之下').waitFor();
  assert.deepEqual(await accessibilityFaults(narrow), []);
  await screenshot(narrow, 'receipts-390');

  const receipt = await trader.get<{ leaf: string }>(`/receipts/${submitted.receipt.receiptId}`);
  const forged = JSON.stringify({ ...receipt, leaf: receipt.leaf.replace('submitted', 'withdrawn') });
  const wide = await at('/receipts', 1440);
  await wide
    .getByLabel('或选择凭证文件（JSON）')
    .setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: Buffer.from(forged) });
  await wide.getByText('✗ 不成立').first().waitFor();
  assert.deepEqual(await accessibilityFaults(wide), []);
  await screenshot(wide, 'receipts-forged-1440');
});
