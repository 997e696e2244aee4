// Whether a channel may be reached without TLS (ASVS 12.3.1; 等保 8.1.4.7 a; decision 0054). In production never, but where two persons of the port
// office have said so for exactly this address, with a reason and an end. Pure.
import { isOpen } from '../../kernel/open-way.ts';
import type { ChannelPulse, ChannelSettings } from './contract.ts';

export const mayGoOpen = (settings: ChannelSettings | undefined, url: string, now: string): boolean => {
  const exception = settings?.withoutTls;
  return exception !== undefined && exception.address === url && exception.until > now;
};

/** As the desk shows it; undefined: there is nothing to say. */
export function tlsOf(
  settings: ChannelSettings | undefined,
  { url, now, mode }: { readonly url: string; readonly now: string; readonly mode: 'demo' | 'production' },
): ChannelPulse['tls'] {
  const exception = settings?.withoutTls;
  if (exception && exception.until > now && (url === '' || mayGoOpen(settings, url, now)))
    return { state: 'excepted', ...exception };
  return mode === 'production' && isOpen(url) ? { state: 'refused', address: url } : undefined;
}
