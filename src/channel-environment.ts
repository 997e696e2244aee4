// What the process of one channel is given of the settings: its own partner's and what all share, no other partner's and no key that signs.
import { channels } from './channels/index.ts';
import type { Env } from './runtime/bad-setting.ts';
import { ConfigError } from './runtime/config.ts';

/** Keys of the platform that carrying a channel has no use for. */
const notNeeded = [
  'PORTICO_RELEASE_KEY',
  'PORTICO_LEDGER_KEY',
  'PORTICO_CHANNELS_ELSEWHERE',
  'FILES_ACCESS_KEY',
  'FILES_SECRET_KEY',
  'FILES_URL',
  'SMTP_URL',
  'MAIL_FROM',
];

export function channelEnvironment(env: Env, channel: string): Env {
  const own = `PORTICO_CHANNEL_${channel.toUpperCase().replaceAll('-', '_')}_`;
  const production = env.PORTICO_MODE === 'production';
  const kept = Object.entries(env).filter(
    ([name]) =>
      (!name.startsWith('PORTICO_CHANNEL_') || isOwn(name, own)) &&
      !/^PORTICO_OIDC_/.test(name) &&
      !notNeeded.includes(name) &&
      !(production && /^PORTICO_SEAL_KEY/.test(name)),
  );
  return { PORT: '0', PORTICO_SIMULATORS: 'off', ...Object.fromEntries(kept) };
}
/** `…_TAX_URL` is of `tax`; `…_TAX_OFFICE_URL` of another that begins alike. */
const isOwn = (name: string, own: string): boolean =>
  name.startsWith(own) && /^(URL|KEY|HOST_KEY|DIGEST|SIGNATURES)$/.test(name.slice(own.length));

export function onlyChannel(words: readonly string[]): string {
  const known = channels.map((channel) => channel.id);
  const [channel = '', ...rest] = words;
  if (rest.length === 0 && known.includes(channel)) return channel;
  throw new ConfigError([
    {
      zh: `npm run channel -- ${words.join(' ')}：请给出一个通道：${known.join('、')}`,
      en: `npm run channel -- ${words.join(' ')}: name one channel: ${known.join(', ')}`,
    },
  ]);
}
