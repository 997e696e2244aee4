-- Who of another organisation has looked at what of a case (P11): one row per person, thing and hour, shown to the owner; and marks by
-- which an authority withholds its own looks at a case from the owner for a stated time and reason (they stay in the ledger).
create table shipment.look (
  id uuid primary key,
  owner_id uuid not null,
  shipment_id uuid not null,
  shipment_number text not null,
  -- the case itself, or the document
  subject uuid not null,
  what text not null,
  name jsonb,
  organisation_id uuid not null,
  organisation_name text not null,
  person_id text not null,
  person_name text not null,
  hour bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null default 1
);
create unique index look_joined on shipment.look (shipment_id, subject, what, person_id, hour);
create index look_owner on shipment.look (owner_id, id);

create table shipment.look_mark (
  id uuid primary key,
  shipment_id uuid not null,
  organisation_id uuid not null,
  reason text not null,
  legal_basis text not null,
  until timestamptz not null,
  set_at timestamptz not null,
  set_by text not null,
  lifted_at timestamptz,
  lifted_by text
);
create index look_mark_case on shipment.look_mark (shipment_id, organisation_id);

-- In force now, and set before the look. Asked with the owner's rights, who may know whether something is withheld only by not being shown it: it runs as whoever owns the tables.
create function shipment.is_withheld(of_case uuid, by_organisation uuid, looked_at timestamptz, now_is timestamptz) returns boolean
language sql stable security definer set search_path = shipment, pg_temp as $$
  select exists (select 1 from shipment.look_mark m
    where m.shipment_id = of_case and m.organisation_id = by_organisation and m.lifted_at is null and m.until > now_is and m.set_at <= looked_at)
$$;
