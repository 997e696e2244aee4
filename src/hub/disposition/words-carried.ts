// Whose words on the version before speak for the next one too (P5): who has agreed to the change, gets nothing of what is changed, or has the
// summary of a two-step declaration that is now completed (公告 2019-127). Everybody else is told of the version and speaks anew. Pure.
import type { AuthorityId } from '../../kernel/party.ts';
import { hasTheSame, neededDocuments } from '../mapping/index.ts';
import type { Form } from '../shipment/contract.ts';
import { completes } from '../shipment/index.ts';
import type { ControlledObject, Instruction } from './contract.ts';

type Facts = ControlledObject['facts'];
const factOf = (authority: AuthorityId): string => `version.${authority}`;

/** The version from which on words of this authority count for the object. */
export const countsFrom = ({ facts }: ControlledObject, { authority }: Pick<Instruction, 'authority'>): number =>
  Number(facts[factOf(authority)] ?? facts.version ?? 1);

/** `known`: facts of the version before. */
export function carriedWords(
  known: Facts,
  { before, after, agreedBy }: { readonly before: Form; readonly after: Form; readonly agreedBy: readonly string[] },
): Facts {
  const completed = completes(before, after);
  return Object.fromEntries(
    neededDocuments('shipment.change-applied', before).flatMap(({ channel: { id, authority } }) => {
      const carried = completed || agreedBy.includes(id) || hasTheSame(id, before, after);
      return authority && carried ? [[factOf(authority), known[factOf(authority)] ?? known.version ?? '1']] : [];
    }),
  );
}

/** Of the version that is filed: a case that is registered again, with a manifest, has the same. */
export const carriedBefore = (known: Facts): Facts =>
  Object.fromEntries(Object.entries(known).filter(([fact]) => fact.startsWith(factOf('' as AuthorityId))));
