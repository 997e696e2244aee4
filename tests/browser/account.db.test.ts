// Accounts in a real browser: sessions ended, a second factor enrolled by its QR code, staff invited and joined, an organisation switched.
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { signIn } from '../support/application.ts';
import { codeOf } from '../support/identity.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
before(async () => {
  portal = await startPortal();
});
after(() => portal.stop());

const hall = (page: Page) => page.getByRole('heading', { name: '办事大厅' }).waitFor();
const seen = (page: Page, name: string) => portal.look(page, `account-${name}`);

test('[P11] one ends the other session, enrols a second factor by keyboard, and is asked for its code', async () => {
  await signIn(portal.application, 'carrier');
  const page = await portal.enter('carrier');
  await page.getByRole('link', { name: /周演示/ }).click();
  await page.getByRole('heading', { name: '我的账号' }).waitFor();
  const sessions = page.getByRole('region', { name: '我的登录' });
  await sessions.getByText('当前').waitFor();
  await seen(page, 'sessions-1440');
  await sessions.getByRole('button', { name: '结束', exact: true }).click();
  await sessions.getByRole('button', { name: '结束', exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '启用', exact: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog').first();
  await dialog.getByLabel('当前密码').fill('portico-demo');
  await dialog.getByRole('button', { name: '下一步' }).click();
  await dialog.getByAltText('动态口令二维码').waitFor();
  await seen(page, 'enrolment-1440');
  const secret = ((await dialog.locator('code').textContent()) ?? '').trim();
  await dialog.getByLabel('6 位口令').fill(codeOf(secret, -1));
  await dialog.getByRole('button', { name: '确认' }).click();
  await page.getByText('只显示这一次').waitFor();
  await seen(page, 'recovery-codes-1440');
  await page.getByRole('button', { name: '已妥善保存' }).click();
  await page.getByText('剩余恢复码 10 个').waitFor();
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByLabel('账号', { exact: true }).fill('carrier');
  await page.getByLabel('密码', { exact: true }).fill('portico-demo');
  await page.keyboard.press('Enter');
  await page.getByLabel(/^动态口令/).fill(codeOf(secret, 0));
  await seen(page, 'code-1440');
  await page.keyboard.press('Enter');
  await hall(page);
  await page.context().close();
});

test('[P11] a manager invites; the invited person makes an account; somebody with one joins and switches in the header', async () => {
  const page = await portal.enter('trader2');
  await page.goto(`${portal.application.url}/organisation`);
  const invite = async (name: string) => {
    await page.getByRole('button', { name: '邀请人员' }).click();
    const dialog = page.getByRole('dialog').first();
    await dialog.getByLabel('姓名').fill(name);
    await dialog.getByLabel('邮箱').fill('zhao@example.com');
    // Chosen by keyboard: typed, and taken with Enter.
    await dialog.getByLabel('角色').pressSequentially('申报员');
    await page.keyboard.press('Enter');
    await dialog.getByTitle('申报员').waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: '邀请', exact: true }).click();
    const link = page.getByRole('dialog').getByText(/\/invitation#/);
    await link.waitFor();
    const url = ((await link.textContent()) ?? '').trim();
    await page.getByRole('button', { name: '已妥善保存' }).click();
    // A dialog that is still closing would take the focus back from the next one.
    await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
    return url.replace('http://localhost', portal.application.url);
  };
  const first = await invite('赵演示');
  await page.getByText('尚未接受的邀请').waitFor();
  await seen(page, 'staff-1440');
  const second = await invite('王演示');
  const guest = await portal.open(first, 390);
  await guest.getByText(/邀请 赵演示 担任/).waitFor();
  await guest.getByLabel(/^账号名/).fill('zhao');
  await guest.getByLabel('新密码').fill('too short');
  await guest.keyboard.press('Enter');
  await guest.getByText(/少于 12 个字符/).waitFor();
  await seen(guest, 'invitation-390');
  await guest.getByLabel('新密码').fill('嘉陵江边的火锅店只开到十点');
  await guest.keyboard.press('Enter');
  await guest.getByText('已加入').waitFor();
  await guest.context().close();

  const broker = await portal.enter('broker');
  await broker.goto(second);
  await broker.getByRole('button', { name: /的账号接受/ }).click();
  await broker.getByText('已加入').waitFor();
  await broker.getByRole('button', { name: '去办事大厅' }).click();
  const switcher = broker.getByLabel('代表哪个单位');
  await switcher.waitFor();
  await switcher.selectOption({ label: '重庆两江汽车部件有限公司（演示）' });
  await broker.getByRole('link', { name: /两江汽车部件/ }).waitFor();
  await seen(broker, 'switched-1440');
  await broker.context().close();
  await page.context().close();
});

test('[P11] forgotten: the answer says nothing of whether the account exists; a link of nobody is refused in words', async () => {
  const page = await portal.open('/', 390);
  await page.getByRole('button', { name: '忘记密码' }).click();
  await page.getByLabel('账号或邮箱').fill('nobody');
  await page.keyboard.press('Enter');
  await page.getByText('如有此账号且已确认邮箱，链接已发出').waitFor();
  await seen(page, 'forgotten-390');
  await page.goto(`${portal.application.url}/password#${'A'.repeat(43)}`);
  await page.getByLabel('新密码').fill('嘉陵江边的火锅店只开到十点');
  await page.keyboard.press('Enter');
  await page.getByText('链接无效、已使用或已过期').waitFor();
  await page.context().close();
});
