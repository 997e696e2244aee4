// A port nobody listens on, below those the system gives to outgoing connections: between asking and listening nobody gets it by chance.
// A file names who was given which one, so that neither a second call nor a test file beside this one gets it before somebody listens.
import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const LOWEST = 15_000;
const HIGHEST = 32_000;
const GIVEN = path.join(tmpdir(), 'portico-ports');
const mine: string[] = [];

export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST);
    if (!take(port)) continue;
    const free = await new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (free) return port;
  }
}

/** For this process until it ends; what one that was killed had taken is free again. */
function take(port: number): boolean {
  mkdirSync(GIVEN, { recursive: true });
  const file = path.join(GIVEN, String(port));
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch {
    // Another one is tried next time round: removing and taking in one go would let two take it.
    if (!lives(file)) rmSync(file, { force: true });
    return false;
  }
  if (mine.length === 0)
    process.once('exit', () => {
      for (const taken of mine) rmSync(taken, { force: true });
    });
  mine.push(file);
  return true;
}

function lives(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf-8'));
    // Just made, its owner not yet written.
    if (pid === 0) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
