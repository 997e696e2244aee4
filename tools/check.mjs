// `npm run check`: the checks side by side, each one's words together; fails when one of them does.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { bin, environment, install, root } from './prepare.mjs';

install();
const checks = {
  types: ['tsc', '--noEmit', '-p', '.'],
  lint: ['biome', 'ci', '.'],
  boundaries: ['depcruise', '--config', '.dependency-cruiser.cjs', 'src'],
  dead: ['knip', '--no-progress'],
  docs: ['node', 'tools/docs.ts', '--check'],
};

function run(name, [program, ...words]) {
  return new Promise((resolve) => {
    const said = [];
    const child = spawn(path.join(bin, program), words, { cwd: root, env: environment });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes));
    child.on('error', (error) => said.push(Buffer.from(String(error))));
    child.on('close', (code) => {
      process.stdout.write(`\n— ${name}: ${code === 0 ? '通过 / passed' : '未通过 / failed'}\n`);
      process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}
const passed = await Promise.all(Object.entries(checks).map(([name, command]) => run(name, command)));
process.exitCode = passed.every(Boolean) ? 0 : 1;
