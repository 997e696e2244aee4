// What is taken as an e-mail address: one plain mailbox, nothing that a header or a list of recipients could be made of. Pure.
import { domainToASCII } from 'node:url';

const MOST = 254;
const MOST_LOCAL = 64;
/** RFC 5321 dot-string, without the quoted form that nobody has. */
const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** The address as it is stored and written to, or undefined where it is none. Domains in Chinese become their ASCII form. */
export function plainAddress(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  const mailbox = text.slice(0, at);
  const host = at > 0 && !/[\s\p{Cc}]/u.test(text) ? domainToASCII(text.slice(at + 1)).toLowerCase() : '';
  if (!local.test(mailbox) || mailbox.length > MOST_LOCAL || !domain.test(host)) return undefined;
  const address = `${mailbox}@${host}`;
  return address.length > MOST ? undefined : address;
}
