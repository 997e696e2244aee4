-- Amending and withdrawing what an authority has taken (修撤单): from then on it decides, and what is filed changes when it agrees
-- (海关法 26). `taken`: the last word of a channel on whether the filing lies with it; a later word wins, whatever comes first.
create table shipment.taken (
  shipment_id uuid not null references shipment.shipment (id),
  channel text not null,
  taken boolean not null,
  at timestamptz not null,
  primary key (shipment_id, channel)
);

create table shipment.change_application (
  id uuid primary key,
  shipment_id uuid not null references shipment.shipment (id),
  number text not null,
  kind text not null,
  -- the version it is about
  version integer not null,
  -- what is to be filed instead; null: nothing
  form jsonb,
  digest text,
  reason text not null,
  -- whom it was put to, and who has agreed
  channels text[] not null,
  agreed text[] not null default '{}',
  state text not null,
  decision jsonb,
  applied_at timestamptz not null,
  applied_by text not null,
  filer_id uuid not null,
  decided_at timestamptz
);
create index change_application_shipment on shipment.change_application (shipment_id, applied_at);
-- One at a time: what is decided is what the next one changes.
create unique index change_application_open on shipment.change_application (shipment_id) where state = 'applied';

-- The second lock (P11): as the versions of the case.
alter table shipment.taken enable row level security;
create policy concerned on shipment.taken using (shipment.may_see(shipment_id));
alter table shipment.change_application enable row level security;
create policy concerned on shipment.change_application using (shipment.may_see(shipment_id));
