// `npm run bench -- NAME`: runs bench/NAME.ts; each figure is one JSON line.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { bin, environment, install, root } from './prepare.mjs';

install();
const [name] = process.argv.slice(2);
const file = path.join(root, 'bench', `${name}.ts`);
if (!name || !existsSync(file)) {
  process.stderr.write(
    `npm run bench -- NAME, one of: ${readdirSync(path.join(root, 'bench'))
      .filter((f) => f.endsWith('.ts'))
      .map((f) => f.replace('.ts', ''))
      .join(' ')}\n`,
  );
  process.exit(2);
}
spawn(path.join(bin, 'node'), ['--disable-warning=ExperimentalWarning', file], {
  cwd: root,
  env: { ...environment, PORTICO_DURABLE: '1' },
  stdio: 'inherit',
}).on('exit', (code) => process.exit(code ?? 1));
