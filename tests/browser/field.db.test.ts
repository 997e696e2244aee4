// An officer in the yard with a phone (M4, P6): what he takes along opens without network, what he enters outlives the tab, goes up once when
// the network is back, and what changed meanwhile is said. Under the content policy that the server really sends.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, createServer, type Socket } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';
import { sql } from 'kysely';
import type { BrowserContext, Page } from 'playwright-core';
import type { FieldSheet, InspectionView } from '../../src/hub/inspection/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { type Client, fileShipment, signIn, until } from '../support/application.ts';
import { airImport, waterImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
let trader: Client;
let network: Network;
before(async () => {
  portal = await startPortal({ pace: 0.05 });
  trader = await signIn(portal.application, 'trader');
  network = await startNetwork(Number(new URL(portal.application.url).port));
});
after(async () => {
  network.stop();
  await portal.stop();
});

async function plan(reference: string, form = airImport): Promise<InspectionView> {
  const { id } = await fileShipment(trader, form(reference));
  const { items } = await until(
    () => trader.get<{ items: InspectionView[] }>(`/inspections?shipmentId=${id}`),
    (list) => list.items[0]?.joint === true,
    'a joint inspection',
  );
  return items[0] as InspectionView;
}
const task = (id: string) => trader.get<InspectionView>(`/inspections/${id}`);
const resultOf = (view: InspectionView, authority = 'customs') =>
  view.parts.find((part) => part.authority === authority)?.result;

type Network = { readonly url: string; cut(): void; mend(): void; stop(): void };
/**
 * The way from the phone to the server, which can be cut: what the browser emulates does not hold for service workers, and a page that was
 * opened without network takes itself to be online.
 */
async function startNetwork(port: number): Promise<Network> {
  let whole = true;
  const sockets = new Set<Socket>();
  const way = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => void way.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    whole = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://localhost:${(way.address() as { port: number }).port}`,
    cut,
    mend: () => void (whole = true),
    stop: () => {
      cut();
      way.close();
    },
  };
}
async function goOffline(context: BrowserContext): Promise<void> {
  network.cut();
  await context.setOffline(true);
}
async function goOnline(context: BrowserContext): Promise<void> {
  network.mend();
  await context.setOffline(false);
}

/** A phone with a profile of its own: policy, service worker and storage as they are outside. */
async function phone(): Promise<BrowserContext> {
  network.mend();
  const any = await portal.open('/');
  const context = await any
    .context()
    .browser()
    ?.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', isMobile: true, hasTouch: true });
  await any.context().close();
  assert.ok(context);
  context.setDefaultTimeout(40_000);
  return context;
}
async function enter(context: BrowserContext, account: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(network.url);
  await page.getByRole('button', { name: account, exact: true }).click();
  await page.getByRole('heading', { name: '办事大厅' }).waitFor();
  return page;
}
/** Opened with a network: from then on it is on the phone, page and sheet. */
async function takeAlong(page: Page, view: InspectionView): Promise<void> {
  await page.goto(`${network.url}/field`);
  await page.getByRole('link', { name: view.number }).first().click();
  await page.getByRole('heading', { name: new RegExp(view.number) }).waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.goto(`${network.url}/field`);
  await page.getByRole('region', { name: '本机' }).getByRole('link', { name: view.number }).waitFor();
}
const at = (view: InspectionView) => `${network.url}/field/${view.id}`;

