// Keeping the yard in the portal (P6, M4): the port office takes a bay away that somebody has, is told whose it is and has it moved; an authority
// keeps its roster; with the keyboard, wide and narrow, in both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { InspectionView, YardOfficer, YardSite } from '../../src/hub/inspection/contract.ts';
import { type Client, fileShipment, signIn, until } from '../support/application.ts';
import { airImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
let operator: Client;
let view: InspectionView;
before(async () => {
  portal = await startPortal({ pace: 0.05 });
  const trader = await signIn(portal.application, 'trader');
  operator = await signIn(portal.application, 'operator');
  const { id } = await fileShipment(trader, airImport('JOINT-KEEP-1'));
  const { items } = await until(
    () => trader.get<{ items: InspectionView[] }>(`/inspections?shipmentId=${id}`),
    (list) => list.items[0]?.joint === true,
    'a joint inspection',
  );
  view = items[0] as InspectionView;
});
after(() => portal.stop());

test('[P6][M4] the port office removes a bay, is told whose slot that is, and has it moved', async () => {
  const { siteId, bay } = view.slot;
  const page = await portal.enter('operator', '/yard');
  await page.getByLabel('修改', { exact: true }).selectOption(siteId);
  await page.getByRole('button', { name: `移除台位 ${bay}` }).press('Enter');
  await page.getByLabel('新台位').fill('N9');
  await page.getByRole('button', { name: '加入台位' }).press('Enter');
  await page.getByRole('button', { name: '保存查验场' }).press('Enter');
  await page.getByText(new RegExp(`查验 ${view.number}：台位不再有`)).waitFor();
  await portal.look(page, 'yard-desk-stranded-1440');
  await page.getByRole('button', { name: /仍要修改/ }).press('Enter');
  await page.getByText('已保存').waitFor();
  const moved = await operator.get<InspectionView>(`/inspections/${view.id}`);
  assert.notEqual(`${moved.slot.siteId} ${moved.slot.bay}`, `${siteId} ${bay}`);
  const { items } = await operator.get<{ items: YardSite[] }>('/yard-sites');
  const bays = items.find((site) => site.id === siteId)?.bays.map((one) => one.id) ?? [];
  assert.ok(bays.includes('N9') && !bays.includes(bay));

  await page.getByLabel('哪一天').fill('2031-05-01');
  await page.getByLabel('节日中文名').fill('劳动节');
  await page.getByLabel('节日英文名').fill('Labour Day');
  await page.getByRole('button', { name: '登记节假日' }).press('Enter');
  await page.getByRole('button', { name: '删除 2031-05-01' }).press('Enter');
  await page.getByRole('button', { name: '删除 2031-05-01' }).waitFor({ state: 'detached' });
  const phone = await portal.enter('operator', '/yard', 390);
  await phone.getByRole('button', { name: 'English' }).press('Enter');
  await phone.getByLabel('Change', { exact: true }).selectOption(siteId);
  await phone.getByRole('button', { name: 'Save the yard' }).waitFor();
  await portal.look(phone, 'yard-desk-390');
});

test('[P6] an authority enters an officer with his duty', async () => {
  const page = await portal.enter('customs-roster', '/yard');
  await page.getByLabel('关员', { exact: true }).selectOption('new');
  await page.getByLabel('姓名').fill('关员新');
  await page.getByRole('button', { name: '加入排班' }).press('Enter');
  await page.getByLabel('排班 1 查验场').selectOption(view.slot.siteId);
  await page.getByLabel('结束时刻').fill('18:30');
  await page.getByLabel('结束时刻').blur();
  await page.getByRole('checkbox', { name: '六' }).check();
  await portal.look(page, 'roster-1440');
  await page.getByRole('button', { name: '保存关员' }).press('Enter');
  await page.getByRole('option', { name: '关员新' }).waitFor({ state: 'attached' });
  const customs = await signIn(portal.application, 'customs-roster');
  const { items } = await customs.get<{ items: YardOfficer[] }>('/yard-officers');
  const added = items.find((one) => one.name === '关员新');
  assert.deepEqual(
    added?.duties.map(({ siteId, toMinute, weekdays }) => [siteId, toMinute, weekdays]),
    [[view.slot.siteId, 1110, [1, 2, 3, 4, 5, 6]]],
  );
  const phone = await portal.enter('customs-roster', '/yard', 390);
  await phone.getByRole('button', { name: 'English' }).press('Enter');
  await phone.getByLabel('Officer', { exact: true }).selectOption({ label: '关员新' });
  await phone.getByRole('button', { name: 'Save the officer' }).waitFor();
  await portal.look(phone, 'roster-390');
});

test('[P6] of two who save the same officer the second sees what stands, takes it, or puts his in its place', async () => {
  const roster = await signIn(portal.application, 'customs-roster');
  const [officer] = (await roster.get<{ items: YardOfficer[] }>('/yard-officers')).items;
  assert.ok(officer);
  const { id, ...body } = officer;
  const nameNow = async () =>
    (await roster.get<{ items: YardOfficer[] }>('/yard-officers')).items.find((one) => one.id === id)?.name;
  const page = await portal.enter('customs-roster', '/yard');
  const choose = page.getByLabel('关员', { exact: true });
  await choose.selectOption(id);
  const { revision } = await roster.send<YardOfficer>('PUT', `/yard-officers/${id}`, { ...body, name: '关员先' });
  await page.getByLabel('姓名').fill('关员后');
  await page.getByRole('button', { name: '保存关员' }).press('Enter');
  await page.getByText('现为 关员先；您要保存 关员后').waitFor();
  await portal.look(page, 'roster-changed-1440');
  await page.getByRole('button', { name: '取用现有内容' }).press('Enter');
  await page.getByRole('button', { name: '取用现有内容' }).waitFor({ state: 'detached' });
  assert.equal(await page.getByLabel('姓名').inputValue(), '关员先');
  await roster.send('PUT', `/yard-officers/${id}`, { ...body, name: '关员再', revision });
  await page.getByLabel('姓名').fill('关员后');
  await page.getByRole('button', { name: '保存关员' }).press('Enter');
  await page.getByRole('button', { name: '以我的内容覆盖' }).press('Enter');
  await page.getByRole('option', { name: '关员后' }).waitFor({ state: 'attached' });
  assert.equal(await nameNow(), '关员后');
  // An officer sees the roster and does not keep it.
  const reader = await portal.enter('customs', '/yard', 390);
  await reader.getByText('由本部门的排班员登记。').waitFor();
  assert.equal(await reader.getByRole('button', { name: '保存关员' }).count(), 0);
  await portal.look(reader, 'roster-read-390');
});
