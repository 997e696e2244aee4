// Every page of the portal as the accounts that have it see it, in both languages, wide and narrow: axe finds nothing, nothing
// is wider than the screen, nothing jumps while it loads.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { portalPaths } from '../../src/web/paths.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { accessibilityFaults, enterPage, launchBrowser, openPage, screenshot } from '../support/browser.ts';
import { airImport, railImport } from '../support/forms.ts';

let application: TestApplication;
let browser: Browser;
let trader: Client;
let filed: string;
let inspected: string;
let certified: string;
before(async () => {
  application = await startTestApplication({ web: true, pace: 0.05 });
  browser = await launchBrowser();
  trader = await signIn(application, 'trader');
  filed = (await fileShipment(trader, airImport('JOINT-PAGES-1'))).id;
  await trader.send('POST', `/shipments/${filed}/amendment`);
  const { items } = await until(
    () => trader.get<{ items: { id: string; joint: boolean }[] }>(`/inspections?shipmentId=${filed}`),
    (list) => list.items[0]?.joint === true,
    'a joint inspection is planned',
  );
  inspected = items[0]?.id ?? '';
  const office = await signIn(application, 'operator');
  const known = application.endpoints.of('bank');
  const run = { channel: 'bank', endpoint: new URL('/test', known?.url).href, key: known?.key, contact: '测试联系人' };
  certified = (await office.send<{ id: string }>('POST', '/certifications', run)).id;
});
after(async () => {
  await browser.close();
  await application.stop();
  assert.deepEqual(application.faults, []);
});

/** Which account looks at which page. */
const viewers: Readonly<Record<(typeof portalPaths)[number], readonly string[]>> = {
  '/': ['trader', 'operator', 'customs', 'airport', 'security', 'auditor'],
  '/shipments': ['trader'],
  '/shipments/$id': ['trader', 'customs'],
  '/shipments/$id/form': ['trader'],
  '/library': ['trader', 'customs'],
  '/inspections': ['border'],
  '/field': ['customs'],
  '/field/$id': ['customs'],
  '/yard': ['operator', 'customs', 'customs-roster', 'airport'],
  '/draws': ['customs', 'trader'],
  '/draw-proofs/$id': ['trader'],
  '/awaited': ['customs'],
  '/collisions': ['customs'],
  '/rules': ['operator'],
  '/gate': ['airport'],
  '/emergencies': ['operator'],
  '/reference': ['trader'],
  '/exchange': ['operator'],
  '/partners': ['operator'],
  '/partners/$id': ['operator'],
  '/certifications/$id': ['operator'],
  '/status': ['trader'],
  '/organisation': ['broker', 'trader', 'security'],
  '/directory': ['trader'],
  '/subscriptions': ['trader'],
  '/account': ['trader', 'customs'],
  '/password': ['trader'],
  '/invitation': ['trader'],
  '/provider/$id': ['trader'],
  '/registration': ['trader'],
  '/admissions': ['operator'],
  '/statistics': ['operator', 'trader'],
  '/inbox': ['trader', 'operator'],
  '/receipts': ['trader', 'customs'],
  '/looks': ['trader'],
  '/signatures': ['trader', 'security'],
  '/audit': ['auditor'],
  '/retention': ['security', 'auditor'],
};

async function enter(account: string, width: number): Promise<Page> {
  const page = await enterPage(browser, application.url, account, '/', width);
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  return page;
}
async function seen(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
  await screenshot(page, name);
  assert.deepEqual(await accessibilityFaults(page), [], name);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(width <= 0, `${name} is ${width} px wider than the screen`);
}

test('[P1] sign-in greets on desktop and phone, and says what a wrong password is', async () => {
  for (const width of [1440, 390]) {
    const page = await openPage(browser, application.url, width);
    await page.getByRole('heading', { name: '演示账号' }).waitFor();
    await seen(page, `sign-in-${width}`);
    await page.getByLabel('账号', { exact: true }).fill('trader');
    await page.getByLabel('密码', { exact: true }).fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('账号或密码不正确').waitFor();
    await page.context().close();
  }
});

