// What is set for each channel: where its partner listens and with which key, and what is asked of signatures.
import type { Bad, Env } from './bad-setting.ts';
import type { SignedChannels } from './context.ts';
import { schemeNames, wayOf } from './transport/open-transport.ts';

export type ChannelEndpoint = { readonly url: string; readonly key?: string; readonly hostKey?: string };

/**
 * `PORTICO_CHANNEL_PORT_TERMINAL_URL` and `…_KEY` are for channel `port-terminal`; the scheme of the address says the way (`sftp://`,
 * `pull+https://`), and for SSH `…_HOST_KEY` pins the far end's key.
 */
export function parseEndpoints(env: Env, bad: Bad) {
  const endpoints: Record<string, ChannelEndpoint> = {};
  for (const [name, url] of Object.entries(env)) {
    const [, channel] = /^PORTICO_CHANNEL_([A-Z0-9_]+)_URL$/.exec(name) ?? [];
    // Compose files pass what is not set as nothing.
    if (!channel || !url) continue;
    const way = wayOf(url);
    // The name an SFTP server knows us by stands in the address; no secret does.
    const named = way !== undefined && (way === 'sftp' ? new URL(url).password : new URL(url).username) !== '';
    if (!way || named || new URL(url).hostname === '')
      bad(
        name,
        way ? '…' : url,
        `应为 ${schemeNames.join('、')} 地址，口令用 …_KEY 给出`,
        `must be an address with ${schemeNames.join(', ')}; its key goes into …_KEY`,
      );
    const key = env[`PORTICO_CHANNEL_${channel}_KEY`] || undefined;
    const hostKey = env[`PORTICO_CHANNEL_${channel}_HOST_KEY`] || undefined;
    if (way === 'sftp' && !/^SHA256:[A-Za-z0-9+/]{43}$/.test(hostKey ?? ''))
      bad(
        `PORTICO_CHANNEL_${channel}_HOST_KEY`,
        hostKey,
        'SFTP 须给出对方主机密钥指纹（SHA256:…，见 ssh-keygen -lf）',
        'SFTP needs the fingerprint of the far end’s host key (SHA256:…, see ssh-keygen -lf)',
      );
    endpoints[channel.toLowerCase().replaceAll('_', '-')] = {
      url,
      ...(key === undefined ? {} : { key }),
      ...(hostKey === undefined ? {} : { hostKey }),
    };
  }
  return endpoints;
}

const SIGNATURE_PART =
  /^(?:in:(?<inbound>none|optional|required)|out:(?<outbound>none|seal)|revocation:(?<revocation>if-known|needed))$/;
/** `PORTICO_CHANNEL_CUSTOMS_SIGNATURES=in:required,out:seal,revocation:needed`. */
export function parseSignedChannels(env: Env, bad: Bad): SignedChannels | undefined {
  const found: Record<string, SignedChannels[string]> = {};
  for (const [name, value] of Object.entries(env)) {
    const [, channel] = /^PORTICO_CHANNEL_([A-Z0-9_]+)_SIGNATURES$/.exec(name) ?? [];
    if (!channel || value === undefined) continue;
    const parts = value.split(',').map((part) => SIGNATURE_PART.exec(part));
    if (parts.some((part) => part === null))
      bad(
        name,
        value,
        '应为 in:none|optional|required、out:none|seal、revocation:if-known|needed，用逗号分开',
        'must be in:none|optional|required, out:none|seal and revocation:if-known|needed, parted by commas',
      );
    const said = parts.flatMap((part) => Object.entries(part?.groups ?? {}).filter(([, word]) => word !== undefined));
    found[channel.toLowerCase().replaceAll('_', '-')] = Object.fromEntries(said);
  }
  return Object.keys(found).length > 0 ? found : undefined;
}
