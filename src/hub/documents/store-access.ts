// Who may see which entry of the library, said three times for three uses and never looser than the rule: where to walk, what to look for in
// the index of words, and the condition that decides for each row at this moment. The rule is that of a single document (`read-documents.ts`).
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import { mayAct } from '../../runtime/identity/policy.ts';
import { readableCase, type Visibility, visibilityOf } from '../shipment/index.ts';
import type { Branch } from './store-library.ts';

export type LibraryAccess = {
  readonly branches: readonly Branch[];
  /** Alternatives in the index of words; empty: no bound. */
  readonly marks: readonly string[];
  readonly allowed: RawBuilder<boolean>;
};

export async function libraryAccess(context: Context): Promise<LibraryAccess> {
  const { actor } = context;
  const visibility = await visibilityOf(context);
  const ofCase = readableCase(visibility, sql`e.shipment_id`);
  const forms = sql<boolean>`e.flow = 'form'`;
  const readsDocuments = mayAct(actor, 'document.read');
  if ('organisationId' in visibility)
    return own(visibility, readsDocuments ? ofCase : sql<boolean>`${forms} and ${ofCase}`);
  if (!readsDocuments)
    return {
      branches: [{ column: 'flow', value: 'form' }],
      marks: ['f:form'],
      allowed: sql<boolean>`${forms} and ${ofCase}`,
    };
  if ('all' in visibility)
    return { branches: [], marks: [], allowed: sql<boolean>`(e.shipment_id is null or ${ofCase})` };
  // An authority also what traders attached; both what went over their own channel.
  const flows = actor.organisationKind === 'authority' ? ['form', 'attachment'] : ['form'];
  const channel = actor.channelId;
  return {
    branches: [
      ...flows.map((value): Branch => ({ column: 'flow', value })),
      ...(channel ? [{ column: 'channel', value: channel } as const] : []),
    ],
    marks: [...flows.map((flow) => `f:${flow}`), ...(channel ? [`c:${channel}`] : [])],
    allowed: sql<boolean>`(e.flow = any(${flows}::text[]) or e.channel = ${channel ?? null}) and ${ofCase}`,
  };
}

function own(visibility: Extract<Visibility, { organisationId: string }>, allowed: RawBuilder<boolean>): LibraryAccess {
  const { organisationId, grants } = visibility;
  const owners = [...new Set([organisationId, ...grants.map((grant) => grant.ownerId)])];
  return {
    branches: [
      ...owners.map((value): Branch => ({ column: 'owner_id', value })),
      { column: 'filer_id', value: organisationId },
    ],
    marks: [...owners.map((id) => `o:${id}`), `p:${organisationId}`],
    allowed,
  };
}