/** What the disposition, the inspection and the release are worked at: looked at in each language at each width. */
const desks: readonly (typeof portalPaths)[number][] = [
  '/shipments/$id',
  '/inspections',
  '/field/$id',
  '/yard',
  '/awaited',
  '/collisions',
  '/rules',
  '/gate',
];
for (const [width, language, pages] of [
  [1440, 'zh', portalPaths],
  [390, 'en', portalPaths],
  [1440, 'en', desks],
  [390, 'zh', desks],
] as const)
  test(`[P1][P5][P6][P7] ${pages === desks ? 'every desk' : 'every page'} passes axe and fits ${width} px (${language})`, async () => {
    const accounts = [...new Set(pages.flatMap((path) => viewers[path]))];
    for (const account of accounts) {
      const page = await enter(account, width);
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
      for (const path of pages)
        if (viewers[path].includes(account)) {
          const ids: Readonly<Record<string, string>> = { '/partners/$id': 'bank', '/certifications/$id': certified };
          const id = ids[path] ?? (path.startsWith('/field') ? inspected : filed);
          await page.goto(application.url + path.replace('$id', id));
          await page.locator('main h1').first().waitFor();
          const name = path.replaceAll(/\W+/g, '-').replace(/^-/, '') || 'hall';
          await seen(page, `${name}-${account}-${width}${pages === desks ? `-${language}` : ''}`);
        }
      await page.context().close();
    }
  });

test('[P1] nothing jumps while the hall and a shipment load', async () => {
  const page = await enter('trader', 1440);
  for (const path of ['/', `/shipments/${filed}`]) {
    await page.addInitScript(() => {
      const w = window as unknown as { shift: number };
      w.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
          if (!entry.hadRecentInput) w.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(application.url + path);
    await page.locator('main h1').first().waitFor();
    await page.waitForTimeout(1500);
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
    // "Good" by Core Web Vitals.
    assert.ok(shift < 0.1, `${path} shifts by ${shift}`);
  }
  await page.context().close();
});

test('[P1] an unknown page and a case of somebody else say so and lead back', async () => {
  const page = await enter('trader', 1440);
  await page.goto(`${application.url}/nowhere`);
  await page.getByText('没有这个页面').waitFor();
  await page.getByRole('link', { name: '回到办事大厅' }).click();
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  await page.context().close();
  const stranger = await enter('trader2', 1440);
  await stranger.goto(`${application.url}/shipments/${filed}`);
  await stranger.getByRole('alert').first().waitFor();
  assert.equal(await stranger.getByText('JOINT-PAGES-1').count(), 0);
  await stranger.context().close();
});

test('[M2] a live stream and a question that a busy server refuses are tried again, and what was shown stays', async () => {
  const page = await enter('trader', 1440);
  let refusals = 0;
  const busy = {
    status: 503,
    contentType: 'application/problem+json',
    body: JSON.stringify({
      status: 503,
      code: 'OVERLOADED',
      text: { zh: '系统繁忙', en: 'Busy' },
      remedy: { zh: '请稍后', en: 'Later' },
    }),
  };
  // A browser gives a refused stream up for good; the page must not.
  await page.route(/\/api\/v1\/events/, (route) => (refusals++ < 2 ? route.fulfill(busy) : route.continue()));
  const { id } = await trader.send<{ id: string }>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
  await page.goto(`${application.url}/shipments/${id}`);
  await page.getByText('实时更新中断，正在重连…').waitFor();
  await page.getByText('实时更新中断，正在重连…').waitFor({ state: 'detached' });
  assert.ok(refusals > 2);
  const asked = new RegExp(`/shipments/${id}/timeline`);
  let askedWhileBusy = 0;
  await page.route(asked, (route) => (askedWhileBusy++ < 2 ? route.fulfill(busy) : route.continue()));
  const { revision } = await trader.get<{ revision: number }>(`/shipments/${id}`);
  await trader.send('PUT', `/shipments/${id}/form`, { form: railImport('SILENT-BUSY'), revision });
  await trader.send('POST', `/shipments/${id}/submit`, {});
  await page.getByText('一次申报，分送各方').first().waitFor();
  assert.ok(askedWhileBusy > 2);
  await page.context().close();
});
