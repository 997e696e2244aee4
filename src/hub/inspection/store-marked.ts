// Whether an enterprise is marked dishonest now (SC 4): apart from the rest of the marks, because whoever takes a slot asks it too.
import { anyOf } from '../../runtime/database/any-of.ts';
import type { Context } from '../../runtime/context.ts';

type Marks = { 'inspection.dishonest_mark': { id: string; organisation_id: string; lifted_at: string | null } };

export async function isMarked(context: Context, organisationIds: readonly string[]): Promise<boolean> {
  const found = await context.db
    .withTables<Marks>()
    .selectFrom('inspection.dishonest_mark')
    .select('id')
    .where('organisation_id', '=', anyOf(organisationIds))
    .where('lifted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
