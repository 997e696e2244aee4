// A process that keeps file after file in a folder and says each digest once it is durable, until it is killed: `node keep-forever.ts DIR SEED`.
import { writeSync } from 'node:fs';
import { createFileStore } from '../../src/runtime/files/file-store.ts';

const [dir = '', seed = '0'] = process.argv.slice(2);
const store = createFileStore({ kind: 'disk', dir });
for (let n = 0; store; n++) {
  // Few different contents, so that the same file is also written again over itself.
  const content = Buffer.alloc(200_000 + (n % 7), `${seed} ${n % 40} `);
  writeSync(1, `${await store.keep(content)}\n`);
}
