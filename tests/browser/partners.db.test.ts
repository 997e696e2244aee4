// The port office cares for partners: health, settings by two persons, certification with its signed report; and the status page for everybody.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { fileShipment, signIn } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
let desk: Page;
before(async () => {
  portal = await startPortal();
  const trader = await signIn(portal.application, 'trader');
  await fileShipment(trader, railImport('CLEAN-PARTNERS-1'));
  desk = await portal.enter('operator', '/partners');
});
after(() => portal.stop());
const panel = (page: Page, name: string) => page.getByRole('region', { name });

test('[P3] the health page says of every partner how it answers, wide and narrow, zh and en', async () => {
  const row = panel(desk, '通道健康').getByRole('row').filter({ hasText: '铁路场站' });
  await row.getByText('100 %').first().waitFor();
  await portal.look(desk, 'partners-health-1440');
  const narrow = await portal.enter('operator2', '/partners', 390);
  await narrow.getByRole('button', { name: 'English' }).click();
  await panel(narrow, 'Health of channels').getByText('100 %').first().waitFor();
  await portal.look(narrow, 'partners-health-390');
  await narrow.context().close();
});

test('[P3] a window of maintenance is proposed by one person, confirmed by another, and published', async () => {
  await desk.goto(`${portal.application.url}/partners/railway-yard`);
  await desk.getByText('提出参数变更').click();
  await desk.getByLabel('总时限（秒）').fill('20');
  await desk.getByLabel('公开原因（中文）').fill('例行维护');
  await desk.getByLabel('公开原因（英文）').fill('Routine maintenance');
  await desk.getByRole('button', { name: '加入窗口' }).click();
  await desk.getByLabel('理由').fill('铁路方来函');
  await portal.look(desk, 'partner-settings-1440');
  await desk.getByRole('button', { name: '提出，待第二人确认' }).click();
  await panel(desk, '参数变更（两人办理）').getByText('须由另一人确认').waitFor();

  const second = await portal.enter('operator2', '/partners/railway-yard', 390);
  const theirs = panel(second, '参数变更（两人办理）');
  await theirs.getByText('铁路方来函').waitFor();
  await portal.look(second, 'partner-settings-390');
  await theirs.getByRole('button', { name: '确认参数' }).focus();
  await second.keyboard.press('Enter');
  await theirs.getByText('现行').waitFor();
  await panel(second, '现行参数').getByText('3 s / 8 s / 20 s').waitFor();
  await second.context().close();

  // Nobody signed in.
  for (const [width, language] of [
    [1440, 'zh'],
    [390, 'en'],
  ] as const) {
    const anybody = await portal.open('/status', width);
    await anybody.getByRole('heading', { name: '伙伴系统状态' }).waitFor();
    if (language === 'en') await anybody.getByRole('button', { name: 'English' }).click();
    await panel(anybody, language === 'zh' ? '计划维护' : 'Planned maintenance')
      .getByText(language === 'zh' ? '例行维护' : 'Routine maintenance')
      .first()
      .waitFor();
    await portal.look(anybody, `status-${width}`);
    await anybody.context().close();
  }
});

test('[P3] a test system is certified from the portal: live, cancelled once, then to the signed report', async () => {
  const known = portal.application.endpoints.of('tax');
  assert.ok(known);
  const start = async () => {
    await desk.goto(`${portal.application.url}/partners/tax`);
    await desk.getByLabel('测试系统地址').fill(new URL('/test', known.url).href);
    await desk.getByLabel('测试系统密钥（如有）').fill(known.key ?? '');
    await desk.getByLabel('伙伴联系人').fill('税务信息中心 李工');
    await desk.getByRole('button', { name: '开始认证' }).click();
    await desk.getByText('进行中', { exact: true }).waitFor();
  };
  await start();
  await panel(desk, '各项').getByText('通过', { exact: true }).first().waitFor();
  await portal.look(desk, 'certification-live-1440');
  await desk.getByRole('button', { name: '取消认证' }).click();
  await desk.getByText('已取消', { exact: true }).waitFor();
  await start();
  const report = desk.getByRole('link', { name: '签名报告（PDF）' });
  await report.waitFor({ timeout: 120_000 });
  assert.equal(await panel(desk, '各项').getByText('未通过', { exact: true }).count(), 0);
  await panel(desk, '各项').getByText('份').first().click();
  await portal.look(desk, 'certification-done-1440');
  const pdf = await desk.request.get(new URL((await report.getAttribute('href')) ?? '', portal.application.url).href);
  assert.equal(pdf.headers()['content-type'], 'application/pdf');
  const narrow = await portal.enter('operator2', new URL(desk.url()).pathname, 390);
  await narrow.getByRole('button', { name: 'English' }).click();
  await narrow.getByRole('link', { name: 'Signed report (PDF)' }).waitFor();
  await portal.look(narrow, 'certification-done-390');
  await narrow.context().close();
});
