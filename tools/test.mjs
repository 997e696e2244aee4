// `npm test [-- paths]`: install, build, one embedded PostgreSQL for the run, every test; ends with the plain count.
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { bin, buildWeb, environment, install, root } from './prepare.mjs';

install();
buildWeb();

const below = (at) =>
  statSync(at).isDirectory()
    ? readdirSync(at)
        .filter((name) => name !== 'fixtures' && name !== 'node_modules')
        .flatMap((name) => below(path.join(at, name)))
    : at.endsWith('.test.ts')
      ? [at]
      : [];
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const files = (wanted.length > 0 ? wanted : ['src', 'tests']).flatMap((at) => below(path.resolve(root, at)));

const runner = spawn(
  path.join(bin, 'node'),
  ['--disable-warning=ExperimentalWarning', 'tools/run-tests.ts', ...files],
  { cwd: root, env: environment, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => runner.kill(signal));
runner.on('exit', (code) => process.exit(code ?? 1));
