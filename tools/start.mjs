// `npm start`: install, build, run; ctrl-C stops everything it started.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { bin, buildWeb, environment, install, root } from './prepare.mjs';

install();
buildWeb();
const child = spawn(path.join(bin, 'node'), ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
  cwd: root,
  env: environment,
  stdio: 'inherit',
});
// The terminal sends ctrl-C to both; a signal sent to this process alone is handed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
