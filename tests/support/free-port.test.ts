import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';

const MANY = 400;

test('no port is given twice, neither to one process nor to two at once', async () => {
  const program = `import { freePort } from ${JSON.stringify(new URL('./free-port.ts', import.meta.url).href)};
    const ports = []; for (let i = 0; i < ${MANY}; i++) ports.push(await freePort());
    console.log(ports.join()); await new Promise((resolve) => setTimeout(resolve, 1000));`;
  const other = promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--disable-warning=ExperimentalWarning',
    '-e',
    program,
  ]);
  const ports: number[] = [];
  for (let i = 0; i < MANY; i++) ports.push(await freePort());
  const theirs = (await other).stdout.trim().split(',').map(Number);
  assert.equal(theirs.length, MANY);
  assert.equal(new Set([...ports, ...theirs]).size, 2 * MANY);
});
