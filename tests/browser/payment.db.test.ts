// Money in the portal (X3, N9): a trader pays a bill by keyboard, the port office settles an open statement line, the organisation's standing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { LicenceView } from '../../src/hub/licence/contract.ts';
import type { LineView } from '../../src/hub/payment/contract.ts';
import { type Client, signIn, until } from '../support/application.ts';
import { issueLicence } from '../support/licences.ts';
import { account, fileTaxed, openLine, partnerOf, untilBill } from '../support/money.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
let trader: Client;
before(async () => {
  portal = await startPortal({ pace: 0.05 });
  trader = await signIn(portal.application, 'trader');
});
after(() => portal.stop());

test('[N9][X3] a trader sees what is to be paid and pays it with the keyboard; what the bank says appears by itself', async () => {
  const { id, duty } = await fileTaxed(trader, 'TAX-PORTAL-1');
  const page = await portal.enter('trader', `/shipments/${id}`);
  const card = page.getByRole('region', { name: '税费与支付' });
  await card.getByText('1234.50 CNY').waitFor();
  await card.getByRole('button', { name: `缴纳税单 ${duty.number}` }).press('Enter');
  const dialog = page.getByRole('dialog');
  const send = dialog.getByRole('button', { name: '发出支付指令' });
  await dialog.getByLabel('付款账号').fill('123');
  assert.ok(await send.isDisabled(), 'not a number of an account');
  await dialog.getByLabel('付款账号').fill(account);
  await portal.look(page, 'pay-dialog-1440');
  await send.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await untilBill(trader, duty, 'confirmed');
  await card.getByText('税款已入库').waitFor();
  await portal.look(page, 'payments-1440');
  const phone = await portal.enter('trader', `/shipments/${id}`, 390);
  await phone.getByRole('button', { name: 'English' }).click();
  await phone.getByRole('region', { name: 'Duties and payment' }).getByText('Confirmed by the treasury').waitFor();
  await portal.look(phone, 'payments-390');
});

test('[N9] the port office settles an open line of a statement with a reason', async () => {
  const operator = await signIn(portal.application, 'operator');
  const id = await openLine(portal.application, operator);
  const page = await portal.enter('operator', '/exchange');
  const card = page.getByRole('region', { name: '银行对账' });
  await card.getByText('银行答复的支付指令本平台没有').waitFor();
  await portal.look(page, 'statement-lines-1440');
  await card.getByRole('button', { name: /^处理明细/ }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('这笔款项是什么、如何处理').fill('他行误退，已退回');
  await dialog.getByRole('button', { name: '确定' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const { items } = await operator.get<{ items: LineView[] }>('/payment-lines?state=settled');
  assert.equal(items.find((l) => l.id === id)?.settledReason, '他行误退，已退回');
  const phone = await portal.enter('operator', '/exchange', 390);
  await phone.getByRole('button', { name: 'English' }).click();
  await phone.getByRole('region', { name: 'Bank statements' }).waitFor();
  await portal.look(phone, 'statement-lines-390');
});

test('[N9][N7] the organisation sees its guarantees as the bank says', async () => {
  const bank = await partnerOf(portal.application, 'bank');
  await bank(
    JSON.stringify({
      undertaking: {
        messageId: 'U1',
        kind: 'guarantee',
        number: 'GT2026CQ000009',
        applicantUscc: '91500103MA5UTRA017',
        bank: '重庆口岸银行（演示）',
        state: 'issued',
        currency: 'CNY',
        amount: '500000.00',
        validTo: '2027-06-30',
        text: '关税总担保',
        textEn: 'Total tax guarantee',
        at: '2026-11-01T02:00:00Z',
      },
    }),
  );
  const page = await portal.enter('trader', '/organisation');
  const card = page.getByRole('region', { name: '保函、信用证与外汇名录' });
  for (let turn = 0; turn < 40 && (await card.getByText('GT2026CQ000009').count()) === 0; turn += 1) {
    await page.waitForTimeout(250);
    await page.reload();
    await card.waitFor();
  }
  await card.getByText('GT2026CQ000009').waitFor();
  await portal.look(page, 'standing-1440');
});

test('[N8] the organisation’s page shows its licences with what is left of each', async () => {
  await issueLicence(portal.application, '26-AB-800001');
  await until(
    () => trader.get<{ items: LicenceView[] }>('/licences'),
    ({ items }) => items.some((one) => one.number === '26-AB-800001'),
    'the licence is kept',
  );
  const page = await portal.enter('trader', '/organisation');
  const card = page.getByRole('region', { name: '许可证与配额' });
  await card.getByText('26-AB-800001').waitFor();
  await card.getByText('余额 25 (单位 003) · 3 次 / 核准 25 (单位 003) · 3 次').waitFor();
  await portal.look(page, 'licences-1440');
});
