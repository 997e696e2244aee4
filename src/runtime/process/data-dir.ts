// One process per data directory: a second start is refused with a clear message; a lock left by a dead process is taken over.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

export class DataDirTaken extends Error {}

export function claimDataDir(dir: string): { release(): void } {
  const file = path.join(dir, 'portico.lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, `${process.pid} ${startOf(process.pid)}`);
      closeSync(handle);
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const [pid = '', started = ''] = readFileSync(file, 'utf-8').split(' ');
      if (isAlive(Number(pid), started))
        throw new DataDirTaken(
          `数据目录 ${dir} 正被进程 ${pid} 使用；请停止它，或用 DATA_DIR=… 另选目录\nThe data directory ${dir} is in use by process ${pid}; stop that one, or choose another with DATA_DIR=…`,
        );
      rmSync(file, { force: true });
    }
  }
  throw new DataDirTaken(`无法占用数据目录 ${dir} / cannot claim the data directory ${dir}`);
}

/** Start time in clock ticks, so that a reused pid is not taken for the old process. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf-8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
function isAlive(pid: number, started: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return started === '' || startOf(pid) === started;
}
