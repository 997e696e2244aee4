// Slots in the portal (P6, M4, M12): a trader books, moves and gives back by keyboard; the port office moves an inspection on the board.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { InspectionView } from '../../src/hub/inspection/contract.ts';
import { partnerDay, plusMs } from '../../src/kernel/instant.ts';
import { type Client, fileShipment, signIn, until } from '../support/application.ts';
import { airImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
let trader: Client;
let id: string;
before(async () => {
  portal = await startPortal({ pace: 0.05 });
  trader = await signIn(portal.application, 'trader');
  id = (await fileShipment(trader, airImport('JOINT-YARD-1'))).id;
  await inspection((i) => i.joint);
});
after(() => portal.stop());

const inspection = async (holds: (i: InspectionView) => boolean): Promise<InspectionView> => {
  const { items } = await until(
    () => trader.get<{ items: InspectionView[] }>(`/inspections?shipmentId=${id}`),
    (list) => list.items[0] !== undefined && holds(list.items[0]),
    'the inspection',
  );
  return items[0] as InspectionView;
};

test('[P6][M4] a trader books an offered slot, moves it with a reason and gives it back, with the keyboard alone', async () => {
  const page = await portal.enter('trader', '/inspections');
  const given = await inspection((i) => i.joint);
  await page.getByRole('button', { name: '预约', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').nth(1).waitFor();
  await portal.look(page, 'book-slot-1440');
  await dialog.getByRole('radio').nth(1).press('Space');
  await dialog.getByRole('button', { name: '确定' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const booked = await inspection((i) => i.booked !== undefined);
  assert.notEqual(booked.slot.startsAt, given.slot.startsAt);

  await page.getByRole('button', { name: '改期' }).press('Enter');
  await dialog.getByRole('radio').last().press('Space');
  await dialog.getByLabel('原因').fill('车辆未到');
  await dialog.getByRole('button', { name: '确定' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await inspection((i) => i.rescheduled.length === 1 && i.rescheduled[0]?.reason === '车辆未到');

  await page.getByRole('button', { name: '退回预约' }).press('Enter');
  await dialog.getByLabel('原因').fill('货物未备齐');
  await dialog.getByRole('button', { name: '确定' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await inspection((i) => i.booked === undefined)).rescheduled.at(-1)?.reason, '货物未备齐');

  const phone = await portal.enter('trader', '/inspections', 390);
  await phone.getByRole('button', { name: 'English' }).click();
  await phone.getByRole('button', { name: 'Book', exact: true }).click();
  await phone.getByRole('radio').first().waitFor();
  await portal.look(phone, 'book-slot-390');
});

test('[P6] the port office picks an inspection up on the board and puts it elsewhere, by keyboard and by dragging', async () => {
  const page = await portal.enter('operator', '/yard');
  await page.getByRole('heading', { name: '查验场', level: 1 }).waitFor();
  await page.getByLabel('查验场', { exact: true }).selectOption('JIANGBEI-INSP');
  const given = await inspection((i) => i.joint);
  // The day after tomorrow at noon, whatever the hour of the test.
  const noon = new Date(`${partnerDay(plusMs(new Date().toISOString(), 2 * 86_400_000))}T04:00:00Z`).toISOString();
  const body = { slotId: `JIANGBEI-INSP C1 ${noon}`, reason: '后天' };
  await trader.send('POST', `/inspections/${given.id}/reschedule`, body);
  const before = await inspection((i) => i.slot.startsAt === noon || new Date(i.slot.startsAt).toISOString() === noon);
  await page.getByLabel('日期').fill(partnerDay(before.slot.startsAt));
  const task = page.getByRole('button', { name: new RegExp(before.number) });
  await task.press('Enter');
  await page.getByText(`已拿起 ${before.number}`).waitFor();
  await portal.look(page, 'yard-board-1440');
  await page.keyboard.press('Escape');
  await page.getByText(`已拿起 ${before.number}`).waitFor({ state: 'detached' });

  await task.press('Enter');
  await page.getByRole('button', { name: /^移来 C2 .*12:30/ }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('原因').fill('台位检修');
  await dialog.getByRole('button', { name: '改期' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const moved = await inspection((i) => i.rescheduled.at(-1)?.reason === '台位检修');
  assert.notEqual(moved.slot.startsAt, before.slot.startsAt);

  // By pointer, from the first press: picked up on the way, over a place that is taken by nobody, let go there.
  const middle = async (of: Locator) => {
    const box = await of.boundingBox();
    assert.ok(box);
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^13:00/ }) });
  const target = row.locator('td[data-bay="C1"]');
  await task.scrollIntoViewIfNeeded();
  await target.scrollIntoViewIfNeeded();
  const at = await middle(target);
  await page.mouse.move(...(await middle(task)));
  await page.mouse.down();
  await page.mouse.move(...at, { steps: 4 });
  await page.getByText(`已拿起 ${before.number}`).waitFor();
  await page.locator('td.aimed-at').waitFor();
  assert.deepEqual(await middle(target), at, 'nothing on the board moves when it is picked up');
  await portal.look(page, 'yard-board-carry-1440');
  await page.mouse.up();
  await dialog.getByLabel('原因').fill('恢复');
  await dialog.getByRole('button', { name: '改期' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await inspection((i) => i.rescheduled.at(-1)?.reason === '恢复');
  await page.getByText('查验集装箱当班船（班列）出运率').waitFor();

  await page.getByLabel('统一社会信用代码').fill('91500112MA5UTRB021');
  await page.getByLabel('原因').fill('列入失信企业名单');
  await page.getByLabel('依据').fill('信用管理办法');
  await page.getByRole('button', { name: '标记', exact: true }).press('Enter');
  await page.getByRole('cell', { name: /两江汽车部件/ }).waitFor();
  await portal.look(page, 'yard-marks-1440');
  const phone = await portal.enter('operator', '/yard', 390);
  await phone.locator('#yard-day').waitFor();
  for (const id of ['yard-site', 'yard-day']) {
    const [label, field] = [
      await phone.locator(`label[for="${id}"]`).boundingBox(),
      await phone.locator(`#${id}`).boundingBox(),
    ];
    assert.ok(label && field && label.x + label.width <= field.x, `${id}: its label stands before it`);
    assert.ok(label.y >= field.y && label.y + label.height <= field.y + field.height, `${id}: on its line`);
  }
  await phone.getByRole('button', { name: 'English' }).click();
  await phone.getByRole('heading', { name: 'Inspection yards' }).waitFor();
  await phone.getByRole('cell', { name: /Liangjiang/ }).waitFor();
  await portal.look(phone, 'yard-390');
});
