// What the market authority's register says of an enterprise, as its business licence here has it: forms that ask for it again are begun
// with it (P11).
import { partnerDay } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import type { Particulars } from './contract.ts';
import { decideQualified } from './decide-qualified.ts';
import { toHeld } from './manage-qualifications.ts';
import { listQualifications } from './store-qualifications.ts';

export async function licenceParticulars(context: Context, organisationId: string): Promise<Particulars> {
  const rows = await listQualifications(context, organisationId);
  const held = rows.map((row) => ({ ...toHeld(row), particulars: row.particulars }));
  const found = decideQualified(held, ['business-licence'], partnerDay(context.now));
  return 'by' in found ? found.by.particulars : {};
}
