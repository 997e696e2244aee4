// The document library in the browser: from the head of any page to the words marked in a document, by keyboard alone, wide and narrow.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { LibraryPage } from '../../src/hub/documents/contract.ts';
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
let filed: string;
before(async () => {
  application = await startTestApplication({ web: true, pace: 0.05 });
  browser = await launchBrowser();
  trader = await signIn(application, 'trader');
  const form = railImport('CLEAN-FIND-1');
  const goods = form.goods as readonly Record<string, string>[];
  filed = (
    await fileShipment(trader, {
      ...form,
      goods: goods.map((row, i) => (i === 0 ? { ...row, goodsName: '孔雀牌吹风机' } : row)),
    })
  ).id;
  for (const text of ['一', '二'])
    await trader.raw('POST', `/shipments/${filed}/attachments`, Buffer.from(`%PDF-1.7 ${text}`), {
      'x-file-name': encodeURIComponent('孔雀牌装箱单.pdf'),
    });
  await until(
    () => trader.get<LibraryPage>(`/library?query=${encodeURIComponent('孔雀牌')}`),
    (page) =>
      page.items.filter((item) => item.flow === 'attachment').length === 2 &&
      page.items.some((i) => i.flow === 'outbound'),
    'the indexer has seen it all',
    120_000,
  );
});
after(async () => {
  await browser.close();
  await application.stop();
  assert.deepEqual(application.faults, []);
});

async function enter(account: string, width: number): Promise<Page> {
  const page = await openPage(browser, application.url, width);
  page.setDefaultTimeout(60_000);
  await page.getByRole('button', { name: account, exact: true }).click();
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  return page;
}
async function sound(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await screenshot(page, name);
  assert.deepEqual(await accessibilityFaults(page), [], name);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(width <= 0, `${name} is ${width} px wider than the screen`);
}

for (const width of [1440, 390])
  test(`[P2 P1] by keyboard from any page to the marked words, their versions, and nothing found (${width} px)`, async () => {
    const page = await enter('trader', width);
    await page.keyboard.press('/');
    await page.keyboard.type('孔雀牌');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '单证库' }).waitFor();
    const marks = page.locator('mark');
    await marks.first().waitFor();
    assert.deepEqual([...new Set(await marks.allTextContents())], ['孔雀牌']);
    await sound(page, `library-found-${width}`);
    const versions = page.locator('details', { hasText: '孔雀牌装箱单.pdf' }).first();
    await versions.locator('summary').focus();
    await page.keyboard.press('Enter');
    await versions.getByRole('link', { name: '第 2 份' }).waitFor();
    await sound(page, `library-versions-${width}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 孔雀牌装箱单.pdf' }).first().click(),
    ]);
    assert.equal(download.suggestedFilename(), '孔雀牌装箱单.pdf');
    await page.goto(`${application.url}/library?query=${encodeURIComponent('没有这样的货')}`);
    await page.getByText('没有单证同时符合以上条件').waitFor();
    await sound(page, `library-nothing-${width}`);
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.waitForURL(`${application.url}/library`);
    await page.context().close();
  });

test('[P2] one case with the number opens at once; a server that fails is said and tried again', async () => {
  const page = await enter('trader', 1440);
  await page.getByLabel('按编号或文字查找').fill('CLEAN-FIND-1');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${application.url}/shipments/${filed}`);
  await page.route('**/api/v1/library?*', (route) => route.abort());
  await page.goto(`${application.url}/library?flow=attachment`);
  await page.getByText('连接不上服务器').first().waitFor();
  await page.unroute('**/api/v1/library?*');
  await page.getByRole('button', { name: '重试' }).first().click();
  await page.getByText('孔雀牌装箱单.pdf').first().waitFor();
  assert.equal(await page.getByText('未作病毒扫描').count(), 2, 'that nobody scanned is said');
  await page.context().close();
});

test('[P2] a stranger finds nothing of it', async () => {
  const page = await enter('trader2', 1440);
  await page.goto(`${application.url}/library?query=${encodeURIComponent('孔雀牌')}`);
  await page.getByText('没有单证同时符合以上条件').waitFor();
  await page.context().close();
});
