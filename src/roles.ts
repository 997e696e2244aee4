// What a node is told to do: `api`, `worker`, `channel:NAME`, `channels`, `exporter`, `simulators`, several with commas, or `all`
// (neither simulators nor exporter).
import { allRoles, type Roles } from './application.ts';
import { channels } from './channels/index.ts';
import { ConfigError } from './runtime/config.ts';

export function parseRoles(text: string): Roles {
  const known = channels.map((channel) => channel.id);
  const words = text.split(',').map((word) => word.trim());
  const owned = new Set<string>();
  for (const word of words) {
    const [, id] = /^channel:(.+)$/.exec(word) ?? [];
    if (word === 'channels') for (const channel of known) owned.add(channel);
    else if (id && known.includes(id)) owned.add(id);
    else if (!['all', 'api', 'worker', 'exporter', 'simulators'].includes(word))
      throw new ConfigError([
        {
          zh: `--role ${word}：没有这种角色；可用 api、worker、channels、exporter、simulators、all，或 channel:${known.join('、channel:')}`,
          en: `--role ${word}: no such role; use api, worker, channels, exporter, simulators, all, or channel:${known.join(', channel:')}`,
        },
      ]);
  }
  if (words.includes('all')) return allRoles(false);
  return {
    api: words.includes('api'),
    worker: words.includes('worker'),
    channels: [...owned],
    exporter: words.includes('exporter'),
    simulators: words.includes('simulators'),
  };
}
