// Signing in a plain browser (P4): a device is enrolled, a filing is signed by itself, the case shows who signed, a lost key is
// replaced; the seal, whom to trust, and a check of a file.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { demoPassword } from '../../src/hub/enterprise/index.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { signXml } from '../../src/runtime/signatures/sign-xml.ts';
import { type Client, signIn, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { makePartner, pemOf } from '../support/signing.ts';

let portal: Portal;
let trader: Client;
before(async () => {
  portal = await startPortal();
  trader = await signIn(portal.application, 'trader');
});
after(() => portal.stop());
async function enter(account: string, width: number): Promise<Page> {
  const page = await portal.enter(account, '/signatures', width);
  await page.getByRole('heading', { name: '我的签名', exact: true }).waitFor();
  return page;
}
async function enrolHere(page: Page): Promise<void> {
  await page.getByRole('button', { name: '登记本设备' }).click();
  await page.getByLabel('再次输入登录口令').fill(demoPassword);
}

test('[P4] a device is enrolled, files signed by itself, and a lost key is replaced by another', async () => {
  const page = await enter('trader', 1440);
  await enrolHere(page);
  await portal.look(page, 'signatures-enrol-1440');
  await page.getByRole('button', { name: '生成密钥并登记' }).click();
  await page.getByText('本设备已登记').waitFor();
  const exportable = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('portico-signing', 1);
        opening.onsuccess = () => {
          const all = opening.result.transaction('keys').objectStore('keys').getAll();
          all.onsuccess = () => resolve((all.result[0] as { privateKey: CryptoKey }).privateKey.extractable);
        };
      }),
  );
  assert.equal(exportable, false, 'the private key cannot leave the browser');

  const started = await trader.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
  await trader.send('PUT', `/shipments/${started.id}/form`, {
    form: railImport('SILENT-BROWSER'),
    revision: started.revision,
  });
  await page.goto(`${portal.application.url}/shipments/${started.id}/form`);
  await page.getByRole('button', { name: '一次申报' }).click();
  await page.getByRole('button', { name: '✓ 有效 · 核验报告' }).click();
  await page.getByText('✓ 签名有效').waitFor();
  await page.getByText('CN=Portico Demo Root').first().waitFor();
  // The authority's stamp comes a little later; the list says so by itself or when it is looked at again.
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await until(
    async () => {
      await page.reload();
      await page.getByRole('button', { name: '✓ 有效 · 核验报告' }).waitFor();
      return page.getByText('有时间戳').count();
    },
    (count) => count > 0,
    'the time stamp',
  );
  await page.getByRole('button', { name: '✓ 有效 · 核验报告' }).click();
  await page.getByText('✓ 时间戳有效').waitFor();
  await page.getByRole('link', { name: '下载时间戳（RFC 3161）' }).waitFor();
  await portal.look(page, 'signatures-report-1440');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  // A document that went out without a seal says so.
  await page
    .getByRole('button', { name: /^签名 / })
    .first()
    .click();
  await page.getByText('未加盖电子印章').waitFor();
  await portal.look(page, 'signatures-document-1440');

  // Another browser of the same person knows nothing of that key.
  const phone = await enter('trader', 390);
  await phone.getByText('本设备尚未登记').waitFor();
  await enrolHere(phone);
  await phone.getByText('原密钥已丢失，全部吊销').click();
  await phone.getByText('丢失的密钥无法找回').waitFor();
  await portal.look(phone, 'signatures-recover-390');
  await phone.getByRole('button', { name: '生成密钥并登记' }).click();
  await phone.getByText('本设备已登记').waitFor();
  await phone.getByText('已吊销').first().waitFor();
  await portal.look(phone, 'signatures-390');
  await page.goto(`${portal.application.url}/signatures`);
  await page.getByText('本设备尚未登记').waitFor();
});

test('[P4] the seal is made, a signed file is checked, and two persons say whom to trust', async () => {
  const page = await enter('trader2', 1440);
  await page.getByRole('button', { name: '制作印章（国密 SM2）' }).click();
  await page.getByText('SM2SM3').first().waitFor();
  await portal.look(page, 'signatures-seal-1440');

  const partner = await makePartner('SM2SM3');
  const text = await signXml('<Notice><No>1</No></Notice>', partner.signer, { chain: partner.chain, keyName: '02' });
  const give = (of: Page) =>
    of
      .getByLabel('带签名的 XML 文件')
      .setInputFiles({ name: 'n.xml', mimeType: 'application/xml', buffer: Buffer.from(text) });
  await give(page);
  await page.getByText('签发者不在信任名单内').waitFor();

  const first = await enter('security', 1440);
  await first.getByText('提出信任一个认证机构').click();
  await first.getByLabel('签发证书（PEM）').fill(pemOf(partner.anchor.der));
  await first.getByLabel('自', { exact: true }).fill('2026-01-01');
  await first.getByLabel('至', { exact: true }).fill('2035-12-31');
  await first.getByRole('button', { name: '提出，待第二人确认' }).click();
  await first.getByText('海关电子口岸 CA').waitFor();
  assert.equal(await first.getByRole('button', { name: '指纹相符，确认' }).count(), 0, 'not by whoever proposed it');
  await portal.look(first, 'signatures-trust-1440');
  const second = await enter('security2', 390);
  await second.getByRole('button', { name: '指纹相符，确认' }).click();
  await second.getByText('启用').first().waitFor();
  await second.getByText('没有存入吊销列表').waitFor();
  const list = await partner.list('2026-11-02T00:00:00.000Z', []);
  await second
    .getByLabel(/^吊销列表 /)
    .setInputFiles({ name: 'l.crl', mimeType: 'application/pkix-crl', buffer: list });
  await second.getByText('吊销列表（存入）：').waitFor();
  await portal.look(second, 'signatures-trust-390');
  await give(second);
  await second.getByText('✓ 签名有效').waitFor();
});
