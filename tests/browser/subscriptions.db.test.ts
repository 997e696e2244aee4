// Webhooks in the portal (M2): made, changed with their filter, tried, deleted only after a word of warning.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SubscriptionView } from '../../src/hub/subscriptions/contract.ts';
import { signIn } from '../support/application.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
before(async () => {
  portal = await startPortal();
});
after(() => portal.stop());

test('[M2] a subscription is made, its filter changed and it is deleted after being asked', async () => {
  const trader = await signIn(portal.application, 'trader');
  const stored = async () => (await trader.get<{ items: SubscriptionView[] }>('/subscriptions')).items;
  const page = await portal.enter('trader', '/subscriptions', 1440);
  await page.getByRole('button', { name: '新建订阅' }).click();
  const form = page.getByRole('dialog', { name: '新建订阅' });
  await form.getByLabel('名称').fill('ERP');
  await form.getByLabel('接收地址').fill('http://127.0.0.1:9/events');
  await form.getByLabel('事件类型').fill('放行');
  await page.keyboard.press('Enter');
  await portal.look(page, 'subscription-new-1440');
  await form.getByRole('button', { name: /建\s?立/ }).click();
  await page.getByText(/whsec_/).waitFor();
  await page.getByRole('button', { name: '已妥善保存' }).click();
  const card = page.getByRole('region', { name: 'ERP' });
  await card.waitFor();
  assert.deepEqual((await stored())[0]?.eventTypes, ['release.granted']);

  await card.getByRole('button', { name: /修\s?改/ }).click();
  const change = page.getByRole('dialog', { name: '修改订阅 ERP' });
  await change.getByLabel('箱号').fill('CQPU1000015');
  await page.keyboard.press('Enter');
  await change.getByRole('button', { name: /保\s?存/ }).click();
  await change.getByText('filter.containers[0]').waitFor();
  // By its cross: Backspace leaves a tag alone for a quarter of a second after something was typed.
  const wrong = change.getByTitle('CQPU1000015');
  await wrong.locator('.ant-select-selection-item-remove').click();
  await wrong.waitFor({ state: 'detached' });
  await change.getByLabel('箱号').fill('CQPU1000014');
  await page.keyboard.press('Enter');
  await portal.look(page, 'subscription-change-1440');
  await change.getByRole('button', { name: /保\s?存/ }).click();
  await change.waitFor({ state: 'detached' });
  assert.deepEqual((await stored())[0]?.filter, { containers: ['CQPU1000014'] });
  await page.context().close();

  const narrow = await portal.enter('trader', '/subscriptions', 390);
  await portal.look(narrow, 'subscriptions-390');
  await narrow.getByRole('button', { name: /删\s?除/ }).click();
  const warning = narrow.getByRole('dialog', { name: '删除订阅 ERP' });
  await warning.getByRole('button', { name: /取\s?消/ }).click();
  await warning.waitFor({ state: 'hidden' });
  assert.equal((await stored()).length, 1);
  await narrow.getByRole('button', { name: /删\s?除/ }).click();
  await warning.getByRole('button', { name: /删\s?除/ }).click();
  await narrow.getByRole('region', { name: 'ERP' }).waitFor({ state: 'detached' });
  assert.equal((await stored()).length, 0);
});

test('[M2] what is closed is gone, also for readers who want nothing to move', async () => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    const page = await portal.enter('trader', '/subscriptions', 1440);
    await page.emulateMedia({ reducedMotion });
    await page.getByRole('button', { name: '新建订阅' }).click();
    const form = page.getByRole('dialog', { name: '新建订阅' });
    await form.getByLabel('名称').fill(`ERP ${reducedMotion}`);
    await form.getByLabel('接收地址').fill('http://127.0.0.1:9/events');
    await form.getByLabel('事件类型').fill('放行');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: /建\s?立/ }).click();
    await page.getByText(/whsec_/).waitFor();
    await page.getByRole('button', { name: '已妥善保存' }).click();
    await page.getByText(/whsec_/).waitFor({ state: 'hidden' });
    await page
      .getByRole('region', { name: `ERP ${reducedMotion}` })
      .getByRole('button', { name: /删\s?除/ })
      .click();
    const warning = page.getByRole('dialog', { name: `删除订阅 ERP ${reducedMotion}` });
    await warning.getByRole('button', { name: /取\s?消/ }).click();
    await warning.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '新建订阅' }).click();
    await form.waitFor();
    await page.context().close();
  }
});
