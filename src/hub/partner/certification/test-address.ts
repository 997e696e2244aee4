// Addresses of test systems, by every way that documents go (issue 6): judged as those of partners are, because people type them. Pure.
import type { Bilingual } from '../../../kernel/bilingual.ts';
import { type AddressPolicy, findFolderFault, findUrlFault } from '../../../runtime/transport/address-guard.ts';
import { wayOf } from '../../../runtime/transport/open-transport.ts';

export function findTestAddressFault(
  { endpoint, hostKey }: { readonly endpoint: string; readonly hostKey?: string },
  policy: AddressPolicy,
): Bilingual | undefined {
  const way = wayOf(endpoint);
  if (way === 'sftp' && hostKey === undefined)
    return { zh: 'SFTP 地址须附主机密钥指纹', en: 'an SFTP address goes with the fingerprint of its host key' };
  if (way !== 'sftp' && hostKey !== undefined)
    return { zh: '只有 SFTP 地址附主机密钥指纹', en: 'only an SFTP address goes with the fingerprint of a host key' };
  if (way === 'mqtt' && policy === 'public' && !endpoint.startsWith('mqtts:'))
    return { zh: '必须是 mqtts', en: 'it must be mqtts' };
  if (way === 'sftp' || way === 'nats' || way === 'mqtt') return findFolderFault(endpoint, policy);
  return findUrlFault(endpoint.replace(/^(soap11|soap|batch|pull)\+/, ''), policy);
}

/** Host and path tell one system from another; a query does not, nor does the way there. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url.replace(/^(soap11|soap|batch|pull)\+/, ''));
  return `${host}${pathname.endsWith('/') ? pathname.slice(0, -1) : pathname}`;
}
