// An organisation registers itself in a real browser, the port office admits it, its first manager comes in and sees its qualifications.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { exampleApplication } from '../../src/hub/registration/replies.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
before(async () => {
  portal = await startPortal();
});
after(() => portal.stop());

const seen = (page: Page, name: string) => portal.look(page, `registration-${name}`);
async function fill(page: Page, uscc: string): Promise<void> {
  const { name, nameEn, contact, administrator } = exampleApplication;
  const texts: Readonly<Record<string, string>> = {
    统一社会信用代码: uscc,
    中文名称: name,
    英文名称: nameEn,
    '主管海关（4 位关区代码）': '8000',
    联系人姓名: contact.name,
    电话: contact.phone,
    联系邮箱: contact.email,
    管理员姓名: administrator.name,
    管理员邮箱: administrator.email,
    '编号（海关编码 10 位；营业执照为信用代码）': '5003160A09',
    登记机关: '重庆海关',
    自: '2026-01-01',
  };
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label, { exact: true }).fill(text);
}

test('[P11] an organisation registers itself, is told what is wrong, is admitted, and its manager sets up his account', async () => {
  const page = await portal.open('/', 390);
  await page.getByRole('link', { name: '单位注册' }).click();
  await page.getByRole('heading', { name: '单位注册' }).waitFor();
  await fill(page, `${exampleApplication.uscc.slice(0, 17)}A`);
  await seen(page, 'form-390');
  await page.getByRole('button', { name: '提交申请' }).press('Enter');
  await page.getByText(/校验位不符/).waitFor();
  await seen(page, 'faults-390');
  await page.getByLabel('统一社会信用代码', { exact: true }).fill(exampleApplication.uscc);
  await page.getByRole('button', { name: '提交申请' }).press('Enter');
  await page.getByRole('heading', { name: '注册进度' }).waitFor();
  await page.getByText('请收藏本页地址').waitFor();
  await seen(page, 'status-390');
  const link = page.url();
  assert.match(link, /\/registration#[\w-]{43}$/);

  const office = await portal.enter('operator');
  await office.getByRole('link', { name: /待批的单位注册/ }).click();
  const applications = office.getByRole('region', { name: '注册申请' });
  await applications.getByText(exampleApplication.name).waitFor();
  await seen(office, 'admissions-1440');
  await applications.getByRole('button', { name: '核对' }).click();
  const dialog = office.getByRole('dialog').first();
  await dialog.getByText('5003160A09').waitFor();
  await seen(office, 'application-1440');
  await dialog.getByRole('button', { name: /批准$/ }).first().click();
  await office.getByText(/\/invitation#/).waitFor();
  await office.getByRole('button', { name: '已妥善保存' }).click();
  await applications.getByText('全部', { exact: true }).click();
  await applications.getByText('已批准').waitFor();
  await office.context().close();

  await page.reload();
  await page.getByRole('button', { name: '建立管理员账号' }).click();
  await page.getByLabel(/^账号名/).fill('wuyanshi');
  await page.getByLabel('新密码').fill('嘉陵江边的火锅店只开到十点');
  await page.keyboard.press('Enter');
  await page.getByText('已加入').waitFor();
  await page.getByRole('button', { name: '去登录' }).click();
  await page.getByLabel('账号', { exact: true }).fill('wuyanshi');
  await page.getByLabel('密码', { exact: true }).fill('嘉陵江边的火锅店只开到十点');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  await page.goto(`${portal.application.url}/organisation`);
  await page.getByRole('region', { name: '资质' }).getByText('5003160A09').waitFor();
  await seen(page, 'organisation-390');
  await page.context().close();
});

test('[P11] a manager declares a qualification in English by keyboard; the port office refuses it with a reason', async () => {
  const page = await portal.enter('trader2');
  await page.getByRole('button', { name: 'English' }).click();
  await page.goto(`${portal.application.url}/organisation`);
  const list = page.getByRole('region', { name: 'Qualifications' });
  await list.getByText('5003160A02').waitFor();
  await list.getByRole('button', { name: 'Declare one' }).press('Enter');
  const dialog = page.getByRole('dialog').first();
  await dialog.getByLabel('Qualification', { exact: true }).click();
  await page.getByTitle('Bonded site').last().click();
  await dialog.getByLabel(/^Number/).fill('B-77');
  await dialog.getByLabel('Kept by').fill('重庆海关');
  await dialog.getByLabel('From', { exact: true }).fill('2026-01-01');
  await seen(page, 'declare-1440');
  await dialog.getByRole('button', { name: 'Send it to be checked' }).press('Enter');
  await list.getByText('To be checked').waitFor();

  const office = await portal.enter('operator', '/', 390);
  await office.goto(`${portal.application.url}/admissions`);
  const checks = office.getByRole('region', { name: '资质核对' });
  await checks.getByText('B-77').waitFor();
  await checks.getByRole('button', { name: '不通过' }).click();
  await office.getByRole('dialog').getByLabel('理由').fill('查无此证');
  await office.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await checks.getByText('B-77').waitFor({ state: 'detached' });
  await checks.getByText('全部', { exact: true }).click();
  await checks.getByText('查无此证').waitFor();
  await seen(office, 'checks-390');
  await page.reload();
  await list.getByText('查无此证').waitFor();
  await seen(page, 'refused-1440');
});
