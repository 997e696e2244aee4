import { startTestApplication } from './support/application.ts';
import { launchBrowser, openPage } from './support/browser.ts';
const application = await startTestApplication({ web: true });
console.log('up', new Date().toISOString());
const browser = await launchBrowser();
const page = await openPage(browser, application.url, 1440);
page.setDefaultTimeout(150_000);
page.on('console', (m) => console.log('console', m.type(), m.text().slice(0, 300)));
page.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 500)));
page.on('response', (r) => console.log('reply', r.status(), r.url().slice(-60), new Date().toISOString()));
await page.getByRole('button', { name: 'trader', exact: true }).click();
console.log('clicked', new Date().toISOString());
try {
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  console.log('hall', new Date().toISOString());
} catch (e) {
  console.log('no hall', String(e).slice(0, 200), await page.locator('body').innerText());
}
await page.screenshot({ path: '/tmp/stamps/look.png' });
console.log(application.faults);
await browser.close();
await application.stop();
process.exit(0);
