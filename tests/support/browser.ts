// A Chromium that arrives through npm (no root, no apt), driven by playwright-core; axe and screenshots for every page.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterEach } from 'node:test';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as playwright, type Page } from 'playwright-core';
import { demoPassword } from '../../src/hub/enterprise/index.ts';

const require = createRequire(import.meta.url);
const shots = path.resolve('.cache/screenshots');

export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--hide-scrollbars',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Each page that is open, with what went wrong in it: told when a test fails, because nobody can look at CI's screen. */
const open = new Map<Page, string[]>();
const SHOWN_CHARACTERS = 4000;

export async function openPage(
  browser: Browser,
  url: string,
  width = 1440,
  before: (context: BrowserContext) => Promise<void> = async () => undefined,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', bypassCSP: true });
  await before(context);
  const page = await context.newPage();
  // A busy machine is slow, not wrong.
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  open.set(page, faults);
  page.on('close', () => open.delete(page));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (r) => faults.push(`${r.method()} ${r.url()}: ${r.failure()?.errorText}`));
  page.on('response', (r) => r.status() >= 400 && faults.push(`${r.request().method()} ${r.url()}: ${r.status()}`));
  await page.goto(url);
  return page;
}

/**
 * A page at this path with a demo account signed in: by the call that the sign-in page makes, so that no page is loaded only to be left.
 * Sign-in by hand is what tests of that page are about.
 */
export const enterPage = (browser: Browser, origin: string, account: string, path: string, width: number) =>
  openPage(browser, origin + path, width, async (context) => {
    const reply = await context.request.post(`${origin}/api/v1/session`, { data: { account, password: demoPassword } });
    assert.equal(reply.status(), 200, await reply.text());
  });

afterEach(async (context) => {
  // The types of the hook's argument lack what the documentation gives it.
  if ((context as unknown as { passed?: boolean }).passed) return;
  for (const [page, faults] of open) {
    const text = await page.locator('body').innerText({ timeout: 5000 });
    console.error(`--- ${page.url()}\n${text.slice(0, SHOWN_CHARACTERS)}\n--- ${faults.join('\n') || 'no faults'}\n`);
  }
});

/** Fonts are waited for with and without a picture: what is measured next is what a person sees. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.PORTICO_PICTURES === 'off') {
    await page.evaluate(async () => void (await document.fonts.ready));
    return;
  }
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });
}

/** Colours are measured when nothing is fading or sliding any more; what moves for ever (a spinner) is not waited for. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const endless = (a: Animation) => a.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
    for (;;) {
      const moving = document.getAnimations().filter((a) => a.playState === 'running' && !endless(a));
      if (moving.length === 0) return;
      await Promise.allSettled(moving.map((a) => a.finished));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

/** What axe finds wrong by WCAG 2.2 A and AA, one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // From the top: what the sticky bar happens to cover is one scroll away, not a fault of the page.
  await page.evaluate(() => window.scrollTo(0, 0));
  await atRest(page);
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf-8'));
  return page.evaluate(async () => {
    const axe = (
      window as unknown as {
        axe: {
          run(
            what: Document,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      // What passes is not described one element after the other.
      resultTypes: ['violations'],
    });
    return violations.flatMap((v) =>
      v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 200)} ${n.failureSummary?.split('\n')[1] ?? ''}`),
    );
  });
}
