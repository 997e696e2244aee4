// The API reference page can be read by everybody: axe finds nothing, closed and opened (P12, P1).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApplication } from '../support/application.ts';
import { accessibilityFaults, launchBrowser, openPage, screenshot } from '../support/browser.ts';

test('[P12] the API reference is readable and accessible', async () => {
  const application = await startTestApplication();
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser, `${application.url}/api/v1/docs`);
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.locator('#postInstructions > summary').click();
    await page.getByText('INSTRUCTION_OBJECT_UNKNOWN').first().waitFor();
    await page.locator('#postInstructions').screenshot({ path: '.cache/screenshots/api-reference-route.png' });
    assert.deepEqual(await accessibilityFaults(page), []);
    await screenshot(page, 'api-reference');
  } finally {
    await browser.close();
    await application.stop();
  }
});
