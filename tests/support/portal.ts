// A whole application with its portal and a browser before it, for tests that walk through pages.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { startTestApplication, type TestApplication } from './application.ts';
import { accessibilityFaults, enterPage, launchBrowser, openPage, screenshot } from './browser.ts';

export type Portal = {
  readonly application: TestApplication;
  /** A browser of its own with nobody signed in, at a path or a whole address. */
  open(at: string, width?: number): Promise<Page>;
  /** Signed in as a demo account, at this path. */
  enter(account: string, path?: string, width?: number): Promise<Page>;
  /** axe finds nothing, nothing is wider than the screen, and a picture is kept. */
  look(page: Page, name: string): Promise<void>;
  stop(): Promise<void>;
};

export async function startPortal(options: Parameters<typeof startTestApplication>[0] = {}): Promise<Portal> {
  const application = await startTestApplication({ ...options, web: true });
  const browser = await launchBrowser();
  const open: Portal['open'] = (at, width) => openPage(browser, at.startsWith('/') ? application.url + at : at, width);
  return {
    application,
    open,
    enter: async (account, path = '/', width = 1440) => {
      const page = await enterPage(browser, application.url, account, path, width);
      if (path === '/') await page.getByRole('heading', { name: '办事大厅' }).waitFor();
      return page;
    },
    look: async (page, name) => {
      assert.deepEqual(await accessibilityFaults(page), [], name);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(beyond <= 0, `${name}: ${beyond} px too wide`);
      await screenshot(page, name);
    },
    stop: async () => {
      await browser.close();
      await application.stop();
      assert.deepEqual(application.faults, []);
    },
  };
}
