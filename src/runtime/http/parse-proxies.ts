// Whose word is taken for where a caller comes from: only that of proxies of our own (ASVS 15.3.4). Without any, the address is the socket's.
import type { Bad, Env } from '../bad-setting.ts';
import ipaddr from 'ipaddr.js';

/** PORTICO_TRUSTED_PROXIES: addresses or networks (CIDR) with commas between; a network of everybody is refused. */
export function parseProxies(env: Env, bad: Bad): readonly string[] {
  const given = env.PORTICO_TRUSTED_PROXIES;
  if (given === undefined) return [];
  const proxies = given.split(',').map((one) => one.trim());
  if (!proxies.every(isNetwork))
    bad(
      'PORTICO_TRUSTED_PROXIES',
      given,
      '应为以逗号分隔的代理地址或网段，例如 10.0.0.5,172.16.0.0/12；不得信任所有地址',
      'must be addresses or networks of proxies with commas between, e.g. 10.0.0.5,172.16.0.0/12; never everybody',
    );
  return proxies;
}
const isNetwork = (text: string): boolean =>
  ipaddr.isValid(text) ? /[.:]/.test(text) : ipaddr.isValidCIDR(text) && !text.endsWith('/0');
