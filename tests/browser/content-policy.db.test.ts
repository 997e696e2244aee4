// The portal and the API reference work under the content policy that the server really sends (P11).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startTestApplication, type TestApplication } from '../support/application.ts';
import { launchBrowser } from '../support/browser.ts';

let application: TestApplication;
let browser: Browser;
before(async () => {
  application = await startTestApplication({ web: true });
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await application.stop();
});

test('[P11] no page needs what the content policy forbids, and what it forbids is stopped', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  await page.goto(application.url);
  await page.getByRole('button', { name: 'trader', exact: true }).click();
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  await page.goto(`${application.url}/api/v1/docs`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.ok((await page.locator('details').count()) > 50);
  assert.deepEqual(violations, []);

  await page.goto(application.url);
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.smuggled = true';
    document.body.append(script);
    const image = new Image();
    image.src = 'https://evil.example/x.png';
    await new Promise((resolve) => setTimeout(resolve, 100));
    return (window as unknown as { smuggled?: boolean }).smuggled === true;
  });
  assert.equal(ran, false, 'an inline script is stopped');
  assert.ok(violations.length >= 2, 'and the browser says so');
});

test('[P11] every page of the menu keeps its looks under the policy; a style written into a page does nothing', async () => {
  for (const account of ['trader', 'operator']) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.addInitScript(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      document.addEventListener('securitypolicyviolation', (event) =>
        told.push(`${event.effectiveDirective} ${event.sourceFile}:${event.lineNumber} ${event.sample}`),
      );
    });
    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
    const first = await page.goto(application.url);
    const policy = first?.headers()['content-security-policy'] ?? '';
    assert.match(policy, /style-src 'self' 'nonce-[0-9a-f]{32}'(;|$)/);
    assert.doesNotMatch(policy, /unsafe/);
    await page.getByRole('button', { name: account, exact: true }).click();
    await page.getByRole('heading', { name: '办事大厅' }).waitFor();
    const menu = await page.locator('nav a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname));
    assert.ok(menu.length > 5);
    for (const path of new Set(menu)) {
      const again = await page.goto(application.url + path);
      assert.notEqual(again?.headers()['content-security-policy'], policy, 'a number is used once');
      await page.locator('main h1, main h2').first().waitFor();
      await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
      assert.deepEqual(await told(), [], `${account} ${path}`);
      const outside = await page
        .locator('style')
        .evaluateAll((all) => all.filter((s) => (s as HTMLStyleElement).sheet === null).length);
      assert.equal(outside, 0, `${path}: every style has come into force`);
    }
    await page.evaluate(() =>
      document.body.insertAdjacentHTML(
        'beforeend',
        '<style>#smuggled{color:rgb(1,2,3)}</style><p id="smuggled" style="background-color:rgb(1,2,3)">x</p>',
      ),
    );
    const looks = await page
      .locator('#smuggled')
      .evaluate((p) => [getComputedStyle(p).color, getComputedStyle(p).backgroundColor]);
    assert.ok(!looks.includes('rgb(1, 2, 3)'), looks.join());
    assert.deepEqual((await told()).map((line) => line.split(' ', 1)[0]).sort(), ['style-src-attr', 'style-src-elem']);
    await context.close();
  }
});
