// The document library as people use it: attachments kept beside the database, scanned before others have them, every version there,
// what is missing or altered said; found from the case to the paper by those who may see it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { DocumentView, LibraryPage } from '../../src/hub/documents/contract.ts';
import { sweepFiles } from '../../src/hub/documents/sweep-files.ts';
import { createFileStore } from '../../src/runtime/files/file-store.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { type ClamdDouble, EICAR, startClamdDouble } from '../support/clamd-double.ts';
import { railImport } from '../support/forms.ts';

let application: TestApplication;
let scanner: ClamdDouble;
let dir: string;
let trader: Client;
let customs: Client;
let filed: string;
before(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'portico-library-'));
  scanner = await startClamdDouble((bytes) => {
    if (bytes.includes('ENCRYPTED')) return 'stream: Heuristics.Encrypted.PDF ERROR';
    if (bytes.includes('CRASHES')) return 'HANG UP';
    return bytes.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
  });
  application = await startTestApplication({
    files: { kind: 'disk', dir },
    scanner: { host: '127.0.0.1', port: scanner.port },
  });
  trader = await signIn(application, 'trader');
  customs = await signIn(application, 'customs');
  filed = (await fileShipment(trader, railImport('CLEAN-LIBRARY'))).id;
});
after(async () => {
  scanner.resume();
  await application.stop();
  await scanner.stop();
  rmSync(dir, { recursive: true, force: true });
  // Of a scanner that breaks off the log hears; of nothing else.
  assert.deepEqual(
    application.faults.filter((fault) => !fault.includes('the scanner hung up')),
    [],
  );
});

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}`);
async function attach(bytes: Uint8Array, name: string): Promise<DocumentView> {
  const reply = await trader.raw('POST', `/shipments/${filed}/attachments`, bytes, {
    'x-file-name': encodeURIComponent(name),
  });
  assert.equal(reply.status, 201, await reply.clone().text());
  return (await reply.json()) as DocumentView;
}
const scanned = (id: string, state: string) =>
  until(
    () => trader.get<DocumentView>(`/documents/${id}`),
    (view) => view.scan?.state === state,
    `scan ${state}`,
  );
const content = async (client: Client, id: string) => {
  const reply = await client.raw('GET', `/documents/${id}/content`);
  const bytes = Buffer.from(await reply.arrayBuffer());
  return { status: reply.status, bytes, code: reply.ok ? '' : (JSON.parse(bytes.toString()) as { code: string }).code };
};
const filesNamed = (digest: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.name === digest);

test('[P2] an attachment lies beside the database and is nobody else’s until the scanner has found it clean', async () => {
  scanner.pause();
  const bytes = pdf('发票 1');
  const view = await attach(bytes, '发票.pdf');
  assert.equal(view.scan?.state, 'scanning');
  assert.equal(view.digest, createHash('sha256').update(bytes).digest('hex'));
  assert.equal(filesNamed(view.digest).length, 1);
  assert.deepEqual((await content(trader, view.id)).bytes, bytes, 'whoever uploaded it has it');
  assert.deepEqual(await content(customs, view.id).then(({ status, code }) => ({ status, code })), {
    status: 409,
    code: 'ATTACHMENT_NOT_SCANNED',
  });
  scanner.resume();
  await scanned(view.id, 'clean');
  assert.deepEqual((await content(customs, view.id)).bytes, bytes);
});

test('[P2] EICAR is found and given to nobody, not even to whoever sent it', async () => {
  const view = await attach(pdf(EICAR), '病毒.pdf');
  const { scan } = await scanned(view.id, 'infected');
  assert.equal(scan?.text, 'Eicar-Test-Signature');
  for (const client of [trader, customs]) assert.equal((await content(client, view.id)).code, 'ATTACHMENT_INFECTED');
});

test('[P2] what the scanner refuses or breaks off at stays with its owner', async () => {
  for (const text of ['ENCRYPTED', 'CRASHES']) {
    const view = await attach(pdf(text), `${text}.pdf`);
    await scanned(view.id, 'unscannable');
    assert.equal((await content(customs, view.id)).code, 'ATTACHMENT_UNSCANNABLE');
    assert.equal((await content(trader, view.id)).status, 200);
  }
});

test('[P2] hostile uploads: empty, unknown, too large, names like paths; nothing of them is kept as a document', async () => {
  const files = () => readdirSync(dir, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).length;
  const before = files();
  const refused = async (bytes: Uint8Array, status: number, code: string) => {
    const reply = await trader.raw('POST', `/shipments/${filed}/attachments`, bytes);
    assert.equal(reply.status, status);
    assert.equal(((await reply.json()) as { code: string }).code, code);
  };
  await refused(Buffer.alloc(0), 422, 'ATTACHMENT_TYPE_UNKNOWN');
  await refused(Buffer.from('<script>alert(1)</script>'), 422, 'ATTACHMENT_TYPE_UNKNOWN');
  await refused(Buffer.from('PK\u0003\u0004 no ofd'), 422, 'ATTACHMENT_TYPE_UNKNOWN');
  await refused(Buffer.alloc(10 * 1024 * 1024 + 1, pdf('x')), 413, 'BODY_TOO_LARGE');
  const foreign = await customs.raw('POST', `/shipments/${filed}/attachments`, pdf('x'));
  assert.equal(foreign.status, 403);
  assert.equal(files(), before);
  const { fileName } = await attach(pdf('path'), '../../etc/<img src=x>.pdf');
  assert.equal(fileName, '<img src=x>.pdf');
});

test('[P2] every version is kept; the same bytes lie there once', async () => {
  const first = await attach(pdf('箱单 一'), '箱单.pdf');
  const second = await attach(pdf('箱单 二'), '箱单.pdf');
  const again = await attach(pdf('箱单 一'), '箱单.pdf');
  assert.equal(filesNamed(first.digest).length, 1);
  const { items } = await trader.get<{ items: DocumentView[] }>(`/documents/${second.id}/versions`);
  assert.deepEqual(
    items.map((v) => v.id),
    [first.id, second.id, again.id],
  );
  const page = await until(
    () => customs.get<LibraryPage>(`/library?query=${encodeURIComponent('箱单')}`),
    (found) => found.items.length === 3,
    'the indexer has seen them',
  );
  assert.equal(page.items[0]?.id, again.id);
  assert.deepEqual(page.items[0]?.found[0]?.marks.length, 1);
});

test('[P2] a missing or altered body is noticed and said; keeping it again heals it', async () => {
  const view = await attach(pdf('会丢的'), '合同.pdf');
  const [entry] = filesNamed(view.digest);
  const file = path.join(entry?.parentPath ?? '', entry?.name ?? '');
  writeFileSync(file, pdf('改过的'));
  assert.deepEqual(await content(trader, view.id).then(({ status, code }) => ({ status, code })), {
    status: 503,
    code: 'DOCUMENT_BODY_ALTERED',
  });
  rmSync(file);
  assert.equal((await content(trader, view.id)).code, 'DOCUMENT_BODY_MISSING');
  await attach(pdf('会丢的'), '合同.pdf');
  assert.equal((await content(trader, view.id)).status, 200);
});

test('[P2 P3] bytes without a row are swept after a day, bytes with one never', async () => {
  const view = await attach(pdf('留下的'), '留下.pdf');
  const store = createFileStore({ kind: 'disk', dir });
  assert.ok(store);
  const orphan = await store.keep(pdf('没有记录'));
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && entry.name !== orphan) utimesSync(path.join(entry.parentPath, entry.name), 1, 1);
  assert.equal(await sweepFiles(application.unitOfWork, store, new Date()), 0, 'an upload may be under way');
  assert.equal(await sweepFiles(application.unitOfWork, store, new Date(Date.now() + 25 * 3600_000)), 1);
  assert.equal(await store.has(orphan), false);
  assert.equal((await content(trader, view.id)).status, 200);
  // The digest is free again for a true upload.
  const later = await attach(pdf('没有记录'), '后来.pdf');
  assert.equal((await content(trader, later.id)).status, 200);
});
