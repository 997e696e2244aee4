-- Emergency mode (M10): declared for channels while they are out of order; acts on paper meanwhile, reconciled afterwards.
create schema emergency;
create sequence emergency.number_sequence;

create table emergency.emergency (
  id uuid primary key,
  number text not null unique,
  state text not null,
  channels text[] not null,
  reason text not null,
  legal_basis text not null,
  planned_end timestamptz,
  declared_at timestamptz not null,
  declared_by text not null,
  ended_at timestamptz,
  ended_by text
);
create index emergency_state on emergency.emergency (state, id desc);

create table emergency.paper_act (
  id uuid primary key,
  emergency_id uuid not null references emergency.emergency (id),
  shipment_id uuid not null,
  authority text not null,
  kind text not null,
  paper_number text not null,
  signatory text not null,
  paper_at timestamptz not null,
  reason text not null,
  state text not null,
  entered_at timestamptz not null,
  entered_by text not null,
  entered_by_id text not null,
  decided_at timestamptz,
  decided_by text,
  -- what the partner said by itself afterwards: the latest of it
  electronic jsonb,
  settlement text,
  settled_at timestamptz,
  settled_by text,
  -- the same paper is entered once
  unique (authority, paper_number, shipment_id)
);
create index paper_act_emergency on emergency.paper_act (emergency_id, id desc);
create index paper_act_shipment on emergency.paper_act (shipment_id, authority);
