// Other single windows (N15): WCO data model declaration and response; the far end may be another Portico.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

export const otherWindow: Channel = {
  id: 'other-window',
  promise: 'N15',
  name: { zh: '其他单一窗口', en: 'Other single windows' },
  profile,
  documents,
  recognises: ({ bytes }) => isRoot(Buffer.from(bytes.subarray(0, 400)).toString('utf-8')),
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};

/** The root element alone says it: manifests are written in the same data model, with a declaration inside. */
function isRoot(head: string): boolean {
  const afterDeclaration = head
    .slice(head.includes('?>') ? head.indexOf('?>') + 2 : 0)
    .replace('\uFEFF', '')
    .trimStart();
  return /^<(?:[A-Za-z]\w{0,19}:)?(?:Response|Declaration)[\s>]/.test(afterDeclaration);
}
