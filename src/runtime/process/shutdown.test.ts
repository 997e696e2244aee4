import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

const module = new URL('./shutdown.ts', import.meta.url).href;
/** A process of two parts; the one that started last is stopped first, in the way given. */
async function stopped(lastStops: string): Promise<{ code: number; said: string[] }> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--input-type=module',
      '-e',
      `const { createShutdown } = await import(${JSON.stringify(module)});
       const shutdown = createShutdown(() => console.log('stopping'), (ms) => console.log('late ' + ms), 200);
       await shutdown.start(async () => 1, () => console.log('first stopped'));
       await shutdown.start(async () => 2, ${lastStops});
       setInterval(() => {}, 1000);
       console.log('up');`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
    if (output === 'up\n') child.kill('SIGTERM');
  });
  const [code] = (await once(child, 'exit')) as [number];
  return { code, said: output.trim().split('\n') };
}

test('[P3] everything is stopped in reverse order, also when a part fails to', async () => {
  assert.deepEqual(await stopped("() => console.log('last stopped')"), {
    code: 0,
    said: ['up', 'stopping', 'last stopped', 'first stopped'],
  });
  assert.deepEqual(await stopped("() => Promise.reject(new Error('no'))"), {
    code: 0,
    said: ['up', 'stopping', 'first stopped'],
  });
});

test('[P3] a part that never stops is given up: the others stop, it is said, and the process ends', async () => {
  assert.deepEqual(await stopped('() => new Promise(() => {})'), {
    code: 1,
    said: ['up', 'stopping', 'late 200', 'first stopped'],
  });
});
