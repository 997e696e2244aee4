// Authorisations and looks as people use them: the owner offers with bounds, the broker accepts and files, the owner sees each use and who
// looked, an officer withholds by law; wide and narrow, by keyboard where a dialog is, and axe finds nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { AuthorisationView } from '../../src/hub/enterprise/contract.ts';
import { type Client, fileShipment, signIn } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
let trader: Client;
let broker: Client;
before(async () => {
  portal = await startPortal({ pace: 0.05 });
  const { application } = portal;
  [trader, broker] = await Promise.all([signIn(application, 'trader'), signIn(application, 'broker')]);
});
after(() => portal.stop());

async function sound(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await portal.look(page, name);
}
const list = async () => (await trader.get<{ items: AuthorisationView[] }>('/authorisations')).items;

test('[P11] an owner authorises a broker within bounds, the broker accepts and files, the owner sees what was used and revokes', async () => {
  const owner = await portal.enter('trader', '/organisation');
  await owner.getByRole('button', { name: '委托报关企业' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('报关企业').fill('渝通');
  await owner.keyboard.press('Enter');
  const day = (offset: number) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel(/有效期/).fill(day(0));
  await owner.keyboard.press('Enter');
  await dialog.locator('.ant-picker-input input').nth(1).fill(day(90));
  await owner.keyboard.press('Enter');
  await dialog.getByLabel(/关区/).fill('8000');
  await owner.keyboard.press('Enter');
  await owner.keyboard.press('Escape');
  await dialog.getByLabel(/最多申报票数/).fill('2');
  await sound(owner, 'authorisation-offer-1440');
  await dialog.getByRole('button', { name: '发出委托' }).click();
  await owner.getByText('待接受').waitFor();
  const [offered] = await list();
  assert.deepEqual(
    [offered?.scope, offered?.districts, offered?.declarations],
    [['declare'], ['8000'], { most: 2, used: 0 }],
  );

  const other = await portal.enter('broker', '/organisation', 390);
  await other.getByRole('button', { name: '接受' }).click();
  const given = other.getByRole('region', { name: '报关委托' });
  await given.getByText('有效', { exact: true }).waitFor();
  await sound(other, 'authorisation-broker-390');
  await fileShipment(broker, railImport('SILENT-BROWSER'));

  await owner.reload();
  await owner.getByText('已用 1 / 2 票').waitFor();
  await owner.getByText('即将用完').waitFor();
  await owner.getByRole('button', { name: '使用记录' }).click();
  await owner.getByRole('dialog').getByText('王演示').waitFor();
  await sound(owner, 'authorisation-uses-1440');
  await owner.keyboard.press('Escape');
  await owner.getByRole('dialog').waitFor({ state: 'hidden' });
  await owner.getByRole('button', { name: '撤销' }).click();
  await owner.getByText('已撤销', { exact: true }).waitFor();
  assert.equal((await broker.get<{ items: unknown[] }>('/shipments?query=SILENT-BROWSER')).items.length, 0);
});

test('[P11] an owner sees who looked at his documents; an officer withholds by law with reason and basis', async () => {
  const { id, submitted } = await fileShipment(trader, railImport('SILENT-SEEN'));
  const officer = await portal.enter('customs', `/shipments/${id}`);
  await officer.getByRole('heading', { name: '查看告知货主' }).waitFor();
  await officer.getByText('本部门的查看均告知货主').waitFor();
  await sound(officer, 'look-marks-1440');
  for (const width of [1440, 390]) {
    const owner = await portal.enter('trader', '/looks', width);
    await owner
      .getByText(/关员甲/)
      .first()
      .waitFor();
    await owner.getByLabel('按货物编号筛选').fill(submitted.receipt.id.replace(/-\d+$/, ''));
    await owner.keyboard.press('Enter');
    await owner.getByText('货物页').first().waitFor();
    await sound(owner, `looks-${width}`);
    await owner.getByLabel('按货物编号筛选').fill('NOTHING-LIKE-IT');
    await owner.keyboard.press('Enter');
    await owner.getByText('没有这个编号的货物').waitFor();
  }
  await officer.getByRole('button', { name: '依法暂不告知' }).click();
  const dialog = officer.getByRole('dialog');
  await dialog.getByLabel('理由').fill('案件侦查');
  await dialog.getByLabel('法律依据').fill('海关法第六条');
  await dialog
    .getByLabel(/截止/)
    .fill(new Date(Date.now() + 8 * 3_600_000 + 86_400_000).toISOString().slice(0, 19).replace('T', ' '));
  await officer.keyboard.press('Enter');
  await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
  await officer.getByRole('button', { name: '解除不告知' }).waitFor();
  await officer.getByText(/案件侦查（海关法第六条）/).waitFor();
  await officer.getByRole('button', { name: '解除不告知' }).click();
  await officer.getByRole('button', { name: '依法暂不告知' }).waitFor();
});
