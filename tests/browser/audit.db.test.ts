// The auditor and the security administrators in the portal (R18, R25): a search that leads on from line to line, a bundle asked for and taken
// away, a retention changed by two; by keyboard, in both languages, wide and narrow, axe clean.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileShipment, signIn, type TestApplication } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let application: TestApplication;
let portal: Portal;
let filed: string;
before(async () => {
  portal = await startPortal();
  application = portal.application;
  filed = (await fileShipment(await signIn(application, 'trader'), railImport('CLEAN-AUDITED'))).id;
});
after(() => portal.stop());

test('[P4][P1] the auditor searches, asks for a bundle of what he found, and takes it away', async () => {
  const page = await portal.enter('auditor', '/audit');
  await page.getByLabel('何事（事件类型）').fill('shipment.submitted');
  await page.getByLabel('何物（货物等的编号）').fill(filed);
  await page.keyboard.press('Enter');
  const table = page.getByRole('region', { name: '审计留痕' });
  await table.getByRole('button', { name: '只看 shipment.submitted' }).waitFor();
  await portal.look(page, 'audit-1440');
  await page.getByLabel('事由').fill('稽查抽样');
  await page.getByRole('button', { name: '要求导出' }).click();
  const exports = page.getByRole('region', { name: '审计导出' });
  const link = exports.getByRole('link', { name: '第 1 卷' });
  await link.waitFor({ timeout: 60_000 });
  await portal.look(page, 'audit-export-1440');
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const at = await download.path();
  const listed = spawnSync('tar', ['tzf', at], { encoding: 'utf-8' });
  assert.deepEqual(listed.stdout.trim().split('\n'), ['receipts-00001.jsonl', 'README.md', 'SHA256SUMS']);
  assert.ok(readFileSync(at).length > 1000);
  // From one line to all that its person did.
  await table.getByRole('button', { name: '只看 陈演示' }).first().click();
  await page.locator('#trail-actor:not([value=""])').waitFor();
  assert.equal(await page.getByLabel('何物（货物等的编号）').inputValue(), '');
  await table.getByRole('button', { name: '只看 shipment.submitted' }).first().waitFor();
  await page.context().close();
});

test('[P1] the same fits a telephone, in English', async () => {
  const page = await portal.enter('auditor', '/audit', 390);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Audit trail' }).waitFor();
  await page.getByText('Open', { exact: true }).first().click();
  await portal.look(page, 'audit-390-en');
  await page.context().close();
});

test('[P11][P1] one security administrator proposes a retention and cannot confirm it; another does', async () => {
  const first = await portal.enter('security', '/retention');
  await first.getByText('提出变更').click();
  await first.getByRole('combobox').selectOption('trail');
  await first.getByLabel('保存天数').fill('100');
  await first.getByLabel('依据').fill('海关稽查条例第三条');
  await first.getByLabel('事由').fill('与申报同期');
  await first.getByRole('button', { name: '提出，待第二人确认' }).click();
  await first.getByText('keepDays 为 100，少于法定的 184 天').waitFor();
  await first.getByLabel('保存天数').fill('1096');
  await first.getByRole('button', { name: '提出，待第二人确认' }).click();
  await first.getByText('待第二人确认', { exact: true }).waitFor();
  assert.equal(await first.getByRole('button', { name: '确认', exact: true }).count(), 0, 'not by whoever proposed it');
  await portal.look(first, 'retention-1440');
  await first.context().close();
  const second = await portal.enter('security2', '/retention', 390);
  await second.getByRole('button', { name: '确认', exact: true }).click();
  await second.getByText('生效').waitFor();
  await second.getByText('1096 天').first().waitFor();
  await portal.look(second, 'retention-390');
  await second.context().close();
});

test('[P11][P1] a key of the port office waits for the security administrator, who confirms it in the portal', async () => {
  const operator = await signIn(application, 'operator');
  await operator.send('POST', '/api-keys', { name: '巡检程序', actions: ['exchange.operate'] });
  const page = await portal.enter('security', '/organisation');
  const region = page.getByRole('region', { name: '待确认的密钥' });
  await region.getByText('巡检程序').waitFor();
  await portal.look(page, 'waiting-keys-1440');
  await region.getByRole('button', { name: '确认' }).click();
  await region.getByText('巡检程序').waitFor({ state: 'detached' });
  const { items } = await operator.get<{ items: { name: string; waitsSince?: string }[] }>('/api-keys');
  assert.deepEqual(
    items.map((key) => [key.name, key.waitsSince]),
    [['巡检程序', undefined]],
  );
  await page.context().close();
});
