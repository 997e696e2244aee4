// What a node is told to do: `api`, `worker`, `channel:NAME`, `channels`, `exporter`, `simulators`, several with commas, or `all`
// (neither simulators nor exporter). `channels` and `all` leave out channels that have a process of their own (PORTICO_CHANNELS_ELSEWHERE).
import { channels } from './channels/index.ts';
import { ConfigError } from './runtime/config.ts';

/** Everything shares the work through the database; any number of nodes may have any of them. */
export type Roles = {
  /** Answers people and programs. */
  readonly api: boolean;
  /** Carries events to their reactions, and messages to subscribers. */
  readonly worker: boolean;
  /** Channels whose lanes it offers to own. */
  readonly channels: readonly string[];
  /** Tells data platforms of every event over JetStream. */
  readonly exporter: boolean;
  /** Plays the partners (demo mode); one process only. */
  readonly simulators: boolean;
};
/** `elsewhere`: channels with a process of their own. */
export const allRoles = (simulators: boolean, elsewhere: readonly string[] = []): Roles => ({
  api: true,
  worker: true,
  channels: channels.map((channel) => channel.id).filter((id) => !elsewhere.includes(id)),
  exporter: false,
  simulators,
});

export function parseRoles(text: string, elsewhere: readonly string[] = []): Roles {
  const known = channels.map((channel) => channel.id);
  mustBeKnown(elsewhere, known);
  const words = text.split(',').map((word) => word.trim());
  const owned = new Set<string>();
  for (const word of words) {
    const [, id] = /^channel:(.+)$/.exec(word) ?? [];
    if (word === 'channels') for (const channel of known.filter((id) => !elsewhere.includes(id))) owned.add(channel);
    else if (id && known.includes(id)) owned.add(id);
    else if (!['all', 'api', 'worker', 'exporter', 'simulators'].includes(word))
      throw new ConfigError([
        {
          zh: `--role ${word}：没有这种角色；可用 api、worker、channels、exporter、simulators、all，或 channel:${known.join('、channel:')}`,
          en: `--role ${word}: no such role; use api, worker, channels, exporter, simulators, all, or channel:${known.join(', channel:')}`,
        },
      ]);
  }
  if (words.includes('all')) return allRoles(false, elsewhere);
  return {
    api: words.includes('api'),
    worker: words.includes('worker'),
    channels: [...owned],
    exporter: words.includes('exporter'),
    simulators: words.includes('simulators'),
  };
}

/** A name that is mistyped would leave its channel to nobody. */
export function mustBeKnown(elsewhere: readonly string[], known = channels.map((channel) => channel.id)): void {
  const unknown = elsewhere.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new ConfigError([
      {
        zh: `PORTICO_CHANNELS_ELSEWHERE=${unknown}：没有这个通道；可用 ${known.join('、')}`,
        en: `PORTICO_CHANNELS_ELSEWHERE=${unknown}: no such channel; use ${known.join(', ')}`,
      },
    ]);
}
