-- The composite form and its case: draft, submitted versions, partners' answers, search by any number (P1, P10).
create schema shipment;
create sequence shipment.number_sequence;

create table shipment.shipment (
  id uuid primary key,
  number text not null unique,
  owner_id uuid not null,
  owner_name text not null,
  filer_id uuid not null,
  filer_name text not null,
  direction text not null,
  transport_mode text not null,
  state text not null,
  progress text not null,
  -- 0 until the first submission
  version integer not null default 0,
  revision integer not null default 1,
  -- the draft, or the open amendment; null once submitted
  draft jsonb,
  summary jsonb not null,
  simulated boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index shipment_owner on shipment.shipment (owner_id, id desc);
create index shipment_filer on shipment.shipment (filer_id, id desc);
create index shipment_submitted on shipment.shipment (id desc) where version > 0;

create table shipment.version (
  shipment_id uuid not null references shipment.shipment (id),
  version integer not null,
  form jsonb not null,
  reason text,
  submitted_at timestamptz not null,
  submitted_by text not null,
  digest text not null,
  primary key (shipment_id, version)
);

create table shipment.answer (
  id uuid primary key,
  shipment_id uuid not null references shipment.shipment (id),
  answer jsonb not null,
  at timestamptz not null
);
create index answer_shipment on shipment.answer (shipment_id, at);

-- every number a case can be found by, normalised to upper case
create table shipment.number (
  value text not null,
  shipment_id uuid not null references shipment.shipment (id),
  primary key (value, shipment_id)
);
create index number_prefix on shipment.number (value text_pattern_ops);
create index number_shipment on shipment.number (shipment_id);

create table shipment.template (
  id uuid primary key,
  organisation_id uuid not null,
  name text not null,
  form jsonb not null,
  created_at timestamptz not null
);
create index template_organisation on shipment.template (organisation_id, id);
