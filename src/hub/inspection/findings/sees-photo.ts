// Who sees a photo of an inspection (P11): the authorities that take part in it; the enterprise whose case it is, once it is told. Not the
// port office and stations, who work with results and not with pictures.
import type { Context } from '../../../runtime/context.ts';
import type { PartRow } from '../store.ts';
import type { PhotoRow } from './store.ts';

/** Said by the second lock too (`0125-findings.sql`). */
export function seesPhoto(
  { actor }: Context,
  parts: readonly Pick<PartRow, 'authority'>[],
  photo: Pick<PhotoRow, 'told'>,
): boolean {
  if (actor.kind === 'system') return true;
  if (actor.organisationKind === 'authority') return parts.some((part) => part.authority === actor.authority);
  return (actor.organisationKind === 'trader' || actor.organisationKind === 'broker') && photo.told;
}
