// What came from enterprises as files, and the certificates exchanged with other windows, as the portal shows them (N12, N14, N15): both languages, both
// widths, on every page that has the card.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { portico } from '../../src/runtime/context.ts';
import { fileShipment, signIn } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
let shipment = '';
const answers = [
  { reference: 'ERP-1', outcome: 'filed', number: 'PT1', findings: [] as object[] },
  {
    reference: 'ERP-2',
    outcome: 'refused',
    findings: [
      {
        path: 'grossMassKg',
        value: '12x',
        rule: 'decimal',
        ruleVersion: '1',
        severity: 'error',
        row: 4,
        column: 'grossMassKg',
        message: { zh: '毛重应为数', en: 'Gross mass is a number' },
        remedy: { zh: '改为 12.5', en: 'Make it 12.5' },
      },
    ],
  },
];
before(async () => {
  portal = await startPortal();
  const { application } = portal;
  const trader = await signIn(application, 'trader');
  ({ id: shipment } = await fileShipment(trader, railImport('SILENT-CARDS-1')));
  const { organisation } = await trader.get<{ organisation: { id: string } }>('/session');
  await application.unitOfWork.run(portico, async ({ db, newId, now }) => {
    for (const [name, shipments, problem] of [
      ['orders-with-a-rather-long-name-2026-11.csv', answers, null],
      [
        'letter.json',
        [],
        {
          code: 'SHIPMENT_FILE_UNREADABLE',
          message: { zh: '无法读取文件', en: 'The file cannot be read' },
          remedy: { zh: '请使用模板', en: 'Use the template' },
        },
      ],
    ] as const)
      await sql`insert into erp.file (id, subscription_id, organisation_id, name, digest, received_at, answered_at, shipments, problem)
        values (${newId()}, ${newId()}, ${organisation.id}, ${name}, ${name.padEnd(64, '0')}, ${now}, ${now},
          ${JSON.stringify(shipments)}, ${problem && JSON.stringify(problem)})`.execute(db);
    const issuer = 'https://window.example.sg/api/v1/credential-issuer';
    for (const [flow, doubt, channel] of [
      ['issued', null, null],
      ['received', null, 'china-singapore'],
      ['received', { zh: '签名与公钥不符', en: 'the signature does not fit the key' }, 'china-singapore'],
    ] as const) {
      const id = newId();
      await sql`insert into credentials.credential (id, flow, issuer, number, kind, shipment_id, channel, token, doubt, issued_at, simulated)
        values (${id}, ${flow}, ${issuer}, ${`urn:uuid:${id}`}, 'GoodsReleaseCredential', ${shipment}, ${channel}, 'x.y.z',
          ${doubt && JSON.stringify(doubt)}, ${now}, true)`.execute(db);
      if (flow === 'issued') await sql`insert into credentials.sent values ('china-singapore', ${id})`.execute(db);
    }
  });
});
after(() => portal.stop());

for (const [width, english] of [
  [1440, false],
  [390, true],
] as const) {
  const words = <T>(zh: T, en: T): T => (english ? en : zh);
  const enter = async (account: string, at: string) => {
    const page = await portal.enter(account, at, width);
    if (english) await page.getByRole('button', { name: 'English' }).click();
    return page;
  };

  test(`[N12] ${width} px, ${words('Chinese', 'English')}: the enterprise sees its files with what was wrong, and has them back; the office sees whose they are`, async () => {
    const title = words('收取的企业文件', 'Files taken from enterprises');
    const page = await enter('trader', '/subscriptions');
    const card = page.getByRole('region', { name: title });
    await card.getByText(words('申报 1 票，退回 1 票', '1 filed, 1 refused')).waitFor();
    await card.getByText(words('无法读取文件', 'The file cannot be read')).waitFor();
    assert.equal(await card.getByRole('link', { name: words('下载原文', 'Download the file') }).count(), 2);
    await portal.look(page, `enterprise-files-${width}`);
    await card
      .getByRole('row', { name: /orders/ })
      .getByRole('button')
      .click();
    await page.getByRole('dialog').getByText(words('毛重应为数', 'Gross mass is a number')).waitFor();
    await portal.look(page, `enterprise-file-${width}`);
    await page.context().close();

    const office = await enter('operator', '/exchange');
    const theirs = office.getByRole('region', { name: title });
    await theirs.getByText('letter.json').waitFor();
    assert.equal(await theirs.getByRole('link').count(), 0, 'the bytes are the enterprise’s');
    await portal.look(office, `office-files-${width}`);
    await office.context().close();
  });

  test(`[N14][N15] ${width} px, ${words('Chinese', 'English')}: case and channel show which certificates came and went and how they were checked`, async () => {
    const title = words('往来证书', 'Certificates exchanged');
    for (const [account, at] of [
      ['trader', `/shipments/${shipment}`],
      ['operator', '/partners/china-singapore'],
    ] as const) {
      const page = await enter(account, at);
      const card = page.getByRole('region', { name: title });
      await card.getByText(words(/签名与公钥不符/, /does not fit the key/)).waitFor();
      await card.getByText(words(/约定的公钥核验签名/, /by a key agreed with/)).waitFor();
      await card.getByText(words(/本平台签名/, /Signed by this window/)).waitFor();
      const links = card.getByRole('link', { name: words('下载证书', 'Download the certificate') });
      assert.equal(await links.count(), 3);
      assert.equal(await links.first().getAttribute('href'), 'data:application/vc+jwt,x.y.z');
      await portal.look(page, `certificates-${account}-${width}`);
      await page.context().close();
    }
  });
}
