// Types a whole composite form in the portal as a clerk does: boxes one by one, rows pasted from a spreadsheet.
import type { Page } from 'playwright-core';
import type { Form, FormRow } from '../../src/hub/shipment/contract.ts';
import { toPartnerTime } from '../../src/kernel/instant.ts';

/** From the list of shipments: a new one by this button, then everything the form says. */
export async function typeShipment(page: Page, start: string, form: Form): Promise<void> {
  await page.getByRole('link', { name: '货物', exact: true }).click();
  await page.getByRole('button', { name: start, exact: true }).click();
  await page.getByRole('heading', { name: '商品 (0)' }).waitFor();
  await page.getByRole('switch', { name: '显示全部项' }).click();
  for (const [id, value] of Object.entries(form))
    if (typeof value === 'string') {
      if (id !== 'direction' && id !== 'transportMode') await typeBox(page, id, value);
    } else if (value.length > 0) await pasteRows(page, id, value);
}

async function typeBox(page: Page, id: string, value: string): Promise<void> {
  const box = page.locator(`[id="${id}"]`);
  const type = await box.getAttribute('type');
  if (await box.evaluate((e) => e instanceof HTMLSelectElement)) await box.selectOption(value);
  else await box.fill(type === 'datetime-local' ? toPartnerTime(value, 'yyyy-MM-ddTHH:mm:ss').slice(0, 16) : value);
}

/** Adds one row, then pastes all rows into its first cell, in the order of the columns. */
async function pasteRows(page: Page, group: string, rows: readonly FormRow[]): Promise<void> {
  const section = page.locator(`#section-${group}`);
  await section.getByRole('button', { name: '添加一行' }).click();
  const cells = page.locator(`input[id^="${group}[0]."]`);
  await cells.first().waitFor();
  const columns = await cells.evaluateAll((inputs) =>
    inputs.map((input) => (input as HTMLInputElement).dataset.element ?? ''),
  );
  const text = rows.map((row) => columns.map((id) => row[id] ?? '').join('\t')).join('\r\n');
  await cells.first().focus();
  await cells.first().evaluate((cell, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await page.locator(`[id="${group}[${rows.length - 1}].${columns[0]}"]`).waitFor();
}
