// Whose turn it is after a rejection (P5, M3): what an authority rejected is the trader's to mend, so its clock stands still
// until the filing comes again. Pure; the disposition itself knows instructions only.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { BlockingView, Holder } from './contract.ts';
import { frees } from './explain.ts';

/** `by`: the authority that rejected its document of the version now filed. */
export type Rejection = { readonly by: string; readonly text: Bilingual; readonly at: string };

const trader = { zh: '企业', en: 'Trader' };

export function noteRejections(
  objects: BlockingView['objects'],
  rejections: readonly Rejection[],
): BlockingView['objects'] {
  if (rejections.length === 0) return objects;
  const turned = (holder: Holder): Holder => {
    const rejection = rejections.find((r) => r.by === holder.authority);
    if (!rejection || (holder.kind !== 'not-yet-spoken' && holder.kind !== 'hold')) return holder;
    return {
      ...holder,
      kind: holder.kind === 'hold' ? 'hold' : 'rejected',
      since: rejection.at,
      reason: rejection.text,
      frees: frees('rejected', trader),
      clock: { party: 'trader', name: trader },
    };
  };
  return objects.map((object) => ({
    ...object,
    disposition: { ...object.disposition, holders: object.disposition.holders.map(turned) },
  }));
}
