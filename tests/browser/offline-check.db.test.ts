// A release at a gate without network (P7): the slip and the check page downloaded from the portal, the page opened from disk with the
// network off and its own policy in force.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { ReleaseView, RevocationListView } from '../../src/hub/release/contract.ts';
import { type Client, fileShipment, signIn, until } from '../support/application.ts';
import { accessibilityFaults, screenshot } from '../support/browser.ts';
import { railImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { makeTokens } from '../support/release-tokens.ts';
import { readPdf } from '../support/read-pdf.ts';

let portal: Portal;
let trader: Client;
const folder = mkdtempSync(path.join(tmpdir(), 'portico-offline-'));
before(async () => {
  portal = await startPortal({ config: { releaseAlgorithm: 'SM2SM3' } });
  trader = await signIn(portal.application, 'trader');
  // The yard hears of no release, so that goods stay where they are.
  await (await signIn(portal.application, 'operator')).send('POST', '/exchange/channels/railway-yard/pause');
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await portal.stop();
});
const WIDTHS = [1440, 390] as const;

test('[P7] slip from the case, check page from the gate, and the check on a machine without network', async () => {
  const { id } = await fileShipment(trader, railImport('CLEAN-OFFLINE'));
  const releases = () => trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`);
  const [release] = (await until(releases, (r) => r.items.length === 2 && r.items.every((i) => i.token), 'releases'))
    .items;
  assert.ok(release?.token);
  const save = async (page: Awaited<ReturnType<Portal['enter']>>, name: RegExp) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole(name.source.includes('PDF') ? 'link' : 'button', { name })
        .first()
        .click(),
    ]);
    const file = path.join(folder, download.suggestedFilename());
    await download.saveAs(file);
    return file;
  };
  const files: Record<string, string> = {};
  for (const width of WIDTHS) {
    const mine = await portal.enter('trader', `/shipments/${id}`, width);
    await mine.getByRole('heading', { name: '一次放行' }).waitFor();
    await portal.look(mine, `release-card-${width}`);
    files.slip = await save(mine, /下载凭条（PDF）/);
    await mine.context().close();
    const gate = await portal.enter('railway', '/gate', width);
    await gate.getByText(release.number).first().waitFor();
    await portal.look(gate, `gate-desk-${width}`);
    files.page = await save(gate, /下载离线核验页/);
    await gate.context().close();
  }
  const { attachments } = readPdf(readFileSync(files.slip ?? ''));
  assert.match(attachments[0] ?? '', /^eyJ/);

  const any = await portal.open('/');
  const context = await any
    .context()
    .browser()
    ?.newContext({ offline: true, viewport: { width: 390, height: 900 } });
  assert.ok(context);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const page = await context.newPage();
  await page.goto(pathToFileURL(files.page ?? '').toString());
  const check = async (token: string, expected: string) => {
    await page.getByLabel(/放行凭证/).fill(token);
    await page.getByRole('button', { name: /核验/ }).click();
    await page.locator('#result', { hasText: expected }).waitFor();
  };
  await check(attachments[0] ?? '', '有效：签名、有效期和撤销清单均已核对');
  await page.locator('#result', { hasText: '不得凭此提货' }).waitFor();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await accessibilityFaults(page), []);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 0);
    await screenshot(page, `offline-check-${width}`);
  }
  await check(`${release.token.slice(0, -6)}AAAAAA`, '签名不符');
  await page.getByLabel(/本场站代码/).fill('CKG-CUNTAN');
  await check(release.token, '不在本场站提货');
  await page.getByLabel(/本场站代码/).fill('');
  const customs = await signIn(portal.application, 'customs');
  await customs.send('POST', '/instructions', {
    shipmentId: id,
    objects: [release.objectId],
    kind: 'hold',
    reason: '布控',
  });
  const list = await until(
    () => trader.get<RevocationListView>('/release-revocations'),
    (l) => Buffer.from(l.list.split('.')[1] ?? '', 'base64url').includes(release.number),
    'the list',
  );
  const file = path.join(folder, 'list.json');
  writeFileSync(file, JSON.stringify(list));
  await page.getByText('换用新的密钥集和撤销清单').click();
  await page.getByLabel(/撤销清单文件/).setInputFiles(file);
  await check(release.token, '放行已被撤销');
  assert.deepEqual(
    asked.filter((url) => !url.startsWith('file:')),
    [],
    'nothing was asked of any network',
  );
  await context.close();
});

test('[P7] the same page with the keys of WebCrypto', async () => {
  const page = await portal.open('/');
  // Three kinds in one set, each with a token of its own, made here: the page is only told what is published.
  const { keys, tokens, list } = await makeTokens(['EdDSA', 'ES256', 'SM2SM3']);
  const html = (await (await fetch(`${portal.application.url}/verify-release.html`)).text()).replace(
    '{"keys":[],"list":null}',
    () => JSON.stringify({ keys, list }),
  );
  const file = path.join(folder, 'all.html');
  writeFileSync(file, html);
  const context = await page.context().browser()?.newContext({ offline: true });
  assert.ok(context);
  const alone = await context.newPage();
  await alone.goto(pathToFileURL(file).toString());
  for (const token of tokens) {
    await alone.getByLabel(/放行凭证/).fill(token);
    await alone.getByRole('button', { name: /核验/ }).click();
    await alone.locator('#result.valid').waitFor();
    await alone.getByLabel(/放行凭证/).fill(`${token.slice(0, -6)}AAAAAA`);
    await alone.getByRole('button', { name: /核验/ }).click();
    await alone.locator('#result.invalid').waitFor();
  }
  await context.close();
});
