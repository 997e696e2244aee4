// An identity provider in a real browser: linked in one's own account, signed in with from the sign-in page, taken away again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startTestApplication, type TestApplication } from '../support/application.ts';
import { accessibilityFaults, launchBrowser, openPage, screenshot } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { startIdentityProvider } from '../support/identity-provider.ts';

let application: TestApplication;
let browser: Browser;
let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
before(async () => {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const client = { id: 'portico', secret: 's3cret' };
  provider = await startIdentityProvider({ ...client, redirectUri: `${baseUrl}/provider/government` });
  const name = { zh: '政务平台', en: 'Government platform' };
  application = await startTestApplication({
    web: true,
    baseUrl,
    config: {
      port,
      identityProviders: [
        { id: 'government', name, issuer: provider.issuer, clientId: client.id, clientSecret: client.secret },
      ],
    },
  });
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await application.stop();
  await provider.stop();
  assert.deepEqual(application.faults, []);
});

async function seen(page: Page, name: string): Promise<void> {
  await screenshot(page, `provider-${name}`);
  assert.deepEqual(await accessibilityFaults(page), [], name);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(width <= 0, `${name} is ${width} px wider than the screen`);
}
/** On the provider's own pages. */
async function agree(page: Page, login: string): Promise<void> {
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('anything');
  await page.locator('button[type=submit]').click();
  await page.locator('input[name=prompt][value=consent]').waitFor({ state: 'attached' });
  await page.locator('button[type=submit]').click();
}

test('[P11] linked with the password, a provider opens the session from the sign-in page; unknown ones are told what to do', async () => {
  const page = await openPage(browser, application.url, 1440);
  await page.getByRole('button', { name: 'trader', exact: true }).click();
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  await page.goto(`${application.url}/account`);
  const ways = page.getByRole('region', { name: '其他登录方式' });
  await ways.getByLabel('当前密码').fill('portico-demo');
  await seen(page, 'account-1440');
  await ways.getByRole('button', { name: '关联政务平台' }).press('Enter');
  await agree(page, 'chen');
  await page.getByRole('heading', { name: '我的账号' }).waitFor();
  await ways.getByText(/政务平台 · 关联于/).waitFor();
  await page.context().close();

  const phone = await openPage(browser, application.url, 390);
  await phone.getByRole('button', { name: '用政务平台登录' }).waitFor();
  await seen(phone, 'sign-in-390');
  await phone.getByRole('button', { name: '用政务平台登录' }).press('Enter');
  await agree(phone, 'chen');
  await phone.getByRole('heading', { name: '办事大厅' }).waitFor();
  assert.doesNotMatch(phone.url(), /code=/);
  await phone.goto(`${application.url}/account`);
  const here = phone.getByRole('region', { name: '其他登录方式' });
  await here.getByLabel('当前密码').fill('portico-demo');
  await seen(phone, 'account-390');
  await here.getByRole('button', { name: '取消关联' }).click();
  await here.getByText(/关联于/).waitFor({ state: 'detached' });
  await phone.context().close();

  const stranger = await openPage(browser, application.url, 1440);
  await stranger.getByRole('button', { name: 'English' }).click();
  await stranger.getByRole('button', { name: 'Sign in with Government platform' }).click();
  await agree(stranger, 'chen');
  await stranger.getByText('This identity is linked to no account').waitFor();
  await seen(stranger, 'unknown-1440');
  await stranger.context().close();
});
