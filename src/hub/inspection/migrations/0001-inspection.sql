-- Joint inspection tasks, their parts per authority, and booked slots (P6).
create schema inspection;
create sequence inspection.number_sequence;

create table inspection.task (
  id uuid primary key,
  number text not null unique,
  shipment_id uuid not null,
  object_ids text[] not null,
  state text not null,
  simulated boolean not null,
  site_id text not null,
  bay text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  slot_reason jsonb not null,
  history jsonb not null default '[]',
  created_at timestamptz not null
);
create index task_shipment on inspection.task (shipment_id);
create index task_open on inspection.task (starts_at) where state in ('planned', 'started');
-- a bay is never sold twice: the constraint decides, whoever books at the same time
create unique index task_slot on inspection.task (site_id, bay, starts_at) where state in ('planned', 'started');

create table inspection.part (
  task_id uuid not null references inspection.task (id),
  authority text not null,
  requirement text,
  instruction_ids text[] not null,
  instruction_numbers text[] not null,
  result jsonb,
  primary key (task_id, authority)
);
