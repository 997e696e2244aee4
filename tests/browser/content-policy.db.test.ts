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
