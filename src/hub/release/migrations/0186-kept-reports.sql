-- What a station reports too early is kept and joined to the release when it comes, or to the report it takes back (P7, N10).
create table release.kept_report (
  id uuid primary key,
  -- of the release it is about; none where nothing was released yet
  release_id uuid,
  shipment_id uuid,
  object_id text not null,
  movement text not null,
  reverse boolean not null,
  at timestamptz not null,
  received_at timestamptz not null,
  channel text not null,
  place text not null,
  report_number text not null,
  -- `no-release`, `nothing-to-take-back`, `overtaken`: what it waits for
  reason text not null,
  unique (channel, report_number)
);
create index kept_report_of_object on release.kept_report (object_id) where release_id is null;
create index kept_report_of_release on release.kept_report (release_id) where release_id is not null;
-- the station's desk: what waits, newest first
create index kept_report_waits on release.kept_report (channel, id desc) where reason <> 'overtaken';

-- The second lock (P11): the station that said it, and the port office; where there is a case, whose case it is.
alter table release.kept_report enable row level security;
create policy concerned on release.kept_report using (
  channel = runtime.reader_party() or runtime.reader_kind() = 'port-office'
  or (shipment_id is not null and shipment.may_see(shipment_id)));
