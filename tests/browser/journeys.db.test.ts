// The main job by hand in a real browser, from typing the form to the gate; axe on every page on the way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startTestApplication, type TestApplication } from '../support/application.ts';
import { accessibilityFaults, launchBrowser, openPage, screenshot } from '../support/browser.ts';
import { airImport, railImport, waterExport } from '../support/forms.ts';
import { typeShipment } from '../support/type-form.ts';

let application: TestApplication;
let browser: Browser;
before(async () => {
  application = await startTestApplication({ web: true, pace: 0.1 });
  browser = await launchBrowser();
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
const told = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test('[P1][P10][P7][N10] import by rail: typed, checked, kept as template, filed once, out of the yard', async () => {
  const page = await enter('trader');
  await typeShipment(page, '铁路进口', { ...railImport('CLEAN-BY-HAND-1'), grossMassKg: '1' });
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await told(page, '毛重 1 小于净重 2000');
  await page.keyboard.press('F8');
  await page.waitForFunction(() => (document.activeElement?.id ?? '') !== '');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'grossMassKg', 'F8 goes to the finding');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('2100');
  await told(page, /已保存 \d/);
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page.getByText('毛重 1 小于净重 2000').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /您填 \d+ 项 → 4 份单证/ }).click();
  await told(page, '提箱计划');
  await page.keyboard.press('Escape');
  await seen(page, 'form-rail-1440');
  await page.getByRole('button', { name: '存为模板' }).click();
  await page.getByRole('dialog').getByLabel('名称', { exact: true }).fill('中欧班列进口');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await told(page, '已存为模板');
  await page.getByRole('button', { name: '一次申报' }).click();
  await told(page, '一次申报，分送各方');
  await told(page, '全部货物已出场，办结');
  await seen(page, 'closed-1440');
  // found again from anywhere by the number of a container
  await page.keyboard.press('/');
  await page.keyboard.type('CQPU1000014');
  await page.keyboard.press('Enter');
  await told(page, 'CLEAN-BY-HAND-1');
  await page.getByRole('link', { name: '货物', exact: true }).click();
  await page.getByLabel('从模板新建').waitFor();
  await page.context().close();
});

test('[P5][P6][P7] import by air: both officers at one inspection, one release, the gate lets it out once', async () => {
  const page = await enter('trader');
  await typeShipment(page, '航空进口', airImport('DESK-BY-HAND-2'));
  await page.getByRole('button', { name: '一次申报' }).click();
  await told(page, '联合查验');
  await seen(page, 'blocking-air-1440');
  for (const account of ['customs', 'border']) {
    const officer = await enter(account, 390);
    await officer.getByRole('link', { name: '查验', exact: true }).click();
    await officer.getByRole('button', { name: '登记结果' }).click();
    await officer.getByLabel('情况').fill('货物与申报相符');
    await officer.getByRole('button', { name: '登记', exact: true }).click();
    await told(officer, '正常 · 货物与申报相符');
    await seen(officer, `inspection-${account}-390`);
    await officer.context().close();
  }
  await told(page, '放行有效');
  await seen(page, 'released-air-1440');
  const token = await page.evaluate(async () => {
    const id = location.pathname.split('/').at(-1);
    const { items } = await (await fetch(`/api/v1/shipments/${id}/releases`)).json();
    return items[0].token as string;
  });
  const gate = await enter('airport');
  await gate.getByRole('link', { name: '闸口' }).click();
  await gate.getByLabel('扫描或粘贴放行凭证').fill(`${token.slice(0, -6)}AAAAAA`);
  await gate.getByRole('button', { name: '核验', exact: true }).click();
  await told(gate, '签名不符');
  await gate.getByLabel('扫描或粘贴放行凭证').fill(token);
  await gate.getByRole('button', { name: '核验', exact: true }).click();
  await told(gate, '有效，可以放行出场');
  await told(gate, '货物在场内');
  await seen(gate, 'gate-air-1440');
  await gate.getByRole('button', { name: '登记进闸' }).click();
  await told(gate, '车辆已进闸');
  await gate.getByRole('button', { name: '登记装车' }).click();
  await told(gate, '已装车');
  await gate.getByRole('button', { name: '撤回装车登记' }).click();
  await gate.getByRole('button', { name: '撤回', exact: true }).click();
  await told(gate, '车辆已进闸');
  await seen(gate, 'gate-truck-1440');
  await gate.getByRole('button', { name: '放行出场' }).click();
  await told(gate, '已登记出场');
  await gate.getByText('已出场', { exact: true }).click();
  await told(gate, '已使用');
  await gate.context().close();
  await told(page, '全部货物已出场，办结');
  await page.context().close();
});

test('[P10][P5][P7] export by water: refused for a field, amended, released, loaded', async () => {
  const page = await enter('trader');
  await typeShipment(page, '水路出口', waterExport('REFUSE-BY-HAND-3'));
  await page.getByRole('button', { name: '一次申报' }).click();
  await told(page, '退单待改');
  await told(page, 'GrossWet');
  await seen(page, 'rejected-water-1440');
  await told(page, /更正后重新申报/);
  await page.getByRole('button', { name: '去更正这一项' }).click();
  await page.waitForFunction(() => document.activeElement?.id === 'grossMassKg');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('2250');
  await page.getByLabel('修改原因').fill('更正毛重');
  await page.getByRole('button', { name: '一次申报' }).click();
  await told(page, '全部货物已出场，办结');
  await told(page, '更正毛重');
  await page.getByRole('button', { name: 'English' }).click();
  await told(page, 'Timeline (live)');
  await seen(page, 'amended-water-en-1440');
  await page.context().close();
});
