// What both commands do first, on bare Node 20 with built-ins only: install when the lock file changed, build the portal when
// its sources changed. Progress is shown; nothing is done twice.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const bin = path.join(root, 'node_modules', '.bin');
/** Node 24 from the registry comes first, whatever the machine has; what it has compiled once it need not compile again. */
export const environment = {
  NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'node'),
  ...process.env,
  PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
};

const digestOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
};
const filesBelow = (dir, wanted) =>
  !existsSync(path.join(root, dir))
    ? []
    : readdirSync(path.join(root, dir), { withFileTypes: true })
        .flatMap((entry) => {
          const at = `${dir}/${entry.name}`;
          return entry.isDirectory() ? filesBelow(at, wanted) : wanted(at) ? [at] : [];
        })
        .sort();
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf-8') : '');

function run(command, args, what) {
  const began = Date.now();
  process.stdout.write(`${what} …\n`);
  const result = spawnSync(command, args, { cwd: root, env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.status !== 0) {
    process.stderr.write(`失败 / failed: ${command} ${args.join(' ')}\n`);
    process.exit(result.status ?? 1);
  }
  process.stdout.write(`  ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

export function install() {
  const stamp = path.join(root, 'node_modules', '.portico-lock');
  const digest = digestOf(['package.json', 'package-lock.json']);
  if (read(stamp) === digest) return;
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], '安装依赖 / installing dependencies (npm ci)');
  writeFileSync(stamp, digest);
}

export function buildWeb() {
  if (!existsSync(path.join(root, 'src/web/index.html'))) return;
  const stamp = path.join(root, 'dist', '.web-digest');
  const digest = digestOf([
    ...filesBelow('src', (f) => /\/web\/|contract\.ts$|^src\/kernel\//.test(f)),
    'vite.config.ts',
    'tools/verify-draw.ts',
    'src/runtime/codec/write-tar.ts',
    'package-lock.json',
  ]);
  if (read(stamp) === digest) return;
  run('node', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], '构建页面 / building the portal');
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}
