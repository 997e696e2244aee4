-- An authorisation (无纸化委托) bounded by acts, customs districts and quantity, and each use of it (P11; SC 22, 17).
-- `acts` is null in rows of version 0.1.0, whose `scope` says it; `scope` goes on being written for programs of that version.
alter table enterprise.authorisation
  add column acts text[],
  add column districts text[] not null default '{}',
  add column most_declarations integer,
  add column used_declarations integer not null default 0,
  add column value_currency text,
  add column most_value numeric(19, 4),
  add column used_value numeric(19, 4) not null default 0,
  add column revoked_by uuid,
  add column warned_period_at timestamptz,
  add column warned_quantity_at timestamptz;

-- Never oversold, whoever counts: the table itself refuses it.
alter table enterprise.authorisation add constraint authorisation_declarations_within
  check (used_declarations >= 0 and used_declarations <= coalesce(most_declarations, used_declarations)) not valid;
alter table enterprise.authorisation validate constraint authorisation_declarations_within;
alter table enterprise.authorisation add constraint authorisation_value_within
  check (used_value >= 0 and used_value <= coalesce(most_value, used_value)) not valid;
alter table enterprise.authorisation validate constraint authorisation_value_within;

create table enterprise.authorisation_use (
  id uuid primary key,
  authorisation_id uuid not null references enterprise.authorisation (id),
  owner_id uuid not null,
  broker_id uuid not null,
  shipment_id uuid not null,
  shipment_number text not null,
  version integer not null,
  act text not null,
  step text not null,
  declarations integer not null,
  value numeric(19, 4),
  left_declarations integer,
  left_value numeric(19, 4),
  used_at timestamptz not null,
  used_by text not null
);
create index authorisation_use_of on enterprise.authorisation_use (authorisation_id, id);
create index authorisation_use_case on enterprise.authorisation_use (shipment_id, authorisation_id);
