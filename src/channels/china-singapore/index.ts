// China–Singapore (N14; 中新互联互通): what goes by rail to sea or air and through Singapore is told there before it comes; permits go by number;
// each release has a certificate that anybody can check.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret, messageNames } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

/** The name of the message is the first thing in it. */
function namesOurs(head: string): boolean {
  const text = head.replace('\uFEFF', '').trimStart();
  const name = text.startsWith('{') ? text.slice(1).trimStart() : '';
  return messageNames.some((known) => name.startsWith(`"${known}"`));
}

export const chinaSingapore: Channel = {
  id: 'china-singapore',
  promise: 'N14',
  name: { zh: '中新互联互通', en: 'China–Singapore link' },
  profile,
  documents,
  recognises: ({ bytes }) => namesOurs(Buffer.from(bytes.subarray(0, 200)).toString('utf-8')),
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
