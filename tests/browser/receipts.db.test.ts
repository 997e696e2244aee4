// The proof of each receipt in the portal: from the shipment page, by number, from a file; altered ones are said to be so (P4).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileShipment, signIn } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
before(async () => {
  portal = await startPortal();
});
after(() => portal.stop());

test('[P4] a receipt is checked on the shipment page, by number and from a file, and an altered file does not hold', async () => {
  const trader = await signIn(portal.application, 'trader');
  const { id, submitted } = await fileShipment(trader, railImport('CLEAN-PROOF'));
  const page = await portal.enter('trader', `/shipments/${id}`, 1440);
  await page.getByRole('button', { name: '各项行为的凭证，及谁查看过单证' }).click();
  await page.getByRole('button', { name: '核验 一次申报，分送各方' }).click();
  await page.getByText('树头签名有效').waitFor();
  assert.equal(await page.getByText('✗ 不成立').count(), 0);
  await portal.look(page, 'receipt-shipment-1440');

  const narrow = await portal.enter('trader', '/receipts', 390);
  await narrow.getByText('本浏览器').first().waitFor();
  await narrow.getByLabel('凭证编号').fill(submitted.receipt.receiptId);
  await narrow.getByLabel('凭证编号').press('Enter');
  await narrow.getByText('叶子在签名树头之下').waitFor();
  await portal.look(narrow, 'receipts-390');

  const receipt = await trader.get<{ leaf: string }>(`/receipts/${submitted.receipt.receiptId}`);
  const forged = JSON.stringify({ ...receipt, leaf: receipt.leaf.replace('submitted', 'withdrawn') });
  const wide = await portal.enter('trader', '/receipts', 1440);
  await wide
    .getByLabel('或选择凭证文件（JSON）')
    .setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: Buffer.from(forged) });
  await wide.getByText('✗ 不成立').first().waitFor();
  await portal.look(wide, 'receipts-forged-1440');
});
