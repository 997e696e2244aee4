// Starts `hostile-partners.ts`; it ends with its parent, whatever happens to that.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type HostilePartners = { readonly ports: Readonly<Record<string, number>>; stop(): Promise<void> };

export async function startHostilePartners(): Promise<HostilePartners> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'tests/support/hostile-partners.ts'],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return {
    ports: JSON.parse(text) as Record<string, number>,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
