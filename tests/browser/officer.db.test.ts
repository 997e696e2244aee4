// An officer at the desk: holds what is released, sees his own contradiction at the collision desk, lets go again; the trader
// watches it live.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import { fileShipment, signIn, until } from '../support/application.ts';
import { accessibilityFaults, screenshot } from '../support/browser.ts';
import { airImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
before(async () => {
  portal = await startPortal({ pace: 0.05 });
});
after(() => portal.stop());

async function instruct(officer: Page, what: { kind: string; reason: string }): Promise<void> {
  await officer.getByRole('button', { name: '下达指令' }).click();
  const dialog = officer.getByRole('dialog');
  await dialog.getByLabel('种类').selectOption(what.kind);
  await dialog.getByRole('checkbox', { name: /整批货物/ }).check();
  await dialog.getByLabel('理由').fill(what.reason);
  await dialog.getByLabel('法律依据').fill('《海关法》第二十八条');
  assert.deepEqual(await accessibilityFaults(officer), []);
  await screenshot(officer, `instruct-${what.reason}-1440`);
  await dialog.getByRole('button', { name: '下达', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

test('[P5][P7] a hold after the release revokes it at once, and the trader sees who, why and on what basis', async () => {
  const trader = await signIn(portal.application, 'trader');
  // Nobody's system speaks of itself, and no station lets the goods out before the officer has typed.
  const { id } = await fileShipment(trader, airImport('SILENT-OFFICER-1'));
  const objects = await until(
    async () => (await trader.get<BlockingView>(`/shipments/${id}/disposition`)).objects,
    (all) => all.length > 0,
    'its objects',
  );
  for (const account of ['customs', 'border']) {
    const officer = await signIn(portal.application, account);
    const word = { shipmentId: id, objects: objects.map((o) => o.id), kind: 'release', reason: '核放' };
    await officer.send('POST', '/instructions', word);
  }
  await until(
    () => trader.get<{ items: { state: string }[] }>(`/shipments/${id}/releases`),
    (r) => r.items[0]?.state === 'granted',
    'the release',
  );
  const watching = await portal.enter('trader', `/shipments/${id}`);
  await watching.getByText('放行有效').first().waitFor();
  const officer = await portal.enter('border', `/shipments/${id}`);
  await instruct(officer, { kind: '布控', reason: '情报布控' });
  await watching.getByText('放行已撤销').first().waitFor();
  await watching.getByText('边检：情报布控').first().waitFor();
  await watching
    .getByText(/依据: 《海关法》第二十八条/)
    .first()
    .waitFor();
  await watching.getByRole('list', { name: '下一步' }).getByText('边检解除布控').waitFor();
  await portal.look(watching, 'held-after-release-1440');
  await watching.context().close();
  await officer.context().close();
});
