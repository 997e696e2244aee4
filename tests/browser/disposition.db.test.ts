// The desks of the combined disposition: the port office changes a rule by two persons, an officer settles a contradiction, a trader reads why.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BlockingView, Collision } from '../../src/hub/disposition/contract.ts';
import { spellClause } from '../../src/kernel/clause.ts';
import { boxNumber } from '../disposition/cases.ts';
import { fileShipment, signIn, until } from '../support/application.ts';
import { airImport, railImport } from '../support/forms.ts';
import { parkWord } from '../support/park-word.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
before(async () => {
  portal = await startPortal({ pace: 0.05 });
});
after(() => portal.stop());

test('[P5] an officer settles a contradiction by his instruction; the trader reads the whole explanation', async () => {
  const trader = await signIn(portal.application, 'trader');
  const { id } = await fileShipment(trader, airImport('SILENT-DESK-1'));
  const view = () => trader.get<BlockingView>(`/shipments/${id}/disposition`);
  const lot = (await until(view, (v) => v.objects.length > 0, 'the case is registered')).objects.find(
    (o) => o.type === 'package',
  );
  assert.ok(lot);
  const [customs, border] = [await signIn(portal.application, 'customs'), await signIn(portal.application, 'border')];
  const word = { shipmentId: id, objects: [lot.id], reason: '核对' };
  await customs.send('POST', '/instructions', { ...word, kind: 'refuse', followUp: 'return' });
  await border.send('POST', '/instructions', { ...word, kind: 'release' });
  const desk = await portal.enter('customs', '/collisions');
  await desk.getByText('待处理').first().waitFor();
  await desk.getByLabel('本部门的决定').selectOption('release');
  await desk.getByLabel('理由').fill('会商后放行');
  await desk.getByLabel('法律依据').fill('《海关法》第二十九条');
  await portal.look(desk, 'collision-1440');
  await desk.getByRole('button', { name: '下达指令并了结' }).click();
  await desk.getByText('已处理').first().waitFor();
  await until(
    () => customs.get<{ items: Collision[] }>('/collisions'),
    (c) => c.items.every((one) => one.state === 'resolved'),
    'settled',
  );
  // What was said of goods nobody has filed is seen by who said it, and by nobody else.
  await parkWord(portal.application, border, 'T9/VX');
  assert.deepEqual((await customs.get<{ items: unknown[] }>('/parked-instructions')).items, []);
  const waiting = await portal.enter('border', '/collisions', 390);
  await waiting.getByRole('heading', { name: '等待对象的指令' }).waitFor();
  await waiting.getByText('T9/VX').first().waitFor();
  await portal.look(waiting, 'parked-390');
  await waiting.context().close();
  const reading = await portal.enter('trader', `/shipments/${id}`, 390);
  await reading.getByRole('list', { name: '下一步' }).waitFor();
  await reading.getByText('为何如此').first().waitFor();
  for (const one of await reading.getByText('为何如此').all()) await one.click();
  await reading
    .getByText(/同一部门对同一对象有更新的指令/)
    .first()
    .waitFor();
  // The portal says what the API says: which rule of which version decided by which clause, who had to speak, and what would change it.
  const { disposition } = (await view()).objects.find((o) => o.id === lot.id) ?? {};
  const { rule, ruleVersion, clause, duties, wouldChange } = disposition?.explanation ?? {};
  const why = reading
    .locator('details')
    .filter({ hasText: disposition?.explanation.text.zh ?? '' })
    .first();
  await why.getByText(`决定规则: ${rule} ${ruleVersion} · ${spellClause(clause ?? '')}`).waitFor();
  assert.ok(duties?.length && wouldChange?.length);
  for (const duty of duties)
    await why
      .getByText(`${duty.rule} ${duty.ruleVersion} · ${spellClause(duty.clause)}`)
      .first()
      .waitFor();
  for (const change of wouldChange) await why.getByText(change.zh, { exact: true }).waitFor();
  await portal.look(reading, 'why-390');
  await reading.context().close();
  await desk.context().close();
});

