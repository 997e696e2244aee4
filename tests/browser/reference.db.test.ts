// The look-up page of reference data in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startTestApplication, type TestApplication } from '../support/application.ts';
import { accessibilityFaults, launchBrowser, openPage, screenshot } from '../support/browser.ts';

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

test('[P10] tariff and codes are looked up live, with edition, validity and the demonstration mark', async () => {
  for (const width of [1440, 390]) {
    const page = await openPage(browser, application.url, width);
    const seen = async (name: string) => {
      await screenshot(page, `reference-${name}-${width}`);
      assert.deepEqual(await accessibilityFaults(page), [], name);
    };
    await page.getByRole('button', { name: 'trader', exact: true }).click();
    await page.getByRole('heading', { name: '办事大厅' }).waitFor();
    await page.goto(`${application.url}/reference`);
    await page.getByRole('button', { name: /^84 机器、机械/ }).waitFor();
    await seen('tree');
    await page.getByRole('button', { name: /^87 车辆/ }).click();
    await page.getByRole('button', { name: /^8711/ }).click();
    await page.getByRole('button', { name: /^871120/ }).click();
    await page.getByRole('cell', { name: '8711202000' }).waitFor();
    await seen('tariff');
    await page.getByLabel('检索', { exact: true }).fill('bjbdn');
    const row = page.getByRole('row', { name: /8471309000/ });
    await row.getByText('示范', { exact: true }).waitFor();
    await row.getByText('申报要素').click();
    await row.getByText('1 品牌类型').waitFor();
    await page.getByText('代码表', { exact: true }).first().click();
    await page.getByLabel('检索', { exact: true }).fill('寸滩');
    await page.getByRole('cell', { name: '8010' }).waitFor();
    await seen('codes');
    await page.getByLabel('截至日期').fill('2018-01-01');
    await page.getByText('该日尚无此表').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Reference data' }).waitFor();
    await page.context().close();
  }
});
