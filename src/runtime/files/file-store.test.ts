// Bytes under their digest: on disk and in an S3-compatible bucket; killed in the middle of writing, altered, lost, away.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { keys, type S3Double, signatureOf, startS3Double } from '../../../tests/support/s3-double.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { FilesAway } from './blob-store.ts';
import { createFileStore, type FileStore } from './file-store.ts';
import type { S3Place } from './s3-store.ts';

const folder = () => mkdtempSync(path.join(tmpdir(), 'portico-files-'));
const kept = (place: Parameters<typeof createFileStore>[0]): FileStore => {
  const store = createFileStore(place);
  assert.ok(store);
  return store;
};
const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
async function digestsBefore(store: FileStore, instant: number): Promise<string[]> {
  const digests: string[] = [];
  for await (const digest of store.listBefore(instant)) digests.push(digest);
  return digests.sort();
}
const contents = [new Uint8Array(), Buffer.from('发票'), Buffer.alloc(3_000_000, 7)];

/** What every kind of store must do. */
async function behaves(store: FileStore): Promise<void> {
  for (const bytes of contents) {
    assert.equal(await store.keep(bytes), sha256Hex(bytes));
    await store.keep(bytes);
    const opened = await store.open(sha256Hex(bytes));
    assert.ok(opened instanceof Uint8Array && Buffer.compare(opened, bytes) === 0);
    assert.equal(await store.has(sha256Hex(bytes)), true);
  }
  const all = contents.map((bytes) => sha256Hex(bytes)).sort();
  assert.deepEqual(await digestsBefore(store, Date.now() + 3600_000), all);
  assert.deepEqual(await digestsBefore(store, Date.now() - 3600_000), []);
  const gone = all[0] ?? '';
  await store.remove(gone);
  await store.remove(gone);
  assert.equal(await store.has(gone), false);
  assert.equal(await store.open(gone), 'missing');
}

