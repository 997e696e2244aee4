-- What stations report of the goods of a release, each report once by its number, and what was taken back (P7).
create table release.movement (
  id uuid primary key,
  release_id uuid not null,
  shipment_id uuid not null,
  movement text not null,
  -- takes back what was reported before
  reverse boolean not null,
  at timestamptz not null,
  reported_at timestamptz not null,
  reported_by text not null,
  -- whose numbers they are
  channel text not null,
  report_number text not null,
  content_digest text not null,
  vehicle text,
  unique (channel, report_number)
);
create index movement_of_release on release.movement (release_id, id);
alter table release.movement enable row level security;
create policy concerned on release.movement using (shipment.may_see(shipment_id));
