// An application as it is told.
import type { ApplicationView } from './contract.ts';
import type { ApplicationRow } from './store.ts';

export const toApplicationView = (row: ApplicationRow): ApplicationView => ({
  id: row.id,
  uscc: row.uscc,
  kind: row.kind,
  name: row.name,
  nameEn: row.name_en,
  district: row.district,
  contact: row.contact,
  administrator: row.administrator,
  qualifications: row.qualifications,
  state: row.state,
  createdAt: row.created_at,
  ...(row.decided_at ? { decidedAt: row.decided_at } : {}),
  ...(row.decided_by ? { decidedBy: row.decided_by } : {}),
  ...(row.reason ? { reason: row.reason } : {}),
  ...(row.organisation_id ? { organisationId: row.organisation_id } : {}),
});
