-- Technical tables: the outbox of events, its consumers, failed reactions, idempotency keys.
create schema if not exists runtime;

create table runtime.event (
  position bigint generated always as identity primary key,
  id uuid not null,
  type text not null,
  subject text not null,
  payload jsonb not null,
  actor jsonb not null,
  occurred_at timestamptz not null
);
create index event_subject on runtime.event (subject, position);

create table runtime.consumer (
  name text primary key,
  position bigint not null default 0
);

create table runtime.failed_reaction (
  position bigint not null references runtime.event (position),
  reaction text not null,
  attempts integer not null,
  last_error text not null,
  next_attempt_at timestamptz not null,
  given_up boolean not null default false,
  primary key (position, reaction)
);
create index failed_reaction_due on runtime.failed_reaction (next_attempt_at) where not given_up;

-- One row per (actor, key): the constraint, not a check, makes a retried POST harmless.
create table runtime.idempotency (
  actor text not null,
  key text not null,
  request_digest text not null,
  status integer,
  headers jsonb,
  body jsonb,
  created_at timestamptz not null,
  primary key (actor, key)
);
