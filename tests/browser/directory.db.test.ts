// The foreign exchange directory in the portal (N7; SC 22): a manager applies by keyboard, sees what is wrong at its box, corrects what was sent back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
before(async () => {
  portal = await startPortal({ pace: 0.05 });
});
after(() => portal.stop());

test('[N7][P1] from the service hall to the directory: a wrong box is said at the box, what is sent back is corrected, and the class appears', async () => {
  const page = await portal.enter('trader', '/');
  await page.getByRole('link', { name: /^外汇名录登记/ }).press('Enter');
  await page.getByRole('heading', { name: '外汇名录登记' }).waitFor();
  await page.getByText('外汇局未告知本单位在名录中').waitFor();
  await page.getByRole('button', { name: '提交申请' }).press('Enter');
  const form = page.getByRole('region', { name: '填写申请' });
  assert.equal(await form.getByLabel('统一社会信用代码').inputValue(), '91500103MA5UTRA017');
  await form.getByLabel('注册地址').fill('重庆市渝中区民生路 1 号');
  await form.getByLabel('法定代表人').fill('周演示');
  await form.getByLabel('邮政编码').fill('4');
  await form.getByLabel('联系电话').fill('023-60000000');
  await form.getByLabel(/^企业内部编号/).fill('LISTBACK-PORTAL');
  const send = form.getByRole('button', { name: '提交给外汇局' });
  await send.press('Enter');
  await form.getByText('邮政编码为 6 位数字；如 400000').waitFor();
  await portal.look(page, 'directory-faults-1440');
  await form.getByLabel('邮政编码').fill('400010');
  await send.press('Enter');
  await form.waitFor({ state: 'detached' });

  const card = page.getByRole('region', { name: /^名录登记 ML/ });
  await card.getByText('请按所列原因补正后重新提交').waitFor();
  await portal.look(page, 'directory-returned-1440');
  await card.getByRole('button', { name: '补正' }).press('Enter');
  const again = card.getByRole('region', { name: '补正申请' });
  await again.getByText('联系电话无法接通，请更正').waitFor();
  await again.getByLabel('联系电话').fill('023-61111111');
  await again.getByRole('button', { name: '重新提交' }).press('Enter');
  await card.getByText('已列入名录，可在银行办理货物贸易外汇收支').waitFor();
  await page.getByText(/^已列入名录 ML/).waitFor();
  await portal.look(page, 'directory-approved-1440');
});

test('[N7] on a phone, in English: the application, what was said of it and the form fit', async () => {
  const phone = await portal.enter('trader', '/directory', 390);
  await phone.getByRole('button', { name: 'English' }).click();
  const card = phone.getByRole('region', { name: /^Registration ML/ });
  await card.getByText('Listed: banks pay and collect for your goods').waitFor();
  await card.getByText('What was filled in').click();
  await portal.look(phone, 'directory-390');
  await phone.getByRole('button', { name: 'Apply', exact: true }).click();
  const form = phone.getByRole('region', { name: 'Fill in the application' });
  await form.getByLabel('What is applied for').selectOption('cancel');
  await form.getByLabel('Why it is cancelled').waitFor();
  await portal.look(phone, 'directory-form-390');
});
