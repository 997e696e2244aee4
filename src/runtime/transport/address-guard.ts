// Which addresses Portico may call when somebody else chose the URL (R20): only public ones, unless the port office says
// otherwise. The check is made on the resolved address at the moment of connecting, so a name that changes its answer
// between the check and the call (DNS rebinding) gains nothing.
import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Bilingual } from '../../kernel/bilingual.ts';

/** `public` for production; `loopback-too` lets a demonstration deliver to a receiver on the same machine. */
export type AddressPolicy = 'public' | 'loopback-too';

const MAX_URL = 2048;
/** RFC 4291 §2.5.4: everything IANA has given out so far; leaves out the old IPv4-compatible `::a.b.c.d`. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** IPv4 hidden in IPv6 is judged as IPv4: `::ffff:127.0.0.1` is loopback, `64:ff9b::` and 6to4 are never unicast. */
export function isAllowedAddress(address: string, policy: AddressPolicy): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  const global = parsed.kind() === 'ipv4' || parsed.match(globalUnicast);
  return (range === 'unicast' && global) || (policy === 'loopback-too' && range === 'loopback');
}

/** What is wrong with a URL before anything is resolved, or undefined. */
export function findUrlFault(text: string, policy: AddressPolicy): Bilingual | undefined {
  if (text.length > MAX_URL) return { zh: `网址超过 ${MAX_URL} 个字符`, en: `it has more than ${MAX_URL} characters` };
  if (!URL.canParse(text)) return { zh: '不是网址', en: 'it is not a URL' };
  const url = new URL(text);
  const plainAllowed = policy === 'loopback-too' && url.protocol === 'http:';
  if (url.protocol !== 'https:' && !plainAllowed) return { zh: '必须是 https', en: 'it must be https' };
  if (url.username || url.password) return { zh: '网址里不得带账号', en: 'it must not carry credentials' };
  if (url.hash) return { zh: '网址里不得带片段（#）', en: 'it must not carry a fragment (#)' };
  return findHostFault(url, policy);
}

/**
 * The same of an SFTP folder or a NATS stream. The name an SFTP server knows us by stands in the address, a secret in none; NATS goes over TLS
 * where the address is somebody else's, and its path is the subject.
 */
export function findFolderFault(text: string, policy: AddressPolicy): Bilingual | undefined {
  if (text.length > MAX_URL) return { zh: `网址超过 ${MAX_URL} 个字符`, en: `it has more than ${MAX_URL} characters` };
  const url = new URL(text);
  const sftp = url.protocol === 'sftp:';
  if (url.hostname === '') return { zh: '缺少主机', en: 'it lacks the host' };
  if (sftp && url.username === '')
    return { zh: '缺少账号（sftp://账号@主机/）', en: 'it lacks the account (sftp://account@host/)' };
  if (url.password || (!sftp && url.username)) return { zh: '网址里不得带口令', en: 'it must not carry a password' };
  if (url.hash || url.search) return { zh: '网址里不得带 ? 或 #', en: 'it must not carry ? or #' };
  if (url.protocol === 'nats:' && policy === 'public') return { zh: '必须是 nats+tls', en: 'it must be nats+tls' };
  if (!sftp && !/^(\/[A-Za-z0-9_-]{1,64}){1,8}\/?$/.test(url.pathname))
    return { zh: '路径应为主题，如 /erp/acme', en: 'its path must be the subject, e.g. /erp/acme' };
  return findHostFault(url, policy);
}

function findHostFault(url: URL, policy: AddressPolicy): Bilingual | undefined {
  // The URL parser has already turned decimal, octal and hexadecimal spellings of IPv4 into dotted form.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isAllowedAddress(host, policy))
    return { zh: `地址 ${host} 不是公网地址`, en: `${host} is not a public address` };
  if (policy === 'public' && !isIP(host) && (!host.includes('.') || /(^|\.)(local|internal|localhost)\.?$/i.test(host)))
    return { zh: `主机名 ${host} 不是公网名称`, en: `${host} is not a public name` };
  return undefined;
}

/** Asks for all addresses of a name. */
export type Resolver = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** A `lookup` for node:http(s) that answers with allowed addresses only. */
export const guardedLookup =
  (policy: AddressPolicy, resolve: Resolver = systemLookup): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const allowed = addresses.filter((a) => isAllowedAddress(a.address, policy));
      const first = allowed[0];
      if (!first)
        return callback(Object.assign(new Error('address not allowed'), { code: 'ADDRESS_NOT_ALLOWED' }), '', 0);
      if (options.all) return callback(null, allowed);
      return callback(null, first.address, first.family);
    });
  };
