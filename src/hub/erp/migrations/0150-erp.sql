-- Files that enterprises' own systems laid ready (N12): each once by its digest, and what became of every shipment in it. The bytes lie in the
-- document library under the same id.
create schema erp;

create table erp.file (
  id uuid primary key,
  subscription_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  digest text not null,
  received_at timestamptz not null,
  -- answers so far, in the order of the file
  shipments jsonb not null default '[]',
  -- why nothing of it could be read
  problem jsonb,
  answered_at timestamptz,
  unique (subscription_id, digest)
);
create index file_unanswered on erp.file (subscription_id, id) where answered_at is null;

-- The second lock (P11): a file is its enterprise's.
alter table erp.file enable row level security;
create policy own_files on erp.file using (organisation_id = runtime.reader_organisation());