/** A picture that a browser can read: grey, so wide and so high. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0x90);
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
const photo = { name: 'IMG_1.png', mimeType: 'image/png', buffer: png(2400, 1800) };

const recorded = async (id: string): Promise<number> =>
  portal.application.unitOfWork.read(portico, async ({ db }) => {
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from runtime.event
      where type = 'inspection.result-recorded' and payload ->> 'inspectionId' = ${id} and payload ->> 'authority' = 'customs'`.execute(
      db,
    );
    return Number(rows[0]?.n);
  });

test('[P6][M4] entered without network, in a page that was opened without network, and recorded exactly once', async () => {
  const view = await plan('JOINT-PHONE-1', waterImport);
  const context = await phone();
  let page = await enter(context, 'customs');
  const violations: string[] = [];
  context.on('console', (line) => /content security policy/i.test(line.text()) && violations.push(line.text()));
  await takeAlong(page, view);

  await goOffline(context);
  await page.goto(at(view));
  await page.getByText('无网络，照常填写').waitFor();
  await page.getByLabel('查验结果').selectOption('abnormal');
  await page.getByLabel('处理', { exact: true }).first().selectOption('9');
  await page.getByRole('textbox', { name: '情况' }).first().fill('第 1 项少 2 个');
  await page.locator('summary', { hasText: '第 1 项' }).click();
  await page.getByLabel('实际数量').first().fill('998');
  await page.locator('#line-1-handling').selectOption('9');
  await page.getByRole('button', { name: '申报的封志 CN881 在' }).click();
  await page.getByLabel('动作').selectOption('put-on');
  await page.getByLabel('封志号').fill('CQ0001');
  await page.getByRole('button', { name: '加入封志' }).click();
  await page.getByLabel('样品编号').fill('S-1');
  await page.getByLabel('所取样品').fill('外壳');
  await page.getByLabel('送检实验室').fill('重庆海关技术中心');
  await page.getByRole('button', { name: '加入样品' }).click();
  await page
    .getByLabel(/拍照或选取/)
    .setInputFiles([photo, { ...photo, name: 'x.png', buffer: Buffer.from('no picture') }]);
  await page.getByRole('img', { name: '照片 1' }).waitFor();
  await page.getByText('1 个文件不是可读的图片').waitFor();
  await page.getByLabel('照片 1 说明').fill('箱门');
  await page.getByText('填写中，已存本机').waitFor();
  await portal.look(page, 'field-offline-390');

  // The tab is killed; another one, still without network, has everything.
  await page.close();
  page = await context.newPage();
  await page.goto(at(view));
  await page.getByRole('img', { name: '箱门' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: '情况' }).first().inputValue(), '第 1 项少 2 个');
  await page.getByText('新施加 CQ0001').waitFor();
  await page.getByRole('button', { name: '登记结果' }).click();
  await page.getByText('已存本机，联网后自动上传').waitFor();
  await page.reload();
  await page.getByText('已存本机，联网后自动上传').waitFor();
  await portal.look(page, 'field-waiting-390');
  assert.equal(resultOf(await task(view.id)), undefined);

  await goOnline(context);
  await page.getByText('结果已登记').waitFor();
  const done = await until(
    () => task(view.id),
    (i) => resultOf(i) !== undefined,
    'the result',
  );
  const result = resultOf(done);
  assert.deepEqual(
    result?.items?.map(({ lineNumber, quantity, handlingCode }) => [lineNumber, quantity, handlingCode]),
    [['1', '998', '9']],
  );
  assert.deepEqual(
    result?.seals?.map((seal) => [seal.act, seal.number]),
    [
      ['found', 'CN881'],
      ['put-on', 'CQ0001'],
    ],
  );
  assert.equal(result?.samples?.[0]?.laboratory, '重庆海关技术中心');
  assert.equal(result?.photos?.[0]?.caption, '箱门');
  assert.ok(result?.enteredAt && result.enteredAt <= result.recordedAt);
  const small = await trader.raw('GET', `/inspections/${view.id}/photos/${result?.photos?.[0]?.digest}`);
  const bytes = Buffer.from(await small.arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xff, 0xd8, 0xff], 'made a JPEG on the phone');
  assert.ok(bytes.length < 200_000);
  await page.reload();
  await page.getByText('结果已登记').waitFor();
  assert.equal(await recorded(view.id), 1);
  await portal.look(page, 'field-sent-390');
  assert.deepEqual(violations, []);
  await context.close();
});

test('[P6][M4] what changed meanwhile is said, and what was entered is kept: moved, and ended by a colleague', async () => {
  const [moved, ended] = [await plan('JOINT-PHONE-2'), await plan('JOINT-PHONE-3')];
  const context = await phone();
  const page = await enter(context, 'customs');
  for (const view of [moved, ended]) await takeAlong(page, view);
  await goOffline(context);
  for (const view of [moved, ended]) {
    await page.goto(at(view));
    await page.getByRole('textbox', { name: '情况' }).first().fill(`相符 ${view.number}`);
    await page.getByRole('button', { name: '登记结果' }).click();
    await page.getByText('已存本机，联网后自动上传').waitFor();
  }
  const { items } = await trader.get<{ items: { id: string }[] }>(`/inspections/${moved.id}/slots`);
  await trader.send('POST', `/inspections/${moved.id}/reschedule`, { slotId: items.at(-1)?.id, reason: '车辆未到' });
  const colleague = await signIn(portal.application, 'customs');
  const own = { outcome: 'normal', handlingCode: '11', findings: '同事登记' };
  await colleague.send('POST', `/inspections/${ended.id}/results`, own);

  await goOnline(context);
  await page.getByText('该任务已不能登记；您填写的内容保留如下').waitFor();
  await page.getByText('贵部门的查验结果已登记').waitFor();
  assert.equal(await page.getByRole('textbox', { name: '情况' }).first().inputValue(), `相符 ${ended.number}`);
  await portal.look(page, 'field-ended-390');
  await page.goto(at(moved));
  await page.getByText('任务在您填写后有变更').waitFor();
  assert.equal(await page.getByRole('textbox', { name: '情况' }).first().inputValue(), `相符 ${moved.number}`);
  await portal.look(page, 'field-moved-390');
  await page.getByRole('button', { name: '已查看，所填内容仍适用' }).click();
  await page.getByRole('button', { name: '登记结果' }).click();
  await page.getByText('结果已登记').waitFor();
  assert.equal(resultOf(await task(moved.id))?.findings, `相符 ${moved.number}`);
  assert.equal(resultOf(await task(ended.id))?.findings, '同事登记');
  await context.close();
});

test('[P6][P11] signed out meanwhile he signs in and goes on; when he signs out himself nothing of his is left on the phone', async () => {
  const [first, second] = [await plan('JOINT-PHONE-4'), await plan('JOINT-PHONE-5')];
  const context = await phone();
  const page = await enter(context, 'customs');
  for (const view of [first, second]) await takeAlong(page, view);
  await goOffline(context);
  await page.goto(at(first));
  await page.getByRole('textbox', { name: '情况' }).first().fill('相符');
  await page.getByRole('button', { name: '登记结果' }).click();
  await page.getByText('已存本机，联网后自动上传').waitFor();
  await portal.application.unitOfWork.run(portico, ({ db }) =>
    sql`delete from enterprise.session where person_id = (select id from enterprise.person where account = 'customs')`.execute(
      db,
    ),
  );
  await goOnline(context);
  await page.getByText('已填写的内容仍在本机').waitFor();
  assert.equal(resultOf(await task(first.id)), undefined);
  await page.getByRole('button', { name: 'customs', exact: true }).click();
  await page.getByText('结果已登记').waitFor();
  assert.equal(await recorded(first.id), 1);

  await page.goto(at(second));
  await page.getByRole('textbox', { name: '情况' }).first().fill('未上传');
  await page.getByText('填写中，已存本机').waitFor();
  const left = () =>
    page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('portico-field');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      let rows = 0;
      for (const name of database.objectStoreNames)
        rows += await new Promise<number>((resolve) => {
          const counted = database.transaction(name).objectStore(name).count();
          counted.onsuccess = () => resolve(counted.result);
        });
      database.close();
      return { rows, caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length };
    });
  const before = await left();
  assert.ok(before.rows >= 3 && before.caches.length === 1 && before.workers === 1, JSON.stringify(before));
  // The click ends only when the question is answered.
  const leave = async (answer: 'accept' | 'dismiss') => {
    const asked = page.waitForEvent('dialog');
    const clicked = page.getByRole('button', { name: '退出' }).click();
    const warning = await asked;
    await warning[answer]();
    await clicked;
    return warning.message();
  };
  await leave('dismiss');
  assert.equal((await left()).rows, before.rows, 'he thought better of it');
  assert.match(await leave('accept'), /1 项查验记录未上传/);
  await page.getByRole('heading', { name: '登录' }).waitFor();
  assert.deepEqual(await left(), { rows: 0, caches: [], workers: 0 });
  await context.close();
});

test('[P6] the list and the sheet in English, wide and narrow, for a second authority', async () => {
  const view = await plan('JOINT-PHONE-6');
  for (const width of [1440, 390]) {
    const page = await portal.enter('border', '/field', width);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'In the yard' }).waitFor();
    await page.getByRole('link', { name: view.number }).first().waitFor();
    await portal.look(page, `field-list-en-${width}`);
    await page.getByRole('link', { name: view.number }).first().click();
    await page.getByRole('heading', { name: new RegExp(view.number) }).waitFor();
    await page.getByRole('button', { name: 'Record the result' }).waitFor();
    await portal.look(page, `field-sheet-en-${width}`);
    await page.context().close();
  }
  const border = await signIn(portal.application, 'border');
  const sheet = await border.get<FieldSheet>(`/inspections/${view.id}/sheet`);
  assert.ok(
    sheet.goods.every((line) => line.hsCode === undefined),
    'no more of the goods than its function needs',
  );
});
