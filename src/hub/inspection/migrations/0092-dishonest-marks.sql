-- Enterprises marked dishonest (失信企业), by whom and why, for as long as it lasts: they have no appointments outside opening hours (SC 4).
create table inspection.dishonest_mark (
  id uuid primary key,
  organisation_id uuid not null references enterprise.organisation (id),
  reason text not null,
  legal_basis text not null,
  marked_at timestamptz not null,
  marked_by text not null,
  lifted_at timestamptz,
  lifted_by text,
  lifted_reason text
);
create unique index dishonest_mark_live on inspection.dishonest_mark (organisation_id) where lifted_at is null;
create index dishonest_mark_of on inspection.dishonest_mark (organisation_id);
-- The second lock (P11): the port office and customs mark; whoever is marked may know.
alter table inspection.dishonest_mark enable row level security;
create policy markers on inspection.dishonest_mark
  using (runtime.reader_kind() = 'port-office' or runtime.reader_party() = 'customs')
  with check (runtime.reader_kind() = 'port-office' or runtime.reader_party() = 'customs');
create policy own_marks on inspection.dishonest_mark for select using (organisation_id = runtime.reader_organisation());