test('[P5] the port office proposes a rule and rehearses it; the same person cannot approve it', async () => {
  const page = await portal.enter('operator', '/rules');
  await page.getByText('海关 · 报关单').first().waitFor();
  await page.getByRole('button', { name: '新增规则' }).click();
  const form = page.getByRole('region', { name: '提出规则变更' });
  await form.getByLabel('规则标识').fill('commerce-speaks-for-computer-parts');
  await form.getByLabel('部门').selectOption('commerce');
  await form.getByLabel('商品编码开头').fill('8473');
  await form.getByLabel('依据条款').fill('B16 三(三)4');
  await form.getByLabel('施行日期').fill('2099-01-01');
  await form.getByLabel('理由').fill('零件纳入许可管理');
  await portal.look(page, 'rule-form-1440');
  await form.getByRole('button', { name: '提出变更' }).click();
  const card = page.getByRole('region', { name: '规则变更 commerce-speaks-for-computer-parts' });
  await card.getByRole('button', { name: '预演' }).click();
  await card.getByText(/最近 7 天.*期间有指令的货物全部看过。会变的全部列出。/).waitFor();
  await card.getByText('须由另一人批准').waitFor();
  assert.equal(await card.getByRole('button', { name: '批准' }).count(), 0);
  await portal.look(page, 'rules-1440');
  const narrow = await portal.enter('operator2', '/rules', 390);
  await narrow.getByText('待预演和批准').first().waitFor();
  await portal.look(narrow, 'rules-390');
  const theirs = narrow.getByRole('region', { name: '规则变更 commerce-speaks-for-computer-parts' });
  await theirs.getByText(/最近 7 天/).waitFor();
  await theirs.getByRole('button', { name: '批准' }).press('Enter');
  await theirs.getByRole('button', { name: '批准' }).waitFor({ state: 'detached' });
  await theirs.getByText('值班壬').last().waitFor();
  await narrow.getByText(/commerce-speaks-for-computer-parts \d{14} · 2099-01-01/).waitFor();
  await narrow.context().close();
  await page.context().close();
});

test('[P5] the port office proposes another order and another period, by keyboard too; a second person approves both', async () => {
  const page = await portal.enter('operator', '/rules');
  const orders = page.getByRole('region', { name: '几个部门意见不一时，哪个处置算数' });
  await orders.getByText('不予放行 > 布控扣留 > 需要查验').waitFor();
  await orders.getByRole('button', { name: '修改：宽严次序' }).press('Enter');
  const order = page.getByRole('region', { name: '提出新的宽严次序' });
  await order.getByRole('button', { name: '上移：布控扣留' }).press('Enter');
  assert.equal(await order.getByRole('button', { name: /^上移/ }).count(), 3, 'what lets go keeps its place');
  await order.locator('li:focus').getByText('布控扣留').waitFor();
  await order.getByLabel('施行日期').fill('2099-01-01');
  await order.getByLabel('理由').fill('移交缉私的先显示');
  await portal.look(page, 'order-form-1440');
  await order.getByRole('button', { name: '提出变更' }).press('Enter');
  const one = page.getByRole('region', { name: '规则变更 the-strictest-word-decides' });
  await one.getByText('布控扣留 > 不予放行 > 需要查验').waitFor();
  await one.getByRole('button', { name: '预演' }).press('Enter');
  await one.getByText(/最近 7 天/).waitFor();

  const periods = page.getByRole('region', { name: '先到的指令和报告等多久' });
  await periods.getByRole('button', { name: '修改：场站先到的报告，等待放行或所撤销的报告' }).press('Enter');
  const period = page.getByRole('region', { name: '提出新的期限' });
  await period.getByLabel('施行日期').fill('2099-01-01');
  await period.getByLabel('理由').fill('箱子周转加快');
  await period.getByLabel('期限（天，1–3650）').fill('4000');
  await period.getByRole('button', { name: '提出变更' }).click();
  await page.getByText('期限须在 1 至 3650 天之间').first().waitFor();
  await period.getByLabel('期限（天，1–3650）').fill('5');
  await period.getByRole('button', { name: '提出变更' }).press('Enter');
  const other = page.getByRole('region', { name: '规则变更 an-early-report-waits' });
  await other.getByText('不影响处置，无须预演').waitFor();
  await portal.look(page, 'order-and-period-1440');

  const narrow = await portal.enter('operator2', '/rules', 390);
  await narrow.getByRole('button', { name: 'English' }).click();
  for (const id of ['the-strictest-word-decides', 'an-early-report-waits']) {
    const theirs = narrow.getByRole('region', { name: `Change ${id}` });
    await theirs.getByRole('button', { name: 'Approve' }).press('Enter');
    await theirs.getByRole('button', { name: 'Approve' }).waitFor({ state: 'detached' });
    await narrow
      .getByText(new RegExp(`${id} \\d{14} · 2099-01-01`))
      .first()
      .waitFor();
  }
  await narrow.getByText('Held > Refused > Inspection required').first().waitFor();
  await narrow.getByText('5 days').first().waitFor();
  await portal.look(narrow, 'order-and-period-390');
  await narrow.context().close();
  await page.context().close();
});

