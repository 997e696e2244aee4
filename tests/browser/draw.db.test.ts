// Random draws in the portal (M6): customs opens one, border inspection gives its nonce, customs sees what was drawn and replaces an officer;
// whoever has no account recomputes the proof in his browser and finds his own case.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DrawView, OwnTarget } from '../../src/hub/draw/contract.ts';
import { fileShipment, signIn, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
let filed: string[];
before(async () => {
  portal = await startPortal({ pace: 0.05 });
  const trader = await signIn(portal.application, 'trader');
  filed = [];
  for (let n = 0; n < 4; n++) {
    const { id } = await fileShipment(trader, railImport(`SILENT-DRAW-${n}`));
    filed.push(id);
    await until(
      () => trader.get<{ objects: unknown[] }>(`/shipments/${id}/disposition`),
      ({ objects }) => objects.length > 0,
      'its objects',
    );
  }
});
after(() => portal.stop());

test('[M6] a draw is opened, gets its nonce, is drawn and replaced, in the portal', async () => {
  const customs = await portal.enter('customs', '/draws');
  await customs.getByRole('button', { name: '发起抽取' }).press('Enter');
  await customs.getByLabel('依据').fill('“双随机、一公开”工作制度');
  await customs.getByLabel('抽取', { exact: true }).fill('50');
  await customs.getByLabel('边检').press('Space');
  await portal.look(customs, 'draw-form-1440');
  await customs.getByRole('button', { name: '发起', exact: true }).press('Enter');
  await customs.getByText('等待随机数').waitFor();

  // Those whose turn it is are told, and nobody else.
  const border = await portal.enter('border', '/inbox');
  await border.getByText(/海关的双随机抽取 SJ\d+ 等待本部门的随机数/).waitFor();
  await portal.look(border, 'draw-inbox-1440');
  const { items } = await (await signIn(portal.application, 'maritime')).get<{ items: { type: string }[] }>('/inbox');
  assert.ok(!items.some((item) => item.type === 'draw.nonce-wanted'));
  await border.getByRole('link', { name: '去给出随机数' }).press('Enter');
  await border.getByRole('button', { name: '办理与结果' }).press('Enter');
  await border.getByRole('button', { name: '给出随机数' }).waitFor();
  await portal.look(border, 'draw-nonce-1440');
  await border.getByRole('button', { name: '给出随机数' }).press('Enter');
  await border.getByText('已抽取').waitFor();

  await customs.getByText('已抽取').waitFor();
  await customs.getByRole('button', { name: '办理与结果' }).press('Enter');
  await customs.getByRole('button', { name: '按次序递补' }).first().press('Enter');
  await customs.getByLabel('理由').fill('与货主有亲属关系');
  await portal.look(customs, 'draw-replace-1440');
  await customs.getByRole('button', { name: '确定递补' }).press('Enter');
  await customs.getByText('回避: 与货主有亲属关系').waitFor();
  await customs.setViewportSize({ width: 390, height: 800 });
  await customs.getByRole('button', { name: 'English' }).click();
  await portal.look(customs, 'draw-outcome-390');
});

test('[M6] whoever has no account recomputes the proof and finds his own case', async () => {
  const { items } = await fetch(`${portal.application.url}/api/v1/draws`).then(
    (reply) => reply.json() as Promise<{ items: DrawView[] }>,
  );
  const number = items[0]?.number ?? '';
  const trader = await signIn(portal.application, 'trader');
  const own = (
    await Promise.all(filed.map((id) => trader.get<{ items: OwnTarget[] }>(`/shipments/${id}/draws`)))
  ).flatMap((list) => list.items);
  assert.equal(own.length, 4);
  assert.equal(own.filter((one) => one.drawn).length, 2);
  const drawn = own.find((one) => one.drawn);
  const owner = await portal.enter('trader', `/shipments/${filed[drawn ? own.indexOf(drawn) : 0]}`);
  await owner
    .getByRole('region', { name: '双随机抽取' })
    .getByText(drawn?.salt ?? '')
    .waitFor();
  await portal.look(owner, 'draw-own-1440');
  const anybody = await portal.open('/draws');
  await anybody.getByRole('link', { name: `公开证明 ${number}` }).click();
  await anybody.getByText('人员递补：账本有据').waitFor();
  assert.equal(await anybody.locator('.checks .bad').count(), 0);
  assert.ok((await anybody.locator('.checks .good').count()) > 12);
  await anybody.getByLabel('货物编号').fill(drawn?.shipmentNumber ?? '');
  await anybody.getByLabel('盐值').fill(drawn?.salt ?? '');
  await anybody.getByRole('button', { name: '查找' }).press('Enter');
  await anybody.getByText(/抽中，第 \d 号/).waitFor();
  await portal.look(anybody, 'draw-proof-1440');
  const phone = await portal.open(`/draw-proofs/${number}`, 390);
  await phone.getByText('人员递补：账本有据').waitFor();
  await phone.getByRole('button', { name: 'English' }).click();
  await portal.look(phone, 'draw-proof-390');
});

test('[M6] boxes are drawn one by one in the portal: which unit is said, each drawn box is named, and its owner finds it', async () => {
  const trader = await signIn(portal.application, 'trader');
  const { id } = await fileShipment(trader, railImport('SILENT-DRAW-BOX'));
  await until(
    () => trader.get<{ objects: unknown[] }>(`/shipments/${id}/disposition`),
    ({ objects }) => objects.length > 0,
    'its objects',
  );
  const customs = await portal.enter('customs', '/draws');
  await customs.getByRole('button', { name: '发起抽取' }).press('Enter');
  await customs.getByLabel('依据').fill('“双随机、一公开”工作制度');
  await customs.getByLabel('抽取单位').selectOption('container');
  await customs.getByLabel('抽取', { exact: true }).fill('1');
  await customs.getByLabel('单位', { exact: true }).selectOption('count');
  await customs.getByLabel('边检').press('Space');
  await portal.look(customs, 'draw-boxes-form-1440');
  await customs.getByRole('button', { name: '发起', exact: true }).press('Enter');
  const card = customs.getByRole('region', { name: /^SJ/ }).first();
  await card.getByText(/个集装箱/).waitFor();
  await card.getByText('等待随机数').waitFor();
  const { items } = await trader.get<{ items: DrawView[] }>('/draws');
  const border = await signIn(portal.application, 'border');
  await border.send('POST', `/draws/${items[0]?.id}/contributions`, { nonce: '5f'.repeat(32) });
  await card.getByText('已抽取').waitFor();
  await card.getByRole('button', { name: '办理与结果' }).press('Enter');
  await card.getByText(/^集装箱 [A-Z]{4}\d{7}$/).waitFor();
  await portal.look(customs, 'draw-boxes-outcome-1440');
  const own = (await trader.get<{ items: OwnTarget[] }>(`/shipments/${id}/draws`)).items;
  assert.equal(own.length, 2);
  const [one] = own;
  const phone = await portal.open(`/draw-proofs/${one?.drawNumber}`, 390);
  await phone.getByLabel('货物编号').fill(one?.shipmentNumber ?? '');
  await phone.getByLabel('对象').fill(one?.objectId ?? '');
  await phone.getByLabel('盐值').fill(one?.salt ?? '');
  await phone.getByRole('button', { name: '查找' }).press('Enter');
  await phone.getByText(one?.drawn ? '抽中，第 1 号' : '在抽取范围内，未抽中').waitFor();
  await portal.look(phone, 'draw-boxes-proof-390');
});
