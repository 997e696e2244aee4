// The composite form with the keyboard alone: codes found by name, lines added and filled, findings walked, who receives what.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type Client, signIn, startTestApplication, type TestApplication } from '../support/application.ts';
import { accessibilityFaults, launchBrowser, openPage, screenshot } from '../support/browser.ts';
import { railImport } from '../support/forms.ts';

let application: TestApplication;
let browser: Browser;
let trader: Client;
before(async () => {
  application = await startTestApplication({ web: true, pace: 0.05 });
  browser = await launchBrowser();
  trader = await signIn(application, 'trader');
});
after(async () => {
  await browser.close();
  await application.stop();
  assert.deepEqual(application.faults, []);
});

async function openForm(form: Form, width = 1440): Promise<{ page: Page; id: string }> {
  const draft = await trader.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: form.direction,
    transportMode: form.transportMode,
  });
  await trader.send('PUT', `/shipments/${draft.id}/form`, { form, revision: draft.revision });
  const page = await openPage(browser, application.url, width);
  await page.getByRole('button', { name: 'trader', exact: true }).click();
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  await page.goto(`${application.url}/shipments/${draft.id}/form`);
  await page.getByRole('heading', { name: /商品/ }).waitFor();
  return { page, id: draft.id };
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const focus = (page: Page, id: string) => page.evaluate((at) => document.getElementById(at)?.focus(), id);
const typedIn = (page: Page, id: string) => page.locator(`[id="${id}"]`).inputValue();

test('[P10] the counter stands when the form opens; a box says who receives it, in the head and in the grid', async () => {
  const { page } = await openForm(railImport('CLEAN-FORM-1'));
  await page.getByRole('button', { name: /您填 \d+ 项 → 4 份单证 \d+ 栏/ }).waitFor();
  const gross = page.getByRole('button', { name: /毛重（千克）: 谁收到/ });
  await gross.focus();
  await page.keyboard.press('Enter');
  const received = (by: string) => page.getByRole('listitem').filter({ hasText: by });
  await received('海关 · 报关单: DecHead/GrossWet').waitFor();
  await page.getByText('WLJK', { exact: false }).first().waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await received('海关 · 报关单: DecHead/GrossWet').waitFor({ state: 'hidden' });
  const hs = page.getByRole('columnheader', { name: /商品编号/ }).getByRole('button');
  await hs.focus();
  await page.keyboard.press('Enter');
  await received('海关 · 报关单: DecList/CodeTS').waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
  await screenshot(page, 'form-recipients-1440');
  await page.context().close();
});

test('[P10] a page that sends what no element takes shows it with what to do, and what was typed stays on it', async () => {
  const { page, id } = await openForm(railImport('CLEAN-FORM-4'));
  // As a page of another release would: it stands in what the page sends, not in what it shows.
  await page.route(/\/form$/, async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    const body = route.request().postDataJSON() as { form: Form };
    await route.continue({ postData: JSON.stringify({ ...body, form: { ...body.form, colour: 'red' } }) });
  });
  await page.locator('[id="remarks"]').fill('尚未保存的话');
  await page.getByText('表单没有可填“red”的元素“colour”').first().waitFor();
  await page.getByText('元素代码见 GET /elements').first().waitFor();
  assert.equal(await typedIn(page, 'remarks'), '尚未保存的话');
  assert.equal((await trader.get<ShipmentView>(`/shipments/${id}`)).form.remarks, undefined);
  await page.unroute(/\/form$/);
  await page.keyboard.press('Control+s');
  await page.getByText(/已保存 \d/).waitFor();
  assert.equal((await trader.get<ShipmentView>(`/shipments/${id}`)).form.remarks, '尚未保存的话');
  await page.context().close();
});

test('[P10] with the keyboard alone: a code by its name, a goods line, findings one after the other, saved', async () => {
  const { tradeCountry: _country, goods: _goods, ...rest } = railImport('CLEAN-FORM-2') as Record<string, string>;
  const { page, id } = await openForm(rest as Form);
  await focus(page, 'tradeCountry');
  await page.keyboard.type('德国');
  await page.locator('.ant-select-item-option').filter({ hasText: 'DEU' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await typedIn(page, 'tradeCountry'), 'DEU');
  await page.getByTitle('德国', { exact: true }).first().waitFor();

  await page.keyboard.press('Alt+N');
  await page.waitForFunction(() => document.activeElement?.id.startsWith('goods[0].'));
  await focus(page, 'goods[0].hsCode');
  await page.keyboard.type('dnlfj');
  const offered = page.getByRole('option', { name: /8473309000/ });
  await offered.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await typedIn(page, 'goods[0].hsCode'), '8473309000');

  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /处错误/ }).waitFor();
  await page.keyboard.press('F8');
  await page.waitForFunction(() => (document.activeElement?.id ?? '') !== '');
  const first = await focused(page);
  await page.keyboard.press('F8');
  await page.waitForFunction((before) => document.activeElement?.id !== before, first);
  await page
    .getByText(/商品 第 1 行 · /)
    .first()
    .waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText(/已保存 \d/).waitFor();
  const saved = await trader.get<ShipmentView>(`/shipments/${id}`);
  assert.equal(saved.form.tradeCountry, 'DEU');
  assert.equal((saved.form.goods as readonly Record<string, string>[])[0]?.hsCode, '8473309000');
  await screenshot(page, 'form-keyboard-1440');
  await page.context().close();
});