test('[P5] of a bill of twelve boxes one look finds the one that blocks: named as the next step, open, its siblings folded away', async () => {
  const trader = await signIn(portal.application, 'trader');
  const numbers = Array.from({ length: 12 }, (_, i) => boxNumber(410001 + i));
  const { id } = await fileShipment(trader, {
    ...railImport('CLEAN-DRILL-1'),
    containers: numbers.map((containerNumber, i) => ({
      containerNumber,
      containerSpec: '11',
      containerGoods: i % 2 ? '1' : '2',
      containerGoodsMassKg: '50',
    })),
  });
  await until(
    () => trader.get<BlockingView>(`/shipments/${id}/disposition`),
    (v) => v.objects.length > 12 && v.nextSteps.length === 0,
    'all of it may go',
  );
  const customs = await signIn(portal.application, 'customs');
  const [blocked, sibling] = [numbers[7] ?? '', numbers[6] ?? ''];
  await customs.send('POST', '/instructions', {
    shipmentId: id,
    objects: [`container:${blocked}`],
    kind: 'hold',
    reason: '核对铅封',
    legalBasis: '《海关法》第六条',
  });
  for (const [width, english] of [
    [1440, false],
    [1440, true],
    [390, false],
    [390, true],
  ] as const) {
    const page = await portal.enter('trader', `/shipments/${id}`, width);
    if (english) await page.getByRole('button', { name: 'English' }).click();
    const panel = page.getByRole('region', { name: english ? 'Who holds the goods' : '谁在管控' });
    const box = english ? `Container ${blocked}` : `集装箱 ${blocked}`;
    const step = panel.getByRole('list', { name: english ? 'What comes next' : '下一步' }).getByRole('listitem');
    await step
      .filter({ hasText: box })
      .filter({ hasText: english ? 'lifts the hold' : '海关解除布控' })
      .waitFor();
    assert.equal(await step.count(), 1, 'one act is left');
    await panel.locator('strong', { hasText: box }).first().waitFor();
    const sibs = panel.getByText(english ? `Container ${sibling}` : `集装箱 ${sibling}`, { exact: true });
    assert.equal(await sibs.first().isVisible(), false, 'what may go is folded away');
    await panel.getByText(english ? /^\d+ released/ : /^已放行 \d+ 项/).click();
    await sibs.first().waitFor();
    await portal.look(page, `drill-${width}-${english ? 'en' : 'zh'}`);
    await page.context().close();
  }
});

test('[P5] a trader files a test result beside its condition; the officer finds it in his queue and accepts it, which ends the condition', async () => {
  const trader = await signIn(portal.application, 'trader');
  const { id } = await fileShipment(trader, airImport('SILENT-TEST-1'));
  const view = () => trader.get<BlockingView>(`/shipments/${id}/disposition`);
  const { objects } = await until(view, (v) => v.objects.length > 0, 'the case is registered');
  const lot = objects.find((o) => o.type === 'package');
  assert.ok(lot);
  const customs = await signIn(portal.application, 'customs');
  await customs.send('POST', '/instructions', {
    shipmentId: id,
    objects: [lot.id],
    kind: 'conditional-release',
    term: 'third-party-result',
    number: 'TJ-2026-1',
    reason: '抽样送检',
  });
  const conditionOf = (v: BlockingView) =>
    v.objects.find((o) => o.id === lot.id)?.disposition.holders.some((h) => h.kind === 'condition' && !h.via);
  const filing = await portal.enter('trader', `/shipments/${id}`, 390);
  const form = filing.getByRole('region', { name: '检测结果 TJ-2026-1' });
  await form.getByLabel('检测机构').fill('重庆检测认证有限公司');
  await form.getByLabel('资质认定证书编号').fill('CMA 220000000000');
  await form.getByLabel('检测报告编号').fill('JC-2026-1107');
  await form
    .getByLabel('检测报告（PDF、图片、OFD）')
    .setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') });
  // What the term rests on is read where the rules are.
  const why = filing.locator('details').filter({ hasText: '放行条件及其依据' }).first();
  await why.getByText('为何如此').click();
  await why.getByText(`海关: 采信第三方检测结果 ${spellClause('GF18 8')}`).waitFor();
  await filing
    .getByText(`依据: ${spellClause('GF18 8')}`)
    .first()
    .waitFor();
  await portal.look(filing, 'test-result-form-390');
  await form.getByRole('button', { name: '报送检测结果' }).click();
  await form.getByText('待海关采信').waitFor();
  assert.equal(await form.getByRole('button').count(), 0, 'who files does not accept');
  assert.ok(conditionOf(await view()), 'filing ends nothing');

  const desk = await portal.enter('customs', '/awaited');
  await desk.getByRole('heading', { name: '待采信的检测结果' }).waitFor();
  await portal.look(desk, 'test-results-1440');
  const row = desk.getByRole('row').filter({ hasText: 'JC-2026-1107' });
  await row.getByRole('link').click();
  const asked = desk.getByRole('region', { name: '检测结果 TJ-2026-1' });
  await asked.getByRole('link', { name: '检测报告 JC-2026-1107' }).waitFor();
  await asked.getByLabel('采信或不采信的理由').fill('检测合格');
  await portal.look(desk, 'test-result-decide-1440');
  await asked.getByRole('button', { name: '采信并放行' }).click();
  await asked.getByText('已采信，条件解除：检测合格').waitFor();
  assert.equal(conditionOf(await view()), false);
  await form.getByText('已采信，条件解除：检测合格').waitFor();
  await filing.getByRole('button', { name: 'English' }).click();
  await filing.getByText('Accepted, the condition has ended: 检测合格').waitFor();
  await portal.look(filing, 'test-result-accepted-390-en');
  await filing.context().close();
  await desk.context().close();
});