describe('in a folder', () => {
  let dir: string;
  before(() => {
    dir = folder();
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  test('[P2] keeps, opens, lists and removes; the same bytes lie there once', async () => {
    await behaves(kept({ kind: 'disk', dir: path.join(dir, 'new', 'files') }));
    assert.equal(filesBelow(path.join(dir, 'new')).length, 2);
  });

  test('[P2] an altered, shortened or lost file is noticed at reading; keeping it again heals it', async () => {
    const store = kept({ kind: 'disk', dir: path.join(dir, 'altered') });
    const bytes = Buffer.alloc(1000, 1);
    const digest = await store.keep(bytes);
    const [file = ''] = filesBelow(path.join(dir, 'altered'));
    for (const other of [Buffer.alloc(1000, 2), Buffer.alloc(999, 1), Buffer.alloc(0)]) {
      writeFileSync(file, other);
      assert.equal(await store.open(digest), 'altered');
    }
    rmSync(file);
    assert.equal(await store.open(digest), 'missing');
    await store.keep(bytes);
    assert.ok((await store.open(digest)) instanceof Uint8Array);
  });

  test('[P2 P3] killed at any moment of writing, no name ever holds half a file and nothing said to be kept is lost', async () => {
    const at = path.join(dir, 'killed');
    const program = path.resolve('tests/support/keep-forever.ts');
    const said = new Set<string>();
    for (let round = 0; round < 8; round++) {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, at, String(round)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const lines: string[] = [];
      child.stdout.setEncoding('utf-8').on('data', (text: string) => lines.push(text));
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
      child.kill('SIGKILL');
      await once(child, 'close');
      for (const line of lines.join('').split('\n').slice(0, -1)) said.add(line);
    }
    assert.ok(said.size > 8);
    const store = kept({ kind: 'disk', dir: at });
    for (const digest of said) assert.ok((await store.open(digest)) instanceof Uint8Array, `lost ${digest}`);
    const half = filesBelow(path.join(at, 'incoming'));
    for (const file of filesBelow(at))
      if (!half.includes(file))
        assert.equal(sha256Hex(readFileSync(file)), path.basename(file), 'half a file has a name');
    // What was left half written is cleared away once it is old enough that nobody can be at it.
    writeFileSync(path.join(at, 'incoming', 'half'), 'x');
    await digestsBefore(store, Date.now() - 3600_000);
    assert.ok(statSync(path.join(at, 'incoming', 'half')).isFile());
    utimesSync(path.join(at, 'incoming', 'half'), 1, 1);
    await digestsBefore(store, Date.now() - 3600_000);
    assert.ok(!readdirSync(path.join(at, 'incoming')).includes('half'));
  });

  test('[P3] a folder that cannot be written is a store that is away, not a fault', async () => {
    writeFileSync(path.join(dir, 'file'), '');
    const store = kept({ kind: 'disk', dir: path.join(dir, 'file') });
    await assert.rejects(store.keep(Buffer.from('x')), FilesAway);
  });
});

describe('in a bucket of an S3-compatible store', () => {
  let double: S3Double;
  let place: S3Place;
  before(async () => {
    double = await startS3Double();
    place = { endpoint: double.endpoint, bucket: 'portico', prefix: 'hub/files/', region: 'cn-north-1', ...keys };
  });
  after(() => double.stop());

  test('[P2] the other side of this test signs as the service’s own published examples do', () => {
    const scope = 'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=';
    const common = {
      host: 'examplebucket.s3.amazonaws.com',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-amz-date': '20130524T000000Z',
    };
    const get = {
      ...common,
      range: 'bytes=0-9',
      authorization: `${scope}host;range;x-amz-content-sha256;x-amz-date, Signature=`,
    };
    assert.equal(
      signatureOf({ method: 'GET', url: '/test.txt', headers: get }, keys.secretKey),
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
    const list = { ...common, authorization: `${scope}host;x-amz-content-sha256;x-amz-date, Signature=` };
    assert.equal(
      signatureOf({ method: 'GET', url: '/?max-keys=2&prefix=J', headers: list }, keys.secretKey),
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    );
  });

  test('[P2] keeps, opens, lists and removes', () => behaves(kept({ kind: 's3', ...place })));

  test('[P2] lists more than one page, and only what is its own', async () => {
    const store = kept({ kind: 's3', ...place, prefix: 'many/' });
    const digests = await Promise.all(Array.from({ length: 230 }, (_, n) => store.keep(Buffer.from(`${n}`))));
    assert.deepEqual(await digestsBefore(store, Date.now() + 3600_000), digests.sort());
  });

  test('[P2] what was altered in the bucket is noticed', async () => {
    const digest = await kept({ kind: 's3', ...place }).keep(Buffer.from('right'));
    const object = double.objects.get(`hub/files/${digest}`);
    assert.ok(object);
    object.bytes = Buffer.from('wrong');
    assert.equal(await kept({ kind: 's3', ...place }).open(digest), 'altered');
  });

  test('[P3] wrong keys, no bucket, a server that fails or is not there: the store is away, nothing was kept', async () => {
    const bytes = Buffer.from('x');
    const before = double.objects.size;
    for (const wrong of [
      { secretKey: 'WRONG' },
      { accessKey: 'NOBODY' },
      { bucket: 'nowhere' },
      { endpoint: 'http://127.0.0.1:9' },
    ])
      await assert.rejects(kept({ kind: 's3', ...place, ...wrong }).keep(bytes), FilesAway, JSON.stringify(wrong));
    double.failWith = 503;
    await assert.rejects(kept({ kind: 's3', ...place }).open(sha256Hex(bytes)), FilesAway);
    double.failWith = undefined;
    assert.equal(double.objects.size, before);
    assert.equal(await kept({ kind: 's3', ...place }).open(sha256Hex(bytes)), 'missing');
  });
});
