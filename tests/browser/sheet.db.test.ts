// A sheet of shipments in the portal (N12, P10): uploaded, answered line by line, gone on with in the form; and a folder set up for an ERP.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SubscriptionView } from '../../src/hub/subscriptions/contract.ts';
import { startSftpServer } from '../../src/runtime/simulator/sftp-server.ts';
import { signIn } from '../support/application.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
before(async () => {
  portal = await startPortal();
});
after(() => portal.stop());

const sheet = Buffer.from(
  [
    'traderReference,direction,transportMode,hsCode,goodsName,grossMassKg,unheard',
    'SHEET-1,import,3,8473309000,笔记本电脑零件,12x,',
    'SHEET-2,export,5,8473309000,液晶显示模组零件,100,',
  ].join('\r\n'),
);

test('[N12][P10] a sheet is uploaded and each shipment answered with line and column; one click leads on into the form', async () => {
  for (const width of [1440, 390]) {
    const page = await portal.enter('trader', '/shipments', width);
    await page.getByLabel('多票表格文件').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: sheet });
    const answer = page.getByRole('region', { name: '表格的答复' });
    await answer.getByText('SHEET-1').waitFor();
    await answer.getByText(/第 2 行 · grossMassKg · 12x/).waitFor();
    await answer.getByText(/第 1 行 · unheard/).waitFor();
    await portal.look(page, `sheet-${width}`);
    if (width === 390) {
      await answer.getByRole('link').first().click();
      await page.waitForURL(/\/shipments\/[0-9a-f-]{36}\/form/);
    }
    await page.context().close();
    const list = await portal.enter('trader', '/subscriptions', width);
    const files = list.getByRole('region', { name: '收取的企业文件' });
    await files.getByText('由 陈演示 上传').first().waitFor();
    await files
      .getByText(/票已成草稿/)
      .first()
      .waitFor();
    await files.getByRole('button', { name: '逐票结果' }).first().click();
    await list.getByRole('dialog').getByText('SHEET-1').waitFor();
    await portal.look(list, `sheets-listed-${width}`);
    await list.context().close();
  }
});

test('[N12][M2] an SFTP folder is set up: what it needs is asked for when the address says so, and the key is not shown again', async () => {
  const erp = await startSftpServer({ user: 'erp', password: 'agreed', now: () => 1 });
  const trader = await signIn(portal.application, 'trader');
  const page = await portal.enter('trader', '/subscriptions', 1440);
  await page.getByRole('button', { name: '新建订阅' }).click();
  const form = page.getByRole('dialog', { name: '新建订阅' });
  await form.getByLabel('名称').fill('ERP folder');
  await form.getByLabel('接收地址').fill(erp.url);
  await form.getByLabel('口令或私钥').fill('agreed');
  await form.getByLabel('收取 to-portico 中的文件并申报').check();
  await form.getByRole('button', { name: /建\s?立/ }).click();
  await form
    .getByText(/hostKey/)
    .first()
    .waitFor();
  await form.getByLabel(/主机密钥指纹/).fill(erp.hostKey);
  await portal.look(page, 'folder-new-1440');
  await form.getByRole('button', { name: /建\s?立/ }).click();
  await page.getByText(/whsec_/).waitFor();
  await page.getByRole('button', { name: '已妥善保存' }).click();
  const card = page.getByRole('region', { name: 'ERP folder' });
  await card.getByText(/收取文件并申报/).waitFor();
  const [stored] = (await trader.get<{ items: SubscriptionView[] }>('/subscriptions')).items;
  assert.deepEqual([stored?.takesFiles, stored?.hostKey], [true, erp.hostKey]);
  await card.getByRole('button', { name: /修\s?改/ }).click();
  const change = page.getByRole('dialog', { name: '修改订阅 ERP folder' });
  assert.equal(await change.getByLabel(/口令或私钥/).inputValue(), '');
  await change.getByRole('button', { name: /保\s?存/ }).click();
  await change.waitFor({ state: 'detached' });
  await page.context().close();
  const narrow = await portal.enter('trader', '/subscriptions', 390);
  await portal.look(narrow, 'folder-390');
  await narrow.context().close();
  await erp.stop();
});
