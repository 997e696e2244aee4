// `npm run check`: every `check:` script of package.json side by side, each one's words together; fails when one of them does.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { environment, install, root } from './prepare.mjs';

install();
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf-8'));

function run(name) {
  return new Promise((resolve) => {
    const said = [];
    const child = spawn('npm', ['run', '--silent', name], { cwd: root, env: environment });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes));
    child.on('error', (error) => said.push(Buffer.from(String(error))));
    child.on('close', (code) => {
      process.stdout.write(`\n— ${name}: ${code === 0 ? '通过 / passed' : '未通过 / failed'}\n`);
      process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}
const passed = await Promise.all(
  Object.keys(scripts)
    .filter((name) => name.startsWith('check:'))
    .map(run),
);
process.exitCode = passed.every(Boolean) ? 0 : 1;
