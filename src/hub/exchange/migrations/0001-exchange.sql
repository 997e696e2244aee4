-- The exchange (P3): deliveries per recipient with their attempts; inbound bytes stored before anything looks at them.
create schema exchange;

create table exchange.delivery (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  channel text not null,
  document_id uuid not null,
  document_kind text not null,
  shipment_id uuid,
  state text not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  claimed_until timestamptz,
  created_at timestamptz not null,
  delivered_at timestamptz
) with (fillfactor = 80);
create index delivery_due on exchange.delivery (channel, seq) where state in ('queued', 'sending');
create index delivery_open_of_shipment on exchange.delivery (shipment_id, channel, seq) where state in ('queued', 'sending');
create index delivery_document on exchange.delivery (document_id);
create index delivery_state on exchange.delivery (state, seq desc);

create table exchange.attempt (
  delivery_id uuid not null references exchange.delivery (id),
  number integer not null,
  at timestamptz not null,
  outcome text not null,
  detail text not null,
  duration_ms integer not null,
  primary key (delivery_id, number)
);

create table exchange.inbound (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  channel text not null,
  received_at timestamptz not null,
  digest text not null,
  size_bytes integer not null,
  headers jsonb not null,
  state text not null,
  format text,
  partner_message_id text,
  reason jsonb,
  simulated boolean not null
);
create index inbound_state on exchange.inbound (state, seq desc);
create index inbound_channel on exchange.inbound (channel, seq desc);

-- the constraint that makes a repeated message harmless
create table exchange.interpreted (
  channel text not null,
  partner_message_id text not null,
  digest text not null,
  inbound_id uuid not null,
  primary key (channel, partner_message_id, digest)
);

-- numbers partners gave to our documents
create table exchange.pointer (
  channel text not null,
  value text not null,
  shipment_id uuid not null,
  document_id uuid not null,
  primary key (channel, value)
);

create table exchange.pause (
  channel text primary key,
  paused_at timestamptz not null,
  paused_by text not null
);
