// Runs a bench small, as a process of its own, and gives its figures: that they are printed, not how great they are.
import { spawn } from 'node:child_process';

export type Figure = { readonly bench: string; readonly name: string; readonly value: number; readonly unit: string };

export async function runBench(
  name: string,
  env: Record<string, string>,
): Promise<{ code: number | null; figures: Figure[]; errors: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', `bench/${name}.ts`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    code,
    errors,
    figures: out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Figure),
  };
}
