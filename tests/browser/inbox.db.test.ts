// The inbox in a real browser: the number in the header grows live, notices are read and unread, what lands is chosen, and an address
// for e-mail is confirmed by the link of a real letter.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
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
import { type MailServer, startMailServer } from '../support/mail-server.ts';

let application: TestApplication;
let mailServer: MailServer;
let browser: Browser;
let trader: Client;
before(async () => {
  mailServer = await startMailServer();
  application = await startTestApplication({
    web: true,
    mail: { smtpUrl: mailServer.url, from: 'Portico <no-reply@portico.example>' },
  });
  browser = await launchBrowser();
  trader = await signIn(application, 'trader');
});
after(async () => {
  await browser.close();
  await application.stop();
  await mailServer.stop();
  assert.deepEqual(application.faults, []);
});

async function enter(account: string, width: number): Promise<Page> {
  const page = await openPage(browser, application.url, width);
  await page.getByRole('button', { name: account, exact: true }).click();
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  return page;
}
async function seen(page: Page, name: string): Promise<void> {
  await screenshot(page, `inbox-${name}`);
  assert.deepEqual(await accessibilityFaults(page), [], name);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(width <= 0, `${name} is ${width} px wider than the screen`);
}

test('[M2][P1] the number grows while one looks elsewhere; notices are opened, read, unread and all read by keyboard', async () => {
  const page = await enter('trader', 1440);
  await page.goto(`${application.url}/inbox`);
  await page.getByText('还没有通知').waitFor();
  await seen(page, 'empty-1440');
  await page.goto(`${application.url}/reference`);
  const link = page.getByRole('link', { name: /^收件箱/ });
  await link.waitFor();
  const { id } = await fileShipment(trader, railImport('INSPECT-INBOX-1'));
  const { number } = await trader.get<ShipmentView>(`/shipments/${id}`);
  await page.getByRole('link', { name: /收件箱 \d+ 条未读/ }).waitFor();
  await link.focus();
  await page.keyboard.press('Enter');
  const notices = page.getByRole('list', { name: '通知' });
  await notices
    .getByText(/海关指令：查验/)
    .first()
    .waitFor();
  await notices
    .getByText(/安排查验/)
    .first()
    .waitFor();
  await seen(page, 'list-1440');
  const first = notices.getByRole('listitem').first();
  const markRead = first.getByRole('button', { name: '标为已读' });
  await markRead.focus();
  await page.keyboard.press('Space');
  await first.getByRole('button', { name: '标为未读' }).waitFor();
  await page.getByText('未读', { exact: true }).first().click();
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await page.getByText('没有未读通知').waitFor();
  await page.waitForFunction(() => !/条未读/.test(document.querySelector('.inbox-link')?.textContent ?? ''));
  await page.getByText('全部', { exact: true }).first().click();
  await notices.getByRole('link', { name: number }).first().click();
  await page.waitForURL(`**/shipments/${id}`);
  await page.context().close();

  const narrow = await enter('trader', 390);
  await narrow.goto(`${application.url}/inbox`);
  await narrow.getByRole('button', { name: 'English' }).click();
  await narrow
    .getByRole('list', { name: 'Notices' })
    .getByText(/Customs: inspect/)
    .first()
    .waitFor();
  await seen(narrow, 'list-390-en');
  await narrow.context().close();
});

test('[M2] what lands is chosen in the form, an address is confirmed by its letter, and a fault is said with a way on', async () => {
  const page = await enter('trader2', 1440);
  await page.goto(`${application.url}/inbox`);
  await page.getByRole('button', { name: '接收哪些' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('group', { name: '条件 1' }).waitFor();
  await seen(page, 'filters-1440');
  await dialog.getByLabel('箱号').first().fill('CQPU1000015');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('filters[0].containers[0]').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '邮件通知' }).click();
  const mail = page.getByRole('dialog').last();
  await mail.getByLabel(/^邮箱/).fill('li@example.com');
  await mail.getByText('每天 08:00 汇总').click();
  await seen(page, 'mail-1440');
  await mail.getByRole('button', { name: '保存', exact: true }).click();
  await mail.getByText(/确认邮件已发往 li@example.com/).waitFor();
  const [letter] = await until(
    async () => mailServer.mailed,
    (mailed) => mailed.length === 1,
    'the letter arrives',
  );
  const token = /confirm=(\S+)/.exec(letter?.text ?? '')?.[1];
  await page.goto(`${application.url}/inbox?confirm=${token}`);
  await page.getByText('邮箱 li@example.com 已确认').waitFor();
  await page.waitForURL(`${application.url}/inbox`);
  await seen(page, 'confirmed-1440');
  await page.route('**/api/v1/inbox?*', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        status: 503,
        code: 'NOT_READY',
        text: { zh: '暂时不可用', en: 'Not now' },
        remedy: { zh: '请稍后再试', en: 'Try again' },
      }),
    }),
  );
  await page.reload();
  await page.getByText('暂时不可用').waitFor();
  await seen(page, 'error-1440');
  await page.unroute('**/api/v1/inbox?*');
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByText('还没有通知').waitFor();
  await page.context().close();
});
